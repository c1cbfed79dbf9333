#include "ui/session_texts.h"

#include <wx/sizer.h>

#include <algorithm>
#include <iterator>

#include "ui/accessible.h"
#include "ui/form.h"
#include "ui/notes_field.h"

namespace unknot::ui {
namespace {

using app::SessionText;

struct Tab {
  SessionText field;
  const char* labelId;  // on its tab
  const char* nameId;   // in full, for readers
};
constexpr Tab kTabs[] = {
    {SessionText::theirWords, "session.text.theirWords", "session.textName.theirWords"},
    {SessionText::postureAndGait, "session.text.postureAndGait", "session.textName.postureAndGait"},
    {SessionText::work, "session.text.work", "session.textName.work"},
    {SessionText::response, "session.text.response", "session.textName.response"},
    {SessionText::nextTime, "session.text.nextTime", "session.textName.nextTime"},
    {SessionText::privateMemo, "session.text.privateMemo", "session.textName.privateMemo"}};

constexpr int kPostureTab = 1;
static_assert(kTabs[kPostureTab].field == SessionText::postureAndGait);

constexpr int kTabHeight = 40;
constexpr int kLowestText = 64;
constexpr int kUsualPage = 76;
constexpr int kMeasuresPage = 122;
constexpr int kObservationsPage = 330;
constexpr int kLowestObservations = 60;

}  // namespace

SessionTexts::SessionTexts(wxWindow* parent, const Surroundings& around, const domain::SessionLists& lists,
                           app::SessionPresenter& presenter)
    : wxNotebook(parent, wxID_ANY), m_around(around), m_lists(lists), m_presenter(presenter) {
  setAccessibleName(this, around.words.say("session.texts"));
  for (const auto& tab : kTabs) {
    wxWindow* const page = tab.field == SessionText::postureAndGait ? makePosture() : makeText(tab.field);
    AddPage(page, around.say(tab.labelId));
  }
  m_measures = new SessionMeasures(this, around, lists.scales, presenter);
  AddPage(m_measures, around.say("session.text.measures"));
}

wxTextCtrl* SessionTexts::addText(wxWindow* page, wxSizer* column, SessionText field, const char* nameId,
                                  int lowest) {
  auto* text = new NotesField(page, m_around.words.language());
  setAccessibleName(text, m_around.words.say(nameId));
  text->SetMinSize(FromDIP(wxSize(200, lowest)));
  text->Bind(wxEVT_TEXT, [this, field, text](wxCommandEvent&) {
    if (m_mirroring) return;
    m_presenter.setText(field, toUtf8(text->GetValue()));
    // Not while the letter is on its way into the text.
    text->CallAfter([this, text] { expandPhrase(text); });
  });
  column->Add(text, wxSizerFlags(1).Expand());
  m_fields[field] = text;
  return text;
}

wxWindow* SessionTexts::makeText(SessionText field) {
  const auto* tab =
      std::find_if(std::begin(kTabs), std::end(kTabs), [&](const Tab& t) { return t.field == field; });
  auto* page = new wxPanel(this);
  auto* column = new wxBoxSizer(wxVERTICAL);
  if (field == SessionText::work) column->Add(makeLesson(page), wxSizerFlags().Expand());
  if (field == SessionText::privateMemo)
    column->Add(ui::makeText(page, m_around.words.say("session.privateMemoHelp"), Look::small),
                wxSizerFlags().Border(wxALL, FromDIP(space::kTight)));
  addText(page, column, field, tab->nameId, kLowestText);
  page->SetSizer(column);
  return page;
}

// The list to tick first, room for words under it.
wxWindow* SessionTexts::makePosture() {
  auto* page = new wxPanel(this);
  auto* column = new wxBoxSizer(wxVERTICAL);
  m_observations = new SessionObservations(page, m_around, m_lists.observations, m_presenter);
  m_observations->SetMinSize(FromDIP(wxSize(200, kLowestObservations)));
  column->Add(m_observations, wxSizerFlags(4).Expand());
  addText(page, column, SessionText::postureAndGait, "session.textName.postureAndGait", kLowestText / 2);
  page->SetSizer(column);
  return page;
}

wxSizer* SessionTexts::makeLesson(wxWindow* parent) {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  const std::string label = m_around.words.say("session.lesson");
  row->Add(ui::makeText(parent, label, Look::label),
           wxSizerFlags().CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(space::kSmall)));
  wxArrayString lessons;
  for (const auto& lesson : m_lists.lessons) lessons.Add(toWx(lesson));
  m_lesson = new wxComboBox(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, lessons);
  setAccessibleName(m_lesson, label);
  const auto take = [this](wxCommandEvent&) {
    if (!m_mirroring) m_presenter.setText(SessionText::lesson, toUtf8(m_lesson->GetValue()));
  };
  m_lesson->Bind(wxEVT_TEXT, take);
  m_lesson->Bind(wxEVT_COMBOBOX, take);
  row->Add(m_lesson, wxSizerFlags(1).Border(wxTOP | wxBOTTOM, FromDIP(2)));
  return row;
}

std::optional<SessionText> SessionTexts::focused() const {
  for (const auto& [field, text] : m_fields)
    if (text->HasFocus()) return field;
  return {};
}

void SessionTexts::focus(SessionText field) {
  wxTextCtrl* const text = m_fields.at(field);
  for (std::size_t page = 0; page < GetPageCount(); ++page)
    if (GetPage(page)->IsDescendant(text)) SetSelection(page);
  text->SetFocus();
  text->SetInsertionPointEnd();
}

// ";code" and a space or a new line: the code becomes its text, what was typed after it stays.
void SessionTexts::expandPhrase(wxTextCtrl* text) {
  const long caret = text->GetInsertionPoint();
  const std::string typed = toUtf8(text->GetRange(0, caret));
  if (typed.empty() || (typed.back() != ' ' && typed.back() != '\n')) return;
  const auto spot = domain::phraseBefore(m_lists, typed, typed.size() - 1);
  if (spot.text == nullptr) return;
  const auto from = static_cast<long>(toWx(typed.substr(0, spot.at)).length());
  text->Replace(from, caret - 1, toWx(*spot.text));
  text->SetInsertionPoint(text->GetInsertionPoint() + 1);
}

int SessionTexts::wantedHeight() const {
  const int page = GetSelection() == kPostureTab                          ? kObservationsPage
                   : GetSelection() == static_cast<int>(std::size(kTabs)) ? kMeasuresPage
                                                                          : kUsualPage;
  return FromDIP(kTabHeight + page);
}

void SessionTexts::show(const app::SessionState& state) {
  m_mirroring = true;
  const bool editable = state.ready && !state.readOnly && !state.draftOffered;
  for (const auto& [field, control] : m_fields) {
    setText(control, app::textOf(state.content, field));
    control->SetEditable(editable);
  }
  if (const wxString lesson = toWx(state.content.lesson); m_lesson->GetValue() != lesson)
    m_lesson->ChangeValue(lesson);
  m_lesson->Enable(editable);
  m_observations->show(state.content, editable);
  m_measures->show(state.content, editable);
  m_mirroring = false;
}

}  // namespace unknot::ui
