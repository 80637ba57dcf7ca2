#!/bin/sh
# package the functions for AWS, and what 'up' needs [-Dnative] [Maven's arguments]; or an ffmpeg for them: engine-layer [--arch x86_64|arm64] [--from FILE] [--out FILE]
set -eu
. "$DARKROOM_ROOT/bin/lib/common.sh"
. "$DARKROOM_ROOT/bin/lib/jdk.sh"
. "$DARKROOM_ROOT/bin/lib/build.sh"

if [ "${1:-}" = engine-layer ]; then
  shift
  find_jdk
  exec "$JAVA_HOME/bin/java" "$DARKROOM_ROOT/bin/lib/layer/BuildLayer.java" "$@"
fi
cd "$DARKROOM_ROOT"
build "$(echo "$FUNCTIONS local-cloud" | tr ' ' ',')" "$@"
for module in $FUNCTIONS; do
  product "$module"
done
