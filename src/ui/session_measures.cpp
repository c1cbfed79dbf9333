#include "ui/session_measures.h"

#include <wx/sizer.h>
#include <wx/wrapsizer.h>

#include <cmath>

#include "core/error.h"
#include "ui/accessible.h"

namespace unknot::ui {
namespace {

// Measures that are one number for the whole session.
constexpr const char* kOneNumber[] = {"nprs-now", "sleep", "stress", "mood"};

}  // namespace

SessionMeasures::SessionMeasures(wxWindow* parent, const Surroundings& around,
                                 const std::vector<std::string>& scales, app::SessionPresenter& presenter)
    : wxPanel(parent), m_around(around), m_presenter(presenter) {
  auto* row = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
  for (const char* slug : kOneNumber) addColumn(row, slug, "");
  for (const auto& name : scales) addColumn(row, "scale", name);
  SetSizer(row);
}

void SessionMeasures::addColumn(wxSizer* row, const std::string& slug, const std::string& item) {
  const auto* instrument = domain::instrument(slug);
  if (instrument == nullptr) throw core::BugError("measure of the session screen");
  const std::string name = item.empty() ? m_around.words.say("measure." + slug) : item;
  wxArrayString numbers;
  numbers.Add(toWx("–"));
  const int low = static_cast<int>(instrument->low);
  for (int value = low; value <= static_cast<int>(instrument->high); ++value)
    numbers.Add(toWx(std::to_string(value)));
  auto* grid = new wxFlexGridSizer(2, FromDIP(wxSize(space::kTight, 2)));
  for (const auto moment : {domain::Moment::before, domain::Moment::after}) {
    const std::string when =
        m_around.words.say(moment == domain::Moment::before ? "session.before" : "session.after");
    auto* choice = new wxChoice(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, numbers);
    setAccessibleName(choice, name + ", " + when);
    choice->Bind(wxEVT_CHOICE, [this, slug, item, moment, low](wxCommandEvent& event) {
      const int at = event.GetSelection();
      m_presenter.setMeasure(moment, slug, item,
                             at <= 0 ? std::nullopt : std::optional<double>(low + at - 1));
    });
    grid->Add(makeText(this, when, Look::label), wxSizerFlags().CentreVertical());
    grid->Add(choice);
    m_fields.push_back({slug, item, moment, low, choice});
  }
  auto* column = new wxBoxSizer(wxVERTICAL);
  column->Add(makeText(this, name, Look::strong), wxSizerFlags().Border(wxBOTTOM, FromDIP(2)));
  column->Add(grid);
  row->Add(column, wxSizerFlags().Border(wxALL, FromDIP(space::kSmall)));
}

void SessionMeasures::show(const domain::SessionContent& content, bool editable) {
  for (const auto& field : m_fields) {
    int at = 0;
    for (const auto& measure :
         field.moment == domain::Moment::before ? content.measures : content.measuresAfter)
      if (measure.instrument == field.instrument && measure.item == field.item)
        at = static_cast<int>(std::lround(measure.value)) - field.low + 1;
    if (field.choice->GetSelection() != at) field.choice->SetSelection(at);
    field.choice->Enable(editable);
  }
}

}  // namespace unknot::ui
