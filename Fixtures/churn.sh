#!/usr/bin/env bash
# Lines whose ages at death are known to the second, for the churn windows of 1, 7, 14, 21, 30 and 90 days.
#
# On day 0 three commits bring self.txt (30 lines, Ann), other.txt (60, Ann), ai.txt (90, Ann with a Claude trailer).
# At each of 20 ages Ann deletes 1 line of self.txt, and then Ben, one commit with the same clocks, 2 lines of other.txt
# and 3 of ai.txt: at one second before, at, and one second after each window, and at 13 and at 15 days.
#
#   window    deaths younger than it         deaths at most that old       (self, by Ann: human)
#     days    self  other  ai   all          self  other  ai   all         (other, by Ben: human; ai, by Ben)
#        1       1      2    3     6            2      4    6    12
#        7       4      8   12    24            5     10   15    30
#       14       8     16   24    48            9     18   27    54
#       21      12     24   36    72           13     26   39    78
#       30      15     30   45    90           16     32   48    96
#       90      18     36   54   108           19     38   57   114
#   all ages: 20, 40, 60, 120 deaths; 10, 20 and 30 lines live on.
#
# On day 100 Ben updates one line of steady.txt (10 lines, Ann, day 0; updated, age 100 days), reindents two (no death of
# their substance) and renames the file (none at all). On day 118 Ann adds late.txt (8 lines: no follow-up of 7 days or
# more) and deletes 3 of them 12 hours later. The data horizon, an empty commit, is day 120 = 2024-04-30 00:00:00 UTC.
# By the textual diff with renames, 30 + 60 + 90 + 10 + 1 + 2 + 8 = 201 lines are added and 120 + 1 + 2 + 3 = 126 deleted;
# without renames 10 more each.
#
# HEAD: aa19e9fe06a16270f48df6c33a235d57cb4b114b
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

day=86400
birth=1704067200 # 2024-01-01 00:00:00 UTC
trailer=$'\n\nCo-Authored-By: Claude <noreply@anthropic.com>'

numbered 'Ann keeps record number' 1 30 >self.txt
commit 'Write self.txt' "@$birth +0000"
numbered 'others will strike entry' 1 60 >other.txt
commit 'Write other.txt' "@$birth +0000"
numbered 'the machine wrote sentence' 1 90 >ai.txt
commit "Write ai.txt$trailer" "@$birth +0000"
numbered '    steady statement with value' 1 10 >steady.txt
commit 'Write steady.txt' "@$birth +0000"

ages=()
for window in 1 7 14 21 30 90; do
    [[ $window -ne 14 ]] || ages+=($((13 * day)))
    ages+=($((window * day - 1)) $((window * day)) $((window * day + 1)))
    [[ $window -ne 14 ]] || ages+=($((15 * day)))
done
for age in "${ages[@]}"; do
    ann
    sed -i 1d self.txt
    commit "Ann strikes one at $age s" "@$((birth + age)) +0000"
    ben
    sed -i 1,2d other.txt
    sed -i 1,3d ai.txt
    commit "Ben strikes five at $age s" "@$((birth + age)) +0000"
done

sed -i -e '1s/value/amount/' -e '5,6s/^    /        /' steady.txt
commit 'Update one, reindent two' "@$((birth + 100 * day)) +0000"
git mv steady.txt calm.txt
commit 'Rename steady.txt' "@$((birth + 100 * day + 60)) +0000"

ann
numbered 'a late addition, item' 1 8 >late.txt
commit 'Write late.txt' "@$((birth + 118 * day)) +0000"
sed -i 1,3d late.txt
commit 'Strike three late ones' "@$((birth + 118 * day + 43200)) +0000"
commit 'Horizon' "@$((birth + 120 * day)) +0000"
