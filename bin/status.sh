#!/bin/sh
# tell what runs, and where [--data DIR]
set -eu
. "$DARKROOM_ROOT/bin/lib/common.sh"

only_data_option "$@"
if ! running; then
  echo "Nothing runs on $data."
  exit 1
fi
read_environment
cat <<EOF
Darkroom runs (process $pid).
  page     $DARKROOM_URL/
  S3       $AWS_ENDPOINT_URL_S3, bucket $DARKROOM_BUCKET
  SQS      $AWS_ENDPOINT_URL_SQS
  SNS      $AWS_ENDPOINT_URL_SNS, topic $DARKROOM_TOPIC_ARN
  metrics  $DARKROOM_METRICS/metrics
  mails    ${DARKROOM_MAIL:-no folder of this run}
EOF
