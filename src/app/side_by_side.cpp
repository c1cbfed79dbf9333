#include "app/side_by_side.h"

#include <utility>

#include "domain/client_import.h"
#include "unicode/dates.h"

namespace unknot::app {

std::vector<FieldPair> sideBySide(const core::Words& words, std::string_view language,
                                  const domain::Client& left, const domain::Client& right) {
  const auto born = [&](const domain::Client& client) {
    return client.birthDate ? unicode::formatDate(*client.birthDate, language, unicode::DateForm::medium)
                            : std::string();
  };
  std::vector<FieldPair> pairs{{words.say("fieldName.name"), left.name, right.name}};
  for (const auto& field : domain::fillableFields()) {
    FieldPair pair{words.say("fieldName." + field), domain::fieldText(left, field),
                   domain::fieldText(right, field)};
    if (field == "birthDate") {
      pair.left = born(left);
      pair.right = born(right);
    }
    if (!pair.left.empty() || !pair.right.empty()) pairs.push_back(std::move(pair));
  }
  return pairs;
}

}  // namespace unknot::app
