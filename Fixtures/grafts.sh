#!/usr/bin/env bash
# A grafts file, as old conversions left them: .git/info/grafts cuts "Third" from its parent and gives it the root of
# another history instead. git still honours the file and says that it is outdated.
#
#                    git log --format=%s         without grafts
#   from HEAD        Fourth Third Old            Fourth Third Second First
#
# HEAD: 3cb30bc78f32c2cee504f9288ffc536f5a88a949
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

git checkout -q -b old
lines zero >text.txt
commit Old 2020-01-01T10:00:00Z
old=$(git rev-parse HEAD)
git checkout -q --orphan main
for name in First Second Third Fourth; do
    lines "$name" >>text.txt
    commit "$name" "2024-01-0$(git rev-list --count --all)T10:00:00Z"
done
mkdir -p .git/info
lines '# from the old repository' "$(git rev-parse HEAD~1) $old" >.git/info/grafts
