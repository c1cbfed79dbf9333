// The order of names in a list.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace unknot::unicode {

// Unicode's root order, the same for every language and machine. Not for use from two threads at once.
class NameOrder {
 public:
  NameOrder();
  ~NameOrder();
  NameOrder(const NameOrder&) = delete;
  NameOrder& operator=(const NameOrder&) = delete;

  // Bytes whose plain order is the order of the names. They depend on the ICU version: never store them.
  std::string key(std::string_view name) const;

 private:
  struct Collator;
  std::unique_ptr<Collator> m_collator;
};

}  // namespace unknot::unicode
