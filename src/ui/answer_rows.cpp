#include "ui/answer_rows.h"

#include <wx/choice.h>
#include <wx/textctrl.h>

#include <algorithm>
#include <array>

#include "domain/client_places.h"
#include "ui/accessible.h"
#include "ui/controls.h"
#include "ui/text.h"

namespace unknot::ui {
namespace {

constexpr int kHighestScore = 10;
constexpr std::array<const char*, 3> kSides{"left", "right", "both"};

int widthOf(const std::string& field) {
  return field == "what" || field == "words" || field == "activity" || field == "name" ? 3 : 2;
}

struct Option {
  std::string value;
  std::string label;
};

}  // namespace

AnswerRows::AnswerRows(wxWindow* parent, const Surroundings& around,
                       const std::vector<domain::PlainArea>& areas, const domain::Question& question,
                       Edit edit, std::function<void()> resized)
    : wxPanel(parent),
      m_around(around),
      m_areas(areas),
      m_question(question),
      m_edit(std::move(edit)),
      m_resized(std::move(resized)) {
  SetSizer(new wxBoxSizer(wxVERTICAL));
}

void AnswerRows::show(const domain::IntakeAnswer* answer) {
  m_rows = answer == nullptr ? std::vector<domain::AnswerRow>{} : answer->rows;
  layOut();
}

void AnswerRows::layOut() {
  Freeze();
  DestroyChildren();
  GetSizer()->Clear();
  for (std::size_t row = 0; row < m_rows.size(); ++row) addLine(row, m_rows[row]);
  // The line to begin with is no row until something is written into it.
  if (m_rows.empty()) addLine(0, {});
  auto* add = makeButton(this, m_around, "kiosk.row.add", [this] {
    if (m_rows.empty()) m_rows.emplace_back();
    m_rows.emplace_back();
    layOut();
    m_resized();
  });
  GetSizer()->Add(add, wxSizerFlags().Border(wxTOP, FromDIP(space::kTight)));
  Layout();
  Thaw();
}

void AnswerRows::addLine(std::size_t row, const domain::AnswerRow& filled) {
  auto* line = new wxBoxSizer(wxHORIZONTAL);
  for (const auto& field : domain::writtenFields(m_question.kind)) {
    const auto text = filled.find(field);
    auto* column = new wxBoxSizer(wxVERTICAL);
    if (row == 0)
      column->Add(makeText(this, m_around.words.say("kiosk.row." + field), Look::small),
                  wxSizerFlags().Border(wxBOTTOM, FromDIP(2)));
    column->Add(makeField(row, field, text == filled.end() ? std::string() : text->second),
                wxSizerFlags().Expand());
    line->Add(column, wxSizerFlags(widthOf(field)).Border(wxRIGHT, FromDIP(space::kSmall)));
  }
  auto* remove = makeButton(this, m_around, "kiosk.row.remove", [this, row] {
    // The button is deleted with its line: first let its own event end.
    CallAfter([this, row] {
      if (row < m_rows.size()) m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(row));
      m_edit([&](app::IntakeSheet& sheet) { sheet.removeRow(m_question.slug, row); });
      layOut();
      m_resized();
    });
  });
  setAccessibleName(remove, m_around.words.say("kiosk.row.removeNamed", {{"what", std::to_string(row + 1)}}));
  line->Add(remove, wxSizerFlags().Bottom());
  GetSizer()->Add(line, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(space::kTight)));
}

wxWindow* AnswerRows::makeField(std::size_t row, const std::string& field, const std::string& text) {
  // A point was put on the map; only there it can be moved.
  if (field == "area" && row < m_rows.size() && domain::isPoint(m_rows[row])) {
    const auto* area = domain::areaOf(m_areas, m_rows[row].at("region"));
    return new FlowText(
        this,
        m_around.words.say("kiosk.map.pointIn",
                           {{"area", area == nullptr ? "" : m_around.words.say("area." + area->slug)}}),
        Look::text);
  }
  const std::string name =
      m_question.label + ", " + m_around.words.say("kiosk.row." + field) + " " + std::to_string(row + 1);
  std::vector<Option> options;
  if (field == "side")
    for (const char* side : kSides)
      options.push_back({side, m_around.words.say("kiosk.side." + std::string(side))});
  if (field == "area")
    for (const auto& area : m_areas) options.push_back({area.slug, m_around.words.say("area." + area.slug)});
  if (field == "score")
    for (int score = 0; score <= kHighestScore; ++score)
      options.push_back({std::to_string(score), std::to_string(score)});
  if (options.empty()) {
    auto* made = new wxTextCtrl(this, wxID_ANY, toWx(text));
    setAccessibleName(made, name);
    made->Bind(wxEVT_TEXT,
               [this, row, field, made](wxCommandEvent&) { set(row, field, toUtf8(made->GetValue())); });
    return made;
  }
  // The first entry is nothing; a text that is none of the options stays as one of its own.
  if (!text.empty() && std::none_of(options.begin(), options.end(),
                                    [&](const Option& option) { return option.value == text; }))
    options.push_back({text, text});
  auto* made = new wxChoice(this, wxID_ANY);
  made->Append(wxString());
  for (const auto& option : options) {
    made->Append(toWx(option.label));
    if (option.value == text) made->SetSelection(static_cast<int>(made->GetCount()) - 1);
  }
  setAccessibleName(made, name);
  made->Bind(wxEVT_CHOICE, [this, row, field, options](wxCommandEvent& event) {
    const int at = event.GetSelection();
    set(row, field, at <= 0 ? std::string() : options[static_cast<std::size_t>(at - 1)].value);
  });
  return made;
}

void AnswerRows::set(std::size_t row, const std::string& field, const std::string& text) {
  if (row >= m_rows.size()) m_rows.resize(row + 1);
  if (text.empty())
    m_rows[row].erase(field);
  else
    m_rows[row][field] = text;
  m_edit([&](app::IntakeSheet& sheet) { sheet.setRow(m_question.slug, row, field, text); });
}

}  // namespace unknot::ui
