#!/bin/sh
# run every test, or those that Maven's arguments say [-pl MODULE] [-Dtest=CLASS] …
set -eu
. "$DARKROOM_ROOT/bin/lib/common.sh"
. "$DARKROOM_ROOT/bin/lib/jdk.sh"

find_jdk
find_maven
cd "$DARKROOM_ROOT"
exec "$JAVA_HOME/bin/java" bin/lib/tests/RunTests.java "$@"
