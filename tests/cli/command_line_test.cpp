#include "cli/command_line.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "support/throws.h"

namespace unknot::cli {
namespace {

using Typed = std::vector<std::string>;

struct Wrong {
  Typed words;
  std::string start;  // of what is thrown
};
std::ostream& operator<<(std::ostream& out, const Wrong& wrong) {
  for (const auto& word : wrong.words) out << word << ' ';
  return out;
}

const std::vector<Wrong> kWrong = {
    {{}, "error.cli.none"},
    {{"--json"}, "error.cli.none"},
    {{"frobnicate"}, "error.cli.command value=frobnicate"},
    {{"client"}, "error.cli.command value=client"},
    {{"client", "remove", "p"}, "error.cli.command value=client"},
    {{"clients"}, "error.cli.operand operand=PRACTICE"},
    {{"clients", ""}, "error.cli.operand operand=PRACTICE"},
    {{"clients", "p", "--from", "2026-01-01"}, "error.cli.option option=--from"},
    {{"clients", "p", "-x"}, "error.cli.option option=-x"},
    {{"clients", "p", "--json", "--json"}, "error.cli.twice option=--json"},
    {{"clients", "p", "--json=yes"}, "error.cli.switch option=--json"},
    {{"clients", "p", "--user"}, "error.cli.value option=--user"},
    {{"clients", "p", "--password", "secret"}, "error.cli.password"},
    {{"clients", "p", "--password=secret"}, "error.cli.password"},
    {{"init", "p", "--name", "N"}, "error.cli.missing option=--practitioner"},
    {{"handout", "p", "c"}, "error.cli.missing option=-o"},
    {{"client", "add", "p", "f", "g"}, "error.cli.much value=g"},
    {{"regions", "p"}, "error.cli.much value=p"},
    {{"clients", "p", "--version"}, "error.cli.option option=--version"},
};

BOOST_AUTO_TEST_SUITE(CommandLine)

BOOST_DATA_TEST_CASE(WhatCantBeMeantIsWrongUsage, boost::unit_test::data::make(kWrong), wrong) {
  const auto thrown = test::thrownBy<UsageError>([&] { parseCommandLine(wrong.words); });
  BOOST_TEST(thrown.starts_with(wrong.start), thrown);
  BOOST_TEST(thrown.find("secret") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(OperandsAndOptionsMayStandInAnyOrder) {
  const auto a =
      parseCommandLine({"report", "-o", "x.pdf", "p", "--from=2026-01-01", "Ana", "--large-print"});
  BOOST_TEST(a.command->name == "report");
  BOOST_TEST(a.operand("PRACTICE") == "p");
  BOOST_TEST(a.operand("CLIENT") == "Ana");
  BOOST_TEST(a.option("-o").value() == "x.pdf");
  BOOST_TEST(a.option("--from").value() == "2026-01-01");
  BOOST_TEST(a.has("--large-print"));
  BOOST_TEST(!a.option("--to").has_value());
}

BOOST_AUTO_TEST_CASE(SearchWordsMayBeMany) {
  BOOST_TEST(parseCommandLine({"clients", "p", "zoë", "mül"}).operand("WORDS") == "zoë mül");
  BOOST_TEST(parseCommandLine({"clients", "p"}).operand("WORDS").empty());
}

BOOST_AUTO_TEST_CASE(BehindTwoDashesNothingIsAnOption) {
  const auto a = parseCommandLine({"clients", "--", "-p", "--json"});
  BOOST_TEST(a.operand("PRACTICE") == "-p");
  BOOST_TEST(a.operand("WORDS") == "--json");
  BOOST_TEST(!a.has("--json"));
}

BOOST_AUTO_TEST_CASE(HelpNeedsNothingElse) {
  BOOST_TEST(parseCommandLine({"--help"}).has("--help"));
  BOOST_TEST(parseCommandLine({"handout", "--help"}).command->name == "handout");
  BOOST_TEST(parseCommandLine({"--version"}).has("--version"));
}

BOOST_AUTO_TEST_CASE(UsageShowsWhatMustBeThereWithoutBrackets) {
  BOOST_TEST(parseCommandLine({"report", "--help"}).command->usage() ==
             "unknot-cli report PRACTICE CLIENT -o OUT.pdf [--from DATE] [--to DATE] [--paper a4|letter] "
             "[--large-print]");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace unknot::cli
