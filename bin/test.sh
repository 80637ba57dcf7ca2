#!/bin/sh
# run every test [Maven's arguments]
set -eu
. "$DARKROOM_ROOT/bin/lib/common.sh"
. "$DARKROOM_ROOT/bin/lib/jdk.sh"

find_jdk
find_maven
cd "$DARKROOM_ROOT"
exec mvn -B --no-transfer-progress verify "$@"
