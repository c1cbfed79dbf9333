// Whether two descriptions may be of the same person. It is only ever a question: families share names,
// phones and addresses, and a name can be written in two ways.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/date.h"

namespace unknot::domain {

// What is compared. Texts are folded already (unicode::searchWords, digitsOf, foldForSearch).
struct PersonMarks {
  std::vector<std::string> nameWords;
  std::optional<core::Date> birthDate;
  std::vector<std::string> phones;  // digits only, one number each
  std::vector<std::string> emails;
};

enum class NameLikeness { different, similar, same };

struct Likeness {
  NameLikeness name = NameLikeness::different;
  bool sameBirthDate = false;
  bool otherBirthDate = false;  // both are known and differ
  bool samePhone = false;
  bool sameEmail = false;

  // Same or similar name and no other birth date, or the same phone or e-mail.
  bool isMatch() const;
  // The same name, and something else that agrees.
  bool isSure() const;
  // What agrees and what doesn't, in stable words: "same-name", "similar-name", "same-birth-date",
  // "other-birth-date", "same-phone", "same-email".
  std::vector<std::string_view> signs() const;
  // More is more alike.
  int rank() const;
  friend bool operator==(const Likeness&, const Likeness&) = default;
};

// Names are the same in any order of their words, with "ue" for "ü". They are similar when one letter in all
// is added, missing, another one or has changed its place, in two words where the birth date is the same; or
// when the words of one (two and more) are all in the other. Phone numbers are the same with or without the
// country in front.
Likeness compare(const PersonMarks& a, const PersonMarks& b);

// Many people, found by what they may have in common, so that nobody is compared with everybody: 10,000
// against 20,000 takes about as long as reading them. Of a name or a birthday that hundreds share only the
// first hundreds are looked at.
class LookalikeIndex {
 public:
  struct Found {
    std::size_t number = 0;
    Likeness likeness;
  };

  // Gives numbers from 0 on.
  std::size_t add(PersonMarks marks);
  std::size_t size() const { return m_people.size(); }
  // Most alike first, then by number; at most `most`.
  std::vector<Found> find(const PersonMarks& marks, std::size_t most) const;

 private:
  std::vector<PersonMarks> m_people;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> m_blocks;
};

}  // namespace unknot::domain
