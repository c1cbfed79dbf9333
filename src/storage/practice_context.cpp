#include "storage/practice_context.h"

#include <string>

#include "storage/columns.h"

namespace unknot::storage {

void PracticeContext::atomically(const std::function<void()>& work) const {
  try {
    Transaction transaction(connection);
    work();
    transaction.commit();
  } catch (...) {
    index.forget();
    parts.forget();
    throw;
  }
}

void PracticeContext::requireClient(domain::ClientId client) const {
  const auto row = connection.prepare("SELECT 1 FROM client WHERE id = :id");
  bindId(*row, "id", client);
  if (!row->step()) throw refusal("noClient");
}

core::RefusedError refusal(const char* id) {
  return core::RefusedError({std::string("error.practice.") + id, {}, {}});
}

}  // namespace unknot::storage
