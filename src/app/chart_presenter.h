// A client's chart: the band that never scrolls away, last time, all sessions at a glance, intake and
// documents.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/clients.h"
#include "app/desk.h"
#include "app/presenter.h"
#include "draw/body_map_figure.h"

namespace unknot::app {

// Two maps of one session, as marks to draw.
struct SessionMaps {
  draw::BodyMapMarks before;
  draw::BodyMapMarks after;
  friend bool operator==(const SessionMaps& a, const SessionMaps& b) {
    return a.before.tension == b.before.tension && a.after.tension == b.after.tension;
  }
};

struct ChartSession {
  domain::SessionId id;
  int number = 0;  // among all of the client, as everywhere; 0 for calls and the like, which show none
  std::string day;
  std::string what;  // "Session 3", "Call", ...
  std::string lesson;
  std::string regions;  // "14 looked at, 3 at 3 or more"
  std::string state;    // "signed", "not signed yet", "entered in error"
  bool isSigned = false;
  bool hasMap = false;
  SessionMaps maps;
  friend bool operator==(const ChartSession&, const ChartSession&) = default;
};

struct ChartLastTime {
  domain::SessionId session;
  std::string heading;  // "Session 4, 12 March 2026"
  std::string lesson;
  std::string theirWords;
  std::string work;
  std::string response;
  std::string nextTime;
  bool hasMap = false;
  SessionMaps maps;
  friend bool operator==(const ChartLastTime&, const ChartLastTime&) = default;
};

struct ChartAnswer {
  std::string section;  // set on the first of a section
  std::string question;
  std::string answer;
  friend bool operator==(const ChartAnswer&, const ChartAnswer&) = default;
};

struct ChartDocument {
  domain::DocumentRecord record;
  std::string day;
  std::string kind;
  std::string pages;
  friend bool operator==(const ChartDocument&, const ChartDocument&) = default;
};

struct ChartState {
  bool ready = false;
  domain::ClientId client;
  std::string name;
  domain::BodyBuild build = domain::BodyBuild::medium;  // of the figure on their maps
  std::vector<std::string> facts;                       // pronouns, age, phone: those that are known
  std::string about;
  std::optional<ChartLastTime> lastTime;
  std::vector<ChartSession> sessions;  // newest first
  std::vector<std::string> planLines;  // exercise and dose
  std::string planHeading;             // "From 2 March 2026, review on 30 March 2026"
  std::vector<std::string> practised;  // week by week, the newest first
  std::string intakeHeading;           // "Version 2, taken on 2 March 2026"
  std::vector<ChartAnswer> answers;
  std::vector<ChartDocument> documents;  // newest first
  std::optional<core::Message> problem;
  friend bool operator==(const ChartState&, const ChartState&) = default;
};

class ChartPresenter final : public Presenter<ChartState> {
 public:
  explicit ChartPresenter(Desk& desk);

  void open(domain::ClientId client);
  void refresh();
  // A copy that was handed out, byte for byte, into a file of the person's choice; leaving is in the audit
  // chain.
  void saveDocument(domain::DocumentId document, const std::filesystem::path& file,
                    std::function<void()> done);

 private:
  void failed(std::exception_ptr error) override;
  ChartState stateOf(const Chart& chart) const;
  ChartSession sessionOf(const domain::Session& session, int number) const;
  ChartLastTime lastTimeOf(const domain::Session& session, int number) const;
  void addPlan(ChartState& state, const domain::ExercisePlan& plan) const;
  void addIntake(ChartState& state, const domain::Questionnaire& questions,
                 const domain::Intake& intake) const;

  Desk& m_desk;
  std::shared_ptr<void> m_subscription;
};

// An answer in words: chosen labels, "Not sure", "I'd rather tell you"; "" for none.
std::string answerText(const core::Words& words, const domain::Question& question,
                       const domain::IntakeAnswer& answer);

}  // namespace unknot::app
