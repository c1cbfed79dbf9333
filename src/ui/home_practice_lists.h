// The two lists of the home practice screen: pictures to choose from, and the plan in its order. Both are
// virtual list boxes, so that they scroll lightly and a screen reader hears their selection through their
// names.
#pragma once

#include <wx/vlbox.h>

#include <functional>
#include <vector>

#include "app/home_practice_presenter.h"
#include "ui/exercise_pictures.h"

namespace unknot::ui {

class LibraryGrid final : public wxVListBox {
 public:
  // Enter or a double click adds.
  LibraryGrid(wxWindow* parent, const Surroundings& around, const content::Content& content,
              ExercisePictures& pictures, std::function<void(const std::string&)> onAdd);
  void show(const std::vector<app::LibraryCard>& cards);
  std::function<void()> onChosen = [] {};  // another row has the selection
  // A picture that was not there yet has come.
  void pictureDrawn(const domain::ExerciseSlug& exercise);
  wxSize pictureSize() const;
  // The card's slug, of the row that has the selection; "" when none has.
  std::string chosen() const;

 protected:
  void OnDrawItem(wxDC& dc, const wxRect& rect, std::size_t row) const override;
  void OnDrawBackground(wxDC& dc, const wxRect& rect, std::size_t row) const override;
  wxCoord OnMeasureItem(std::size_t row) const override;

 private:
  const Surroundings& m_around;
  const content::Content& m_content;
  ExercisePictures& m_pictures;
  std::vector<app::LibraryCard> m_cards;
};

class PlanList final : public wxVListBox {
 public:
  struct Handlers {
    std::function<void(std::optional<std::size_t>)> select;
    std::function<void(std::size_t from, std::size_t to)> move;
    std::function<void(int by)> moveSelected;  // Alt+Up, Alt+Down
    std::function<void()> remove;              // Delete
  };
  PlanList(wxWindow* parent, const Surroundings& around, const content::Content& content,
           ExercisePictures& pictures, Handlers handlers);
  void show(const std::vector<app::PlanRow>& rows, std::optional<std::size_t> selected);
  void pictureDrawn(const domain::ExerciseSlug& exercise);

 protected:
  void OnDrawItem(wxDC& dc, const wxRect& rect, std::size_t row) const override;
  void OnDrawBackground(wxDC& dc, const wxRect& rect, std::size_t row) const override;
  wxCoord OnMeasureItem(std::size_t row) const override;

 private:
  const Surroundings& m_around;
  const content::Content& m_content;
  ExercisePictures& m_pictures;
  Handlers m_handlers;
  std::vector<app::PlanRow> m_rows;
  int m_dragFrom = wxNOT_FOUND;
};

}  // namespace unknot::ui
