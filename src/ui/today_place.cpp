#include "ui/today_place.h"

#include "ui/accessible.h"

namespace unknot::ui {

TodayPlace::TodayPlace(wxWindow* parent, const Surroundings& around, app::Desk& desk, Navigation& navigation)
    : Place(parent, around), m_navigation(navigation), m_presenter(desk), m_page(new ScrolledPage(this)) {
  auto* column = new wxBoxSizer(wxVERTICAL);
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  auto* words = new wxBoxSizer(wxVERTICAL);
  m_greeting = makeText(m_page, "", Look::title);
  m_day = makeText(m_page, "", Look::muted);
  words->Add(m_greeting);
  words->Add(m_day, 0, wxTOP, FromDIP(space::kTight));
  head->Add(words, 1);
  head->Add(
      makeButton(
          m_page, around, "today.newClient", Look::primary, [this] { m_navigation.newClient(); }, "add"),
      0, wxALIGN_CENTRE_VERTICAL);
  column->Add(head, 0, wxEXPAND | wxBOTTOM, FromDIP(space::kWide));
  m_problem = new FlowText(m_page, "", Look::problem);
  column->Add(m_problem, 0, wxEXPAND | wxBOTTOM, FromDIP(space::kLarge));
  m_problem->Hide();
  m_brokenFiles = new FlowText(m_page, "", Look::issue);
  column->Add(m_brokenFiles, 0, wxEXPAND | wxBOTTOM, FromDIP(space::kLarge));
  m_brokenFiles->Hide();

  auto* columns = new wxBoxSizer(wxHORIZONTAL);
  auto* left = new wxBoxSizer(wxVERTICAL);
  auto* right = new wxBoxSizer(wxVERTICAL);
  m_unsigned = addCard(left, "today.unsigned.title", "edit");
  m_reviews = addCard(left, "today.reviews.title", "plan");
  m_recent = addCard(right, "today.recent.title", "clients");
  columns->Add(left, 1, wxRIGHT, FromDIP(space::kLarge));
  columns->Add(right, 1);
  column->Add(columns, 0, wxEXPAND);

  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(column, 1, wxEXPAND | wxALL, FromDIP(space::kWide));
  m_page->SetSizer(outer);
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(m_page, 1, wxEXPAND);
  SetSizer(sizer);
  m_presenter.listen([this](const app::TodayState& state) { mirror(state); });
}

void TodayPlace::entered() {
  m_presenter.refresh();
}

void TodayPlace::mirror(const app::TodayState& state) {
  if (!state.ready) return;
  Freeze();
  m_greeting->SetLabelText(toWx(around().words.say("today.greeting", {{"name", state.greetingName}})));
  m_day->SetLabelText(toWx(state.day));
  m_problem->setText(state.problem ? around().words.say(*state.problem) : std::string());
  m_problem->Show(state.problem.has_value());
  std::string broken;
  for (const auto& message : state.brokenFiles)
    broken += (broken.empty() ? "" : "\n") + around().words.say(message);
  m_brokenFiles->setText(broken);
  m_brokenFiles->Show(!broken.empty());
  std::vector<Line> lines;
  for (const auto& session : state.unsignedSessions)
    lines.push_back(
        {session.client, session.day, [this, id = session.session] { m_navigation.openSession(id); }});
  fill(m_unsigned, lines, "today.unsigned.none");
  lines.clear();
  for (const auto& client : state.recent)
    lines.push_back({client.name, client.day, [this, id = client.client] { m_navigation.openChart(id); }});
  fill(m_recent, lines, "today.recent.none");
  lines.clear();
  for (const auto& client : state.reviewsDue)
    lines.push_back(
        {client.name, client.day, [this, id = client.client] { m_navigation.openHomePractice(id); }});
  fill(m_reviews, lines, "today.reviews.none");
  m_page->Layout();
  m_page->FitInside();
  Thaw();
}

Card* TodayPlace::addCard(wxSizer* sizer, const char* headingId, const char* icon) {
  auto* card = new Card(m_page);
  card->addHeading(around(), headingId, icon);
  card->addBody();
  sizer->Add(card, 0, wxEXPAND | wxBOTTOM, FromDIP(space::kLarge));
  return card;
}

void TodayPlace::fill(Card* card, const std::vector<Line>& lines, const char* emptyId) {
  wxWindow* const body = card->body();
  body->DestroyChildren();
  wxSizer* sizer = body->GetSizer();
  sizer->Clear();
  if (lines.empty())
    sizer->Add(new FlowText(body, around().words.say(emptyId), Look::muted), 0, wxEXPAND | wxTOP,
               FromDIP(space::kTight));
  for (const auto& line : lines) sizer->Add(makeRow(body, line.text, line.aside, line.open), 0, wxEXPAND);
}

}  // namespace unknot::ui
