// What all papers of a practice have in common, before it is known what stands on them.
#pragma once

#include <memory>

#include "app/papers.h"

namespace unknot::app {

// Who reads it: home practice and the intake are written in the client's language, everything else in the
// practitioner's.
enum class Reader { client, practice };

// One that can't be used holds up no paper: Today and Practice details tell of it.
std::shared_ptr<const core::Photo> logoOf(const content::Content& content);

// The choice, the client's own wish, or the practice's habit, in this order. `practice` must live as long as
// the context.
document::BuildContext contextFor(Workspace& work, const domain::Practice& practice,
                                  const domain::Client& client, const PaperChoice& choice, Reader reader,
                                  domain::DocumentKind kind = domain::DocumentKind::handout);

}  // namespace unknot::app
