#!/usr/bin/env bash
# A linked work tree: DIR is the main one, on main; DIR/linked is linked to it and has branch "side" checked out, one
# commit ahead. Run in DIR/linked, HEAD is side's. (git worktree list shows both.)
#
# HEAD: c86ce9e1388e817451e0c7db06563ad93778314b
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

story
git worktree add -q -b side linked
(
    cd linked
    ben
    lines side >side.txt
    commit Side 2024-01-07T10:00:00Z
)
mkdir -p .git/info
lines /linked >.git/info/exclude
