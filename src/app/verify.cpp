#include "app/verify.h"

#include "app/permission.h"

namespace unknot::app {

domain::Verification verifyPractice(Workspace& work, const domain::PracticeStore::OnFault& fault) {
  requireRight(work.store, Right::readChart);
  return work.store.verify(fault);
}

}  // namespace unknot::app
