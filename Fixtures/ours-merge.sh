#!/usr/bin/env bash
# Merges that throw a side away: `-s ours` (the branch's work vanishes) and its opposite (main's work vanishes, the tree
# is the second parent's). Lines that only the thrown side had are dead; "Bring back" writes one of them anew.
#
# text.txt at HEAD: 1 Start, 2 "from topic" Bring back, 3 "two" Start, 4 "from other" Other.
#
# HEAD: 4fe88033238f80c9170c04e318dd3b40ad620e15
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

lines one two >text.txt
commit Start 2024-01-01T10:00:00Z

branch topic
ben
lines one 'from topic' two >text.txt
lines topic >topic.txt
commit Topic 2024-01-02T10:00:00Z
on main
ann
merge 'Merge topic, keep ours' 2024-01-03T10:00:00Z -s ours topic
lines one 'from topic' two >text.txt
commit 'Bring back' 2024-01-04T10:00:00Z

branch other
ben
lines one 'from topic' two 'from other' >text.txt
commit Other 2024-01-05T10:00:00Z
on main
ann
lines 'main only' >>text.txt
lines main >main.txt
commit 'Main, to be thrown away' 2024-01-06T10:00:00Z
at 2024-01-07T10:00:00Z
quietly git merge -q --no-commit -s ours other
git read-tree -u --reset other
commit 'Merge other, keep theirs' 2024-01-07T10:00:00Z
