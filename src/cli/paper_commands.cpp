// What is printed. The exact PDF is kept in the chart, whatever form the file given out has.
#include <algorithm>

#include "app/clients.h"
#include "app/page_picture.h"
#include "cli/commands.h"
#include "cli/paper_options.h"

namespace unknot::cli {
namespace {

namespace fs = std::filesystem;

constexpr double kPictureDotsPerInch = 150;

// The word of an option as a value of `from`; without the option `usual`.
template <class Choice>
Choice choiceOption(const Call& call, std::string_view name, Choice (*from)(std::string_view), Choice usual) {
  const auto text = call.arguments().option(name);
  if (!text) return usual;
  try {
    return from(*text);
  } catch (const core::InputError& error) {
    std::string allowed;
    for (const auto& arg : error.message().args)
      if (arg.name == "allowed") allowed = arg.value;
    throw UsageError(
        {"error.cli.choice", {{"option", std::string(name)}, {"value", *text}, {"allowed", allowed}}, {}});
  }
}

draw::MannequinStyle figureChoice(const Call& call) {
  domain::FigureLook look;
  look.skin = choiceOption(call, "--skin", domain::skinToneFrom, look.skin);
  look.hair = choiceOption(call, "--hair", domain::hairStyleFrom, look.hair);
  look.hairColor = choiceOption(call, "--hair-color", domain::hairColorFrom, look.hairColor);
  return draw::mannequinStyle(
      look, choiceOption(call, "--build", domain::bodyBuildFrom, domain::BodyBuild::medium));
}

}  // namespace

void writeHandout(Call& call) {
  const auto file = call.outFile({".pdf"});
  const auto choice = paperChoice(call);
  auto practice = call.open();
  const auto client = app::resolveClient(practice.work, call.arguments().operand("CLIENT")).id;
  const auto document = app::composeHandout(practice.work, client, choice);
  giveOut(call, practice, client, domain::DocumentKind::handout, document, choice, file);
}

void writeReport(Call& call) {
  const auto file = call.outFile({".pdf"});
  const auto choice = paperChoice(call);
  const document::ReportPeriod period{call.dateOption("--from"), call.dateOption("--to")};
  auto practice = call.open();
  const auto client = app::resolveClient(practice.work, call.arguments().operand("CLIENT")).id;
  const auto document = app::composeReport(practice.work, client, period, choice);
  giveOut(call, practice, client, domain::DocumentKind::report, document, choice, file);
}

void writeMap(Call& call) {
  const auto file = call.outFile({".png", ".svg", ".pdf"});
  const auto choice = paperChoice(call);
  const auto number = call.numberOption("--session");
  const bool after = call.arguments().has("--after");
  if (after && call.arguments().has("--difference"))
    throw UsageError({"error.cli.together", {{"option", "--after"}, {"other", "--difference"}}, {}});
  const auto subject = call.arguments().has("--difference") ? document::MapSubject::difference
                       : after                              ? document::MapSubject::after
                                                            : document::MapSubject::before;
  auto practice = call.open();
  const auto client = app::resolveClient(practice.work, call.arguments().operand("CLIENT")).id;
  const auto document = app::composeMap(practice.work, client, number, subject, choice);
  if (document.pages.empty()) throw core::BugError("map without a page");
  const auto& page = document.pages.front();
  std::string picture;
  if (extensionOf(file) == ".png")
    picture = app::pageAsPng(page, kPictureDotsPerInch, call.assembly().fonts());
  if (extensionOf(file) == ".svg") picture = app::pageAsSvg(page, call.assembly().fonts());
  giveOut(call, practice, client, domain::DocumentKind::map, document, choice, file, picture);
}

void writeSessionSummary(Call& call) {
  const auto file = call.outFile({".pdf"});
  const auto choice = paperChoice(call);
  const auto number = call.numberOption("--session");
  auto practice = call.open();
  const auto client = app::resolveClient(practice.work, call.arguments().operand("CLIENT")).id;
  const auto document = app::composeSessionSummary(practice.work, client, number, choice);
  giveOut(call, practice, client, domain::DocumentKind::session, document, choice, file);
}

void writeReferral(Call& call) {
  const auto file = call.outFile({".pdf"});
  const auto choice = paperChoice(call);
  auto practice = call.open();
  const auto client = app::resolveClient(practice.work, call.arguments().operand("CLIENT")).id;
  const auto document = app::composeReferral(practice.work, client, call.arguments().operand("FLAG"), choice);
  giveOut(call, practice, client, domain::DocumentKind::referral, document, choice, file);
}

void writeExercise(Call& call) {
  const auto file = call.outFile({".png", ".svg"});
  const auto language = languageOption(call);
  const auto figure = figureChoice(call);
  const auto& slug = call.arguments().operand("EXERCISE");
  auto& assembly = call.assembly();
  const auto* exercise = assembly.content().exercise(slug, language);
  if (exercise == nullptr) throw core::InputError({"error.cli.exercise", {{"value", slug}}, {}});
  const auto card = document::buildExerciseCard(*assembly.makeTypesetter(), *exercise, figure);
  const auto& page = card.pages.front();
  call.surroundings().writeFile(file, extensionOf(file) == ".png"
                                          ? app::pageAsPng(page, kPictureDotsPerInch, assembly.fonts())
                                          : app::pageAsSvg(page, assembly.fonts()));
  if (call.json()) return call.printSaved("exercise", exercise->slug, {{"file", file.string()}});
  call.say(call.words().say("cli.picture", {{"file", file.string()}}));
}

}  // namespace unknot::cli
