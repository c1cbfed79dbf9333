#include "ui/form.h"

#include "ui/accessible.h"

namespace unknot::ui {

namespace {

constexpr int kFieldGap = 14;
constexpr int kColumnGap = 20;
// Of a field in one of several columns: columns of the same least width stay equally wide.
constexpr int kColumnWidth = 240;

}  // namespace

Form::Form(wxWindow* parent, wxSizer* sizer, const Surroundings& around)
    : m_parent(parent), m_sizer(sizer), m_around(around) {
  columns(1);
}

void Form::columns(int count) {
  m_grid = new wxFlexGridSizer(count, m_parent->FromDIP(kFieldGap), m_parent->FromDIP(kColumnGap));
  for (int column = 0; column < count; ++column) m_grid->AddGrowableCol(static_cast<std::size_t>(column), 1);
  m_grid->SetFlexibleDirection(wxBOTH);
  m_sizer->Add(m_grid, 0, wxEXPAND | wxBOTTOM, m_parent->FromDIP(kFieldGap));
}

wxTextCtrl* Form::text(const std::string& field, std::string_view labelId,
                       std::function<void(std::string)> onEdit) {
  return makeTextField(field, m_around.words.say(labelId), 0, 1, std::move(onEdit));
}

wxTextCtrl* Form::password(const std::string& field, std::string_view labelId,
                           std::function<void(std::string)> onEdit) {
  return makeTextField(field, m_around.words.say(labelId), wxTE_PASSWORD | wxTE_PROCESS_ENTER, 1,
                       std::move(onEdit));
}

wxTextCtrl* Form::longText(const std::string& field, std::string_view labelId, int lines,
                           std::function<void(std::string)> onEdit) {
  return makeTextField(field, m_around.words.say(labelId), wxTE_MULTILINE, lines, std::move(onEdit));
}

wxTextCtrl* Form::textLabelled(const std::string& field, std::string_view label, int lines,
                               std::function<void(std::string)> onEdit) {
  return makeTextField(field, label, lines > 1 ? wxTE_MULTILINE : 0, lines, std::move(onEdit));
}

wxChoice* Form::choice(const std::string& field, std::string_view labelId,
                       const std::vector<std::string>& labels, std::function<void(int)> onEdit) {
  wxChoice* made = nullptr;
  add(field, m_around.words.say(labelId), [&](wxWindow* parent) {
    wxArrayString items;
    for (const auto& label : labels) items.Add(toWx(label));
    made = new wxChoice(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, items);
    return made;
  });
  made->Bind(wxEVT_CHOICE, [edit = std::move(onEdit)](wxCommandEvent& event) { edit(event.GetSelection()); });
  return made;
}

wxCheckBox* Form::check(const std::string& field, std::string_view labelId,
                        std::function<void(bool)> onEdit) {
  auto* box = new wxBoxSizer(wxVERTICAL);
  const wxString words = m_around.say(labelId);
  auto* made = new wxCheckBox(m_parent, wxID_ANY, words);
  box->AddStretchSpacer();
  box->Add(made, 0, wxTOP | wxBOTTOM, m_parent->FromDIP(space::kSmall));
  endField(field, box, nullptr, toUtf8(wxControl::RemoveMnemonics(words)), made);
  made->Bind(wxEVT_CHECKBOX, [edit = std::move(onEdit)](wxCommandEvent& event) { edit(event.IsChecked()); });
  return made;
}

void Form::add(const std::string& field, std::string_view label,
               const std::function<wxWindow*(wxWindow*)>& make) {
  wxStaticText* labelText = nullptr;
  wxBoxSizer* box = beginField(label, &labelText);
  wxWindow* control = make(m_parent);
  box->Add(control, 0, wxEXPAND);
  endField(field, box, labelText, toUtf8(wxControl::RemoveMnemonics(toWx(label))), control);
}

void Form::setLabel(const std::string& field, std::string_view label) {
  const auto found = m_fields.find(field);
  if (found == m_fields.end() || found->second.label == nullptr) return;
  found->second.label->SetLabel(toWx(label));
  setAccessibleName(found->second.control, toUtf8(wxControl::RemoveMnemonics(toWx(label))));
}

void Form::showField(const std::string& field, bool shown) {
  const auto found = m_fields.find(field);
  if (found == m_fields.end()) return;
  found->second.box->ShowItems(shown);
  if (!shown) return;
  for (FlowText* line : {found->second.help, found->second.issue}) line->Show(!line->text().empty());
}

void Form::setHelp(const std::string& field, std::string_view help) {
  const auto found = m_fields.find(field);
  if (found == m_fields.end()) return;
  found->second.help->setText(help);
  found->second.help->Show(!help.empty());
  setAccessibleDescription(found->second.control, help);
}

void Form::showIssues(const FieldIssues& issues) {
  bool changed = false;
  for (auto& [name, field] : m_fields) {
    const auto issue = issues.find(name);
    const std::string sentence = issue == issues.end() ? std::string() : m_around.words.say(issue->second);
    if (field.issue->text() == sentence) continue;
    field.issue->setText(sentence);
    field.issue->Show(!sentence.empty());
    setAccessibleDescription(field.control, sentence);
    changed = true;
  }
  if (changed) relayout(m_parent->GetChildren().front());
}

void Form::focusFirstIssue() {
  for (const auto& name : m_order) {
    const Field& field = m_fields.at(name);
    if (!field.issue->IsShown()) continue;
    field.control->SetFocus();
    return;
  }
}

wxBoxSizer* Form::beginField(std::string_view label, wxStaticText** labelOut) {
  auto* box = new wxBoxSizer(wxVERTICAL);
  if (label.empty()) return box;
  // The label is made before its control: that order is what a mnemonic and a reader go by.
  auto* text = new wxStaticText(m_parent, wxID_ANY, wxString());
  setLook(text, Look::label);
  text->SetLabel(toWx(label));
  box->Add(text, 0, wxBOTTOM, m_parent->FromDIP(space::kTight));
  *labelOut = text;
  return box;
}

void Form::endField(const std::string& field, wxBoxSizer* box, wxStaticText* label, std::string_view name,
                    wxWindow* control) {
  setAccessibleName(control, name);
  if (label != nullptr) setLabelledBy(control, label);
  Field entry;
  entry.control = control;
  entry.label = label;
  entry.box = box;
  entry.help = new FlowText(m_parent, "", Look::muted);
  setLook(entry.help, Look::small);
  entry.issue = new FlowText(m_parent, "", Look::issue);
  for (FlowText* line : {entry.help, entry.issue}) {
    box->Add(line, 0, wxEXPAND | wxTOP, m_parent->FromDIP(space::kTight));
    line->Hide();
  }
  if (m_grid->GetCols() > 1) box->SetMinSize(m_parent->FromDIP(kColumnWidth), -1);
  m_grid->Add(box, 1, wxEXPAND);
  m_fields[field] = entry;
  m_order.push_back(field);
}

wxTextCtrl* Form::makeTextField(const std::string& field, std::string_view label, long style, int lines,
                                std::function<void(std::string)> onEdit) {
  wxTextCtrl* made = nullptr;
  add(field, label, [&](wxWindow* parent) {
    made = new wxTextCtrl(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, style);
    if (lines > 1)
      made->SetMinSize(wxSize(-1, made->GetCharHeight() * lines + parent->FromDIP(space::kLarge)));
    return made;
  });
  made->Bind(wxEVT_TEXT,
             [edit = std::move(onEdit), made](wxCommandEvent&) { edit(toUtf8(made->GetValue())); });
  return made;
}

void setText(wxTextCtrl* field, std::string_view text) {
  const wxString value = toWx(text);
  if (field->GetValue() != value) field->ChangeValue(value);
}

}  // namespace unknot::ui
