// Short ways to make the values of drawings in tests.
#pragma once

#include <string>

#include "draw/typesetter.h"

namespace unknot::test {

inline draw::TextStyle textStyle(double size, draw::Weight weight = draw::Weight::regular,
                                 bool italic = false) {
  return {size, weight, italic, draw::rgb(0x22303A)};
}

inline draw::ParagraphStyle paragraphStyle(double width, draw::Align align = draw::Align::left,
                                           std::string language = "en") {
  return {width, 1.35, align, std::move(language)};
}

inline draw::Stroke strokeOf(draw::Color color, double width, std::vector<double> dash = {},
                             bool roundEnds = true) {
  return {color, width, std::move(dash), roundEnds};
}

// The names of the fictional clients, one a script.
struct ScriptSample {
  const char* script;
  const char* name;
  const char* sentence;
};
inline constexpr ScriptSample kScripts[] = {
    {"Latin", "Zoë Müller",
     "Lie on your back, knees bent; AVATAR, To, We, Ty: notice what touches the floor."},
    {"Latin, extended", "Łukasz Żółć", "Połóż się na plecach i zegnij kolana; oddychaj powoli."},
    {"Greek", "Νίκη Παπαδοπούλου", "Ξαπλώστε ανάσκελα με λυγισμένα γόνατα και αναπνεύστε αργά."},
    {"Cyrillic", "Ольга Ильинична Ёлкина", "Лягте на спину, согните колени и дышите медленно."},
    {"Hebrew", "דנה לוי", "שכבו על הגב עם ברכיים כפופות ונשמו לאט."},
    {"Arabic", "ليلى حداد", "استلقِ على ظهرك مع ثني ركبتيك وتنفس ببطء 3 مرات."},
    {"Japanese", "佐藤 花子", "仰向けに寝て膝を曲げ、ゆっくり息をします。"},
    {"Devanagari", "अनन्या शर्मा", "पीठ के बल लेट जाएँ, घुटने मोड़ें और धीरे साँस लें।"},
    {"Thai", "สมชาย ใจดี", "นอนหงายชันเข่าแล้วหายใจช้าๆ"},
};

}  // namespace unknot::test
