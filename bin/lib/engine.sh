# Finds an ffmpeg to decode HEIC, AVIF, HEVC, VP9 and AV1. Sourced by tasks.

ENGINE=org.bytedeco:ffmpeg:7.1-1.5.11:jar

# Sets $engine to a folder with an ffmpeg that Maven downloaded; leaves it empty if one is on the PATH or none can run here.
find_engine() {
  engine=
  if PATH=/usr/local/bin:/usr/bin:/bin:/opt/bin command -v ffmpeg >/dev/null; then
    return 0
  fi
  case $(uname -m) in
    x86_64) platform=linux-x86_64 ;;
    aarch64 | arm64) platform=linux-arm64 ;;
    *) return 0 ;;
  esac
  folder=$DARKROOM_ROOT/target/engine
  download_engine && engine=$folder/$platform && return 0
  echo 'HEIC, AVIF, HEVC, VP9 and AV1 will not be decoded: there is no ffmpeg on the PATH, and the one that Maven downloads does not run here.
It needs libxcb, libxcb-shm, libasound and libpulse (Debian: libxcb1 libxcb-shm0 libasound2 libpulse0).' >&2
}

download_engine() {
  if [ ! -x "$folder/$platform/ffmpeg" ]; then
    find_maven
    mvn -B -q --no-transfer-progress dependency:copy "-Dartifact=$ENGINE:$platform" "-DoutputDirectory=$folder" \
      -Dmdep.useBaseVersion=true >/dev/null 2>&1 || return 1
    "$JAVA_HOME/bin/java" -cp "$DARKROOM_ROOT/local-cloud/target/local-cloud.jar" dev.darkroom.local.engine.UnpackedEngine \
      "$folder"/ffmpeg-*"$platform".jar "$folder/$platform" || return 1
  fi
  LD_LIBRARY_PATH=$folder/$platform "$folder/$platform/ffmpeg" -version >/dev/null 2>&1
}
