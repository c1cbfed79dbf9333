#include "ui/session_observations.h"

#include <wx/sizer.h>

#include <algorithm>

#include "ui/accessible.h"

namespace unknot::ui {
namespace {

constexpr int kScrollStep = 12;
constexpr int kColumns = 3;

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
  auto* grid = new wxFlexGridSizer(kColumns, FromDIP(wxSize(space::kSmall, space::kTight)));
  grid->AddGrowableCol(0, 1);
  for (const auto& group : list.groups()) {
    grid->Add(makeText(this, group.name, Look::heading),
              wxSizerFlags().Border(wxTOP, FromDIP(space::kSmall)));
    for (const char* id : {"session.before", "session.after"})
      grid->Add(makeText(this, around.words.say(id), Look::label), wxSizerFlags().Align(wxALIGN_BOTTOM));
    for (const auto& item : group.items) {
      grid->Add(makeText(this, item.name, Look::text), wxSizerFlags().CentreVertical());
      auto* const before = addChoice(grid, item, domain::Moment::before);
      auto* const after = addChoice(grid, item, domain::Moment::after);
      m_choices.emplace(item.slug, std::pair(before, after));
    }
  }
  auto* margin = new wxBoxSizer(wxVERTICAL);
  margin->Add(grid, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::kSmall)));
  SetSizer(margin);
}

wxChoice* SessionObservations::addChoice(wxSizer* row, const domain::ObservationItem& item,
                                         domain::Moment moment) {
  wxArrayString names;
  names.Add(m_around.say("observation.notLooked"));
  for (const auto& choice : item.choices) names.Add(toWx(choice.name));
  auto* field = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, names);
  setAccessibleName(
      field, item.name + ", " +
                 m_around.words.say(moment == domain::Moment::before ? "session.before" : "session.after"));
  field->Bind(wxEVT_CHOICE, [this, &item, moment](wxCommandEvent& event) {
    const int at = event.GetSelection();
    m_presenter.setObservation(item.slug, moment,
                               at <= 0 ? std::string() : item.choices[static_cast<std::size_t>(at) - 1].slug);
  });
  row->Add(field, wxSizerFlags().Expand());
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
