// A movement of the practice's own: its words, dose and cautions, and pictures: borrowed from the library,
// photos and drawings.
#pragma once

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/spinctrl.h>
#include <wx/textctrl.h>

#include <array>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/own_exercise_presenter.h"
#include "ui/controls.h"
#include "ui/form.h"
#include "ui/place.h"
#include "ui/pose_strip.h"

namespace unknot::ui {

class OwnExercisePlace final : public Place {
 public:
  // Keeps all but the parent for as long as it lives.
  OwnExercisePlace(wxWindow* parent, const Surroundings& around, app::Desk& desk);

  // "": a new one. A shipped movement is copied, an own one is changed.
  void open(const domain::ExerciseSlug& base);

  wxString title() const override { return around().say("ownExercise.place"); }
  void entered() override { m_fields.at("title")->SetFocus(); }
  // What was typed is saved; where it can't be, the person decides.
  void flush(Done done) override;
  core::Message saveStatus() const override;
  bool isWayBack() const override { return false; }
  bool canPerform(Command command) const override { return command == Command::save; }
  void perform(Command) override { save(); }
  std::function<void(Navigation&)> reopen() const override;
  std::vector<wxWindow*> panes() override { return {m_begin, m_page}; }

  // For tests.
  app::OwnExercisePresenter& presenter() { return m_presenter; }
  wxChoice* begin() { return m_begin; }
  wxTextCtrl* field(const std::string& name) { return m_fields.at(name); }
  wxWindow* strip() { return m_strip; }
  wxTextCtrl* caption(std::size_t place) { return m_captions.at(place); }

 private:
  wxSizer* makeHead();
  void makeWords(Card* card);
  void makeDose(Card* card);
  void makePictures(Card* card);
  void makeCautions(Card* card);
  wxSpinCtrl* makeNumber(const char* field, const char* labelId, int high,
                         void (app::OwnExercisePresenter::*set)(int));
  // What was typed into a number is its value once it is asked for.
  void takeNumbers();
  void beginWith(int index);
  void addPhoto();
  void save();
  void mirror(const app::OwnExerciseState& state);
  void mirrorBegin(const app::OwnExerciseState& state);
  void mirrorPictures(const app::OwnExerciseState& state);

  app::OwnExercisePresenter m_presenter;
  domain::ExerciseSlug m_base;  // what it began with
  bool m_mirroring = false;
  bool m_swapping = false;  // what is open is being saved before another one takes its place

  wxChoice* m_begin = nullptr;
  std::vector<std::string> m_basesShown;
  FlowText* m_problem = nullptr;
  FlowText* m_saved = nullptr;
  ScrolledPage* m_page = nullptr;
  std::unique_ptr<Form> m_words, m_dose, m_pictureForm;
  std::map<std::string, wxTextCtrl*> m_fields;
  wxChoice* m_position = nullptr;
  wxSpinCtrl* m_repetitions = nullptr;
  wxSpinCtrl* m_minutes = nullptr;
  wxCheckBox* m_eachSide = nullptr;
  std::map<std::string, wxCheckBox*> m_movements;
  std::array<wxChoice*, app::kOwnPictures> m_pictures{};
  std::array<wxTextCtrl*, app::kOwnPictures> m_captions{};
  wxButton* m_addPhoto = nullptr;
  FlowText* m_photoIssue = nullptr;
  std::vector<app::PictureChoice> m_picturesShown;
  PoseStrip* m_strip = nullptr;
  std::vector<std::string> m_stripShown;
};

}  // namespace unknot::ui
