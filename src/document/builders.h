// From domain values to finished documents. Builders know the field; the page flow (document/flow.h) knows
// paper.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "content/content.h"
#include "document/document.h"
#include "domain/client.h"
#include "domain/consent.h"
#include "domain/exercise_plan.h"
#include "domain/figure_look.h"
#include "domain/intake.h"
#include "domain/safety.h"
#include "domain/session.h"
#include "draw/body_map_figure.h"
#include "draw/mannequin.h"
#include "draw/typesetter.h"

namespace unknot::document {

// What every builder needs.
struct BuildContext {
  const content::Content& content;
  draw::Typesetter& typesetter;
  const domain::Practice& practice;
  std::string language = "en";  // of the reader
  domain::Paper paper = domain::Paper::a4;
  bool largePrint = false;  // body text of 16 pt (RNIB Clear Print)
  core::Date today{1970, 1, 1};
  std::string recordCode;  // head of the audit chain, for the footer; may be empty
  domain::BodyBuild build = domain::BodyBuild::medium;  // of the figure on body maps and in exercises
  double bodyPt = 12;                                   // of body text that is not in large print
  domain::FigureLook look{};                            // of the figure in exercises
  std::shared_ptr<const core::Photo> logo{};            // of the practice, in the header; may be nullptr
};

// The home practice, for the client: a page or two of pictures, steps, dose and a week-grid to tick.
// On client paper never: SMA, trauma, dark vise, findings.
Document buildHandout(const BuildContext& context, const domain::Client& client,
                      const domain::ExercisePlan& plan);

struct ReportPeriod {
  std::optional<core::Date> from;
  std::optional<core::Date> to;
};

// The progress report: maps before and now, trends of tension and of pain (each on its own axis), table of
// regions. `sessions` are all of the client; the builder takes the hands-on ones of the period that are not
// in error. One session, none, or sessions without a map each give an honest page.
Document buildReport(const BuildContext& context, const domain::Client& client,
                     const std::vector<domain::Session>& sessions,
                     const std::vector<domain::Measure>& measures, const ReportPeriod& period);

// The pictures of one exercise in a row, on a page of their size.
Document buildExerciseCard(draw::Typesetter& typesetter, const domain::Exercise& exercise,
                           const draw::MannequinStyle& figure = {});

// What a map shows of one session.
enum class MapSubject { before, after, difference };

// One session's map, all four views, with key.
Document buildMapSheet(const BuildContext& context, const domain::Client& client,
                       const domain::Session& session, int sessionNumber, MapSubject subject);

// Everything charted in one session but the private memo, with who signed it: for the record on paper and
// for colleagues.
Document buildSessionSummary(const BuildContext& context, const domain::Client& client,
                             const domain::Session& session, int sessionNumber);

// What is asked, and asked to agree to, in the reader's language.
struct IntakeFormTexts {
  const domain::Questionnaire& questionnaire;
  const std::vector<domain::ConsentText>& consents;
};

// The questions on paper, to be filled in with a pen or on screen: in the PDF every box and every line is a
// field (document/form_names.h says what it is called).
Document buildIntakeForm(const BuildContext& context, const IntakeFormTexts& texts);

struct IntakeFormAnswers {
  const domain::Client& client;
  const domain::Intake& intake;
  std::vector<domain::Consent> consents;  // the newest word on each
};

// The same pages as they were answered. The answers are text and no fields: this is the record of what was
// said on a day, it looks the same on screen and on paper, and a long answer has the room that it needs.
Document buildFilledIntakeForm(const BuildContext& context, const IntakeFormTexts& texts,
                               const IntakeFormAnswers& answers);

// What a letter to a physician is written from.
struct ReferralGrounds {
  const domain::SafetyFlag& flag;
  std::vector<domain::IntakeAnswer> answers;  // behind the flag (domain::answersBehind)
  const domain::Questionnaire&
      questionnaire;               // that they answer, in the reader's language where there is one
  core::Date takenOn{1970, 1, 1};  // when they were given
  std::string physician;           // as the client told it; may be empty
};

// Says what the client told, in the client's words, and asks; with room for the physician's answer. It names
// no illness: neither the flag's title nor its reason is printed, which speak to the practitioner.
Document buildReferral(const BuildContext& context, const domain::Client& client,
                       const ReferralGrounds& grounds);

}  // namespace unknot::document
