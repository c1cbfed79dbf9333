// What the mains set once, before anything else.
#pragma once

namespace unknot::platform {

// A reader that went away or a file that hit the user's limit is then an error of that write, not the end of
// the program: SIGPIPE and SIGXFSZ are ignored.
void ignoreWriteSignals();

// A core dump would hold the key and clinical text in the clear. Also keeps other processes of the user from
// attaching, so builds for the debugger don't call it.
void forbidCoreDumps();

// Both, the second in release builds only.
void prepareProcess();

}  // namespace unknot::platform
