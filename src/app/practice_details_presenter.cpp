#include "app/practice_details_presenter.h"

#include <charconv>
#include <tuple>
#include <utility>

#include "app/form_edit.h"
#include "app/photos.h"
#include "app/practice_details.h"
#include "core/error.h"
#include "core/utf8.h"
#include "unicode/dates.h"

namespace unknot::app {
namespace {

// "practice.phone" is the form's "phone".
std::string fieldOf(const core::Message& message) {
  constexpr std::string_view kPrefix = "practice.";
  const std::string field = namedField(message);
  return field.starts_with(kPrefix) ? field.substr(kPrefix.size()) : std::string();
}

// Nothing for what can't be an age of consent.
std::optional<int> ageOf(const std::string& typed) {
  const std::string text = core::trimmed(typed);
  int years = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), years);
  if (fault != std::errc() || end != text.data() + text.size() || years < domain::kLowestAdultAge ||
      years > domain::kHighestAdultAge)
    return {};
  return years;
}

struct Logo {
  std::shared_ptr<const core::Photo> photo;
  std::optional<core::Message> problem;
};

Logo logoOf(const Workspace& work) {
  try {
    return {work.content.logo(), {}};
  } catch (const core::InputError& error) {
    return {{}, error.message()};
  }
}

}  // namespace

PracticeDetailsPresenter::PracticeDetailsPresenter(Desk& desk) : Presenter(desk.tasks), m_desk(desk) {}

void PracticeDetailsPresenter::open() {
  run([&work = m_desk.work] { return std::pair(work.store.practice(), logoOf(work)); },
      [this](const auto& read) {
        const auto& [practice, logo] = read;
        m_logo.reset();
        update([&](PracticeDetailsState& state) {
          state = {};
          state.ready = true;
          state.practitioner = practice.practitionerName;
          state.phone = practice.phone;
          state.accent = practice.accent;
          state.paper = practice.paper;
          state.emergencyNumber = practice.emergencyNumber;
          state.adultAge = std::to_string(practice.adultAge);
          state.logo = logo.photo;
          if (logo.problem) state.issues["logo"] = *logo.problem;
        });
      });
}

void PracticeDetailsPresenter::edit(const char* field,
                                    const std::function<void(PracticeDetailsState&)>& change) {
  update([&](PracticeDetailsState& state) {
    if (state.ready) editField(state, field, change);
  });
}

void PracticeDetailsPresenter::setPractitioner(const std::string& name) {
  edit("practitioner", [&](PracticeDetailsState& state) { state.practitioner = name; });
}

void PracticeDetailsPresenter::setPhone(const std::string& phone) {
  edit("phone", [&](PracticeDetailsState& state) { state.phone = phone; });
}

void PracticeDetailsPresenter::setAccent(const std::string& accent) {
  edit("accent", [&](PracticeDetailsState& state) { state.accent = accent; });
}

void PracticeDetailsPresenter::setPaper(domain::Paper paper) {
  edit("paper", [&](PracticeDetailsState& state) { state.paper = paper; });
}

void PracticeDetailsPresenter::setEmergencyNumber(const std::string& number) {
  edit("emergencyNumber", [&](PracticeDetailsState& state) { state.emergencyNumber = number; });
}

void PracticeDetailsPresenter::setAdultAge(const std::string& years) {
  edit("adultAge", [&](PracticeDetailsState& state) { state.adultAge = years; });
}

void PracticeDetailsPresenter::chooseLogo(const std::filesystem::path& file) {
  m_tasks.run(
      m_alive, [&work = m_desk.work, file] { return importLogo(work, file); },
      [this](ImportedPhoto logo) {
        m_logo = std::move(logo.bytes);
        edit("logo", [&](PracticeDetailsState& state) { state.logo = std::move(logo.photo); });
      },
      [this](std::exception_ptr error) {
        const auto why = core::describe(std::move(error));
        update([&](PracticeDetailsState& state) { state.issues["logo"] = why; });
      });
}

void PracticeDetailsPresenter::removeLogo() {
  m_logo = "";
  edit("logo", [](PracticeDetailsState& state) {
    state.logo.reset();
    // Also one that can't be read is taken away.
    state.changed = true;
  });
}

void PracticeDetailsPresenter::dropChanges() {
  m_logo.reset();
  update([](PracticeDetailsState& state) {
    state.changed = false;
    state.issues.clear();
  });
}

void PracticeDetailsPresenter::flush(std::function<void(bool)> done) {
  if (!state().changed) return done(true);
  const auto age = ageOf(state().adultAge);
  if (!age) {
    update([](PracticeDetailsState& state) {
      state.issues["adultAge"] = {"practiceDetails.adultAgeRange",
                                  {{"low", std::to_string(domain::kLowestAdultAge)},
                                   {"high", std::to_string(domain::kHighestAdultAge)}},
                                  {}};
    });
    return done(false);
  }
  PracticeDetails wanted{core::trimmed(state().practitioner),
                         core::trimmed(state().phone),
                         core::trimmed(state().accent),
                         state().paper,
                         core::trimmed(state().emergencyNumber),
                         *age,
                         m_logo};
  m_tasks.run(
      m_alive,
      [&work = m_desk.work, wanted] {
        changePractice(work, wanted);
        return work.clock.now();
      },
      [this, sent = state(), done](core::Instant at) {
        if (state().logo == sent.logo) m_logo.reset();
        update([&](PracticeDetailsState& state) {
          const auto typed = [](const PracticeDetailsState& of) {
            return std::tie(of.practitioner, of.phone, of.accent, of.paper, of.emergencyNumber, of.adultAge,
                            of.logo);
          };
          state.changed = typed(state) != typed(sent);
          state.savedAt = unicode::formatTime(at, m_desk.practice.timeZone, m_desk.practice.language);
        });
        // What was typed meanwhile goes behind it.
        flush(done);
      },
      [this, done](std::exception_ptr error) {
        failed(std::move(error));
        done(false);
      });
}

void PracticeDetailsPresenter::failed(std::exception_ptr error) {
  const auto message = core::describe(std::move(error));
  update([&](PracticeDetailsState& state) {
    if (const auto field = fieldOf(message); !field.empty())
      state.issues[field] = message;
    else
      state.problem = message;
  });
}

}  // namespace unknot::app
