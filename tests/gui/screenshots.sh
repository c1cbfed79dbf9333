#!/bin/bash
# screenshots.sh PROGRAM FOLDER [WIDTHxHEIGHT] [dark]
# Starts the real program on a display of its own, walks through the demo practice by keys alone, and leaves a picture of
# each screen in FOLDER. For people to look at; it proves nothing.
set -eu
if [ "${UNKNOT_ON_STAGE:-}" != 1 ]; then
  program=$(realpath "$1")
  mkdir -p "$2"
  folder=$(realpath "$2")
  export UNKNOT_ON_STAGE=1
  exec "$(dirname "$0")/headless.sh" -s "${3:-1280x800}x24" -t "${4:-light}" -- "$(realpath "$0")" "$program" "$folder" "${4:-}"
fi
program=$1 folder=$2 appearance=${3:-}
HOME=$(mktemp -d)
export HOME
trap 'kill "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; rm -rf "$HOME"' EXIT
if [ "$appearance" = dark ]; then
  mkdir -p "$XDG_CONFIG_HOME/unknot"
  echo '{"schema": "unknot/window/1", "appearance": "dark"}' >"$XDG_CONFIG_HOME/unknot/window.json"
fi
UNKNOT_ABORT_ON_ASSERT=1 "$program" 2>"$folder/program.log" &
pid=$!
window=$(timeout 20 xdotool search --sync --onlyvisible --pid $pid --name Unknot | tail -1)

# A picture once two in a row are the same.
picture() {
  local before='' now
  for _ in $(seq 100); do
    now=$(xwd -silent -root | md5sum)
    [ "$now" = "$before" ] && break
    before=$now
    sleep 0.15
  done
  import -window root "$folder/$1.png"
}
title() { xdotool getwindowname "$window"; }
# Waits until the window's title says the words.
reached() {
  for _ in $(seq 400); do
    case $(title) in *"$1"*) return 0 ;; esac
    sleep 0.05
  done
  echo "screenshots.sh: “$1” was not reached, the title is “$(title)”" >&2
  exit 1
}
press() { xdotool key --clearmodifiers "$@"; }

picture 01-first-start
press alt+l
reached Today
picture 02-today
press ctrl+2
reached Clients
picture 03-clients
press ctrl+k
xdotool type zo
sleep 0.5
press Return
reached Zo
picture 04-chart
press ctrl+Return
reached Session
picture 05-session
press alt+Left
reached Zo
press alt+o
reached "Home practice"
picture 09-home-practice
press ctrl+p
reached Home
sleep 1
picture 10-preview
press alt+Left
reached "Home practice of"
press alt+Left
reached Zo
press ctrl+n
reached "New client"
picture 06-new-client
press ctrl+1
reached Today
press F1
picture 07-keys
press Escape
press ctrl+l
reached Unknot
picture 08-locked
