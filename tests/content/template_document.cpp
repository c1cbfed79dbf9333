#include <boost/test/unit_test.hpp>

#include "content/built_in_templates.h"
#include "content/document_template.h"
#include "core/error.h"

using namespace unknot;
using content::parseTemplate;
using content::TemplateBlock;
using Kind = content::TemplateBlock::Kind;

namespace {

const std::string kFront = "+++\ntitle = \"Your home practice\"\nfooter = \"{{practice}}\"\n+++\n";

content::DocumentTemplate handout(const std::string& body) {
  return parseTemplate("handout", "h.md", kFront + body);
}

std::string textOf(const TemplateBlock& block) {
  std::string text;
  for (const auto& span : block.spans) text += span.text;
  return text;
}

std::string argument(const core::Message& message, std::string_view name) {
  for (const auto& arg : message.args)
    if (arg.name == name) return arg.value;
  return {};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(DocumentTemplateParser)

BOOST_AUTO_TEST_CASE(FrontMatterGivesTitleAndFooter) {
  const auto parsed = handout("");
  BOOST_TEST(parsed.title == "Your home practice");
  BOOST_TEST(parsed.footer == "{{practice}}");
  BOOST_TEST(parsed.blocks.empty());
}

BOOST_AUTO_TEST_CASE(MarkdownBecomesBlocksInOrderWithTheirLines) {
  const auto parsed = handout(
      "# One\n\nA *soft* and **strong** word, [here](https://example.org/a?b=1&amp;c=2).\n\n- first\n- "
      "second\n\n"
      "3. three\n4. four\n\n[[exercises]]\n\n---\n\n##### Deep\n");
  const std::vector<Kind> kinds{Kind::heading,    Kind::paragraph,  Kind::bulletItem,
                                Kind::bulletItem, Kind::numberItem, Kind::numberItem,
                                Kind::block,      Kind::rule,       Kind::heading};
  BOOST_REQUIRE_EQUAL(parsed.blocks.size(), kinds.size());
  for (std::size_t i = 0; i < kinds.size(); ++i)
    BOOST_TEST((parsed.blocks[i].kind == kinds[i]), "block " << i);
  BOOST_TEST(parsed.blocks[0].line == 5);
  BOOST_TEST(parsed.blocks[1].line == 7);
  BOOST_TEST(parsed.blocks[4].level == 3);
  BOOST_TEST(parsed.blocks[5].level == 4);
  BOOST_TEST(parsed.blocks[6].block == "exercises");
  BOOST_TEST(parsed.blocks[8].level == 3);

  const auto& spans = parsed.blocks[1].spans;
  BOOST_REQUIRE_EQUAL(spans.size(), 7U);
  BOOST_TEST(spans[1].text == "soft");
  BOOST_TEST(spans[1].emphasis);
  BOOST_TEST(spans[3].text == "strong");
  BOOST_TEST(spans[3].strong);
  BOOST_TEST(spans[5].text == "here");
  BOOST_TEST(spans[5].link == "https://example.org/a?b=1&c=2");
}

BOOST_AUTO_TEST_CASE(NestedListsAndLooseItemsKeepEveryWord) {
  const auto parsed = handout("- a\n\n  more of a\n- b\n  - c\n- d\n");
  const std::vector<std::string> texts{"a", "more of a", "b", "c", "d"};
  BOOST_REQUIRE_EQUAL(parsed.blocks.size(), texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) BOOST_TEST(textOf(parsed.blocks[i]) == texts[i]);
  BOOST_TEST((parsed.blocks[1].kind == Kind::paragraph));
  BOOST_TEST((parsed.blocks[4].kind == Kind::bulletItem));
}

BOOST_AUTO_TEST_CASE(HtmlIsPlainText) {
  const auto parsed =
      handout("<b>Hello</b> & <script>x</script>\n\n<div>\n\n&lt;i&gt; &#8211; &#x2013; &#0; &nonsense;\n");
  BOOST_REQUIRE_EQUAL(parsed.blocks.size(), 3U);
  BOOST_TEST(textOf(parsed.blocks[0]) == "<b>Hello</b> & <script>x</script>");
  BOOST_TEST(textOf(parsed.blocks[1]) == "<div>");
  BOOST_TEST(textOf(parsed.blocks[2]) == "<i> \u2013 \u2013 \uFFFD &nonsense;");
}

BOOST_AUTO_TEST_CASE(WindowsLineEndsAndAByteOrderMarkAreFine) {
  const auto parsed =
      parseTemplate("handout", "h.md", "\xEF\xBB\xBF+++\r\ntitle = \"T\"\r\n+++\r\n\r\nOne\r\ntwo\r\n");
  BOOST_TEST(parsed.title == "T");
  BOOST_REQUIRE_EQUAL(parsed.blocks.size(), 1U);
  BOOST_TEST(textOf(parsed.blocks[0]) == "One two");
  BOOST_TEST(parsed.blocks[0].line == 5);
}

BOOST_AUTO_TEST_CASE(ABlockInsideASentenceIsText) {
  const auto parsed = handout("See [[exercises]] below.\n");
  BOOST_TEST((parsed.blocks.at(0).kind == Kind::paragraph));
}

BOOST_AUTO_TEST_CASE(FaultsNameFileLineAndOffender) {
  struct Fault {
    std::string text;
    std::string id;
    std::string line;
    std::string name;
  };
  const std::vector<Fault> faults{
      {"", "error.template.front", "1", "+++"},
      {"# No front matter\n", "error.template.front", "1", "+++"},
      {"+++\ntitle = \"T\"\n", "error.template.front", "1", "+++"},
      {"+++\nfooter = \"f\"\n+++\n", "error.template.title", "1", "title"},
      {"+++\ntitle = \"T\"\ncolour = \"red\"\n+++\n", "error.template.key", "3", "colour"},
      {"+++\ntitle = 4\n+++\n", "error.template.text", "2", "title"},
      {"+++\ntitle = \"{{nobody}}\"\n+++\n", "error.template.placeholder", "2", "nobody"},
      {kFront + "\nDear\n{{ client }} and\n{{ cleint }},\n", "error.template.placeholder", "8", "cleint"},
      {kFront + "- one\n- {{client\n", "error.template.open", "6", "{{"},
      {kFront + "{{**client**}}\n", "error.template.open", "5", "{{"},
      {kFront + "\n\n[[exercise]]\n", "error.template.block", "7", "exercise"},
      {kFront + "[[maps]]\n", "error.template.block", "5", "maps"},
      {kFront + "[x](https://example.org/{{client}})\n", "error.template.link", "5",
       "https://example.org/{{client}}"},
      {kFront + "\xFF\n", "error.template.utf8", "0", "handout"},
  };
  for (const auto& fault : faults) {
    BOOST_TEST_CONTEXT(fault.text) {
      try {
        parseTemplate("handout", "custom/h.md", fault.text);
        BOOST_ERROR("was accepted");
      } catch (const core::InputError& error) {
        BOOST_TEST(error.message().id == fault.id);
        BOOST_TEST(argument(error.message(), "file") == "custom/h.md");
        BOOST_TEST(argument(error.message(), "line") == fault.line);
        BOOST_TEST(argument(error.message(), "name") == fault.name);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(ABrokenTomlLineIsCountedInTheFile) {
  try {
    parseTemplate("handout", "h.md", "+++\ntitle = \"T\"\nfooter = oops\n+++\n");
    BOOST_ERROR("was accepted");
  } catch (const core::InputError& error) {
    BOOST_TEST(error.message().id == "error.template.toml");
    BOOST_TEST(argument(error.message(), "line") == "3");
  }
}

BOOST_AUTO_TEST_CASE(TheShippedTemplatesAreBuiltInAndParse) {
  for (const std::string name : {"handout", "report"}) {
    const auto parsed = content::builtInTemplate(name);
    BOOST_TEST(parsed.file == "templates/" + name + ".en.md");
    BOOST_TEST(!parsed.title.empty());
    std::set<std::string> used;
    for (const auto& block : parsed.blocks)
      if (block.kind == Kind::block) used.insert(block.block);
    for (const auto& block : content::vocabularyOf(name).blocks)
      BOOST_TEST(used.contains(block), name << ": " << block);
  }
}

// Every cut and every flipped byte of a real file is read or refused, and nothing else happens.
BOOST_AUTO_TEST_CASE(DamagedFilesAreReadOrRefused) {
  std::string text;
  for (const auto& builtIn : content::builtInTemplateTexts())
    if (builtIn.fileName == "handout.en.md") text = builtIn.text;
  BOOST_REQUIRE(text.size() > 500);
  int refused = 0;
  const auto tryOut = [&](const std::string& damaged) {
    try {
      parseTemplate("handout", "h.md", damaged);
    } catch (const core::InputError& error) {
      BOOST_TEST(error.message().id.starts_with("error.template."));
      ++refused;
    }
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    tryOut(text.substr(0, i));
    for (const char bad : {'\0', '[', '{', '+', '`', '\xE2', '\n'}) {
      std::string damaged = text;
      damaged[i] = bad;
      tryOut(damaged);
    }
  }
  BOOST_TEST(refused > 0);
}

BOOST_AUTO_TEST_SUITE_END()
