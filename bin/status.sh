#!/bin/sh
# show whether Darkroom runs, and its addresses [--data DIR]
set -eu
. "$DARKROOM_ROOT/bin/lib/common.sh"

only_data_option "$@"
if ! running; then
  echo "Nothing runs on $data."
  exit 1
fi
read_environment
cat <<EOF
Darkroom is running (process $pid).
  page     $DARKROOM_URL/
  S3       $AWS_ENDPOINT_URL_S3, bucket $DARKROOM_BUCKET
  SQS      $AWS_ENDPOINT_URL_SQS
  SNS      $AWS_ENDPOINT_URL_SNS, topic $DARKROOM_TOPIC_ARN
  metrics  $DARKROOM_METRICS/metrics
  mails    ${DARKROOM_MAIL:-not in a folder}
EOF
