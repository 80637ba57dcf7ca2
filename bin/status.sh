#!/bin/sh
# show whether Darkroom runs, its addresses, queues and alarms [--data DIR] [--stack NAME] [--since 2h] [--json] [--help]
set -eu
. "$DARKROOM_ROOT/bin/lib/common.sh"
. "$DARKROOM_ROOT/bin/lib/jdk.sh"
. "$DARKROOM_ROOT/bin/lib/build.sh"
. "$DARKROOM_ROOT/bin/lib/operate.sh"

find_place "$@"
if [ -n "$local_run" ]; then
  if ! running; then
    echo "Nothing runs on $data."
    exit 1
  fi
  read_environment
  case " $* " in
    *' --json '*) ;;
    *)
      cat <<END
Darkroom is running (process $pid).
  page     $DARKROOM_URL/
  S3       $AWS_ENDPOINT_URL_S3, bucket $DARKROOM_BUCKET
  SQS      $AWS_ENDPOINT_URL_SQS
  SNS      $AWS_ENDPOINT_URL_SNS, topic $DARKROOM_TOPIC_ARN
  metrics  $DARKROOM_METRICS/metrics
  mails    ${DARKROOM_MAIL:-not in a folder}
  alarms   $(sed '2,$s/^/           /' "$data/alarms" 2>/dev/null)
END
      ;;
  esac
fi
operate status "$@"
