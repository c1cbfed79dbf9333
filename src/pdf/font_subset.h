// A font file cut down to what a document shows, and told to the PDF. Private to `pdf`.
#pragma once

#include <hb-subset.h>

#include <memory>
#include <string>
#include <string_view>

#include "pdf/haru.h"
#include "text/font_file.h"

namespace unknot::pdf {

using SubsetInput = std::unique_ptr<hb_subset_input_t, text::Destroyer<hb_subset_input_destroy>>;
using SubsetPlan = std::unique_ptr<hb_subset_plan_t, text::Destroyer<hb_subset_plan_destroy>>;

// What a viewer never reads is dropped; the cmap too, unless text is going to be typed in the font.
enum class Cmap { dropped, kept };
// To be told which glyphs or characters stay. Throws std::bad_alloc.
SubsetInput subsetInput(Cmap cmap);
// Embeds the cut file. Throws core::BugError when the font can't be cut.
SubsetPlan embedSubset(Haru& haru, HPDF_Dict descriptor, const text::FontFile& source,
                       const SubsetInput& input);

std::string postscriptName(const text::FontFile& source);
// `flags`: symbolic (4) or Latin (32).
void describeFont(Haru& haru, HPDF_Dict descriptor, const text::FontFile& source, const std::string& name,
                  int flags, bool italic);

}  // namespace unknot::pdf
