// What a column of somebody else's table says of a client.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace unknot::exchange {

enum class ColumnMeaning {
  leaveOut,
  name,       // in full; "Müller, Zoë" is turned round
  firstName,  // several are joined
  lastName,
  calledAs,
  pronouns,
  birthDate,
  phone,  // several are joined
  email,
  address,  // several are joined, a line each
  postalCode,
  occupation,
  emergencyContact,
  about,       // among the practitioner's own lines, as it is
  headedNote,  // the same, with the heading of its column before it
};

// In the order in which a person chooses.
const std::vector<ColumnMeaning>& columnMeanings();
std::string_view toString(ColumnMeaning meaning);
// Throws InputError ("error.choice").
ColumnMeaning columnMeaningFrom(std::string_view text);

// From headings in English, German, Spanish or French; a heading nobody knows is a headedNote, so that
// nothing is lost. "Name" beside "Vorname" is the last name.
std::vector<ColumnMeaning> guessMeanings(const std::vector<std::string>& headings);
// Whether a row looks like headings rather than like somebody's details.
bool looksLikeHeadings(const std::vector<std::string>& cells);

}  // namespace unknot::exchange
