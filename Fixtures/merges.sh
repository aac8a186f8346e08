#!/usr/bin/env bash
# Merges with two parents: one that git makes alone, one whose conflict is resolved with lines of both sides and one of
# its own (an evil merge), one that brings in the same change twice, one resolved by taking the second parent's file
# whole, and one that changes a file that neither side touched.
#
# story.txt at HEAD    commit                      same.txt     commit
#   1 alpha            Start                         1 added    Same on main (the first parent wins)
#   2 beta of both     Merge conflict (evil)         2 one      Start
#   3 gamma of topic   Topic                       taken.txt is Take's; untouched.txt line 2 is "Merge take"'s.
#   4 delta            Start
#   5 omega            Main end
#
# HEAD: 14cc4decb47d65be1a8ce89f486397ce1f8ffbcb
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

lines alpha beta gamma delta >story.txt
lines one >same.txt
lines take this >taken.txt
lines quiet file >untouched.txt
commit Start 2024-01-01T10:00:00Z

branch clean
ben
lines new >clean.txt
commit 'Clean side' 2024-01-02T10:00:00Z
on main
ann
lines omega >>story.txt
commit 'Main end' 2024-01-03T10:00:00Z
merge 'Merge clean' 2024-01-04T10:00:00Z clean

branch topic
ben
sed -i -e 's/^beta$/beta of topic/' -e 's/^gamma$/gamma of topic/' story.txt
commit Topic 2024-01-05T10:00:00Z
on main
ann
sed -i 's/^beta$/beta of main/' story.txt
commit Main 2024-01-06T10:00:00Z
conflict topic
lines alpha 'beta of both' 'gamma of topic' delta omega >story.txt
commit 'Merge conflict' 2024-01-07T10:00:00Z

branch same
ben
lines added one >same.txt
commit 'Same on branch' 2024-01-08T10:00:00Z
on main
ann
lines added one >same.txt
commit 'Same on main' 2024-01-09T10:00:00Z
merge 'Merge same' 2024-01-10T10:00:00Z same

branch take
ben
lines take that >taken.txt
commit Take 2024-01-11T10:00:00Z
on main
ann
lines take nothing >taken.txt
commit Leave 2024-01-12T10:00:00Z
conflict take
lines take that >taken.txt
lines quiet 'file, changed by a merge' >untouched.txt
commit 'Merge take' 2024-01-13T10:00:00Z
