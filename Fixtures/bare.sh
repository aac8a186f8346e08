#!/usr/bin/env bash
# A bare repository. Its commits are those of separate-git-dir.sh, corrupt-*.sh and others (`story` in repository.bash).
#
# HEAD: c86ce9e1388e817451e0c7db06563ad93778314b
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@" --bare

git init -q work
(
    cd work
    story
    quietly git push -q .. main
)
rm -rf work
