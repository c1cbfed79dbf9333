// How hard a text is to read: Flesch-Kincaid grade level (Kincaid et al. 1975, Research Branch Report 8-75):
// 0.39 words a sentence + 11.8 syllables a word - 15.59.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace unknot::tests {

std::vector<std::string> sentencesOf(std::string_view text);
std::vector<std::string> wordsOf(std::string_view text);
// Of an English word, by its groups of vowels; right for most words.
int syllablesOf(std::string_view word);
double gradeLevel(std::string_view text);

}  // namespace unknot::tests
