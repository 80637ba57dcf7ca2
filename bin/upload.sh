#!/bin/sh
# upload files and folders, wait, print the results [--data DIR] FILE|DIR…
set -eu
. "$DARKROOM_ROOT/bin/lib/common.sh"
. "$DARKROOM_ROOT/bin/lib/jdk.sh"

data=$DARKROOM_ROOT/.darkroom
if [ "${1:-}" = --data ]; then
  [ $# -ge 2 ] || wrong_usage '--data needs a folder'
  data=$2
  shift 2
fi
[ $# -gt 0 ] || wrong_usage 'upload needs files or folders'
# Only its help needs nothing that runs.
[ "$1" = --help ] || read_environment
find_jdk
exec "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -cp "$DARKROOM_ROOT/local-cloud/target/local-cloud.jar" \
  dev.darkroom.local.cli.Upload --api "${DARKROOM_URL:-}" "$@"
