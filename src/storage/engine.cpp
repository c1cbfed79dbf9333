#include "storage/engine.h"

namespace unknot::storage {

void Statement::run() {
  while (step()) {
  }
}

}  // namespace unknot::storage
