#include "content/intake_forms.h"

#include <map>
#include <mutex>
#include <optional>
#include <set>

#include "content/consents_loader.h"
#include "content/language_tag.h"
#include "content/overlay.h"
#include "content/questionnaire_loader.h"
#include "content/toml_file.h"
#include "core/error.h"

namespace unknot::content {
namespace {

constexpr std::string_view kEarlier = "templates/earlier";
constexpr std::string_view kBefore = "intake.";
constexpr std::string_view kAfter = ".toml";

// The part of the file name that is the language.
std::vector<std::string> languagesIn(const Folders& folders) {
  std::set<std::string> tags{"en"};
  if (folders.templates.empty()) return {tags.begin(), tags.end()};
  for (const auto& name : namesIn(folders, "templates", kAfter))
    if (name.starts_with(kBefore))
      tags.insert(name.substr(kBefore.size(), name.size() - kBefore.size() - kAfter.size()));
  return {tags.begin(), tags.end()};
}

IntakeForm readForm(const Folders& folders, const std::string& language, std::vector<Problem>& problems) {
  IntakeForm form;
  std::string name = "templates/intake.";
  name.append(language).append(".toml");
  const auto read = firstUsable(folders, name, problems, [&](const FoundFile& file) {
    form.text = readFile(file);
    form.custom = file.shown.starts_with("custom/");
    return readQuestionnaire(file.shown, form.text);
  });
  const bool hasCustom = folders.custom && !versionsOf(folders, name).empty() &&
                         versionsOf(folders, name).front().shown.starts_with("custom/");
  form.customBroken = hasCustom && !form.custom;
  if (read)
    form.questionnaire = *read;
  else
    form = {{}, {}, false, form.customBroken};
  return form;
}

}  // namespace

struct IntakeForms::State {
  struct Edition {
    IntakeForm form;
    std::vector<domain::ConsentText> consents;
    std::vector<Problem> problems;
  };

  // The nearest language there is.
  std::string served(std::string_view language) const {
    for (std::string_view tag = language; !tag.empty(); tag = shorterTag(tag))
      for (const auto& each : languages)
        if (each == tag) return each;
    return "en";
  }

  Edition& edition(std::string_view language) {
    const std::string tag = served(language);
    if (const auto found = editions.find(tag); found != editions.end()) return found->second;
    Edition& made = editions[tag];
    if (folders.templates.empty()) return made;
    made.form = readForm(folders, tag, made.problems);
    made.consents = loadConsents(folders, tag, made.problems);
    return made;
  }

  Folders folders;
  std::vector<std::string> languages{"en"};
  std::mutex mutex;
  std::map<std::string, Edition, std::less<>> editions;
  std::map<std::string, std::optional<domain::Questionnaire>, std::less<>> earlier;
};

IntakeForms::IntakeForms() : m_state(std::make_unique<State>()) {}
IntakeForms::IntakeForms(Folders folders) : IntakeForms() {
  m_state->languages = languagesIn(folders);
  m_state->folders = std::move(folders);
}
IntakeForms::~IntakeForms() = default;
IntakeForms::IntakeForms(IntakeForms&&) noexcept = default;
IntakeForms& IntakeForms::operator=(IntakeForms&&) noexcept = default;

const IntakeForm& IntakeForms::form(std::string_view language) const {
  const std::lock_guard lock(m_state->mutex);
  return m_state->edition(language).form;
}

const domain::Questionnaire* IntakeForms::earlier(std::string_view name) const {
  const std::lock_guard lock(m_state->mutex);
  const auto slash = name.find('/');
  if (m_state->folders.templates.empty() || slash == std::string_view::npos) return nullptr;
  auto found = m_state->earlier.find(name);
  if (found == m_state->earlier.end()) {
    std::string file(kEarlier);
    file.append("/intake.").append(name.substr(0, slash)).append(".").append(name.substr(slash + 1));
    file.append(".en.toml");
    std::optional<domain::Questionnaire> read;
    if (!versionsOf(m_state->folders, file).empty())
      read = firstUsable(m_state->folders, file, m_state->edition("en").problems,
                         [](const FoundFile& each) { return readQuestionnaire(each.shown, readFile(each)); });
    found = m_state->earlier.emplace(std::string(name), std::move(read)).first;
  }
  return found->second ? &*found->second : nullptr;
}

const std::vector<domain::ConsentText>& IntakeForms::consents(std::string_view language) const {
  const std::lock_guard lock(m_state->mutex);
  return m_state->edition(language).consents;
}

const std::vector<std::string>& IntakeForms::languages() const {
  return m_state->languages;
}

const std::vector<Problem>& IntakeForms::problems(std::string_view language) const {
  const std::lock_guard lock(m_state->mutex);
  return m_state->edition(language).problems;
}

}  // namespace unknot::content
