#include "content/consents_loader.h"

#include <set>

#include "content/toml_file.h"
#include "core/utf8.h"

namespace unknot::content {

std::vector<domain::ConsentText> readConsents(std::string_view shown, std::string_view text) {
  const TomlFile file{std::string(shown), text};
  TomlTable root = file.root();
  root.text("language");
  std::vector<domain::ConsentText> consents;
  std::set<std::string> seen;
  for (auto& table : root.tables("consent")) {
    auto& consent = consents.emplace_back();
    consent.slug = table.slug("slug", seen);
    consent.version = static_cast<int>(table.whole("version", 1, 9999));
    consent.title = table.text("title");
    consent.text = core::trimmed(table.text("text"));
    table.finish();
  }
  root.finish();
  return consents;
}

std::vector<domain::ConsentText> loadConsents(const Folders& folders, std::string_view language,
                                              std::vector<Problem>& problems) {
  return firstUsable(folders, "templates/consents." + std::string(language) + ".toml", problems,
                     [](const FoundFile& file) { return readConsents(file.shown, readFile(file)); })
      .value_or(std::vector<domain::ConsentText>());
}

}  // namespace unknot::content
