#!/bin/sh
# print every address as shell exports: eval "$(./darkroom env)" [--data DIR]
set -eu
. "$DARKROOM_ROOT/bin/lib/common.sh"

only_data_option "$@"
read_environment
cat "$data/env"
