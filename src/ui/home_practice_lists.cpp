#include "ui/home_practice_lists.h"

#include <wx/control.h>

#include <algorithm>
#include <utility>

#include "ui/accessible.h"
#include "ui/controls.h"

namespace unknot::ui {
namespace {

constexpr int kLibraryRow = 104;
constexpr int kLibraryPicture = 176;
constexpr int kPlanRow = 64;
constexpr int kPlanPicture = 92;

void drawGround(const Surroundings& around, wxDC& dc, const wxRect& rect, bool selected) {
  dc.SetPen(*wxTRANSPARENT_PEN);
  dc.SetBrush(wxBrush(around.theme.toolkitColor(selected ? Tone::accentSoft : Tone::surface)));
  dc.DrawRectangle(rect);
  dc.SetPen(wxPen(around.theme.toolkitColor(Tone::line)));
  dc.DrawLine(rect.GetLeft(), rect.GetBottom(), rect.GetRight(), rect.GetBottom());
}

// One line, cut with an ellipsis where the room ends; gives the height used.
int drawText(wxDC& dc, const wxWindow* window, const std::string& text, const wxColour& colour,
             const wxFont& font, wxRect where) {
  dc.SetFont(font);
  dc.SetTextForeground(colour);
  dc.DrawText(wxControl::Ellipsize(toWx(text), dc, wxELLIPSIZE_END, where.width), where.GetTopLeft());
  return dc.GetCharHeight() + window->FromDIP(2);
}

// As many words as fit into the width, and the others.
std::pair<std::string, std::string> splitLine(wxDC& dc, const std::string& text, int width) {
  const auto isWithin = [&](std::size_t end) {
    return dc.GetTextExtent(toWx(text.substr(0, end))).x <= width;
  };
  if (isWithin(std::string::npos)) return {text, {}};
  std::size_t fits = std::string::npos;
  for (std::size_t space = text.find(' '); space != std::string::npos && isWithin(space);
       space = text.find(' ', space + 1))
    fits = space;
  // One long word is cut where it is drawn.
  if (fits == std::string::npos) return {text, {}};
  return {text.substr(0, fits), text.substr(fits + 1)};
}

}  // namespace

LibraryGrid::LibraryGrid(wxWindow* parent, const Surroundings& around, const content::Content& content,
                         ExercisePictures& pictures, std::function<void(const std::string&)> onAdd)
    : wxVListBox(parent, wxID_ANY), m_around(around), m_content(content), m_pictures(pictures) {
  setAccessibleName(this, around.words.say("plan.library"));
  const auto add = [this, onAdd = std::move(onAdd)] {
    if (const auto slug = chosen(); !slug.empty()) onAdd(slug);
  };
  Bind(wxEVT_LISTBOX_DCLICK, [add](wxCommandEvent&) { add(); });
  Bind(wxEVT_KEY_DOWN, [add](wxKeyEvent& event) {
    if (event.GetKeyCode() == WXK_RETURN || event.GetKeyCode() == WXK_NUMPAD_ENTER)
      add();
    else
      event.Skip();
  });
  Bind(wxEVT_LISTBOX, [this](wxCommandEvent& event) {
    const int row = GetSelection();
    if (row != wxNOT_FOUND) {
      const auto& card = m_cards[static_cast<std::size_t>(row)];
      std::string said = card.title + ".";
      for (const auto& line : card.lines) said += " " + line;
      setAccessibleDescription(this, said);
    }
    onChosen();
    event.Skip();
  });
  around.theme.follow(this, [this] {
    SetBackgroundColour(m_around.theme.toolkitColor(Tone::surface));
    Refresh();
  });
}

void LibraryGrid::show(const std::vector<app::LibraryCard>& cards) {
  if (cards == m_cards) return;
  const auto kept = chosen();
  m_cards = cards;
  SetItemCount(m_cards.size());
  SetSelection(wxNOT_FOUND);
  for (std::size_t i = 0; i < m_cards.size(); ++i)
    if (m_cards[i].slug == kept) SetSelection(static_cast<int>(i));
  // Another shelf is seen from its beginning.
  if (GetSelection() == wxNOT_FOUND && !m_cards.empty()) ScrollToRow(0);
  Refresh();
}

wxSize LibraryGrid::pictureSize() const {
  return FromDIP(wxSize(kLibraryPicture, kLibraryRow - 2 * space::kSmall));
}

void LibraryGrid::pictureDrawn(const domain::ExerciseSlug& exercise) {
  for (std::size_t i = 0; i < m_cards.size(); ++i)
    if (m_cards[i].picture == exercise) RefreshRow(i);
}

std::string LibraryGrid::chosen() const {
  const int row = GetSelection();
  return row == wxNOT_FOUND || static_cast<std::size_t>(row) >= m_cards.size()
             ? std::string()
             : m_cards[static_cast<std::size_t>(row)].slug;
}

// Reasons are read whole: a row is as high as they need, two lines each at most.
wxCoord LibraryGrid::OnMeasureItem(std::size_t row) const {
  const auto& card = m_cards[row];
  const int line = GetCharHeight() + FromDIP(2);
  const int width = GetClientSize().x - FromDIP(kLibraryPicture) - 3 * FromDIP(space::kSmall);
  int lines = 2;
  for (const auto& text : card.lines) lines += GetTextExtent(toWx(text)).x > width ? 2 : 1;
  return std::max(FromDIP(kLibraryRow), lines * line + 2 * FromDIP(space::kSmall));
}

void LibraryGrid::OnDrawBackground(wxDC& dc, const wxRect& rect, std::size_t row) const {
  drawGround(m_around, dc, rect, IsSelected(row));
}

void LibraryGrid::OnDrawItem(wxDC& dc, const wxRect& rect, std::size_t row) const {
  const auto& card = m_cards[row];
  const int gap = FromDIP(space::kSmall);
  const wxSize size = pictureSize();
  if (const auto* exercise = m_content.exercise(card.picture))
    showPicture(dc, *m_pictures.picture(this, *exercise, size), wxPoint(rect.x + gap, rect.y + gap));
  wxRect text(rect.x + size.x + 2 * gap, rect.y + gap, rect.width - size.x - 3 * gap, rect.height - 2 * gap);
  const auto down = [&](int by) {
    text.y += by;
    text.height -= by;
  };
  const auto colour = [&](Tone tone) { return m_around.theme.toolkitColor(tone); };
  down(drawText(dc, this, card.title, colour(Tone::text), GetFont().Bold(), text));
  std::string place = card.place;
  if (card.inPlan) place += " · " + m_around.words.say("plan.inPlan");
  if (card.leftOut) place += " · " + m_around.words.say("plan.leftOutHere");
  if (card.untranslated) place += " · " + m_around.words.say("plan.untranslated");
  down(drawText(dc, this, place,
                colour(card.inPlan    ? Tone::good
                       : card.leftOut ? Tone::danger
                                      : Tone::muted),
                GetFont(), text));
  for (const auto& line : card.lines) {
    const auto [first, rest] = splitLine(dc, line, text.width);
    down(drawText(dc, this, first, colour(Tone::text), GetFont(), text));
    if (!rest.empty()) down(drawText(dc, this, rest, colour(Tone::text), GetFont(), text));
  }
}

PlanList::PlanList(wxWindow* parent, const Surroundings& around, const content::Content& content,
                   ExercisePictures& pictures, Handlers handlers)
    : wxVListBox(parent, wxID_ANY),
      m_around(around),
      m_content(content),
      m_pictures(pictures),
      m_handlers(std::move(handlers)) {
  setAccessibleName(this, around.words.say("plan.list"));
  Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) {
    const int row = GetSelection();
    m_handlers.select(row == wxNOT_FOUND ? std::nullopt : std::optional(static_cast<std::size_t>(row)));
  });
  Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    if (key == WXK_DELETE)
      m_handlers.remove();
    else if (event.AltDown() && key == WXK_UP)
      m_handlers.moveSelected(-1);
    else if (event.AltDown() && key == WXK_DOWN)
      m_handlers.moveSelected(1);
    else
      event.Skip();
  });
  Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) {
    m_dragFrom = VirtualHitTest(event.GetPosition().y);
    event.Skip();
  });
  Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
    const int to = VirtualHitTest(event.GetPosition().y);
    if (m_dragFrom != wxNOT_FOUND && to != wxNOT_FOUND && to != m_dragFrom)
      m_handlers.move(static_cast<std::size_t>(m_dragFrom), static_cast<std::size_t>(to));
    m_dragFrom = wxNOT_FOUND;
    event.Skip();
  });
  around.theme.follow(this, [this] {
    SetBackgroundColour(m_around.theme.toolkitColor(Tone::surface));
    Refresh();
  });
}

void PlanList::show(const std::vector<app::PlanRow>& rows, std::optional<std::size_t> selected) {
  if (rows != m_rows) {
    m_rows = rows;
    SetItemCount(m_rows.size());
    Refresh();
  }
  const int row = selected ? static_cast<int>(*selected) : wxNOT_FOUND;
  if (GetSelection() != row) SetSelection(row);
  if (selected) setAccessibleDescription(this, m_rows[*selected].title + ". " + m_rows[*selected].dose);
}

void PlanList::pictureDrawn(const domain::ExerciseSlug& exercise) {
  for (std::size_t i = 0; i < m_rows.size(); ++i)
    if (m_rows[i].item.exercise == exercise) RefreshRow(i);
}

wxCoord PlanList::OnMeasureItem(std::size_t) const {
  return FromDIP(kPlanRow);
}

void PlanList::OnDrawBackground(wxDC& dc, const wxRect& rect, std::size_t row) const {
  drawGround(m_around, dc, rect, IsSelected(row));
}

void PlanList::OnDrawItem(wxDC& dc, const wxRect& rect, std::size_t row) const {
  const auto& plan = m_rows[row];
  const int gap = FromDIP(space::kTight);
  const wxSize size = FromDIP(wxSize(kPlanPicture, kPlanRow - 2 * space::kTight));
  if (const auto* exercise = m_content.exercise(plan.item.exercise))
    showPicture(dc, *m_pictures.picture(this, *exercise, size), wxPoint(rect.x + gap, rect.y + gap));
  wxRect text(rect.x + size.x + 3 * gap, rect.y + 2 * gap, rect.width - size.x - 4 * gap, rect.height);
  const auto colour = [&](Tone tone) { return m_around.theme.toolkitColor(tone); };
  text.y += drawText(dc, this, std::to_string(row + 1) + ".  " + plan.title, colour(Tone::text),
                     GetFont().Bold(), text);
  drawText(dc, this, plan.dose, colour(Tone::muted), GetFont(), text);
}

}  // namespace unknot::ui
