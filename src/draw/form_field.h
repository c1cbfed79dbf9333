// A place on a page that is filled in on screen (in a PDF: a field of its form). What is seen of it, lines
// and boxes, is drawn by whoever puts it there.
#pragma once

#include <string>

namespace unknot::draw {

enum class FieldKind {
  line,    // text in one line
  area,    // text in several
  tick,    // a box, ticked or not
  choice,  // a round box: one of those with the same name
  note     // a text that nobody sees and that stays as it is: what the form is
};

struct FormField {
  FieldKind kind = FieldKind::line;
  // Permanent, parts joined by dots: "q.medicines.2.dose". Once in a document; of choices once each option.
  std::string name;
  std::string description;  // the question: read aloud, and shown as a tip
  std::string option = {};  // choice: what it stands for, in the letters of a slug
  std::string words = {};   // tick and choice: what stands beside the box
  std::string text = {};    // note
  double size = 11;         // of what is typed, in units of the canvas
};

}  // namespace unknot::draw
