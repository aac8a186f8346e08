#!/usr/bin/env bash
# Work that landed much later than it was written, so that the landing date (the committer date of the first-parent
# commit that brought it in) differs from author and committer date:
#
# commit              written        committed      landed         how
#   Start             2024-01-01     2024-01-01     2024-01-01     directly
#   Slow 1, Slow 2    2024-01-10/20  2024-01-10/20  2024-06-01     "Merge slow"
#   Patch             2024-02-01     2024-05-01     2024-05-01     rebased, directly
#   Nested            2024-03-01     2024-03-01     2024-08-01     merged into outer on 2024-04-01, outer into main then
#   Outer             2024-03-15     2024-03-15     2024-08-01     "Merge outer"
#
# Deaths of slow.txt's lines: "slow 1 gone early" by Slow 2, before both landed (age 0 by landing, 10 days by writing);
# "slow 1 gone late" by Clean on 2024-06-03 (age 2 days by landing, 145 by writing).
#
# HEAD: 07c046c3e4d28fe3e6409587a1ad8298d8e89570
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

lines start >text.txt
commit Start 2024-01-01T00:00:00Z

branch slow
ben
lines 'slow 1 stays' 'slow 1 gone early' 'slow 1 gone late' >slow.txt
commit 'Slow 1' 2024-01-10T00:00:00Z
sed -i '/gone early/d' slow.txt
lines 'slow 2 stays' >>slow.txt
commit 'Slow 2' 2024-01-20T00:00:00Z

on main
ann
lines patch >patch.txt
git add -A
GIT_AUTHOR_DATE=2024-02-01T00:00:00Z GIT_COMMITTER_DATE=2024-05-01T00:00:00Z git commit -q -m Patch
merge 'Merge slow' 2024-06-01T00:00:00Z slow
sed -i '/gone late/d' slow.txt
commit Clean 2024-06-03T00:00:00Z

branch outer main~2
ben
lines outer >outer.txt
commit Outer 2024-03-15T00:00:00Z
branch nested
lines nested >nested.txt
commit Nested 2024-03-01T00:00:00Z
on outer
merge 'Merge nested into outer' 2024-04-01T00:00:00Z nested
on main
ann
merge 'Merge outer' 2024-08-01T00:00:00Z outer
