// A client's chart: the band that never scrolls away, last time, all sessions at a glance, intake and
// documents.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/clients.h"
#include "app/desk.h"
#include "app/flag_lines.h"
#include "app/presenter.h"
#include "domain/client_places.h"
#include "draw/body_map_figure.h"

namespace unknot::app {

// Two maps of one session, as marks to draw.
struct SessionMaps {
  draw::BodyMapMarks before;
  draw::BodyMapMarks after;
  friend bool operator==(const SessionMaps& a, const SessionMaps& b) {
    return a.before.tension == b.before.tension && a.after.tension == b.after.tension &&
           a.before.caution == b.before.caution;
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
  std::string answer;    // "" where there is none any more
  bool changed = false;  // since the version before
  std::string before;    // then; "" where it was not answered
  friend bool operator==(const ChartAnswer&, const ChartAnswer&) = default;
};

struct ChartConsent {
  domain::ConsentText text;
  std::string state;      // "Agreed, 2 March 2026, signed by Ana Example"
  bool accepted = false;  // can be withdrawn
  friend bool operator==(const ChartConsent&, const ChartConsent&) = default;
};

struct ChartDocument {
  domain::DocumentRecord record;
  std::string line;   // "5 Mar 2026 · Came in · from Dr Example · About the knee"
  std::string aside;  // "dated 3 Mar 2026 · 2 pages"
  friend bool operator==(const ChartDocument&, const ChartDocument&) = default;
};

// A chart that is part of this one.
struct ChartPart {
  domain::ClientId client;
  std::string line;  // "Holds the chart of Zoe Miller too, since 3 Mar 2026."
  friend bool operator==(const ChartPart&, const ChartPart&) = default;
};

struct ChartState {
  bool ready = false;
  domain::ClientId client;
  std::string name;
  domain::BodyBuild build = domain::BodyBuild::medium;  // of the figure on their maps
  std::vector<std::string> facts;                       // pronouns, age, phone: those that are known
  std::string about;
  std::vector<FlagLine> flags;  // raised by the newest answers
  std::vector<ChartPart> held;
  std::optional<ChartLastTime> lastTime;
  std::vector<ChartSession> sessions;      // newest first
  std::vector<std::string> planLines;      // exercise and dose
  std::string planHeading;                 // "From 2 March 2026, review on 30 March 2026"
  std::vector<std::string> practised;      // week by week, the newest first
  std::vector<std::string> intakes;        // "Version 2, taken on 2 March 2026"; newest first
  std::size_t shownIntake = 0;             // which of them
  std::vector<ChartAnswer> answers;        // of that one, to the questions it answered
  std::optional<std::string> intakeDraft;  // when answers were typed that wait to be saved
  domain::ClientPlaces places;             // where they said that it hurts
  std::vector<ChartConsent> consents;      // each text there is, and those that were signed once
  std::vector<ChartDocument> documents;    // newest first
  std::optional<core::Message> problem;
  friend bool operator==(const ChartState&, const ChartState&) = default;
};

class ChartPresenter final : public Presenter<ChartState> {
 public:
  explicit ChartPresenter(Desk& desk);

  void open(domain::ClientId client);
  void refresh();
  // `index`: in State::intakes.
  void showIntake(std::size_t index);
  // Without a reason none is kept: none has to be given.
  void withdrawConsent(const std::string& slug, const std::string& reason);
  // They signed it on a sheet of paper.
  void signedOnPaper(const std::string& slug);
  // Takes a part out of this chart again.
  void separate(domain::ClientId other);

 private:
  void failed(std::exception_ptr error) override;
  ChartState stateOf(const Chart& chart) const;
  ChartSession sessionOf(const domain::Session& session, int number) const;
  ChartLastTime lastTimeOf(const domain::Session& session, int number) const;
  ChartDocument documentOf(const domain::DocumentRecord& record) const;
  void addPlan(ChartState& state, const domain::ExercisePlan& plan) const;
  void addIntake(ChartState& state, const domain::Questionnaire& questions, std::size_t index) const;
  void addConsents(ChartState& state, const Chart& chart) const;

  Desk& m_desk;
  std::shared_ptr<void> m_subscription;
  std::vector<domain::Intake> m_intakes;  // of the State, newest first
};

}  // namespace unknot::app
