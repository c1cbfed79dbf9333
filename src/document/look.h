// How paper looks: sizes, spaces and colours in one place. Lengths are points; large print scales all of
// them.
#pragma once

#include <string>

#include "domain/practice.h"
#include "draw/typesetter.h"

namespace unknot::document {

// How close things stand. Tight saves pages where a language needs more room than another.
enum class Density { normal, tight };

struct Look {
  // `bodyPt`: size of body text, 11 to 22.
  static Look of(domain::Paper paper, double bodyPt, std::string language, Density density = Density::normal);

  draw::Size page;
  draw::Rect body;  // where text stands, without header and footer
  double scale = 1;
  std::string language = "en";

  draw::Color ink = draw::rgb(0x22303A);
  draw::Color muted = draw::rgb(0x56636D);
  draw::Color accent = draw::rgb(0x1F6E6B);
  draw::Color accentPale = draw::rgb(0xDCEBEA);
  draw::Color panel = draw::rgb(0xF3F6F7);
  draw::Color line = draw::rgb(0xC6D0D5);
  draw::Color caution = draw::rgb(0xB4531B);
  draw::Color cautionPale = draw::rgb(0xFBF1E6);

  double lineHeight = 1.29;
  double spacing = 1;  // of the usual space between things
  double bodySize() const { return 12 * scale; }
  double smallSize() const { return 9.5 * scale; }
  // About 68 characters of body text: longer lines are hard to follow.
  double measure() const { return 37 * bodySize(); }
  double space(double points) const { return points * scale * spacing; }

  draw::TextStyle text() const { return {bodySize(), draw::Weight::regular, false, ink}; }
  draw::TextStyle strong() const { return {bodySize(), draw::Weight::semibold, false, ink}; }
  draw::TextStyle small() const { return {smallSize(), draw::Weight::regular, false, muted}; }
  // Levels 1 to 3.
  draw::TextStyle heading(int level) const;
  draw::ParagraphStyle paragraph(double width, draw::Align align = draw::Align::left) const {
    return {width, lineHeight, align, language};
  }
};

}  // namespace unknot::document
