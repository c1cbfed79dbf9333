#include "core/words.h"

namespace unknot::core {

Words::Words(std::string language, std::map<std::string, Entry, std::less<>> entries)
    : m_language(std::move(language)), m_entries(std::move(entries)) {}

bool Words::has(std::string_view id) const {
  return m_entries.find(id) != m_entries.end();
}

std::string Words::say(const Message& message) const {
  const auto entry = m_entries.find(message.id);
  if (entry == m_entries.end()) {
    std::string plain = message.id;
    for (const auto& arg : message.args) plain += " " + arg.name + "=" + arg.value;
    return plain;
  }
  const bool one = message.count == 1 && !entry->second.one.empty();
  const std::string& form = one ? entry->second.one : entry->second.other;
  std::string sentence;
  for (std::size_t i = 0; i < form.size();) {
    const std::size_t end = form[i] == '{' ? form.find('}', i) : std::string::npos;
    if (end == std::string::npos) {
      sentence += form[i++];
      continue;
    }
    const std::string name = form.substr(i + 1, end - i - 1);
    bool found = false;
    if (name == "count" && message.count) {
      sentence += std::to_string(*message.count);
      found = true;
    }
    for (const auto& arg : message.args) {
      if (found || arg.name != name) continue;
      sentence += arg.value;
      found = true;
    }
    if (!found) sentence += form.substr(i, end - i + 1);
    i = end + 1;
  }
  return sentence;
}

std::string Words::say(std::string_view id) const {
  return say(Message{std::string(id), {}, {}});
}

std::string Words::say(std::string_view id, std::vector<Message::Arg> args) const {
  return say(Message{std::string(id), std::move(args), {}});
}

std::string Words::sayCount(std::string_view id, long count) const {
  return say(Message{std::string(id), {}, count});
}

}  // namespace unknot::core
