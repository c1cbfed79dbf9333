#include "faults/failing_writes.h"

#include <signal.h>
#include <sqlcipher/sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>

namespace unknot::test {
namespace {

using Write = ssize_t (*)(int, const void*, std::size_t);
using WriteAt = ssize_t (*)(int, const void*, std::size_t, off_t);
using Cut = int (*)(int, off_t);

// SQLite takes plain function pointers, so what they know is global to this file.
struct State {
  Fault fault = Fault::noRoomOnce;
  int left = 0;
  bool met = false;
  Write write = nullptr;
  WriteAt pwrite = nullptr;
  WriteAt pwrite64 = nullptr;
  Cut ftruncate = nullptr;
};
State g_state;

bool failsNow() {
  if (g_state.left > 0) --g_state.left;
  if (g_state.left > 0) return false;
  if (g_state.met && g_state.fault == Fault::noRoomOnce) return false;
  g_state.met = true;
  return true;
}

int errorOf(Fault fault) {
  if (fault == Fault::quota) return EDQUOT;
  return fault == Fault::readOnly ? EROFS : ENOSPC;
}

// `half` writes what a process that is killed may have written.
template <class Half, class Whole>
auto meet(Half half, Whole whole) {
  if (!failsNow()) return whole();
  if (g_state.fault == Fault::killed) {
    half();
    ::kill(::getpid(), SIGKILL);
  }
  errno = errorOf(g_state.fault);
  return decltype(whole()){-1};
}

ssize_t failingWrite(int file, const void* bytes, std::size_t count) {
  return meet([&] { return g_state.write(file, bytes, count / 2); },
              [&] { return g_state.write(file, bytes, count); });
}
ssize_t failingPwrite(int file, const void* bytes, std::size_t count, off_t place) {
  return meet([&] { return g_state.pwrite(file, bytes, count / 2, place); },
              [&] { return g_state.pwrite(file, bytes, count, place); });
}
ssize_t failingPwrite64(int file, const void* bytes, std::size_t count, off_t place) {
  return meet([&] { return g_state.pwrite64(file, bytes, count / 2, place); },
              [&] { return g_state.pwrite64(file, bytes, count, place); });
}
int failingCut(int file, off_t size) {
  return meet([] { return 0; }, [&] { return g_state.ftruncate(file, size); });
}

template <class Call>
void replace(const char* name, Call& before, Call by) {
  sqlite3_vfs* const vfs = sqlite3_vfs_find(nullptr);
  before = reinterpret_cast<Call>(vfs->xGetSystemCall(vfs, name));
  // A build has one of pwrite and pwrite64.
  if (before != nullptr) vfs->xSetSystemCall(vfs, name, reinterpret_cast<sqlite3_syscall_ptr>(by));
}

}  // namespace

FailingWrites::FailingWrites(Fault fault, int at) {
  g_state = {};
  g_state.fault = fault;
  g_state.left = at;
  replace("write", g_state.write, &failingWrite);
  replace("pwrite", g_state.pwrite, &failingPwrite);
  replace("pwrite64", g_state.pwrite64, &failingPwrite64);
  replace("ftruncate", g_state.ftruncate, &failingCut);
}

FailingWrites::~FailingWrites() {
  sqlite3_vfs* const vfs = sqlite3_vfs_find(nullptr);
  // Null puts all of them back.
  vfs->xSetSystemCall(vfs, nullptr, nullptr);
}

bool FailingWrites::met() const {
  return g_state.met;
}

}  // namespace unknot::test
