// Quiet questions about sides: "The text says ..., the map holds ...". One line each, with a way to say that
// it is right.
#pragma once

#include <wx/panel.h>

#include <vector>

#include "app/session_presenter.h"
#include "ui/controls.h"

namespace unknot::ui {

class DoubtBar final : public wxPanel {
 public:
  // Keeps both references for as long as it lives.
  DoubtBar(wxWindow* parent, const Surroundings& around, app::SessionPresenter& presenter);
  void show(const std::vector<app::SideDoubt>& doubts);

 private:
  void fill();

  const Surroundings& m_around;
  app::SessionPresenter& m_presenter;
  std::vector<app::SideDoubt> m_shown;
};

}  // namespace unknot::ui
