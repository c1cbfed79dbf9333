#include "domain/client.h"

#include "core/error.h"
#include "core/utf8.h"
#include "domain/choice.h"
#include "domain/required.h"

namespace unknot::domain {
namespace {

constexpr int kOldest = 130;
constexpr Choices<ClientStatus, 3> kStatuses{
    {{ClientStatus::active, "active"}, {ClientStatus::paused, "paused"}, {ClientStatus::ended, "ended"}}};

}  // namespace

std::string_view toString(ClientStatus status) {
  return choiceText(kStatuses, status);
}
ClientStatus clientStatusFrom(std::string_view text) {
  return choiceFrom(kStatuses, "status", text);
}

void check(const Client& client, const core::Date& today) {
  checkRequired("name", client.name, core::kNameLimit);
  core::checkText("calledAs", client.calledAs, core::kNameLimit);
  core::checkText("sortName", client.sortName, core::kNameLimit);
  core::checkText("pronouns", client.pronouns, core::kNameLimit);
  core::checkText("phone", client.phone, core::kNameLimit);
  core::checkText("email", client.email, core::kNameLimit);
  core::checkText("address", client.address, core::kLineLimit);
  core::checkText("occupation", client.occupation, core::kLineLimit);
  core::checkText("emergencyContact", client.emergencyContact, core::kLineLimit);
  checkRequired("language", client.language, 35);
  core::checkText("about", client.about, core::kTextLimit);
  if (client.birthDate && (*client.birthDate > today || client.birthDate->yearsUntil(today) > kOldest))
    throw core::InputError({"error.birthDate", {{"value", client.birthDate->toIso()}}, {}});
}

const std::string& spokenName(const Client& client) {
  return client.calledAs.empty() ? client.name : client.calledAs;
}

}  // namespace unknot::domain
