#include "ui/clients_place.h"

namespace unknot::ui {

ClientsPlace::ClientsPlace(wxWindow* parent, const Surroundings& around, app::Desk& desk,
                           Navigation& navigation)
    : Place(parent, around), m_navigation(navigation), m_presenter(desk) {
  auto* column = new wxBoxSizer(wxVERTICAL);
  auto* head = new wxBoxSizer(wxHORIZONTAL);
  auto* words = new wxBoxSizer(wxVERTICAL);
  words->Add(makeText(this, around.words.say("clients.title"), Look::title));
  m_count = makeText(this, "", Look::muted);
  words->Add(m_count, 0, wxTOP, FromDIP(space::kTight));
  head->Add(words, 1);
  head->Add(makeButton(this, around, "clients.bringIn", [this] { m_navigation.bringClientsIn(); }), 0,
            wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::kSmall));
  head->Add(makeButton(
                this, around, "clients.new", Look::primary, [this] { m_navigation.newClient(); }, "add"),
            0, wxALIGN_CENTRE_VERTICAL);
  column->Add(head, 0, wxEXPAND | wxBOTTOM, FromDIP(space::kLarge));
  m_problem = new FlowText(this, "", Look::problem);
  m_note = new FlowText(this, "", Look::hint);
  for (FlowText* line : {m_problem, m_note}) {
    column->Add(line, 0, wxEXPAND | wxBOTTOM, FromDIP(space::kLarge));
    line->Hide();
  }
  auto* card = new Card(this);
  m_list = new ClientList(card, around);
  m_list->onSelect = [this](std::optional<domain::ClientId> client) { m_presenter.select(client); };
  m_list->onOpen = [this](domain::ClientId client) { m_navigation.openChart(client); };
  card->inner()->Add(m_list, 1, wxEXPAND);
  column->Add(card, 1, wxEXPAND);
  auto* sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(column, 1, wxEXPAND | wxALL, FromDIP(space::kWide));
  SetSizer(sizer);
  m_presenter.listen([this](const app::ClientsState& state) { mirror(state); });
}

void ClientsPlace::openFirst() {
  if (const auto client = m_presenter.toOpen()) m_navigation.openChart(*client);
}

void ClientsPlace::focusList() {
  if (!m_presenter.state().selected && !m_presenter.state().rows.empty())
    m_presenter.select(m_presenter.state().rows.front().id);
  m_list->SetFocus();
}

void ClientsPlace::mirror(const app::ClientsState& state) {
  if (!state.ready) return;
  m_count->SetLabelText(toWx(around().words.sayCount("clients.count", static_cast<long>(state.rows.size()))));
  m_note->setText(state.note ? around().words.say(*state.note) : std::string());
  m_note->Show(state.note.has_value());
  m_problem->setText(state.problem ? around().words.say(*state.problem) : std::string());
  m_problem->Show(state.problem.has_value());
  m_list->show(state.rows, state.selected);
  Layout();
}

}  // namespace unknot::ui
