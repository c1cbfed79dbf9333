// One piece of a form while it is put together: words, boxes and lines, and the fields of the PDF on them.
// Positions are points from the piece's upper left corner.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "document/blocks.h"
#include "document/written_by_hand.h"

namespace unknot::document {

// Of what somebody wrote or ticked: nothing on a blank form.
struct FormInk {
  bool isBlank = true;  // with fields to fill in; else as answered, with none
};

class FormScene {
 public:
  FormScene(const LayoutContext& context, const FormInk& ink) : m_context(context), m_ink(ink) {}

  // As a paragraph, or as the role says.
  void text(draw::TextBlock text, draw::Point at, draw::Role role = draw::Role::paragraph);
  // What belongs together is read together.
  void begin(draw::Role role);
  void end();
  void drawing(std::string alternative, std::function<void(draw::Canvas&)> drawing);
  // A box and the words at its right, from `top` on; gives the height that they take.
  double box(const draw::FormField& field, draw::Point at, double width, const draw::TextStyle& style,
             bool ticked);
  // Room to write in: `lines` lines of it, more where an answer needs them; gives their height.
  double writing(draw::FormField field, draw::Point at, double width, int lines, const std::string& answer);
  // The height that writing() takes.
  double writingHeight(double width, int lines, const std::string& answer) const;
  // What the form is, where nobody sees it.
  void note(const std::string& name, const std::string& text);

  draw::TextBlock set(const std::string& text, const draw::TextStyle& style, double width) const;
  const Look& look() const { return m_context.look; }
  const LayoutContext& context() const { return m_context; }
  bool isBlank() const { return m_ink.isBlank; }

  // Done: everything as a piece of that height.
  Piece piece(double height) const;

 private:
  void add(std::function<void(draw::Canvas&)> call) { m_calls.push_back(std::move(call)); }

  const LayoutContext& m_context;
  const FormInk& m_ink;
  std::vector<std::function<void(draw::Canvas&)>> m_calls;
};

}  // namespace unknot::document
