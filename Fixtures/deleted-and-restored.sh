#!/usr/bin/env bash
# Files that go and come back: emptied and refilled with the same lines, deleted and created with the same and with
# other lines, deleted by one side of a merge and kept by the other, deleted and restored within one day. For blame a
# line that comes back is new: history is not searched beyond the gap.
#
# path            lines at HEAD belong to
#   emptied.txt   Refill
#   same.txt      "Create again"
#   other.txt     "Create again"
#   kept.txt      Start (1, 3), "Edit on topic" (2): the merge keeps the file that main had deleted
#   blinked.txt   "Undo the deletion"
#
# HEAD: 33a34624c80317b99f4bef9ea20821c02da97b6e
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

lines one two three | tee emptied.txt same.txt other.txt kept.txt >blinked.txt
commit Start 2024-01-01T10:00:00Z

ben
true >emptied.txt
rm same.txt other.txt
commit 'Empty and delete' 2024-02-01T10:00:00Z

ann
lines one two three >emptied.txt
commit Refill 2024-03-01T10:00:00Z
lines one two three >same.txt
lines uno dos tres >other.txt
commit 'Create again' 2024-04-01T10:00:00Z

branch topic
ben
sed -i '2s/.*/2/' kept.txt
commit 'Edit on topic' 2024-04-02T10:00:00Z
on main
ann
rm kept.txt
commit 'Delete on main' 2024-04-03T10:00:00Z
conflict topic
git checkout -q topic -- kept.txt
commit 'Merge topic, keep the file' 2024-04-04T10:00:00Z

rm blinked.txt
commit 'Delete too early' 2024-05-01T10:00:00Z
lines one two three >blinked.txt
commit 'Undo the deletion' 2024-05-01T16:00:00Z
