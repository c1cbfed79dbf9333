#include "app/permission.h"

#include "core/error.h"

namespace unknot::app {

bool may(domain::Role role, Right right) {
  switch (role) {
    case domain::Role::owner:
    case domain::Role::practitioner:
      return true;
    case domain::Role::assistant:
      return right == Right::seeClients || right == Right::writeClient;
    case domain::Role::auditor:
      return right == Right::seeClients || right == Right::readChart;
  }
  return false;
}

void requireRight(domain::PracticeStore& store, Right right) {
  if (!may(store.user().role, right)) throw core::RefusedError({"error.use.permission", {}, {}});
}

}  // namespace unknot::app
