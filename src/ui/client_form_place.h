#pragma once

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/client_form_presenter.h"
#include "ui/controls.h"
#include "ui/form.h"
#include "ui/navigation.h"
#include "ui/place.h"

namespace unknot::ui {

class ClientFormPlace final : public Place {
 public:
  ClientFormPlace(wxWindow* parent, const Surroundings& around, app::Desk& desk, Navigation& navigation);

  void startNew();
  void open(domain::ClientId client);

  wxString title() const override;
  void entered() override { m_fields.at("name")->SetFocus(); }
  // What was typed is saved; where it can't be, the person decides.
  void flush(Done done) override;
  bool isWayBack() const override { return false; }
  bool canPerform(Command command) const override { return command == Command::save; }
  void perform(Command) override { save(); }
  std::function<void(Navigation&)> reopen() const override;
  std::vector<wxWindow*> panes() override { return {m_page}; }

  app::ClientFormPresenter& presenter() { return m_presenter; }

 private:
  void makeText(Form& form, const char* field, const char* labelId);
  void makePerson(Card* card);
  void makeRest(Card* card);
  void makeLook(Form& form);
  void makeLanguage(Form& form);
  void mirrorLookalikes(const app::ClientFormState& state);
  void openLookalike(domain::ClientId client);
  void mirror(const app::ClientFormState& state);
  void save();

  Navigation& m_navigation;
  app::ClientFormPresenter m_presenter;
  ScrolledPage* m_page;
  std::vector<std::string> m_languages;  // that clients can be written to in
  wxStaticText* m_heading = nullptr;
  FlowText* m_problem = nullptr;
  Card* m_lookalikes = nullptr;
  std::vector<app::Lookalike> m_lookalikesShown;
  std::map<std::string, wxTextCtrl*> m_fields;
  std::unique_ptr<Form> m_person;
  std::unique_ptr<Form> m_rest;
  wxTextCtrl* m_birthDate = nullptr;
  wxChoice* m_build = nullptr;
  wxChoice* m_skin = nullptr;
  wxChoice* m_hair = nullptr;
  wxChoice* m_hairColor = nullptr;
  wxChoice* m_language = nullptr;

  wxChoice* m_status = nullptr;
  wxCheckBox* m_largePrint = nullptr;
  wxButton* m_save = nullptr;
  wxButton* m_merge = nullptr;
};

}  // namespace unknot::ui
