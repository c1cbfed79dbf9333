#include "domain/measure.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/error.h"
#include "core/utf8.h"
#include "domain/required.h"

namespace unknot::domain {

const std::vector<Instrument>& instruments() {
  // Minimal detectable changes: NPRS doi 10.1055/a-1304-3677 and Childs 2005 (PMID 15928561); PSFS single
  // activity doi 10.2519/jospt.2014.5248; GROC PMC7025089; about 5 degrees for ROM is common teaching.
  static const std::vector<Instrument> kInstruments = {
      {"nprs-now", "Pain now", 0, 10, true, false, 2.0, "doi 10.1055/a-1304-3677"},
      {"nprs-worst", "Worst pain in 24 hours", 0, 10, true, false, 2.0, "doi 10.1055/a-1304-3677"},
      {"nprs-average", "Average pain", 0, 10, true, false, 2.0, "doi 10.1055/a-1304-3677"},
      {"psfs", "What you want to do again", 0, 10, true, true, 3.0,
       "Stratford 1995; doi 10.2519/jospt.2014.5248"},
      {"groc", "Change felt", -5, 5, true, true, {}, "PMC7025089"},
      {"rom", "Range of movement", 0, 360, true, true, 5.0, ""},
      {"sleep", "Sleep", 0, 10, true, false, {}, ""},
      {"stress", "Stress", 0, 10, true, false, {}, ""},
      {"mood", "Mood", 0, 10, true, false, {}, ""},
      {"scale", "Own scale", 0, 10, true, true, {}, ""},
  };
  return kInstruments;
}

const Instrument* instrument(std::string_view slug) {
  const auto& all = instruments();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Instrument& i) { return i.slug == slug; });
  return found == all.end() ? nullptr : &*found;
}

void check(const MeasureValue& value) {
  const Instrument* known = instrument(value.instrument);
  if (known == nullptr) {
    std::string allowed;
    for (const auto& i : instruments()) allowed += (allowed.empty() ? "" : ", ") + i.slug;
    throw core::InputError(
        {"error.choice",
         {{"field", "measures.instrument"}, {"value", value.instrument}, {"allowed", allowed}},
         {}});
  }
  const std::string field = "measures." + value.instrument;
  if (!std::isfinite(value.value) || (known->whole && value.value != std::floor(value.value)))
    throw core::InputError({"error.whole", {{"field", field}}, {}});
  checkRange(field, std::lround(std::clamp(value.value, -1e6, 1e6)), std::lround(known->low),
             std::lround(known->high));
  if (known->hasItem)
    checkRequired(field + ".item", value.item, core::kLineLimit);
  else
    core::checkText(field + ".item", value.item, core::kLineLimit);
}

}  // namespace unknot::domain
