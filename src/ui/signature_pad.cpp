#include "ui/signature_pad.h"

#include <wx/dcclient.h>
#include <wx/graphics.h>

#include <algorithm>
#include <memory>

namespace unknot::ui {
namespace {

constexpr int kThousand = 1000;
constexpr double kPenWidth = 2.4;
constexpr double kLineDown = .78;  // the line to sign on, of the height
constexpr int kLineInset = 24;

}  // namespace

SignaturePad::SignaturePad(wxWindow* parent, const Surroundings& around,
                           std::function<void(const domain::DrawnSignature&)> onChange)
    : wxPanel(parent), m_around(around), m_onChange(std::move(onChange)) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  SetCursor(wxCursor(wxCURSOR_PENCIL));
  around.theme.follow(this, [this] { Refresh(); });
  Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    Refresh();
    event.Skip();
  });
  Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) {
    m_drawing = true;
    if (!HasCapture()) CaptureMouse();
    m_signature.strokes.emplace_back();
    add(event.GetPosition());
  });
  Bind(wxEVT_MOTION, [this](wxMouseEvent& event) {
    if (m_drawing && event.LeftIsDown()) add(event.GetPosition());
  });
  Bind(wxEVT_LEFT_UP, [this](wxMouseEvent&) { finish(); });
  Bind(wxEVT_MOUSE_CAPTURE_LOST, [this](wxMouseCaptureLostEvent&) { finish(); });
}

void SignaturePad::show(const domain::DrawnSignature& signature) {
  if (m_drawing || signature == m_signature) return;
  m_signature = signature;
  Refresh();
}

void SignaturePad::clear() {
  m_signature = {};
  Refresh();
  m_onChange(m_signature);
}

void SignaturePad::add(wxPoint at) {
  const wxSize size = GetClientSize();
  if (size.x <= 0) return;
  std::size_t points = 0;
  for (const auto& stroke : m_signature.strokes) points += stroke.size();
  if (points >= domain::kMostStrokePoints) return;
  // The first stroke says how high the field is; a window that changes size meanwhile changes nothing of it.
  if (m_signature.strokes.size() == 1 && m_signature.strokes.front().empty())
    m_signature.height = std::clamp(size.y * kThousand / size.x, 1, kThousand);
  const domain::StrokePoint point{std::clamp(at.x * kThousand / size.x, 0, kThousand),
                                  std::clamp(at.y * kThousand / size.x, 0, m_signature.height)};
  auto& stroke = m_signature.strokes.back();
  if (!stroke.empty() && stroke.back() == point) return;
  stroke.push_back(point);
  Refresh();
}

void SignaturePad::finish() {
  if (!m_drawing) return;
  m_drawing = false;
  if (HasCapture()) ReleaseMouse();
  m_onChange(m_signature);
}

void SignaturePad::paint() {
  wxPaintDC dc(this);
  const wxSize size = GetClientSize();
  dc.SetBackground(wxBrush(m_around.theme.toolkitColor(Tone::surface)));
  dc.Clear();
  const std::unique_ptr<wxGraphicsContext> canvas(wxGraphicsContext::Create(dc));
  if (!canvas) return;
  canvas->SetPen(wxPen(m_around.theme.toolkitColor(Tone::muted), 1));
  canvas->SetBrush(*wxTRANSPARENT_BRUSH);
  canvas->DrawRoundedRectangle(.5, .5, size.x - 1, size.y - 1, FromDIP(8));
  canvas->StrokeLine(FromDIP(kLineInset), size.y * kLineDown, size.x - FromDIP(kLineInset),
                     size.y * kLineDown);
  wxPen pen(m_around.theme.toolkitColor(Tone::text), 1);
  pen.SetCap(wxCAP_ROUND);
  pen.SetJoin(wxJOIN_ROUND);
  pen.SetWidth(std::max(1, static_cast<int>(FromDIP(kPenWidth * 10) / 10)));
  canvas->SetPen(pen);
  const double scale = static_cast<double>(size.x) / kThousand;
  for (const auto& stroke : m_signature.strokes) {
    if (stroke.empty()) continue;
    wxGraphicsPath path = canvas->CreatePath();
    path.MoveToPoint(stroke.front().x * scale, stroke.front().y * scale);
    for (const auto& point : stroke) path.AddLineToPoint(point.x * scale, point.y * scale);
    // A dot is a stroke too.
    if (stroke.size() == 1) path.AddLineToPoint(stroke.front().x * scale + 1, stroke.front().y * scale);
    canvas->StrokePath(path);
  }
}

}  // namespace unknot::ui
