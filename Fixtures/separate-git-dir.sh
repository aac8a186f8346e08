#!/usr/bin/env bash
# .git is a file ("gitdir: .repository"), as submodules and `git init --separate-git-dir` have it. Same commits as bare.sh.
#
# HEAD: c86ce9e1388e817451e0c7db06563ad93778314b
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

story
mv .git .repository
echo 'gitdir: .repository' >.git
mkdir -p .repository/info
echo /.repository >.repository/info/exclude
