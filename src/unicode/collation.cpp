#include "unicode/collation.h"

#include <unicode/coll.h>

#include <algorithm>
#include <array>

#include "unicode/icu.h"

namespace unknot::unicode {

struct NameOrder::Collator {
  std::unique_ptr<icu::Collator> icu;
};

NameOrder::NameOrder() : m_collator(std::make_unique<Collator>()) {
  IcuStatus status("collator");
  m_collator->icu.reset(icu::Collator::createInstance(icu::Locale::getRoot(), status.code()));
  status.check();
}

NameOrder::~NameOrder() = default;

std::string NameOrder::key(std::string_view name) const {
  const icu::UnicodeString text = fromUtf8(name);
  std::array<uint8_t, 256> buffer{};
  const int32_t size = m_collator->icu->getSortKey(text, buffer.data(), static_cast<int32_t>(buffer.size()));
  std::string key(static_cast<std::size_t>(size), '\0');
  if (key.size() <= buffer.size())
    std::transform(buffer.begin(), buffer.begin() + size, key.begin(),
                   [](uint8_t b) { return static_cast<char>(b); });
  else
    m_collator->icu->getSortKey(text, reinterpret_cast<uint8_t*>(key.data()), size);
  return key;
}

}  // namespace unknot::unicode
