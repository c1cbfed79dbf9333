#include "ui/own_exercise_place.h"

#include <algorithm>

#include "ui/accessible.h"
#include "ui/dialogs.h"

namespace unknot::ui {
namespace {

using app::OwnExercisePresenter;
using domain::Position;

constexpr int kFormWidth = 760;
constexpr int kBeginWidth = 240;
constexpr int kStripHeight = 170;
constexpr int kStepLines = 6;
constexpr int kSentenceLines = 2;
constexpr int kCautionColumns = 3;
constexpr int kMostRepetitions = 100;
constexpr int kMostMinutes = 60;

}  // namespace

OwnExercisePlace::OwnExercisePlace(wxWindow* parent, const Surroundings& around, app::Desk& desk)
    : Place(parent, around), m_presenter(desk) {
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  const int wide = FromDIP(space::kWide);
  sizer->Add(makeHead(), wxSizerFlags().Expand().Border(wxALL, wide));
  m_problem = new FlowText(this, "", Look::problem);
  m_saved = new FlowText(this, "", Look::hint);
  for (FlowText* line : {m_problem, m_saved}) {
    line->Hide();
    sizer->Add(line, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, wide));
  }
  m_page = new ScrolledPage(this);
  auto* column = new wxBoxSizer(wxVERTICAL);
  for (const auto make : {&OwnExercisePlace::makeWords, &OwnExercisePlace::makeDose,
                          &OwnExercisePlace::makePictures, &OwnExercisePlace::makeCautions}) {
    auto* card = new Card(m_page);
    (this->*make)(card);
    card->SetMinSize(FromDIP(wxSize(kFormWidth, -1)));
    column->Add(card, wxSizerFlags().Expand().Border(wxBOTTOM, FromDIP(space::kLarge)));
  }
  m_page->SetSizer(column);
  sizer->Add(m_page, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, wide));
  SetSizer(sizer);
  m_presenter.listen([this](const app::OwnExerciseState& state) { mirror(state); });
}

wxSizer* OwnExercisePlace::makeHead() {
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  head->Add(new FlowText(this, around().words.say("ownExercise.place"), Look::title),
            wxSizerFlags(1).CentreVertical());
  const wxString words = around().say("ownExercise.begin");
  auto* label = new wxStaticText(this, wxID_ANY, wxString());
  setLook(label, Look::label);
  label->SetLabel(words);
  head->Add(label, wxSizerFlags().CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(space::kSmall)));
  m_begin = new wxChoice(this, wxID_ANY);
  m_begin->SetMinSize(FromDIP(wxSize(kBeginWidth, -1)));
  setAccessibleName(m_begin, toUtf8(wxControl::RemoveMnemonics(words)));
  setLabelledBy(m_begin, label);
  m_begin->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) { beginWith(event.GetSelection()); });
  head->Add(m_begin, wxSizerFlags().CentreVertical().Border(wxRIGHT, FromDIP(space::kMedium)));
  head->Add(makeButton(
                this, around(), "ownExercise.save", Look::primary, [this] { save(); }, "save"),
            wxSizerFlags().CentreVertical());
  return head;
}

void OwnExercisePlace::makeWords(Card* card) {
  m_words = std::make_unique<Form>(card, card->inner(), around());
  const auto add = [this](const char* field, int lines) {
    m_fields[field] =
        m_words->textLabelled(field, around().words.say("ownExercise.field." + std::string(field)), lines,
                              [this, name = std::string(field)](const std::string& text) {
                                if (!m_mirroring) m_presenter.setText(name, text);
                              });
  };
  add("title", 1);
  add("purpose", 1);
  add("steps", kStepLines);
  add("sense", kSentenceLines);
  add("caution", kSentenceLines);
  add("easier", kSentenceLines);
}

void OwnExercisePlace::makeDose(Card* card) {
  m_dose = std::make_unique<Form>(card, card->inner(), around());
  m_dose->columns(2);
  std::vector<std::string> positions;
  for (const auto position : domain::kPositions)
    positions.push_back(around().words.say("position." + std::string(domain::toString(position))));
  m_position = m_dose->choice("position", "ownExercise.position", positions, [this](int index) {
    m_presenter.setPosition(domain::kPositions[static_cast<std::size_t>(index)]);
  });
  m_eachSide = m_dose->check("eachSide", "ownExercise.field.eachSide",
                             [this](bool each) { m_presenter.setEachSide(each); });
  m_repetitions = makeNumber("repetitions", "ownExercise.field.repetitions", kMostRepetitions,
                             &OwnExercisePresenter::setRepetitions);
  m_minutes =
      makeNumber("minutes", "ownExercise.field.minutes", kMostMinutes, &OwnExercisePresenter::setMinutes);
}

wxSpinCtrl* OwnExercisePlace::makeNumber(const char* field, const char* labelId, int high,
                                         void (OwnExercisePresenter::*set)(int)) {
  wxSpinCtrl* spin = nullptr;
  m_dose->add(field, around().words.say(labelId), [&](wxWindow* parent) {
    spin = new wxSpinCtrl(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize, wxSP_ARROW_KEYS, 1,
                          high);
    return spin;
  });
  spin->Bind(wxEVT_SPINCTRL, [this, set](wxSpinEvent& event) {
    if (!m_mirroring) (m_presenter.*set)(event.GetPosition());
  });
  return spin;
}

void OwnExercisePlace::makePictures(Card* card) {
  m_pictureForm = std::make_unique<Form>(card, card->inner(), around());
  Form& form = *m_pictureForm;
  form.columns(2);
  for (std::size_t i = 0; i < m_pictures.size(); ++i) {
    // What is wrong with the pictures stands at the first.
    const std::string field = i == 0 ? "pictures" : "picture" + std::to_string(i + 1);
    form.add(field, around().words.say("ownExercise.picture", {{"number", std::to_string(i + 1)}}),
             [&](wxWindow* parent) { return m_pictures[i] = new wxChoice(parent, wxID_ANY); });
    m_pictures[i]->Bind(wxEVT_CHOICE, [this, i](wxCommandEvent& event) {
      const int index = event.GetSelection();
      m_presenter.setPicture(
          i, index <= 0 ? std::string() : m_picturesShown[static_cast<std::size_t>(index) - 1].name);
    });
    m_captions[i] =
        form.textLabelled(i == 0 ? "captions" : "caption" + std::to_string(i + 1),
                          around().words.say("ownExercise.caption", {{"number", std::to_string(i + 1)}}), 1,
                          [this, i](const std::string& text) {
                            if (!m_mirroring) m_presenter.setCaption(i, text);
                          });
  }
  m_addPhoto = makeButton(card, around(), "ownExercise.addPhoto", [this] { addPhoto(); });
  card->inner()->Add(m_addPhoto);
  m_photoIssue = new FlowText(card, "", Look::issue);
  m_photoIssue->Hide();
  auto* hint = new FlowText(card, around().words.say("ownExercise.addPhotoHelp"), Look::muted);
  setLook(hint, Look::small);
  const auto below = wxSizerFlags().Expand().Border(wxTOP, FromDIP(space::kTight));
  card->inner()->Add(m_photoIssue, below);
  card->inner()->Add(hint, below);
  card->inner()->AddSpacer(FromDIP(space::kMedium));
  form.columns(1);
  form.add("strip", around().words.say("ownExercise.pictures"),
           [&](wxWindow* parent) { return m_strip = new PoseStrip(parent, around(), kStripHeight); });
  form.showField("strip", false);
}

void OwnExercisePlace::makeCautions(Card* card) {
  card->inner()->Add(makeText(card, around().words.say("ownExercise.movements"), Look::heading),
                     wxSizerFlags().Border(wxBOTTOM, FromDIP(space::kSmall)));
  auto* grid = new wxFlexGridSizer(kCautionColumns, FromDIP(wxSize(space::kLarge, space::kSmall)));
  for (std::size_t column = 0; column < std::size_t{kCautionColumns}; ++column)
    grid->AddGrowableCol(column, 1);
  for (const auto& movement : OwnExercisePresenter::movementNames()) {
    const std::string name = around().words.say("movement." + movement);
    auto* box = new wxCheckBox(card, wxID_ANY, literalLabel(name));
    setAccessibleName(box, name);
    box->Bind(wxEVT_CHECKBOX, [this, movement](wxCommandEvent& event) {
      m_presenter.setMovement(movement, event.IsChecked());
    });
    grid->Add(box);
    m_movements[movement] = box;
  }
  card->inner()->Add(grid, wxSizerFlags().Expand());
}

void OwnExercisePlace::open(const domain::ExerciseSlug& base) {
  m_base = base;
  // The choices are there, even where the movement is gone meanwhile.
  m_presenter.startNew();
  if (!base.empty()) m_presenter.beginWith(base);
  m_page->Scroll(0, 0);
}

void OwnExercisePlace::beginWith(int index) {
  const auto& bases = m_presenter.state().bases;
  const auto base = index <= 0 ? std::string() : bases.at(static_cast<std::size_t>(index) - 1);
  if (m_swapping) return;
  m_swapping = true;
  flush([this, base](bool kept) {
    m_swapping = false;
    if (kept) open(base);
    mirrorBegin(m_presenter.state());
  });
}

void OwnExercisePlace::addPhoto() {
  if (const auto file = askPicture(this, around().words, "ownExercise.photoTitle"))
    m_presenter.addPhoto(*file);
}

void OwnExercisePlace::takeNumbers() {
  m_presenter.setRepetitions(m_repetitions->GetValue());
  m_presenter.setMinutes(m_minutes->GetValue());
}

void OwnExercisePlace::flush(Done done) {
  takeNumbers();
  if (!m_presenter.state().changed) return done(true);
  // A movement goes into the library for all plans: nobody puts one there by looking at something else.
  if (mayAsk() && m_presenter.state().issues.empty() &&
      !ask(this, around().words, {"ownExercise.keep", {}, {}}, "ownExercise.keepYes", "ownExercise.keepNo")) {
    m_presenter.dropChanges();
    return done(true);
  }
  m_presenter.save([this, done = std::move(done)](bool saved) {
    if (saved) return done(true);
    // It can't be saved as it stands: either it is mended, or it is given up knowingly.
    const bool leave = mayAsk() && ask(this, around().words, {"ownExercise.leave", {}, {}},
                                       "ownExercise.leaveYes", "ownExercise.leaveNo");
    if (leave) m_presenter.dropChanges();
    done(leave);
  });
}

void OwnExercisePlace::save() {
  takeNumbers();
  m_presenter.save([this](bool saved) {
    if (saved) return;
    m_pictureForm->focusFirstIssue();
    m_words->focusFirstIssue();
  });
}

core::Message OwnExercisePlace::saveStatus() const {
  if (m_presenter.state().changed) return {"ownExercise.unsaved", {}, {}};
  return {};
}

std::function<void(Navigation&)> OwnExercisePlace::reopen() const {
  const auto slug = m_presenter.state().slug;
  if (slug.empty()) return {};
  return [slug](Navigation& navigation) {
    navigation.openToday();
    navigation.openOwnExercise(slug);
  };
}

void OwnExercisePlace::mirror(const app::OwnExerciseState& state) {
  m_mirroring = true;
  mirrorBegin(state);
  for (const auto& [name, field] : m_fields) {
    const auto text = state.texts.find(name);
    setText(field, text == state.texts.end() ? std::string() : text->second);
  }
  const auto position = std::find(domain::kPositions.begin(), domain::kPositions.end(), state.position);
  m_position->SetSelection(static_cast<int>(position - domain::kPositions.begin()));
  const auto number = [](wxSpinCtrl* spin, int value) {
    if (spin->GetValue() != value) spin->SetValue(value);
  };
  number(m_repetitions, state.repetitions);
  number(m_minutes, state.minutes);
  m_eachSide->SetValue(state.eachSide);
  for (const auto& [movement, box] : m_movements)
    box->SetValue(std::find(state.movements.begin(), state.movements.end(), movement) !=
                  state.movements.end());
  mirrorPictures(state);
  m_words->showIssues(state.issues);
  m_pictureForm->showIssues(state.issues);
  m_problem->setText(state.problem ? around().words.say(*state.problem) : std::string());
  m_problem->Show(state.problem.has_value());
  m_saved->setText(state.savedTitle.empty()
                       ? std::string()
                       : around().words.say("ownExercise.saved", {{"title", state.savedTitle}}));
  m_saved->Show(!state.savedTitle.empty());
  Layout();
  saveStatusChanged();
  m_mirroring = false;
}

void OwnExercisePlace::mirrorBegin(const app::OwnExerciseState& state) {
  if (state.baseTitles != m_basesShown || m_begin->IsEmpty()) {
    m_basesShown = state.baseTitles;
    wxArrayString items;
    items.Add(around().say("ownExercise.new"));
    for (const auto& base : state.baseTitles) items.Add(toWx(base));
    m_begin->Set(items);
  }
  const auto& at = state.slug.empty() ? m_base : state.slug;
  const auto found = std::find(state.bases.begin(), state.bases.end(), at);
  m_begin->SetSelection(found == state.bases.end() ? 0 : static_cast<int>(found - state.bases.begin()) + 1);
}

void OwnExercisePlace::mirrorPictures(const app::OwnExerciseState& state) {
  const auto& choices = state.pictures;
  if (choices != m_picturesShown || m_pictures.front()->IsEmpty()) {
    m_picturesShown = choices;
    wxArrayString items;
    items.Add(around().say("ownExercise.noPicture"));
    for (const auto& choice : choices) items.Add(toWx(choice.title));
    for (wxChoice* picture : m_pictures) picture->Set(items);
  }
  for (std::size_t i = 0; i < m_pictures.size(); ++i) {
    const auto found = std::find_if(choices.begin(), choices.end(), [&](const auto& choice) {
      return i < state.chosen.size() && choice.name == state.chosen[i];
    });
    m_pictures[i]->SetSelection(found == choices.end() ? 0 : static_cast<int>(found - choices.begin()) + 1);
    // They stand in their order, without gaps.
    m_pictures[i]->Enable(i <= state.chosen.size());
    setText(m_captions[i], i < state.captions.size() ? state.captions[i] : std::string());
    m_captions[i]->Enable(i < state.chosen.size());
  }
  m_addPhoto->Enable(state.chosen.size() < app::kOwnPictures);
  const auto issue = state.issues.find("photo");
  const bool refused = issue != state.issues.end();
  const bool appears = m_photoIssue->IsShown() != refused;
  m_photoIssue->setText(refused ? around().words.say(issue->second) : std::string());
  m_photoIssue->Show(refused);
  setAccessibleDescription(m_addPhoto,
                           refused ? m_photoIssue->text() : around().words.say("ownExercise.addPhotoHelp"));
  if (appears) relayout(m_photoIssue);
  if (state.chosen == m_stripShown) return;
  m_stripShown = state.chosen;
  m_strip->show(m_presenter.frames());
  m_pictureForm->showField("strip", !state.chosen.empty());
  relayout(m_strip);
}

}  // namespace unknot::ui
