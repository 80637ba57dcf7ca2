#!/bin/sh
# package the functions for AWS, and what 'up' needs [-Dnative] [Maven's arguments]
set -eu
. "$DARKROOM_ROOT/bin/lib/common.sh"
. "$DARKROOM_ROOT/bin/lib/jdk.sh"
. "$DARKROOM_ROOT/bin/lib/build.sh"

cd "$DARKROOM_ROOT"
build "$(echo "$FUNCTIONS local-cloud" | tr ' ' ',')" "$@"
for module in $FUNCTIONS; do
  product "$module"
done
