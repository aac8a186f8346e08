#!/usr/bin/env bash
# A repository without any object: HEAD points at a branch that has no commit yet.
#
# HEAD: none
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"
