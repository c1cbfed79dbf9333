#include "ui/form_offer.h"

#include <utility>

namespace unknot::ui {

FormOfferCard::FormOfferCard(wxWindow* parent, const Surroundings& around, std::function<void()> onTake,
                             std::function<void()> onDrop)
    : wxPanel(parent), m_around(around), m_card(new Card(this)) {
  setLook(this, Look::page);
  m_heading = new FlowText(m_card, "", Look::heading);
  m_card->inner()->Add(m_heading, 0, wxEXPAND | wxBOTTOM, FromDIP(space::kSmall));
  m_card->addBody();
  auto* verbs = new wxBoxSizer(wxHORIZONTAL);
  m_take = makeButton(m_card, around, "intake.form.take", Look::primary, std::move(onTake), "save");
  verbs->Add(m_take, 0, wxRIGHT, FromDIP(space::kSmall));
  verbs->Add(makeButton(m_card, around, "intake.form.leave", std::move(onDrop)));
  m_card->inner()->Add(verbs, 0, wxTOP, FromDIP(space::kMedium));
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(m_card, 1, wxEXPAND);
  SetSizer(column);
}

void FormOfferCard::show(const app::FormOffer& offer, bool enabled) {
  m_take->Enable(enabled);
  if (offer == m_shown) return;
  m_shown = offer;
  m_heading->setText(offer.heading);
  wxWindow* const body = m_card->body();
  body->DestroyChildren();
  wxSizer* const sizer = body->GetSizer();
  sizer->Clear();
  const auto addRow = [&](const std::string& question, const std::string& text) {
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(new FlowText(body, question, Look::muted), 2, wxRIGHT, FromDIP(space::kLarge));
    row->Add(new FlowText(body, text, Look::text), 3);
    sizer->Add(row, 0, wxEXPAND | wxBOTTOM, FromDIP(space::kSmall));
  };
  for (const auto& line : offer.changes)
    addRow(line.question,
           line.before.empty()
               ? line.after
               : m_around.words.say("intake.form.instead", {{"before", line.before}, {"after", line.after}}));
  if (!offer.remarks.empty()) {
    sizer->Add(new FlowText(body, m_around.words.say("intake.form.remarks"), Look::label), 0,
               wxEXPAND | wxTOP | wxBOTTOM, FromDIP(space::kSmall));
    for (const auto& remark : offer.remarks) addRow(remark.question, remark.text);
  }
  for (const auto& note : offer.notes)
    sizer->Add(new FlowText(body, note, Look::hint), 0, wxEXPAND | wxTOP, FromDIP(space::kSmall));
  body->Layout();
  relayout(body);
}

}  // namespace unknot::ui
