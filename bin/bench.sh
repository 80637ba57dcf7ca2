#!/bin/sh
# measure speed and CPU time: bench image|png|video|stream|pipeline [--json FILE] …; or simulate many functions: bench scaling
set -eu
. "$DARKROOM_ROOT/bin/lib/common.sh"
. "$DARKROOM_ROOT/bin/lib/jdk.sh"
. "$DARKROOM_ROOT/bin/lib/build.sh"

what=${1:-}
case $what in
  image) main=dev.darkroom.bench.image.ImageBenchmark ;;
  png) main=dev.darkroom.bench.image.PngBenchmark ;;
  video) main=dev.darkroom.bench.video.VideoBenchmark ;;
  stream) main=dev.darkroom.bench.stream.StreamBenchmark ;;
  scaling) main=dev.darkroom.bench.scaling.ScalingBenchmark ;;
  pipeline) main=dev.darkroom.bench.PipelineBenchmark ;;
  *) wrong_usage 'bench measures: image, png, video, stream, pipeline; and simulates: scaling' ;;
esac
shift
case $what in
  video | stream)
    command -v ffmpeg >/dev/null || die "bench $what compares with ffmpeg, which is not on the PATH"
    ;;
esac
find_jdk
cd "$DARKROOM_ROOT"
build benchmarks
# The benchmark of streams starts several of its own.
if [ "$what" = video ] || [ "$what" = pipeline ]; then
  data=$(mktemp -d)
  trap 'sh "$DARKROOM_ROOT/bin/down.sh" --data "$data" >/dev/null; rm -rf "$data"' EXIT
  sh "$DARKROOM_ROOT/bin/up.sh" --detach --port 0 --data "$data" >/dev/null
  . "$data/env"
fi
"$JAVA_HOME/bin/java" -Djava.awt.headless=true --enable-native-access=ALL-UNNAMED \
  -cp "$DARKROOM_ROOT/benchmarks/target/benchmarks.jar" "$main" "$@"
