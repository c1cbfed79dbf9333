#include "core/error.h"

#include <new>

namespace unknot::core {

std::string Error::plain(const Message& message) {
  std::string text = message.id;
  for (const auto& arg : message.args) text += " " + arg.name + "=" + arg.value;
  return text;
}

Message describe(std::exception_ptr error) {
  try {
    std::rethrow_exception(std::move(error));
  } catch (const Error& e) {
    return e.message();
  } catch (const std::bad_alloc&) {
    return {"error.memory", {}, {}};
  } catch (const std::exception& e) {
    return {"error.unexpected", {{"what", e.what()}}, {}};
  } catch (...) {
    return {"error.unexpected", {{"what", "?"}}, {}};
  }
}

}  // namespace unknot::core
