#!/usr/bin/env bash
# HEAD points at a branch that has no commit, while another branch, "old", has a history: --revision old can be read.
#
# HEAD: none
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

story
git branch -m main old
git symbolic-ref HEAD refs/heads/new
