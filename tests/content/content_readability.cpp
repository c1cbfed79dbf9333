#include "readability.h"

#include <boost/test/unit_test.hpp>

#include <cctype>
#include <utility>

namespace unknot::tests {
namespace {

bool isLetter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '\'';
}

bool isVowel(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

bool endsWith(std::string_view word, std::string_view end) {
  return word.size() > end.size() && word.ends_with(end);
}

}  // namespace

std::vector<std::string> sentencesOf(std::string_view text) {
  std::vector<std::string> sentences(1);
  for (const char c : text) {
    if (std::string_view(".?!").find(c) != std::string_view::npos)
      sentences.emplace_back();
    else
      sentences.back() += c;
  }
  std::erase_if(sentences, [](const std::string& s) { return wordsOf(s).empty(); });
  return sentences;
}

std::vector<std::string> wordsOf(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (isLetter(c))
      words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    else
      words.emplace_back();
  }
  std::erase_if(words, [](const std::string& word) { return word.empty(); });
  return words;
}

int syllablesOf(std::string_view word) {
  int count = 0;
  bool before = false;
  for (const char c : word) {
    const bool vowel = isVowel(c);
    if (vowel && !before) ++count;
    before = vowel;
  }
  const bool silentE =
      endsWith(word, "e") && !endsWith(word, "le") && !endsWith(word, "ee") && !endsWith(word, "oe");
  const bool silentEd = endsWith(word, "ed") && !endsWith(word, "ted") && !endsWith(word, "ded");
  const bool silentEs =
      endsWith(word, "es") && !endsWith(word, "ses") && !endsWith(word, "ches") && !endsWith(word, "shes");
  if ((silentE || silentEd || silentEs) && count > 1) --count;
  return count > 0 ? count : 1;
}

double gradeLevel(std::string_view text) {
  const auto words = wordsOf(text);
  double syllables = 0;
  for (const auto& word : words) syllables += syllablesOf(word);
  const auto count = static_cast<double>(words.size());
  return 0.39 * count / static_cast<double>(sentencesOf(text).size()) + 11.8 * syllables / count - 15.59;
}

namespace {

BOOST_AUTO_TEST_SUITE(ReadabilityTest)

BOOST_AUTO_TEST_CASE(SyllablesOfTheWordsWeUse) {
  const std::vector<std::pair<std::string, int>> known = {
      {"back", 1},     {"breathe", 1}, {"pelvis", 2}, {"slowly", 2}, {"easily", 3},       {"little", 2},
      {"tailbone", 2}, {"knees", 1},   {"lifted", 2}, {"rolled", 1}, {"practitioner", 4}, {"the", 1}};
  for (const auto& [word, count] : known) BOOST_TEST(syllablesOf(word) == count, word);
}

BOOST_AUTO_TEST_CASE(HardTextsAreTold) {
  BOOST_TEST(gradeLevel("Lie on your back. Bend your knees. Let your arms rest.") < 2.0);
  BOOST_TEST(
      gradeLevel(
          "Proprioceptive re-education facilitates voluntary inhibition of habitual muscular contraction, "
          "particularly subsequent to neuromuscular sensitization.") > 16.0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace
}  // namespace unknot::tests
