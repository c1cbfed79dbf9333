// first_paint [--type TEXT] COMMAND...: milliseconds from starting COMMAND to its window's first painting,
// and the resident memory once painting has settled. With --type, the text and Return are then typed, and the
// time from Return until the next place stands there whole is measured as well: to the last painting that is
// larger than a button that lights up or a caret that blinks. One line of JSON.
#include <X11/XKBlib.h>
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/extensions/Xdamage.h>
#include <X11/keysym.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <optional>
#include <string>

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kSettleMs = 500;
// Of the window: what is painted for a place. A text field of the login takes 1/60.
constexpr int kPartOfPlace = 20;
constexpr int kGiveUpMs = 30'000;

double msSince(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

int ignoreErrors(Display*, XErrorEvent*) {
  return 0;
}

std::optional<Window> visibleWindow(Display* display, Window root) {
  Window parent = 0;
  Window* children = nullptr;
  unsigned count = 0;
  std::optional<Window> found;
  if (XQueryTree(display, root, &root, &parent, &children, &count) == 0) return found;
  for (unsigned i = 0; i < count && !found; ++i) {
    XWindowAttributes attributes;
    if (XGetWindowAttributes(display, children[i], &attributes) != 0 && attributes.map_state == IsViewable &&
        attributes.width >= 300 && attributes.height >= 200)
      found = children[i];
  }
  if (children != nullptr) XFree(children);
  return found;
}

double residentMb(pid_t pid) {
  std::ifstream status("/proc/" + std::to_string(pid) + "/status");
  for (std::string line; std::getline(status, line);)
    if (line.rfind("VmRSS:", 0) == 0) return std::stod(line.substr(6)) / 1024;
  return 0;
}

int areaOf(Display* display, Window window) {
  XWindowAttributes attributes;
  return XGetWindowAttributes(display, window, &attributes) == 0 ? 0 : attributes.width * attributes.height;
}

// Milliseconds from the start; 0 for none.
struct Paintings {
  double first = 0;
  double last = 0;
};
// Waits until nothing of `leastArea` pixels has been painted for a while.
Paintings watch(Display* display, int damageEvent, Clock::time_point start, int leastArea) {
  Paintings seen;
  while (msSince(start) < kGiveUpMs) {
    while (XPending(display) > 0) {
      XEvent event;
      XNextEvent(display, &event);
      if (event.type != damageEvent + XDamageNotify) continue;
      const auto& damaged = reinterpret_cast<const XDamageNotifyEvent&>(event).area;
      if (damaged.width * damaged.height < leastArea) continue;
      const double at = msSince(start);
      if (seen.first == 0) seen.first = at;
      seen.last = at;
    }
    if (seen.last > 0 && msSince(start) - seen.last > kSettleMs) break;
    if (seen.last == 0 && msSince(start) > 5000) break;
    pollfd waiting{ConnectionNumber(display), POLLIN, 0};
    poll(&waiting, 1, 5);
  }
  return seen;
}

void press(Display* display, KeySym symbol) {
  const KeyCode code = XKeysymToKeycode(display, symbol);
  XTestFakeKeyEvent(display, code, True, CurrentTime);
  XTestFakeKeyEvent(display, code, False, CurrentTime);
  XFlush(display);
}

}  // namespace

int main(int argc, char** argv) {
  int first = 1;
  std::string typed;
  if (argc > 2 && std::strcmp(argv[1], "--type") == 0) {
    typed = argv[2];
    first = 3;
  }
  Display* display = XOpenDisplay(nullptr);
  if (display == nullptr || first >= argc) return 2;
  XSetErrorHandler(ignoreErrors);
  int damageEvent = 0;
  int damageError = 0;
  if (XDamageQueryExtension(display, &damageEvent, &damageError) == 0) return 2;

  const auto start = Clock::now();
  const pid_t pid = fork();
  if (pid == 0) {
    execvp(argv[first], argv + first);
    _exit(127);
  }
  std::optional<Window> window;
  while (!window && msSince(start) < kGiveUpMs) {
    window = visibleWindow(display, DefaultRootWindow(display));
    if (!window) usleep(500);
  }
  if (!window) return 1;
  XDamageCreate(display, *window, XDamageReportRawRectangles);
  XSync(display, False);
  const int place = areaOf(display, *window) / kPartOfPlace;
  const auto shown = watch(display, damageEvent, start, place);
  const double memory = residentMb(pid);
  double entered = 0;
  double memoryAfter = 0;
  if (!typed.empty()) {
    for (const char c : typed) press(display, static_cast<KeySym>(c));
    watch(display, damageEvent, Clock::now(), 0);
    const auto returned = Clock::now();
    press(display, XK_Return);
    entered = watch(display, damageEvent, returned, place).last;
    memoryAfter = residentMb(pid);
  }
  std::printf(
      "{\"first_paint_ms\": %.1f, \"resident_mb\": %.1f, \"enter_to_painted_ms\": %.1f, "
      "\"resident_after_mb\": %.1f}\n",
      shown.first, memory, entered, memoryAfter);
  kill(pid, SIGKILL);
  waitpid(pid, nullptr, 0);
  XCloseDisplay(display);
  return 0;
}
