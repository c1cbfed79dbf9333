#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "platform/process.h"

namespace unknot::platform {

void ignoreWriteSignals() {
  struct sigaction ignore {};
  ignore.sa_handler = SIG_IGN;
  ::sigaction(SIGPIPE, &ignore, nullptr);
  ::sigaction(SIGXFSZ, &ignore, nullptr);
}

void forbidCoreDumps() {
  const rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
  ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

void prepareProcess() {
  ignoreWriteSignals();
#ifdef NDEBUG
  forbidCoreDumps();
#endif
}

}  // namespace unknot::platform
