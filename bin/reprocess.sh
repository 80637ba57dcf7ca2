#!/bin/sh
# process uploads again: those named, or --code gave-up, --since 2h, --kind video, --owner, --all … [ID…] [--dry-run] [--rate N/s] [--stack NAME] [--help]
set -eu
. "$DARKROOM_ROOT/bin/lib/common.sh"
. "$DARKROOM_ROOT/bin/lib/jdk.sh"
. "$DARKROOM_ROOT/bin/lib/build.sh"
. "$DARKROOM_ROOT/bin/lib/operate.sh"

operate reprocess "$@"
