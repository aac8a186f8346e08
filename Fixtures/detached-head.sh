#!/usr/bin/env bash
# HEAD is detached at the last but one commit, Merge; main is one ahead.
#
# HEAD: 142989524b6aed31eee3320949aef4a6301cc184
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

story
git checkout -q --detach HEAD~1
