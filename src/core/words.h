// One language's catalogue: what the program says in window, paper and terminal (data/words.<lang>.toml).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/message.h"

namespace unknot::core {

class Words {
 public:
  // The forms of one entry. `other` is the text; `one` is used for a count of 1 where it is not empty.
  // "{name}" stands for an argument, "{count}" for the count.
  struct Entry {
    std::string one;
    std::string other;
  };

  Words() = default;
  Words(std::string language, std::map<std::string, Entry, std::less<>> entries);

  // BCP 47 tag, "en".
  const std::string& language() const { return m_language; }
  bool has(std::string_view id) const;
  // The sentence. An id without an entry gives the id and its arguments, so that nothing is ever silent.
  std::string say(const Message& message) const;
  std::string say(std::string_view id) const;
  std::string say(std::string_view id, std::vector<Message::Arg> args) const;
  std::string sayCount(std::string_view id, long count) const;
  const std::map<std::string, Entry, std::less<>>& entries() const { return m_entries; }

 private:
  std::string m_language = "en";
  std::map<std::string, Entry, std::less<>> m_entries;
};

}  // namespace unknot::core
