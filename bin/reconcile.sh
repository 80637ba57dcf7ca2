#!/bin/sh
# find what events lost, and mend it, at once [--older-than AGE] [--stack NAME] [--help]
set -eu
. "$DARKROOM_ROOT/bin/lib/common.sh"
. "$DARKROOM_ROOT/bin/lib/jdk.sh"
. "$DARKROOM_ROOT/bin/lib/build.sh"
. "$DARKROOM_ROOT/bin/lib/operate.sh"

operate reconcile "$@"
