// Says what an expression threw, as "message.id arg=value ...": "" when it threw nothing.
#pragma once

#include <string>

#include "core/error.h"

namespace unknot::test {

template <class Error = core::Error, class Call>
std::string thrownBy(Call call) {
  try {
    call();
  } catch (const Error& e) {
    return e.what();
  }
  return {};
}

}  // namespace unknot::test
