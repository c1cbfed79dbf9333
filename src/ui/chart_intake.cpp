#include "ui/chart_intake.h"

#include "ui/accessible.h"
#include "ui/dialogs.h"

namespace unknot::ui {
namespace {

const wxSize kPlacesSize(260, 280);

}  // namespace

ChartIntake::ChartIntake(wxWindow* parent, const Surroundings& around, const content::Content& content,
                         app::ChartPresenter& presenter, Navigation& navigation)
    : ScrolledPage(parent),
      m_around(around),
      m_content(content),
      m_presenter(presenter),
      m_navigation(navigation) {
  auto* column = new wxBoxSizer(wxVERTICAL);
  m_answers = new Card(this);
  m_answers->inner()->Add(makeButtons(m_answers), 0, wxEXPAND | wxBOTTOM, FromDIP(space::kMedium));
  m_draft = new FlowText(m_answers, "", Look::hint);
  m_draft->Hide();
  m_answers->inner()->Add(m_draft, 0, wxEXPAND | wxBOTTOM, FromDIP(space::kMedium));
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  auto* words = new wxBoxSizer(wxVERTICAL);
  m_answers->addBody();
  // The body goes beside the picture of the places.
  m_answers->inner()->Detach(m_answers->body());
  words->Add(m_answers->body(), 1, wxEXPAND);
  row->Add(words, 1, wxEXPAND);
  m_places =
      new MapPicture(m_answers, around, {domain::BodyView::front, domain::BodyView::back}, kPlacesSize);
  row->Add(m_places, 0, wxLEFT, FromDIP(space::kLarge));
  m_answers->inner()->Add(row, 0, wxEXPAND);
  column->Add(m_answers, 0, wxEXPAND | wxTOP, FromDIP(space::kLarge));
  m_consents = new Card(this);
  m_consents->addHeading(around, "chart.consent.title", "edit");
  m_consents->addBody();
  column->Add(m_consents, 0, wxEXPAND | wxTOP | wxBOTTOM, FromDIP(space::kLarge));
  SetSizer(column);
}

wxSizer* ChartIntake::makeButtons(Card* card) {
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  const auto add = [&](wxButton* button) { row->Add(button, 0, wxRIGHT, FromDIP(space::kSmall)); };
  add(makeButton(
      card, m_around, "chart.intake.edit", [this] { m_navigation.editIntake(m_presenter.state().client); },
      "edit"));
  add(makeButton(card, m_around, "chart.intake.hand",
                 [this] { m_navigation.handToClient(m_presenter.state().client, false); }));
  row->AddStretchSpacer();
  m_version = new wxChoice(card, wxID_ANY);
  setAccessibleName(m_version, m_around.words.say("chart.intake.version"));
  m_version->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
    m_presenter.showIntake(static_cast<std::size_t>(event.GetSelection()));
  });
  row->Add(m_version, 0, wxALIGN_CENTRE_VERTICAL);
  return row;
}

void ChartIntake::show(const app::ChartState& state) {
  m_version->Clear();
  for (const auto& version : state.intakes) m_version->Append(toWx(version));
  if (!state.intakes.empty()) m_version->SetSelection(static_cast<int>(state.shownIntake));
  m_version->Show(!state.intakes.empty());
  if (state.intakeDraft)
    m_draft->setText(m_around.words.say("chart.intake.draft", {{"time", *state.intakeDraft}}));
  m_draft->Show(state.intakeDraft.has_value());
  m_places->Show(!state.places.isEmpty());
  if (!state.places.isEmpty()) {
    draw::BodyMapMarks marks;
    marks.picture = draw::MapPicture::places;
    marks.places = state.places.regions;
    marks.points = state.places.points;
    m_places->show(m_content.atlas(state.build), marks, m_around.words.say("chart.intake.places"));
  }
  fillAnswers(state);
  fillConsents(state);
}

void ChartIntake::fillAnswers(const app::ChartState& state) {
  wxSizer* sizer = m_answers->emptiedBody();
  wxWindow* const body = m_answers->body();
  if (state.intakes.empty()) sizer->Add(makeText(body, m_around.words.say("chart.intake.none"), Look::muted));
  for (const auto& answer : state.answers) {
    if (!answer.section.empty())
      sizer->Add(makeText(body, answer.section, Look::heading), 0, wxTOP | wxBOTTOM, FromDIP(space::kMedium));
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(new FlowText(body, answer.question, Look::muted), 2, wxRIGHT, FromDIP(space::kLarge));
    auto* said = new wxBoxSizer(wxVERTICAL);
    said->Add(
        new FlowText(body, answer.answer.empty() ? m_around.words.say("chart.intake.gone") : answer.answer,
                     answer.changed ? Look::strong : Look::text),
        0, wxEXPAND);
    if (answer.changed)
      said->Add(new FlowText(body,
                             answer.before.empty()
                                 ? m_around.words.say("chart.intake.newAnswer")
                                 : m_around.words.say("chart.intake.before", {{"answer", answer.before}}),
                             Look::muted),
                0, wxEXPAND);
    row->Add(said, 3);
    sizer->Add(row, 0, wxEXPAND | wxBOTTOM, FromDIP(space::kSmall));
  }
  m_answers->bodyFilled();
}

void ChartIntake::fillConsents(const app::ChartState& state) {
  wxSizer* sizer = m_consents->emptiedBody();
  wxWindow* const body = m_consents->body();
  sizer->Add(makeButton(body, m_around, "chart.consent.ask",
                        [this] { m_navigation.handToClient(m_presenter.state().client, true); }),
             0, wxBOTTOM, FromDIP(space::kSmall));
  for (const auto& consent : state.consents) {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(new FlowText(body, consent.text.title, Look::text), 2, wxALIGN_CENTRE_VERTICAL | wxRIGHT,
             FromDIP(space::kLarge));
    row->Add(new FlowText(body, consent.state, Look::muted), 3, wxALIGN_CENTRE_VERTICAL);
    auto* button = consent.accepted
                       ? makeButton(body, m_around, "chart.consent.withdraw", Look::flat,
                                    [this, consent] { withdraw(consent); })
                       : makeButton(body, m_around, "chart.consent.paper", Look::flat, [this, consent] {
                           if (ask(this, m_around.words,
                                   {"chart.consent.paperQuestion", {{"title", consent.text.title}}, {}},
                                   "chart.consent.paperYes", "verb.cancel"))
                             m_presenter.signedOnPaper(consent.text.slug);
                         });
    setAccessibleName(button, toUtf8(button->GetLabelText()) + ": " + consent.text.title);
    row->Add(button, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT, FromDIP(space::kSmall));
    sizer->Add(row, 0, wxEXPAND | wxBOTTOM, FromDIP(space::kTight));
  }
  m_consents->bodyFilled();
}

void ChartIntake::withdraw(const app::ChartConsent& consent) {
  const auto reason =
      askText(this, m_around.words, {"chart.consent.withdrawQuestion", {{"title", consent.text.title}}, {}},
              "", "chart.consent.withdrawYes", "verb.cancel");
  if (reason) m_presenter.withdrawConsent(consent.text.slug, *reason);
}

}  // namespace unknot::ui
