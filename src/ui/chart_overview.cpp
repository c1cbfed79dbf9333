#include "ui/chart_overview.h"

#include <wx/sizer.h>
#include <wx/wrapsizer.h>

#include "ui/accessible.h"
#include "ui/picture.h"

namespace unknot::ui {

namespace {

using domain::BodyView;

const wxSize kMapSize(190, 235);
const wxSize kStripMapSize(84, 96);
constexpr int kScrollStep = 16;
constexpr std::size_t kStripMost = 24;

}  // namespace

ChartOverview::ChartOverview(wxWindow* parent, const Surroundings& around, const content::Content& content,
                             Navigation& navigation)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL),
      m_around(around),
      m_content(content),
      m_navigation(navigation) {
  setLook(this, Look::page);
  SetScrollRate(0, FromDIP(kScrollStep));
  auto* column = new wxBoxSizer(wxVERTICAL);
  makeLastTime(column);
  m_strip = new Card(this);
  m_strip->addHeading(around, "chart.strip.title", "session");
  m_strip->addBody();
  m_strip->body()->SetSizer(new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES));
  column->Add(m_strip, 0, wxEXPAND | wxBOTTOM, FromDIP(space::kLarge));
  m_plan = new Card(this);
  m_plan->addHeading(around, "chart.plan.title", "plan");
  m_plan->addBody();
  column->Add(m_plan, 0, wxEXPAND | wxBOTTOM, FromDIP(space::kLarge));
  auto* outer = new wxBoxSizer(wxVERTICAL);
  outer->Add(column, 0, wxEXPAND | wxTOP, FromDIP(space::kLarge));
  SetSizer(outer);
}

void ChartOverview::makeLastTime(wxSizer* column) {
  m_last = new Card(this);
  m_last->addHeading(m_around, "chart.lastTime.title", "today");
  m_lastHeading = makeText(m_last, "", Look::muted);
  m_last->inner()->Add(m_lastHeading, 0, wxBOTTOM, FromDIP(space::kMedium));
  auto* row = new wxBoxSizer(wxHORIZONTAL);
  m_maps = new wxPanel(m_last);
  auto* maps = new wxBoxSizer(wxHORIZONTAL);
  const auto addMap = [&](const char* captionId) {
    auto* box = new wxBoxSizer(wxVERTICAL);
    auto* map = new MapPicture(m_maps, m_around, {BodyView::front, BodyView::back}, kMapSize);
    box->Add(map);
    box->Add(makeText(m_maps, m_around.words.say(captionId), Look::muted), 0, wxALIGN_CENTRE | wxTOP,
             FromDIP(space::kTight));
    maps->Add(box, 0, wxRIGHT, FromDIP(space::kLarge));
    return map;
  };
  m_before = addMap("chart.map.before");
  m_after = addMap("chart.map.after");
  m_maps->SetSizer(maps);
  m_texts = new wxPanel(m_last);
  m_texts->SetSizer(new wxBoxSizer(wxVERTICAL));
  row->Add(m_maps, 0, wxRIGHT, FromDIP(space::kSmall));
  row->Add(m_texts, 1);
  m_last->inner()->Add(row, 0, wxEXPAND);
  column->Add(m_last, 0, wxEXPAND | wxBOTTOM, FromDIP(space::kLarge));
}

void ChartOverview::show(const app::ChartState& state) {
  showLastTime(state);
  showStrip(state);
  showPlan(state);
  FitInside();
  Layout();
}

void ChartOverview::showLastTime(const app::ChartState& state) {
  m_texts->DestroyChildren();
  wxSizer* sizer = m_texts->GetSizer();
  sizer->Clear();
  m_maps->Show(state.lastTime && state.lastTime->hasMap);
  if (!state.lastTime) {
    m_lastHeading->SetLabelText(m_around.say("chart.lastTime.none"));
    return;
  }
  const app::ChartLastTime& last = *state.lastTime;
  m_lastHeading->SetLabelText(
      toWx(last.lesson.empty() ? last.heading : last.heading + "  ·  " + last.lesson));
  const auto add = [&](const char* labelId, const std::string& text) {
    if (text.empty()) return;
    sizer->Add(makeText(m_texts, m_around.words.say(labelId), Look::label));
    sizer->Add(new FlowText(m_texts, text, Look::text), 0, wxEXPAND | wxTOP | wxBOTTOM,
               FromDIP(space::kTight));
    sizer->AddSpacer(FromDIP(space::kSmall));
  };
  add("chart.lastTime.theirWords", last.theirWords);
  add("chart.lastTime.work", last.work);
  add("chart.lastTime.response", last.response);
  add("chart.lastTime.nextTime", last.nextTime);
  sizer->Add(makeButton(m_texts, m_around, "chart.lastTime.open", Look::flat,
                        [this, id = last.session] { m_navigation.openSession(id); }));
  if (!last.hasMap) return;
  const auto& atlas = m_content.atlas(state.build);
  const std::string name = m_around.words.say("chart.map.name", {{"session", last.heading}});
  m_before->show(atlas, last.maps.before, name + ", " + m_around.words.say("chart.map.before"));
  m_after->show(atlas, last.maps.after, name + ", " + m_around.words.say("chart.map.after"));
}

void ChartOverview::showStrip(const app::ChartState& state) {
  wxWindow* const body = m_strip->body();
  body->DestroyChildren();
  wxSizer* sizer = body->GetSizer();
  sizer->Clear();
  std::size_t shown = 0;
  for (const auto& session : state.sessions) {
    if (!session.hasMap || shown == kStripMost) continue;
    ++shown;
    auto* button = new wxButton(body, wxID_ANY, toWx(std::to_string(session.number) + "  ·  " + session.day));
    setLook(button, Look::row);
    setAccessibleName(button, session.what + ", " + session.day + ", " + session.regions);
    m_around.theme.follow(button, [this, button, build = state.build, marks = session.maps.before] {
      const auto picture = drawMaps(button, m_around, m_content.atlas(build), marks,
                                    {BodyView::front, BodyView::back}, FromDIP(kStripMapSize));
      button->SetBitmap(toBitmap(*picture), wxTOP);
    });
    button->Bind(wxEVT_BUTTON, [this, id = session.id](wxCommandEvent&) { m_navigation.openSession(id); });
    sizer->Add(button, 0, wxRIGHT | wxBOTTOM, FromDIP(space::kTight));
  }
  m_strip->Show(shown > 0);
}

void ChartOverview::showPlan(const app::ChartState& state) {
  wxWindow* const body = m_plan->body();
  body->DestroyChildren();
  wxSizer* sizer = body->GetSizer();
  sizer->Clear();
  if (state.planLines.empty()) {
    sizer->Add(makeText(body, m_around.words.say("chart.plan.none"), Look::muted));
  } else {
    sizer->Add(makeText(body, state.planHeading, Look::muted), 0, wxBOTTOM, FromDIP(space::kSmall));
    for (std::size_t i = 0; i < state.planLines.size(); ++i)
      sizer->Add(new FlowText(body, std::to_string(i + 1) + ".  " + state.planLines[i], Look::text), 0,
                 wxEXPAND | wxTOP | wxBOTTOM, FromDIP(space::kTight));
  }
}

}  // namespace unknot::ui
