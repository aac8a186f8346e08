#!/usr/bin/env bash
# No branch at all: the history hangs on the annotated tag v1, and HEAD points at a branch that does not exist.
#
# HEAD: none
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

story
at 2024-01-07T10:00:00Z
git tag -a -m 'Version 1' v1
git update-ref -d refs/heads/main
