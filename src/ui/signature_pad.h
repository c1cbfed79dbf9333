// A field to sign in, by finger, pen or mouse. What is kept are strokes, not pixels.
#pragma once

#include <wx/panel.h>

#include <functional>

#include "domain/consent.h"
#include "ui/surroundings.h"

namespace unknot::ui {

class SignaturePad final : public wxPanel {
 public:
  // `onChange` hears each stroke that is finished, and that all of it was wiped away.
  SignaturePad(wxWindow* parent, const Surroundings& around,
               std::function<void(const domain::DrawnSignature&)> onChange);

  void show(const domain::DrawnSignature& signature);
  void clear();

 private:
  void add(wxPoint at);
  void finish();
  void paint();

  const Surroundings& m_around;
  std::function<void(const domain::DrawnSignature&)> m_onChange;
  domain::DrawnSignature m_signature;
  bool m_drawing = false;
};

}  // namespace unknot::ui
