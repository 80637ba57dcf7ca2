#!/bin/sh
# build what is not built, run everything until Ctrl-C [--detach] [--port N] [--data DIR] [--endpoint URL] …
set -eu
. "$DARKROOM_ROOT/bin/lib/common.sh"
. "$DARKROOM_ROOT/bin/lib/jdk.sh"
. "$DARKROOM_ROOT/bin/lib/build.sh"
. "$DARKROOM_ROOT/bin/lib/engine.sh"

# How long a machine that has other things to do may need to start.
PATIENCE_SECONDS=180

data=$DARKROOM_ROOT/.darkroom
detach=
remaining=$#
while [ "$remaining" -gt 0 ]; do
  argument=$1
  shift
  remaining=$((remaining - 1))
  case $argument in
    --detach) detach=yes ;;
    --data)
      [ "$remaining" -gt 0 ] || wrong_usage '--data needs a folder'
      data=$1
      shift
      remaining=$((remaining - 1))
      ;;
    # What LocalDarkroom understands is its own affair.
    *) set -- "$@" "$argument" ;;
  esac
done

mkdir -p "$data"
data=$(cd "$data" && pwd)
if running; then
  echo "Darkroom runs already (process $pid), './darkroom status' tells where."
  exit 0
fi
find_jdk
(build_outdated)
find_engine
[ -z "$engine" ] || set -- "$@" --setting "DARKROOM_ENGINE=$engine"

set -- "$JAVA_HOME/bin/java" --sun-misc-unsafe-memory-access=allow -jar "$DARKROOM_ROOT/local-cloud/target/local-cloud.jar" \
  --template "$DARKROOM_ROOT/infra/template.yaml" --data "$data" "$@"
[ -n "$detach" ] || exec "$@"

rm -f "$data/env"
log=$data/log
before=$(cat "$log" 2>/dev/null | wc -c)
nohup "$@" >>"$log" 2>&1 </dev/null &
child=$!
waited=0
while [ ! -f "$data/env" ]; do
  kill -0 "$child" 2>/dev/null || {
    tail -c "+$((before + 1))" "$log" | tail -n 20 >&2
    die "it ended, its log is $log"
  }
  [ "$waited" -lt "$PATIENCE_SECONDS" ] || {
    kill "$child"
    die "it did not start within $PATIENCE_SECONDS seconds, its log is $log"
  }
  sleep 1
  waited=$((waited + 1))
done
. "$data/env"
cat <<EOF
Darkroom is ready (process $child).
  page     $DARKROOM_URL/
  S3       $AWS_ENDPOINT_URL_S3, bucket $DARKROOM_BUCKET
  mails    ${DARKROOM_MAIL:-no folder of this run}
  log      $log
In a shell: eval "\$(./darkroom env)"; './darkroom down' stops it.
EOF
