# Functions that several tasks need. Sourced by tasks.

die() {
  echo "darkroom: $*" >&2
  exit 1
}

wrong_usage() {
  echo "darkroom: $*" >&2
  exit 2
}

# Sets $data from the arguments of a task whose only option is --data.
only_data_option() {
  data=$DARKROOM_ROOT/.darkroom
  while [ $# -gt 0 ]; do
    case $1 in
      --data)
        [ $# -ge 2 ] || wrong_usage '--data needs a folder'
        data=$2
        shift 2
        ;;
      *) wrong_usage "unknown option $1; the only option is --data DIR" ;;
    esac
  done
}

# Succeeds if a Darkroom runs on $data; sets $pid. After a kill -9 another process may have the number, so its command is checked.
running() {
  pid=$(cat "$data/pid" 2>/dev/null) || return 1
  [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null || return 1
  if [ -r "/proc/$pid/cmdline" ]; then
    tr '\0' ' ' <"/proc/$pid/cmdline"
  else
    ps -p "$pid" -o args=
  fi 2>/dev/null | grep -q 'local-cloud\.jar'
}

# Sets the variables of the Darkroom that runs on $data.
read_environment() {
  running || die "nothing runs on $data; './darkroom up' starts it"
  [ -f "$data/env" ] || die "Darkroom (process $pid) is still starting"
  . "$data/env"
}
