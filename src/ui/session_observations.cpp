#include "ui/session_observations.h"

#include <wx/sizer.h>

#include <algorithm>

#include "ui/accessible.h"

namespace unknot::ui {
namespace {

constexpr int kScrollStep = 12;
constexpr int kColumns = 3;
constexpr int kNameWidth = 176;
constexpr int kChoiceWidth = 150;
constexpr int kChoiceHeight = 30;
constexpr int kGroupWidth = kNameWidth + 2 * kChoiceWidth + 48;

// The place of an answer in its choice; the first is "not looked at".
int placeOf(const domain::ObservationItem& item, const std::string& slug) {
  const auto found = std::find_if(item.choices.begin(), item.choices.end(),
                                  [&](const domain::ObservationChoice& c) { return c.slug == slug; });
  return found == item.choices.end() ? 0 : static_cast<int>(found - item.choices.begin()) + 1;
}

}  // namespace

SessionObservations::SessionObservations(wxWindow* parent, const Surroundings& around,
                                         const domain::ObservationList& list,
                                         app::SessionPresenter& presenter)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL),
      m_around(around),
      m_list(list),
      m_presenter(presenter) {
  SetScrollRate(0, FromDIP(kScrollStep));
  m_halves = new wxBoxSizer(wxVERTICAL);
  auto* second = new wxBoxSizer(wxVERTICAL);
  for (std::size_t i = 0; i < list.groups().size(); ++i)
    (i == 0 ? m_halves : second)
        ->Add(makeGroup(list.groups()[i]), wxSizerFlags().Border(wxRIGHT, FromDIP(space::kWide)));
  m_halves->Add(second);
  auto* margin = new wxBoxSizer(wxVERTICAL);
  margin->Add(m_halves, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::kSmall)));
  SetSizer(margin);
  // The first group beside the others where there is room for both.
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    const int orient = event.GetSize().x >= FromDIP(2 * kGroupWidth) ? wxHORIZONTAL : wxVERTICAL;
    if (m_halves->GetOrientation() != orient) {
      m_halves->SetOrientation(orient);
      FitInside();
    }
    event.Skip();
  });
}

wxSizer* SessionObservations::makeGroup(const domain::ObservationGroup& group) {
  auto* grid = new wxFlexGridSizer(kColumns, FromDIP(wxSize(space::kSmall, 2)));
  auto* heading = makeText(this, group.name, Look::heading);
  heading->SetMinSize(FromDIP(wxSize(kNameWidth, -1)));
  grid->Add(heading, wxSizerFlags().Border(wxTOP, FromDIP(space::kTight)));
  for (const char* id : {"session.before", "session.after"})
    grid->Add(makeText(this, m_around.words.say(id), Look::label), wxSizerFlags().Align(wxALIGN_BOTTOM));
  for (const auto& item : group.items) {
    grid->Add(makeText(this, item.name, Look::text), wxSizerFlags().CentreVertical());
    auto* const before = addChoice(grid, item, domain::Moment::before);
    auto* const after = addChoice(grid, item, domain::Moment::after);
    m_choices.emplace(item.slug, std::pair(before, after));
  }
  return grid;
}

wxChoice* SessionObservations::addChoice(wxSizer* row, const domain::ObservationItem& item,
                                         domain::Moment moment) {
  wxArrayString names;
  names.Add(m_around.say("observation.notLooked"));
  for (const auto& choice : item.choices) names.Add(toWx(choice.name));
  auto* field =
      new wxChoice(this, wxID_ANY, wxDefaultPosition, FromDIP(wxSize(kChoiceWidth, kChoiceHeight)), names);
  setLook(field, Look::compact);
  setAccessibleName(
      field, item.name + ", " +
                 m_around.words.say(moment == domain::Moment::before ? "session.before" : "session.after"));
  field->Bind(wxEVT_CHOICE, [this, &item, moment](wxCommandEvent& event) {
    const int at = event.GetSelection();
    m_presenter.setObservation(item.slug, moment,
                               at <= 0 ? std::string() : item.choices[static_cast<std::size_t>(at) - 1].slug);
  });
  row->Add(field);
  return field;
}

void SessionObservations::show(const domain::SessionContent& content, bool editable) {
  static const domain::Observation kNothing;
  for (const auto& group : m_list.groups())
    for (const auto& item : group.items) {
      const auto* seen = domain::observationOf(content, item.slug);
      const auto& shown = seen == nullptr ? kNothing : *seen;
      const auto& [before, after] = m_choices.at(item.slug);
      const auto put = [&](wxChoice* field, const std::string& slug) {
        const int at = placeOf(item, slug);
        if (field->GetSelection() != at) field->SetSelection(at);
        field->Enable(editable);
      };
      put(before, shown.before);
      put(after, shown.after);
    }
}

}  // namespace unknot::ui
