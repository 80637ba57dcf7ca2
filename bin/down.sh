#!/bin/sh
# stop what 'up' started [--data DIR]
set -eu
. "$DARKROOM_ROOT/bin/lib/common.sh"

# Seconds for the functions' grace time and for the services.
PATIENCE_SECONDS=30

only_data_option "$@"
if ! running; then
  echo "Nothing runs on $data."
  exit 0
fi
kill "$pid"
waited=0
while running; do
  [ "$waited" -lt "$PATIENCE_SECONDS" ] || die "process $pid did not stop within $PATIENCE_SECONDS seconds; kill -9 $pid loses nothing"
  sleep 1
  waited=$((waited + 1))
done
echo 'Stopped.'
