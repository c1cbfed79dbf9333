// Use cases: what the practice has put into its library itself, as files in its folder custom/.
#pragma once

#include <string>
#include <vector>

#include "app/photos.h"
#include "app/workspace.h"
#include "domain/series.h"

namespace unknot::app {

// The practice's own film of a movement; "" takes it away. Throws InputError ("error.video") for what is no
// web address.
void setVideo(Workspace& work, const domain::ExerciseSlug& exercise, const std::string& address);

// Saves a movement of the practice's own; without a slug it is a new one. Pictures are those of shipped
// movements, and photos: those of `photos` that it names are kept first, and one it no longer names is
// removed where no other movement does. Throws InputError naming "title", "purpose", "steps", "sense",
// "captions" or "pictures"; RefusedError for a slug that is shipped.
domain::Exercise saveOwnExercise(Workspace& work, domain::Exercise exercise,
                                 const std::vector<ImportedPhoto>& photos = {});

// What taking away one of the practice's own means for whatever names it.
struct Removal {
  enum class Kind {
    forGood,         // nothing names it: its file goes
    putAway,         // it leaves the shelves, but whatever names it keeps it and prints it
    shippedReturns,  // its file goes, and the shipped one of that name is there again
  };
  Kind kind = Kind::forGood;
  std::string title;
  long clients = 0;     // with a plan or a returned week, of now or of earlier, that names it
  bool needed = false;  // a template, a series or the pictures of another movement need it
  friend bool operator==(const Removal&, const Removal&) = default;
};

// What removeOwnExercise() would do. Throws RefusedError ("error.ownExercise.notOwn").
Removal removalOfExercise(Workspace& work, const domain::ExerciseSlug& exercise);
// A movement that goes for good takes its film and its translations along. What was handed out stays as it
// is.
Removal removeOwnExercise(Workspace& work, const domain::ExerciseSlug& exercise);
// On the shelves again.
void putBackExercise(Workspace& work, const domain::ExerciseSlug& exercise);

// Plans that were made from it stay as they are. Throws RefusedError ("error.series.notOwn").
Removal removalOfSeries(Workspace& work, const std::string& slug);
Removal removeOwnSeries(Workspace& work, const std::string& slug);

}  // namespace unknot::app
