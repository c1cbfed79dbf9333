// A Somatic Exercise of the library (data/exercises/<slug>.toml).
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/body_atlas.h"
#include "domain/ids.h"
#include "domain/pose.h"

namespace unknot::domain {

enum class Position {
  lyingOnBack,
  lyingOnFront,
  lyingOnSide,
  sittingOnFloor,
  sittingOnChair,
  standing,
  allFours
};

// In the order in which screens offer them.
inline constexpr std::array kPositions{
    Position::lyingOnBack,    Position::lyingOnFront, Position::lyingOnSide, Position::sittingOnFloor,
    Position::sittingOnChair, Position::standing,     Position::allFours};

std::string_view toString(Position position);
// Throws InputError ("error.choice").
Position positionFrom(std::string_view text);

// Done lying, sitting or kneeling on the floor.
bool isOnFloor(Position position);

struct Dose {
  int repetitions = 5;
  int rounds = 1;
  int timesADay = 1;
  int minutes = 3;
  bool eachSide = false;
  friend bool operator==(const Dose&, const Dose&) = default;
};

// The texts, in one language.
struct ExerciseText {
  std::string title;
  std::string purpose;             // one plain sentence
  std::vector<std::string> steps;  // 6th to 8th grade; of both sides
  // The steps of one side alone; empty where the movement has no side.
  std::map<Side, std::vector<std::string>> sideSteps;
  std::string sense;    // what to notice
  std::string caution;  // when to go smaller or leave it out; may be empty
  std::string easier;   // an easier or chair version; may be empty
  // Under the pictures of Exercise::pictures, as many; "" leaves the one that the picture has.
  std::vector<std::string> captions{};
};

struct Exercise {
  ExerciseSlug slug;
  std::string language;  // of `text`, which may be the English fallback
  ExerciseText text;
  Position position = Position::lyingOnBack;
  std::vector<std::string> patterns;   // "green", "red", "trauma", "twist", "awareness"
  std::vector<std::string> regions;    // region bases: "para-l"
  std::vector<std::string> movements;  // cautions hang on these: "end-range-flexion", "lying-on-front" ...
  Dose dose;
  // The side that the steps begin with and that is drawn: of the hand, leg or waist that works.
  std::optional<Side> side;
  bool catStretch = false;
  std::vector<std::string> sources;
  bool reviewed = false;          // by a certified educator
  std::vector<PoseFrame> frames;  // one to four pictures
  // Where the pictures are not drawn for this movement: which. "washrag:2" is the second one of the washrag,
  // "reach-1.jpg" a photo in the practice's folder; else empty. A photo that can't be used has no frame.
  std::vector<std::string> pictures;
  bool own = false;      // the practice's, not the shipped one
  bool putAway = false;  // on no shelf; plans that name it still have it
  std::string video;     // address of the practitioner's own film; may be empty
};

// "washrag:2": the second picture of the washrag; nullptr when `library` hasn't got it. Only pictures of a
// movement's own are lent.
const PoseFrame* pictureNamed(const std::vector<Exercise>& library, std::string_view name);

// "reach-1.jpg": whether a picture is a file of the practice's own. It lies beside the movement: no path.
bool isPhotoName(std::string_view name);

// The movement as it is given for one side alone: steps that name this side only, pictures mirrored where the
// other one is drawn. The same for a movement without a side.
Exercise forSide(const Exercise& exercise, Side side);

}  // namespace unknot::domain
