// Use case: is everything in the practice as it was written?
#pragma once

#include "app/workspace.h"

namespace unknot::app {

// Each fault is told with the id of its record. Nothing is changed.
domain::Verification verifyPractice(Workspace& work, const domain::PracticeStore::OnFault& fault);

}  // namespace unknot::app
