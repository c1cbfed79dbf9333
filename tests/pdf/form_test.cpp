// Forms as other programs see and fill them: qpdf's command, and files that are no forms at all.
#include <boost/test/unit_test.hpp>

#include <functional>
#include <map>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/utf8.h"
#include "pdf/form_reader.h"
#include "pdf/pdf_writer.h"
#include "support/drawing.h"
#include "support/fonts.h"
#include "support/temporary_folder.h"
#include "support/throws.h"
#include "support/tools.h"

using namespace unknot;
using draw::FieldKind;
using draw::FormField;
using test::thrownBy;

namespace {

document::Document formOf(const std::vector<FormField>& fields) {
  document::Document made{"Questions", "Studio Willow", "en", {}};
  made.pages.push_back(
      {document::pageSize(domain::Paper::a4), {[fields](draw::Canvas& canvas) {
         double y = 100;
         for (const auto& field : fields) {
           const bool box = field.kind == FieldKind::tick || field.kind == FieldKind::choice;
           canvas.beginElement(draw::Role::paragraph, {});
           canvas.field({60, y, box ? 12.0 : 300.0, 12}, field);
           test::testTypesetter().line(field.description, test::textStyle(12)).draw(canvas, {380, y + 10});
           canvas.endElement();
           y += 30;
         }
       }}});
  return made;
}

const std::vector<FormField>& allKinds() {
  static const std::vector<FormField> fields{
      {FieldKind::note, "form.about", "", "", "", "unknot-intake-form/1 general/2 0 en"},
      {FieldKind::line, "q.name.text", "What is your name?"},
      {FieldKind::area, "q.reason.text", "What brings you?"},
      {FieldKind::tick, "q.signs.choice.fever", "Any of these?", "", "Fever"},
      {FieldKind::choice, "q.began.one", "How did it begin?", "slowly", "Slowly"},
      {FieldKind::choice, "q.began.one", "How did it begin?", "suddenly", "Suddenly"}};
  return fields;
}

struct Form {
  test::TemporaryFolder folder;
  std::unique_ptr<document::FormReader> reader = pdf::makeFormReader();

  std::string path(const std::string& name) const { return (folder.path() / name).string(); }
  std::string written(const std::vector<FormField>& fields = allKinds()) {
    auto bytes = pdf::makePdfWriter(test::testFonts())->write(formOf(fields));
    test::writeFile(path("form.pdf"), bytes);
    return bytes;
  }
  std::string tool(const std::string& command) {
    const auto result = test::runTool(command);
    BOOST_TEST(result.status == 0, command << ": " << result.output);
    return result.output;
  }
  std::string plain() { return tool("qpdf --qdf --object-streams=disable '" + path("form.pdf") + "' -"); }
  // Sets the values of fields as a program does that knows nothing of us: in qpdf's own JSON, where a text is
  // "u:text" or "b:hex" and a name "/Yes".
  document::FilledForm filled(const std::map<std::string, std::string>& values,
                              const std::string& key = "/V") {
    written();
    tool("qpdf --json-output --json-stream-data=inline '" + path("form.pdf") + "' '" + path("form.json") +
         "'");
    const auto all = nlohmann::json::parse(test::readFile(path("form.json")));
    const auto& objects = all["qpdf"][1];
    const std::function<std::string(const nlohmann::json&)> nameOf = [&](const nlohmann::json& field) {
      std::string name = field.contains("/Parent")
                             ? nameOf(objects["obj:" + field["/Parent"].get<std::string>()]["value"]) + "."
                             : std::string();
      return field.contains("/T") ? name + field["/T"].get<std::string>().substr(2) : name;
    };
    auto changed = nlohmann::json::object();
    for (const auto& [id, object] : objects.items()) {
      if (!object.contains("value") || !object["value"].is_object() || !object["value"].contains("/T"))
        continue;
      const auto found = values.find(nameOf(object["value"]));
      if (found == values.end()) continue;
      auto value = object["value"];
      value[key] = found->second;
      changed[id] = {{"value", value}};
    }
    BOOST_REQUIRE(changed.size() == values.size());
    test::writeFile(path("update.json"),
                    nlohmann::json{{"qpdf", nlohmann::json::array({all["qpdf"][0], changed})}}.dump());
    tool("qpdf '" + path("form.pdf") + "' --update-from-json='" + path("update.json") + "' '" +
         path("filled.pdf") + "'");
    return reader->read(test::readFile(path("filled.pdf")));
  }
  std::string refused(const std::string& bytes) {
    return thrownBy<core::InputError>([&] { reader->read(bytes); });
  }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(PdfForm, Form)

BOOST_AUTO_TEST_CASE(AFormIsSoundAndTheSameTwice) {
  const auto bytes = written();
  BOOST_TEST(bytes == written());
  tool("qpdf --check '" + path("form.pdf") + "'");
  const auto fields = tool("qpdf --json --json-key=acroform '" + path("form.pdf") + "'");
  for (const std::string name :
       {"form.about", "q.name.text", "q.reason.text", "q.signs.choice.fever", "q.began.one"})
    BOOST_TEST(fields.find("\"" + name + "\"") != fields.npos, name);
}

BOOST_AUTO_TEST_CASE(FieldsAreToldInTheTagsAndReadAloud) {
  written();
  const auto text = plain();
  for (const std::string part : {"/S /Form", "/TU ", "/Tabs /S", "/StructParent "})
    BOOST_TEST(text.find(part) != text.npos, part);
  // The note is there and nobody sees it.
  BOOST_TEST(text.find("/F 2\n") != text.npos);
}

BOOST_AUTO_TEST_CASE(WhatIsTypedHasAFontInTheFile) {
  written();
  const auto text = plain();
  BOOST_TEST(text.find("/FontFile2") != text.npos);
  BOOST_TEST(text.find("/WinAnsiEncoding") != text.npos);
  BOOST_TEST(text.find("/BaseFont /FILLIN+") != text.npos);
}

BOOST_AUTO_TEST_CASE(ABlankFormSaysOnlyWhatItIs) {
  const auto form = reader->read(written());
  BOOST_TEST(form.pages == 1);
  BOOST_REQUIRE(form.values.size() == 1U);
  BOOST_TEST(form.values.at("form.about") == "unknot-intake-form/1 general/2 0 en");
}

BOOST_AUTO_TEST_CASE(TextsComeBackInEveryWayThatAPdfHasForThem) {
  const auto valueOf = [&](const std::string& text) {
    const auto form = filled({{"q.reason.text", text}});
    const auto found = form.values.find("q.reason.text");
    return found == form.values.end() ? std::string("nothing") : found->second;
  };
  BOOST_TEST(valueOf("u:Łucja said: “Zoë”") == "Łucja said: “Zoë”");
  BOOST_TEST(valueOf("b:5a6feb") == "Zoë");                // PDFDocEncoding
  BOOST_TEST(valueOf("b:feff005a006f00eb") == "Zoë");      // UTF-16, high byte first
  BOOST_TEST(valueOf("b:fffe5a006f00eb00") == "Zoë");      // low byte first
  BOOST_TEST(valueOf("b:efbbbfc58175636a61") == "Łucja");  // UTF-8
  BOOST_TEST(valueOf("b:6f6e650d74776f0d0a7468726565") == "one\ntwo\nthree");
  BOOST_TEST(valueOf("b:feff0061000100620008") == "ab");
  BOOST_TEST(valueOf("b:20200a") == "nothing");
  // Half a letter, and letters that are none, are marked as such.
  for (const std::string broken : {"b:feffd800", "b:feff00", "b:efbbbfff61"})
    BOOST_TEST(core::isValidUtf8(valueOf(broken)), broken);
}

BOOST_AUTO_TEST_CASE(BoxesComeBackByTheirValueOrTheirLook) {
  BOOST_TEST(filled({{"q.signs.choice.fever", "/Yes"}}).values.at("q.signs.choice.fever") == "yes");
  BOOST_TEST(filled({{"q.signs.choice.fever", "/Yes"}}, "/AS").values.at("q.signs.choice.fever") == "yes");
  // Whatever a program calls it.
  BOOST_TEST(filled({{"q.signs.choice.fever", "/On"}}).values.at("q.signs.choice.fever") == "yes");
  BOOST_TEST(filled({{"q.signs.choice.fever", "/Off"}}).values.count("q.signs.choice.fever") == 0U);
}

BOOST_AUTO_TEST_CASE(AChoiceComesBackByItsName) {
  BOOST_TEST(filled({{"q.began.one", "/suddenly"}}).values.at("q.began.one") == "suddenly");
  BOOST_TEST(filled({{"q.began.one", "/Off"}}).values.count("q.began.one") == 0U);
}

BOOST_AUTO_TEST_CASE(WhatIsNoFormIsRefusedInASentence) {
  BOOST_TEST(refused("") == "error.form.notPdf");
  BOOST_TEST(refused("A letter.") == "error.form.notPdf");
  BOOST_TEST(refused("%PDF-1.7\nnothing more") == "error.form.damaged");
  BOOST_TEST(refused(std::string(document::kLargestForm + 1, 'x')) == "error.form.large");
  written();
  tool("qpdf --encrypt secret secret 256 -- '" + path("form.pdf") + "' '" + path("locked.pdf") + "'");
  BOOST_TEST(refused(test::readFile(path("locked.pdf"))) == "error.form.locked");
}

BOOST_AUTO_TEST_CASE(ALockThatOnlyForbidsChangingIsReadThrough) {
  written();
  tool("qpdf --encrypt '' owner 256 -- '" + path("form.pdf") + "' '" + path("owned.pdf") + "'");
  BOOST_TEST(reader->read(test::readFile(path("owned.pdf"))).values.count("form.about") == 1U);
}

BOOST_AUTO_TEST_CASE(APdfWithoutFieldsIsEmpty) {
  const auto bytes = written({});
  BOOST_TEST(bytes.find("AcroForm") == bytes.npos);
  BOOST_TEST(reader->read(bytes).values.empty());
}

// Cut anywhere, a file is read as far as it can be mended, or refused; nothing else happens.
BOOST_AUTO_TEST_CASE(ACutFormIsReadOrRefused) {
  const auto whole = written();
  for (std::size_t length = 0; length < whole.size(); length += whole.size() / 60 + 1) {
    try {
      reader->read(whole.substr(0, length));
    } catch (const core::InputError&) {
    }
  }
  for (std::size_t at = 0; at < whole.size(); at += whole.size() / 150 + 1) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x55);
    try {
      reader->read(changed);
    } catch (const core::InputError&) {
    }
  }
  BOOST_TEST(true);
}

BOOST_AUTO_TEST_CASE(ThousandsOfFieldsAreTooMany) {
  std::string pdf = "%PDF-1.7\n1 0 obj <</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [";
  for (int i = 0; i < 30'000; ++i) pdf += "<</T (x) /FT /Tx /V (y)>>";
  pdf += "]>>>> endobj\n2 0 obj <</Type /Pages /Kids [] /Count 0>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n";
  BOOST_TEST(refused(pdf) == "error.form.fields");
}

BOOST_AUTO_TEST_CASE(AFieldThatHangsInItselfEnds) {
  const std::string pdf =
      "%PDF-1.7\n1 0 obj <</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [3 0 R]>>>> endobj\n"
      "2 0 obj <</Type /Pages /Kids [] /Count 0>> endobj\n3 0 obj <</T (a) /Kids [3 0 R 4 0 R]>> endobj\n"
      "4 0 obj <</T (b) /FT /Tx /V (here)>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n";
  BOOST_TEST(reader->read(pdf).values.at("a.b") == "here");
}

BOOST_AUTO_TEST_CASE(TwoFieldsOfOneNameAreABug) {
  BOOST_CHECK_THROW(written({{FieldKind::line, "q.a.text", "A"}, {FieldKind::line, "q.a.text", "A"}}),
                    core::BugError);
  BOOST_CHECK_THROW(written({{FieldKind::line, "q.a", "A"}, {FieldKind::line, "q.a.text", "A"}}),
                    core::BugError);
}

BOOST_AUTO_TEST_SUITE_END()
