// How the audit chain and the drafts name what they speak of: a kind and an id, never a name.
#pragma once

#include <string>
#include <string_view>

namespace unknot::app {

inline constexpr std::string_view kSessionDraft = "session";
inline constexpr std::string_view kIntakeDraft = "intake";

template <class TypedId>
std::string subjectOf(std::string_view kind, const TypedId& id) {
  std::string subject(kind);
  subject += ' ';
  subject += id.toString();
  return subject;
}

}  // namespace unknot::app
