#!/usr/bin/env bash
# Tags of every kind: version tags, light and annotated; a tag of a tag; tags of a tree and of a blob; a tag off the
# branch; names that look like versions and are none; a nightly tag. Releases v1.0.0 (commit 2), v1.0.1 (hotfix branch),
# v1.1.0 (commit 4), v2.0.0-rc.1 and v2.0.0 (commit 5).
#
# HEAD: 2058618999d241e2430f6af0b5cdca49214d706a
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

for number in {1..5}; do
    lines "line $number" >>text.txt
    commit "Commit $number" "2024-0$number-01T10:00:00Z"
    git tag "commit$number"
done
# annotate NAME TARGET WHEN
annotate() {
    at "$3"
    git tag -a -m "Release $1" "$1" "$2"
}
annotate v1.0.0 commit2 2024-02-02T10:00:00Z
git tag v1.1.0 commit4
annotate v2.0.0-rc.1 commit5 2024-05-02T10:00:00Z
annotate v2.0.0 commit5 2024-05-20T10:00:00Z
annotate tag-of-tag v2.0.0 2024-05-21T10:00:00Z
annotate of-tree 'commit3^{tree}' 2024-05-22T10:00:00Z
annotate of-blob commit3:text.txt 2024-05-23T10:00:00Z
git tag light-of-tree 'commit1^{tree}'
git tag nightly-2024-05-01 commit5
git tag version-next commit5

branch hotfix v1.0.0
ben
lines 'hot line' >>text.txt
commit 'Hot fix' 2024-02-10T10:00:00Z
annotate v1.0.1 HEAD 2024-02-10T12:00:00Z
on main
