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
#include "domain/exercise_plan.h"
#include "domain/figure_look.h"
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

}  // namespace unknot::document
