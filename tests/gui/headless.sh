#!/bin/bash
# headless.sh [-s WIDTHxHEIGHTxDEPTH] [-t dark] -- COMMAND ARGS...
# Runs COMMAND on a private X display with a session bus, the accessibility bus and a window manager of its own, and ends
# what it started. Any number may run at once. The exit status is the command's.
set -u
screen=1280x800x24
theme=Adwaita
while [ $# -gt 0 ]; do
  case $1 in
    -s) screen=$2; shift 2 ;;
    -t) [ "$2" = light ] || theme=Adwaita-$2; shift 2 ;;
    --) shift; break ;;
    *) break ;;
  esac
done

home=$(mktemp -d "${TMPDIR:-/tmp}/unknot-gui.XXXXXX")
chmod 700 "$home"
started=()
cleanup() {
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null; done
  wait 2>/dev/null
  rm -rf "$home"
}
trap cleanup EXIT

# wait_for WHAT COMMAND...: until it succeeds, at most ten seconds.
wait_for() {
  local what=$1; shift
  for _ in $(seq 500); do "$@" 2>/dev/null && return 0; sleep 0.02; done
  echo "headless.sh: $what did not start" >&2
  exit 97
}

export XDG_RUNTIME_DIR=$home/run XDG_CONFIG_HOME=$home/config XDG_STATE_HOME=$home/state XDG_DATA_HOME=$home/data
mkdir -p -m 700 "$XDG_RUNTIME_DIR" "$XDG_CONFIG_HOME/gtk-3.0" "$XDG_STATE_HOME" "$XDG_DATA_HOME"
cat >"$XDG_CONFIG_HOME/gtk-3.0/settings.ini" <<SETTINGS
[Settings]
gtk-theme-name=$theme
gtk-font-name=Noto Sans 10
gtk-cursor-blink=0
gtk-enable-animations=0
gtk-overlay-scrolling=0
gtk-xft-hinting=1
gtk-xft-hintstyle=hintslight
gtk-xft-rgba=none
SETTINGS

# The server picks a free display and tells which.
: >"$home/display"
Xvfb -displayfd 8 -screen 0 "$screen" -dpi 96 -nolisten tcp -noreset 8>"$home/display" 2>"$home/xvfb.log" &
started+=($!)
wait_for "the X server" test -s "$home/display"
DISPLAY=:$(cat "$home/display")
export DISPLAY

: >"$home/bus"
dbus-daemon --session --nofork --print-address=9 9>"$home/bus" 2>"$home/dbus.log" &
started+=($!)
wait_for "the session bus" test -s "$home/bus"
DBUS_SESSION_BUS_ADDRESS=$(cat "$home/bus")
export DBUS_SESSION_BUS_ADDRESS
if [ -x /usr/libexec/at-spi-bus-launcher ]; then
  /usr/libexec/at-spi-bus-launcher --launch-immediately >/dev/null 2>&1 &
  started+=($!)
fi
if command -v openbox >/dev/null; then
  openbox --sm-disable >/dev/null 2>&1 &
  started+=($!)
  window_manager_is_there() { xprop -root _NET_SUPPORTING_WM_CHECK | grep -q 'window id'; }
  wait_for "the window manager" window_manager_is_there
fi

"$@"
exit $?
