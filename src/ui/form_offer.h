// A filled intake form that was read: what it would change, before any of it is saved.
#pragma once

#include <functional>

#include "app/intake_presenter.h"
#include "ui/controls.h"

namespace unknot::ui {

class FormOfferCard final : public wxPanel {
 public:
  FormOfferCard(wxWindow* parent, const Surroundings& around, std::function<void()> onTake,
                std::function<void()> onDrop);
  void show(const app::FormOffer& offer, bool enabled);

 private:
  const Surroundings& m_around;
  Card* m_card;
  FlowText* m_heading;
  wxButton* m_take;
  app::FormOffer m_shown;
};

}  // namespace unknot::ui
