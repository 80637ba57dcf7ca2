#!/bin/sh
# measure: bench pipeline [--json FILE]
set -eu
. "$DARKROOM_ROOT/bin/lib/common.sh"
. "$DARKROOM_ROOT/bin/lib/jdk.sh"
. "$DARKROOM_ROOT/bin/lib/build.sh"

[ "${1:-}" = pipeline ] || wrong_usage 'bench measures: pipeline'
shift
find_jdk
cd "$DARKROOM_ROOT"
build benchmarks
data=$(mktemp -d)
trap 'sh "$DARKROOM_ROOT/bin/down.sh" --data "$data" >/dev/null; rm -rf "$data"' EXIT
sh "$DARKROOM_ROOT/bin/up.sh" --detach --port 0 --data "$data" >/dev/null
. "$data/env"
"$JAVA_HOME/bin/java" -Djava.awt.headless=true -cp "$DARKROOM_ROOT/benchmarks/target/benchmarks.jar" \
  dev.darkroom.bench.PipelineBenchmark "$@"
