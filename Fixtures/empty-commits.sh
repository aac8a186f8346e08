#!/usr/bin/env bash
# Commits that change nothing: an empty root, empty commits with and without a message, a merge that changes nothing, a
# commit and its exact undoing. Blame never sees the empty ones.
#
# HEAD: 19a00d06277c2c49c1cb9a3dc72e2e8fc9480128
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

commit 'Empty root' 2024-01-01T10:00:00Z
commit '' 2024-01-02T10:00:00Z
lines one >text.txt
commit '' 2024-01-03T10:00:00Z
ben
commit $'\n\n' 2024-01-04T10:00:00Z
lines two >>text.txt
commit 'Add two' 2024-01-05T10:00:00Z
lines one >text.txt
commit 'Take two away' 2024-01-06T10:00:00Z
branch side
commit 'Empty on side' 2024-01-07T10:00:00Z
on main
ann
commit 'Empty on main' 2024-01-08T10:00:00Z
merge 'Empty merge' 2024-01-09T10:00:00Z side
rm text.txt
commit 'Empty tree' 2024-01-10T10:00:00Z
lines one >text.txt
commit 'Fill again' 2024-01-11T10:00:00Z
