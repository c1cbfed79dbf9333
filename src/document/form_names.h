// What the fields of the intake form are called in the PDF: permanent, like the slugs that they are made of,
// so that a form that was printed last year can still be read.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace unknot::document {

// Parts of a question's fields.
inline constexpr std::string_view kFormText = "text";  // what is written
inline constexpr std::string_view kFormOne = "one";    // the slug of the one that was chosen, a number, "yes"
inline constexpr std::string_view kFormDetail = "detail";  // beneath a "yes" or a choice
inline constexpr std::string_view kFormState = "state";    // "not-sure", "rather-tell"
inline constexpr std::string_view kFormWords = "words";    // of the places that hurt
inline constexpr std::string_view kFormChoice = "choice";  // of several
inline constexpr std::string_view kFormArea = "area";      // likewise

inline constexpr std::string_view kFormAbout = "form.about";
inline constexpr std::string_view kFormDate = "form.date";

// "q.sleep.detail"
std::string formField(std::string_view question, std::string_view part);
// "q.new-signs.choice.fever", "q.where.area.belly"
std::string formTick(std::string_view question, std::string_view part, std::string_view slug);
// "q.medicines.2.dose"; rows count from 1.
std::string formRow(std::string_view question, std::size_t row, std::string_view field);
// "consent.hands-on.decision"
std::string formConsent(std::string_view slug, std::string_view part);

// Which questions a form asks: what is in its field kFormAbout.
struct FormAbout {
  std::string questionnaire;  // "general/2"
  std::string code;           // of the questions as they were printed (domain::definitionCode)
  std::string language;
};
std::string toString(const FormAbout& about);
// Nothing for the text of another form.
std::optional<FormAbout> formAboutFrom(std::string_view text);

}  // namespace unknot::document
