// What each id names. Regions, exercises, instruments and questions have permanent slugs instead.
#pragma once

#include <string>

#include "core/id.h"

namespace unknot::domain {

using PracticeId = core::Id<struct PracticeTag>;
using UserId = core::Id<struct UserTag>;
using ClientId = core::Id<struct ClientTag>;
using IntakeId = core::Id<struct IntakeTag>;
using SessionId = core::Id<struct SessionTag>;
using SessionVersionId = core::Id<struct SessionVersionTag>;
using SignatureId = core::Id<struct SignatureTag>;
using PlanId = core::Id<struct PlanTag>;
using PlanTemplateId = core::Id<struct PlanTemplateTag>;
using PracticeLogId = core::Id<struct PracticeLogTag>;
using MeasureId = core::Id<struct MeasureTag>;
using FlagClosingId = core::Id<struct FlagClosingTag>;
using ConsentId = core::Id<struct ConsentTag>;
using DocumentId = core::Id<struct DocumentTag>;
using ChartMergeId = core::Id<struct ChartMergeTag>;
using ImportId = core::Id<struct ImportTag>;

// "ql-l": a region of the body atlas with its side. Published slugs never vanish.
using RegionSlug = std::string;
// "arch-and-flatten"
using ExerciseSlug = std::string;

}  // namespace unknot::domain
