#include "app/person_marks.h"

#include <algorithm>
#include <utility>

#include "app/permission.h"
#include "core/utf8.h"
#include "unicode/folding.h"

namespace unknot::app {
namespace {

constexpr std::size_t kMostLookalikes = 5;

// "030 123 / 0171 98": each by itself.
std::vector<std::string> phonesOf(const std::string& text) {
  std::vector<std::string> phones;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find_first_of("/,;\n", at), text.size());
    if (auto digits = unicode::digitsOf(text.substr(at, end - at)); !digits.empty())
      phones.push_back(std::move(digits));
    at = end + 1;
  }
  // Some write the area before the slash.
  if (phones.size() > 1) phones.push_back(unicode::digitsOf(text));
  return phones;
}

domain::PersonMarks marks(const std::string& name, const std::optional<core::Date>& birthDate,
                          const std::string& phone, const std::string& email) {
  domain::PersonMarks made{unicode::searchWords(name), birthDate, phonesOf(phone), {}};
  if (auto address = unicode::foldForSearch(core::trimmed(email)); !address.empty())
    made.emails.push_back(std::move(address));
  return made;
}

}  // namespace

domain::PersonMarks marksOf(const domain::Client& client) {
  return marks(client.name, client.birthDate, client.phone, client.email);
}
domain::PersonMarks marksOf(const domain::ClientSummary& client) {
  return marks(client.name, client.birthDate, client.phone, client.email);
}

std::vector<Lookalike> findLookalikes(Workspace& work, const domain::Client& client) {
  requireRight(work.store, Right::seeClients);
  const auto everybody = work.store.clients().list();
  domain::LookalikeIndex index;
  for (const auto& one : everybody) index.add(marksOf(one));
  std::vector<Lookalike> found;
  for (const auto& [number, likeness] : index.find(marksOf(client), kMostLookalikes + 1)) {
    const auto& one = everybody[number];
    if (one.id != client.id && found.size() < kMostLookalikes)
      found.push_back({one.id, one.name, one.birthDate, likeness});
  }
  return found;
}

std::string likenessText(const core::Words& words, const domain::Likeness& likeness) {
  std::string text;
  for (const auto sign : likeness.signs())
    text.append(text.empty() ? "" : ", ").append(words.say("likeness." + std::string(sign)));
  return text;
}

}  // namespace unknot::app
