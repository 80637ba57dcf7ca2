# What several tasks need; read by them, not run.

die() {
  echo "darkroom: $*" >&2
  exit 1
}

wrong_usage() {
  echo "darkroom: $*" >&2
  exit 2
}

# Takes '--data DIR' out of the arguments of a task that has no other: sets $data.
only_data_option() {
  data=$DARKROOM_ROOT/.darkroom
  while [ $# -gt 0 ]; do
    case $1 in
      --data)
        [ $# -ge 2 ] || wrong_usage '--data needs a folder'
        data=$2
        shift 2
        ;;
      *) wrong_usage "there is no option $1; known is --data DIR" ;;
    esac
  done
}

# Whether a Darkroom runs on $data; sets $pid. After a kill -9 the number may belong to another process by now.
running() {
  pid=$(cat "$data/pid" 2>/dev/null) || return 1
  [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null || return 1
  if [ -r "/proc/$pid/cmdline" ]; then
    tr '\0' ' ' <"/proc/$pid/cmdline"
  else
    ps -p "$pid" -o args=
  fi 2>/dev/null | grep -q 'local-cloud\.jar'
}

# Reads where the Darkroom on $data is.
read_environment() {
  running || die "nothing runs on $data; './darkroom up' starts it"
  [ -f "$data/env" ] || die "Darkroom (process $pid) is still starting"
  . "$data/env"
}
