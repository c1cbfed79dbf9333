// A question of the intake as a piece of paper: its words, what is ticked or written, and small beside it the
// boxes for who isn't sure or would rather tell.
#pragma once

#include <optional>
#include <vector>

#include "document/form_scene.h"
#include "document/parts.h"
#include "domain/intake.h"

namespace unknot::document {

class FormQuestions {
 public:
  // `intake`: what was answered; nullptr for a blank form. Keeps all of them.
  FormQuestions(const BuildContext& context, const Parts& parts, const domain::Questionnaire& questionnaire,
                const domain::Intake* intake);

  // The pieces of a question, in their order; only the body map has several.
  std::vector<Piece> pieces(const domain::Question& question) const;
  // Lines to write on behind their words, beside each other.
  struct Labelled {
    std::string words;
    std::string field;
    std::string answer;
  };
  Piece labelled(const std::vector<Labelled>& lines) const;
  // Two boxes, one of which is ticked.
  Piece decision(const std::string& field, const std::string& about,
                 const std::vector<std::pair<std::string, std::string>>& options,
                 const std::string& chosen) const;
  FormScene scene() const { return {m_layout, m_ink}; }

 private:
  struct Option {
    draw::FormField field;
    bool ticked = false;
  };
  struct Column {
    std::string field;
    double weight = 1;
    double fixed = 0;  // points; 0: by weight
  };
  // One question while it is laid out, from the top down.
  struct Draft {
    const domain::Question& question;
    const domain::IntakeAnswer* answer;
    FormScene scene;
    double y = 0;
  };

  void addHead(Draft& draft) const;
  std::string condition(const domain::Question& question) const;
  void addStates(Draft& draft, double x, double width, bool beside) const;
  void addBody(Draft& draft) const;
  // In columns, at least so many, with words that break; or one after the other where that takes fewer rows.
  void addOptions(FormScene& scene, double& y, const std::vector<Option>& options,
                  const draw::TextStyle& style, std::size_t leastColumns = 1) const;
  std::size_t rowsInFlow(const std::vector<double>& widths) const;
  void addFlow(FormScene& scene, double& y, const std::vector<Option>& options, const draw::TextStyle& style,
               const std::vector<double>& widths) const;
  void addDetail(Draft& draft, const std::string& words) const;
  void addScale(Draft& draft) const;
  void addRows(Draft& draft, int atLeast, const std::vector<Column>& columns) const;
  void addSide(Draft& draft, std::size_t row, double x, double width, const std::string& answer) const;
  void addFigures(Draft& draft) const;
  void drawSides(draw::Canvas& canvas, const domain::FigureView& figure, const draw::Rect& where) const;
  Piece areas(const domain::Question& question, const domain::IntakeAnswer* answer) const;

  draw::FormField field(draw::FieldKind kind, std::string name, const domain::Question& question) const;
  Option option(draw::FieldKind kind, const domain::Question& question, const std::string& slug,
                const std::string& label, const domain::IntakeAnswer* answer) const;
  std::string say(std::string_view id, std::vector<core::Message::Arg> args = {}) const;

  const BuildContext& m_context;
  const Parts& m_parts;
  const Look& m_look;
  const core::Words& m_words;
  const domain::Questionnaire& m_questionnaire;
  const domain::Intake* m_intake;
  LayoutContext m_layout;
  FormInk m_ink;
};

}  // namespace unknot::document
