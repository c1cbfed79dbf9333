#include <boost/test/unit_test.hpp>

#include <functional>
#include <string>
#include <vector>

#include "content/toml_file.h"
#include "scratch.h"

namespace unknot::content {
namespace {

struct Fault {
  std::string name;
  std::string text;
  std::function<void(TomlTable&)> read;
  std::string id;
  std::string line;
  std::string key;
  std::string allowed;
};

std::ostream& operator<<(std::ostream& out, const Fault& fault) {
  return out << fault.name;
}

void finish(TomlTable& table) {
  table.text("name");
  table.finish();
}

const std::vector<Fault> kFaults = {
    {"missing text", "a = 1\n", [](TomlTable& t) { t.text("name"); }, "error.file.missing", "1", "name",
     "a text in quotes"},
    {"blank text", "\nname = \" \"\n", [](TomlTable& t) { t.text("name"); }, "error.file.type", "2", "name",
     "a text in quotes"},
    {"a number for a text", "name = 3\n", [](TomlTable& t) { t.text("name"); }, "error.file.type", "1",
     "name", "a text in quotes"},
    {"outside the list", "\n\nkind = \"x\"\n",
     [](TomlTable& t) {
       t.oneOf("kind", {"a", "b"});
     },
     "error.file.choice", "3", "kind", "a, b"},
    {"the same twice", "some = [\"a\",\n \"a\"]\n",
     [](TomlTable& t) {
       t.someOf("some", {"a", "b"});
     },
     "error.file.twice", "1", "some", ""},
    {"a text among texts is a number", "some = [\"a\",\n 2]\n", [](TomlTable& t) { t.texts("some"); },
     "error.file.type", "2", "some", "a text in quotes"},
    {"no texts at all", "some = []\n", [](TomlTable& t) { t.texts("some"); }, "error.file.type", "1", "some",
     "a list of texts, [\"...\", \"...\"]"},
    {"too large", "n = 11\n", [](TomlTable& t) { t.whole("n", 1, 10); }, "error.file.type", "1", "n",
     "a whole number from 1 to 10"},
    {"not whole", "n = 1.5\n", [](TomlTable& t) { t.whole("n", 1, 10); }, "error.file.type", "1", "n",
     "a whole number from 1 to 10"},
    {"no number", "n = \"1\"\n", [](TomlTable& t) { t.number("n"); }, "error.file.type", "1", "n",
     "a number"},
    {"not finite", "n = inf\n", [](TomlTable& t) { t.number("n"); }, "error.file.type", "1", "n", "a number"},
    {"no flag", "f = 1\n", [](TomlTable& t) { t.flag("f"); }, "error.file.type", "1", "f", "true, false"},
    {"too few numbers", "p = [1]\n", [](TomlTable& t) { t.numbers("p", 2); }, "error.file.type", "1", "p",
     "a list of 2 numbers"},
    {"a short row", "p = [[1, 2],\n [3]]\n", [](TomlTable& t) { t.numberRows("p", 2); }, "error.file.type",
     "2", "p", "a list of lists of 2 numbers"},
    {"no table", "t = 1\n", [](TomlTable& t) { t.table("t"); }, "error.file.type", "1", "t", "a table [t]"},
    {"inside a table", "[en]\ntitle = 1\n", [](TomlTable& t) { t.table("en").text("title"); },
     "error.file.type", "2", "en.title", "a text in quotes"},
    {"a key nobody knows", "name = \"x\"\nnmae = \"y\"\n", finish, "error.file.unknown", "2", "nmae", "name"},
};

BOOST_AUTO_TEST_SUITE(TomlFileTest)

BOOST_AUTO_TEST_CASE(EveryFaultNamesFileLineKeyAndWhatIsAllowed) {
  for (const auto& fault : kFaults) {
    BOOST_TEST_CONTEXT(fault) {
      const TomlFile file("data/x.toml", fault.text);
      TomlTable root = file.root();
      try {
        fault.read(root);
        BOOST_ERROR("nothing was thrown");
      } catch (const core::InputError& error) {
        BOOST_TEST(error.message().id == fault.id);
        BOOST_TEST(tests::argOf(error.message(), "file") == "data/x.toml");
        BOOST_TEST(tests::argOf(error.message(), "line") == fault.line);
        BOOST_TEST(tests::argOf(error.message(), "key") == fault.key);
        BOOST_TEST(tests::argOf(error.message(), "allowed") == fault.allowed);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(BrokenTomlNamesItsLine) {
  try {
    TomlFile("data/x.toml", "a = 1\nb = \n");
    BOOST_ERROR("nothing was thrown");
  } catch (const core::InputError& error) {
    const Problem problem = problemOf(error, "elsewhere");
    BOOST_TEST(problem.message.id == "error.file.syntax");
    BOOST_TEST(problem.file == "data/x.toml");
    BOOST_TEST(problem.line == 2);
  }
}

BOOST_AUTO_TEST_CASE(EverythingThatIsThereIsRead) {
  const TomlFile file("x.toml", R"(
name = "Zoë"
empty = ""
kinds = ["a", "b"]
n = 7
half = 0.5
two = 2
yes = true
point = [1, 2.5]
path = [[0, 1], [2, 3]]
[inner]
x = 1
[[item]]
x = 2
[[item]]
x = 3
)");
  TomlTable root = file.root();
  BOOST_TEST(root.text("name") == "Zoë");
  BOOST_TEST(root.textOr("empty", "else") == "");
  BOOST_TEST(root.textOr("none", "else") == "else");
  BOOST_TEST(root.someOf("kinds", {"a", "b", "c"}) == (std::vector<std::string>{"a", "b"}),
             boost::test_tools::per_element());
  BOOST_TEST(root.whole("n", 1, 10) == 7);
  BOOST_TEST(root.wholeOr("none", 4, 1, 10) == 4);
  BOOST_TEST(root.number("half") == 0.5);
  BOOST_TEST(root.number("two") == 2.0);
  BOOST_TEST(!root.numberIf("none").has_value());
  BOOST_TEST(root.flag("yes"));
  BOOST_TEST(root.numbers("point", 2) == (std::vector<double>{1, 2.5}), boost::test_tools::per_element());
  BOOST_TEST(root.numberRows("path", 2).at(1).at(0) == 2.0);
  BOOST_TEST(root.table("inner").whole("x", 0, 9) == 1);
  BOOST_TEST(!root.tableIf("none").has_value());
  auto items = root.tables("item");
  BOOST_REQUIRE(items.size() == 2U);
  BOOST_TEST(items.at(1).whole("x", 0, 9) == 3);
  BOOST_TEST(items.at(1).line() == 15);
  root.finish();
}

BOOST_AUTO_TEST_CASE(KeysKeepTheOrderOfTheFile) {
  const TomlFile file("x.toml", "z = 1\na = 2\n[m]\nx = 1\n");
  BOOST_TEST(file.root().keys() == (std::vector<std::string>{"z", "a", "m"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace unknot::content
