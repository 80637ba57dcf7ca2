# Runs the operator's commands. Sourced by tasks, after the other files here.

# Sets $data from a command's arguments, and $local_run unless it works on a stack or only helps.
find_place() {
  data=$DARKROOM_ROOT/.darkroom
  local_run=yes
  after=
  for argument in "$@"; do
    [ "$after" != --data ] || data=$argument
    after=$argument
    case $argument in
      --data=*) data=${argument#--data=} ;;
      # Help needs nothing that runs.
      --stack | --stack=* | --help) local_run= ;;
    esac
  done
}

# operate COMMAND [arguments]: works on the local run, or with --stack NAME on a deployed stack.
operate() {
  find_place "$@"
  if [ -n "$local_run" ]; then
    read_environment
  elif [ -n "${DARKROOM_URL:-}" ]; then
    # The exports of a local run would take the calls of AWS's services.
    unset AWS_ENDPOINT_URL_S3 AWS_ENDPOINT_URL_SQS AWS_ENDPOINT_URL_SNS \
      AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_REGION AWS_DEFAULT_REGION
  fi
  find_jdk
  (
    cd "$DARKROOM_ROOT"
    ! outdated operator || build operator
  ) >&2
  exec "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$DARKROOM_ROOT/operator/target/operator.jar" "$@"
}
