#!/bin/sh
# build what is missing, run everything until Ctrl-C [--detach] [--port N] [--data DIR] [--help] …
set -eu
. "$DARKROOM_ROOT/bin/lib/common.sh"
. "$DARKROOM_ROOT/bin/lib/jdk.sh"
. "$DARKROOM_ROOT/bin/lib/build.sh"
. "$DARKROOM_ROOT/bin/lib/engine.sh"

# Seconds that a busy machine may need to start.
PATIENCE_SECONDS=180

data=$DARKROOM_ROOT/.darkroom
detach=
help=
remaining=$#
while [ "$remaining" -gt 0 ]; do
  argument=$1
  shift
  remaining=$((remaining - 1))
  case $argument in
    --detach) detach=yes ;;
    --help) help=yes ;;
    --data)
      [ "$remaining" -gt 0 ] || wrong_usage '--data needs a folder'
      data=$1
      shift
      remaining=$((remaining - 1))
      ;;
    # Everything else is checked by LocalDarkroom.
    *) set -- "$@" "$argument" ;;
  esac
done

find_jdk
if [ -n "$help" ]; then
  (build_outdated)
  exec "$JAVA_HOME/bin/java" -jar "$DARKROOM_ROOT/local-cloud/target/local-cloud.jar" --help
fi
mkdir -p "$data"
data=$(cd "$data" && pwd)
if running; then
  echo "Darkroom is running already (process $pid); './darkroom status' shows its addresses."
  exit 0
fi
(build_outdated)
find_engine
[ -z "$engine" ] || set -- "$@" --setting "DARKROOM_ENGINE=$engine"

set -- "$JAVA_HOME/bin/java" "@$DARKROOM_ROOT/local-cloud/jvm.options" -jar \
  "$DARKROOM_ROOT/local-cloud/target/local-cloud.jar" --template "$DARKROOM_ROOT/infra/template.yaml" --data "$data" "$@"
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
    die "it ended; its log is $log"
  }
  [ "$waited" -lt "$PATIENCE_SECONDS" ] || {
    kill "$child"
    die "it did not start within $PATIENCE_SECONDS seconds; its log is $log"
  }
  sleep 1
  waited=$((waited + 1))
done
. "$data/env"
cat <<EOF
Darkroom is ready (process $child).
  page     $DARKROOM_URL/
  S3       $AWS_ENDPOINT_URL_S3, bucket $DARKROOM_BUCKET
  mails    ${DARKROOM_MAIL:-not in a folder}
  log      $log
For curl, the AWS CLI and any SDK: eval "\$(./darkroom env)". './darkroom down' stops it.
EOF
