# Finds a JDK and Maven. Sourced by tasks.

LEAST_JDK=25

java_on_path() {
  command -v java >/dev/null 2>&1 || return 0
  java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p'
}

# Prints the feature release of the JDK in a folder, or nothing if there is none.
jdk_release() {
  if [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ -f "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  fi
}

# Sets JAVA_HOME to a JDK that is new enough, or exits with what was found.
find_jdk() {
  found=
  for home in "${JAVA_HOME:-}" "$(java_on_path)" /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-}"/.sdkman/candidates/java/*; do
    release=$(jdk_release "$home")
    [ -n "$release" ] || continue
    if [ "$release" -ge "$LEAST_JDK" ]; then
      JAVA_HOME=$home
      export JAVA_HOME
      return
    fi
    case $found in
      *"$home ("*) ;;
      *) found="$found
  $home ($release)" ;;
    esac
  done
  die "JDK $LEAST_JDK or newer is needed (Eclipse Temurin has one for every system: https://adoptium.net).
Looked at JAVA_HOME, java on the PATH, /usr/lib/jvm, /Library/Java/JavaVirtualMachines and ~/.sdkman; found:${found:- none}"
}

find_maven() {
  command -v mvn >/dev/null 2>&1 ||
    die 'Maven 3.8 or newer is needed, but mvn is not on the PATH (on Debian: apt-get install maven)'
}
