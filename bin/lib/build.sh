# Builds modules, with a line of progress for each. Sourced by tasks.

FUNCTIONS='upload-api image-worker video-worker stream-worker notifier reconciler'

# Prints the modules of this project that a module depends on.
parts() {
  case $1 in
    upload-api | notifier | reconciler) echo contract stage ;;
    image-worker | video-worker | stream-worker) echo contract stage codecs engines ;;
    local-cloud) echo infra function-host ;;
    operator) echo contract stage ;;
  esac
}

product() {
  case $1 in
    local-cloud | operator) echo "$1/target/$1.jar" ;;
    *) echo "$1/target/function.zip" ;;
  esac
}

# Succeeds if a module's product is missing or older than a source it is built from.
outdated() {
  made=$(product "$1")
  [ -f "$made" ] || return 0
  for part in "$1" $(parts "$1"); do
    [ -d "$part/src/main" ] || continue
    [ -z "$(find pom.xml "$part/pom.xml" "$part/src/main" -type f -newer "$made" -print | head -n 1)" ] || return 0
  done
  return 1
}

# build MODULES [Maven's arguments]: builds modules, separated by commas.
build() {
  modules=$1
  shift
  find_jdk
  find_maven
  mkdir -p target
  log=$DARKROOM_ROOT/target/build.log
  # A pipe returns the status of its last command, so Maven's status travels through it as a line.
  {
    status=0
    mvn -B --no-transfer-progress -pl "$modules" -am -DskipTests -Dspotless.check.skip=true "$@" package 2>&1 || status=$?
    # Maven may not end its last line.
    printf '\nmaven ended with %s\n' "$status"
  } | tee "$log" | awk '
    /^\[INFO\] Building Darkroom ::/ { printf "  %-18s %s\n", $5, $NF; fflush() }
    /^maven ended with [0-9]+$/ { status = $4 }
    END { exit status }
  ' || {
    grep '^\[ERROR\]' "$log" | head -n 20 >&2
    die "the build failed; its output is in $log"
  }
}

# Builds what 'up' needs, if it is missing or outdated.
build_outdated() {
  cd "$DARKROOM_ROOT" || exit
  wanted=
  for module in $FUNCTIONS local-cloud operator; do
    if outdated "$module"; then
      wanted=$wanted${wanted:+,}$module
    fi
  done
  [ -n "$wanted" ] || return 0
  echo "Building $(echo "$wanted" | sed 's/,/, /g'); the first time takes some minutes."
  build "$wanted"
}
