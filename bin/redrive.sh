#!/bin/sh
# send messages that wait for a person back to where they came from [--dry-run] [--rate N/s] [--stack NAME] [--help] …
set -eu
. "$DARKROOM_ROOT/bin/lib/common.sh"
. "$DARKROOM_ROOT/bin/lib/jdk.sh"
. "$DARKROOM_ROOT/bin/lib/build.sh"
. "$DARKROOM_ROOT/bin/lib/operate.sh"

operate redrive "$@"
