// Fields with a label before each and what is wrong with it right under it. A field is known by the name that
// the presenter uses for its issues.
#pragma once

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/gbsizer.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/message.h"
#include "ui/controls.h"

namespace unknot::ui {

// What is wrong, by field name. Fields without an entry are right.
using FieldIssues = std::map<std::string, core::Message>;

class Form {
 public:
  // Adds its rows to `sizer`; controls are children of `parent`. Both outlive the form.
  Form(wxWindow* parent, wxSizer* sizer, const Surroundings& around);

  // The fields that follow share rows of this many equal columns.
  void columns(int count);

  // `onEdit` hears every change the person makes, never those made by setText or setChoice.
  wxTextCtrl* text(const std::string& field, std::string_view labelId,
                   std::function<void(std::string)> onEdit);
  wxTextCtrl* password(const std::string& field, std::string_view labelId,
                       std::function<void(std::string)> onEdit);
  // Several lines; about `lines` high.
  wxTextCtrl* longText(const std::string& field, std::string_view labelId, int lines,
                       std::function<void(std::string)> onEdit);
  wxChoice* choice(const std::string& field, std::string_view labelId, const std::vector<std::string>& labels,
                   std::function<void(int)> onEdit);
  // The box carries its own words.
  wxCheckBox* check(const std::string& field, std::string_view labelId, std::function<void(bool)> onEdit);
  // For labels that come from data instead of the word catalogue.
  wxTextCtrl* textLabelled(const std::string& field, std::string_view label, int lines,
                           std::function<void(std::string)> onEdit);
  // Any control made by the caller, with a label, where one is given, and an issue line.
  void add(const std::string& field, std::string_view label, const std::function<wxWindow*(wxWindow*)>& make);

  // Another label than the one it was made with.
  void setLabel(const std::string& field, std::string_view label);
  // For a field that is only there in some cases.
  void showField(const std::string& field, bool shown);
  // A quiet line under the field that helps; may stay "".
  void setHelp(const std::string& field, std::string_view help);

  // Shows the issues and clears the others; true when something changed its size.
  void showIssues(const FieldIssues& issues);
  // The first field that has an issue gets the focus.
  void focusFirstIssue();

 private:
  struct Field {
    wxWindow* control = nullptr;
    wxStaticText* label = nullptr;
    FlowText* issue = nullptr;
    FlowText* help = nullptr;
    wxSizer* box = nullptr;
  };

  wxBoxSizer* beginField(std::string_view label, wxStaticText** labelOut);
  void endField(const std::string& field, wxBoxSizer* box, wxStaticText* label, std::string_view name,
                wxWindow* control);
  wxTextCtrl* makeTextField(const std::string& field, std::string_view label, long style, int lines,
                            std::function<void(std::string)> onEdit);

  wxWindow* m_parent;
  wxSizer* m_sizer;
  const Surroundings& m_around;
  wxFlexGridSizer* m_grid = nullptr;
  std::map<std::string, Field> m_fields;
  std::vector<std::string> m_order;
};

// Puts a value into a field only when it differs, so that the caret and an unfinished word stay.
void setText(wxTextCtrl* field, std::string_view text);

}  // namespace unknot::ui
