// A movement of the practice's own without a window: words, dose, what cautions hang on, and pictures:
// borrowed from the library, photos and drawings.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/desk.h"
#include "app/photos.h"
#include "app/presenter.h"
#include "domain/exercise.h"

namespace unknot::app {

inline constexpr std::size_t kOwnPictures = 4;

struct PictureChoice {
  std::string name;   // "washrag:2"
  std::string title;  // "Washrag 2"
  friend bool operator==(const PictureChoice&, const PictureChoice&) = default;
};

struct OwnExerciseState {
  std::vector<domain::ExerciseSlug> bases;  // what one can begin with, own ones too
  std::vector<std::string> baseTitles;
  std::vector<PictureChoice> pictures;  // all there are to borrow, then the photos of this movement
  domain::ExerciseSlug slug;            // empty: not saved yet
  domain::Position position = domain::Position::lyingOnBack;
  std::map<std::string, std::string>
      texts;  // "title", "purpose", "steps" (one a line), "sense", "caution", "easier"
  std::vector<std::string> movements;  // that cautions hang on
  int repetitions = 5;
  int minutes = 3;
  bool eachSide = false;
  std::vector<std::string> chosen;    // pictures, in their order
  std::vector<std::string> captions;  // what stands under each; "": what the picture brings along
  std::map<std::string, core::Message> issues;
  bool changed = false;
  std::string savedTitle;  // of what was just saved
  std::optional<core::Message> problem;
  friend bool operator==(const OwnExerciseState&, const OwnExerciseState&) = default;
};

class OwnExercisePresenter final : public Presenter<OwnExerciseState> {
 public:
  explicit OwnExercisePresenter(Desk& desk);

  // What cautions may hang on.
  static const std::vector<std::string>& movementNames();

  // Everything empty.
  void startNew();
  // With the words and pictures of that one: a copy of a shipped movement, or an own one to change.
  void beginWith(const domain::ExerciseSlug& base);
  void setText(const std::string& field, const std::string& text);
  void setPosition(domain::Position position);
  void setMovement(const std::string& movement, bool holds);
  void setRepetitions(int count);
  void setMinutes(int minutes);
  void setEachSide(bool each);
  // "" takes the picture away.
  void setPicture(std::size_t place, const std::string& name);
  // Reads a photo or drawing and puts it behind the chosen pictures, where there is room for it. Why one
  // can't be used is the issue "photo".
  void addPhoto(const std::filesystem::path& file);
  // Nothing where no picture is chosen.
  void setCaption(std::size_t place, const std::string& text);
  // What is shown of the chosen ones.
  std::vector<domain::PoseFrame> frames() const;
  void dropChanges();
  // Issues and problems are in the State when it could not be saved.
  void save(std::function<void(bool saved)> done);

 private:
  void failed(std::exception_ptr error) override;
  void fillChoices(OwnExerciseState& state) const;
  void saidAndDone(bool saved);
  domain::Exercise written() const;
  std::optional<domain::PoseFrame> frameNamed(const std::string& name) const;
  void takePhotosOf(const domain::Exercise& exercise);
  std::string labelOf(const std::string& field) const;
  void edit(const std::function<void(OwnExerciseState&)>& change);

  Desk& m_desk;
  // Not on the form: kept from the movement it began with.
  std::vector<std::string> m_patterns;
  std::vector<std::string> m_regions;
  domain::Dose m_dose;                  // of it rounds and times a day
  std::vector<ImportedPhoto> m_photos;  // of this movement; without pixels where one is gone or damaged
  int m_opened = 0;                     // a photo that was asked for by an earlier movement is dropped
  int m_edits = 0;  // since ever: what was typed while it was being saved is still unsaved
  bool m_saving = false;
  std::function<void(bool)> m_done;
  std::vector<std::function<void(bool)>> m_next;
};

}  // namespace unknot::app
