// The lower part of the session screen: what is said and seen in words, one tab each, with observations and
// measures among them.
#pragma once

#include <wx/combobox.h>
#include <wx/notebook.h>
#include <wx/textctrl.h>

#include <functional>
#include <map>
#include <optional>

#include "app/session_presenter.h"
#include "ui/session_measures.h"
#include "ui/session_observations.h"

namespace unknot::ui {

class SessionTexts final : public wxNotebook {
 public:
  // Keeps all but the parent for as long as it lives.
  SessionTexts(wxWindow* parent, const Surroundings& around, const domain::SessionLists& lists,
               app::SessionPresenter& presenter);
  void show(const app::SessionState& state);
  // How high the page that is shown wants to be, in pixels.
  int wantedHeight() const;
  // The text that has the focus.
  std::optional<app::SessionText> focused() const;
  // Brings it to the front, with the caret at its end.
  void focus(app::SessionText field);

 private:
  wxTextCtrl* addText(wxWindow* page, wxSizer* column, app::SessionText field, const char* nameId, int lines);
  wxWindow* makeText(app::SessionText field);
  wxWindow* makePosture();
  wxSizer* makeLesson(wxWindow* parent);
  void expandPhrase(wxTextCtrl* text);

  const Surroundings& m_around;
  const domain::SessionLists& m_lists;
  app::SessionPresenter& m_presenter;
  bool m_mirroring = false;
  std::map<app::SessionText, wxTextCtrl*> m_fields;
  wxComboBox* m_lesson = nullptr;
  SessionObservations* m_observations = nullptr;
  SessionMeasures* m_measures = nullptr;
};

}  // namespace unknot::ui
