#!/usr/bin/env bash
# Dates that no git writes: zones that are no zones, negative, huge and missing seconds, words for numbers, leading
# zeros. git log walks over all of them and shows the epoch or a guess; none may end a scan or wrap into a false year.
#
# HEAD: 3df52e2c4dd82c2423d5bdf135d657be75ad652c
# fsck: complains

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

# day AUTHORED COMMITTED MESSAGE: what stands after the mail address, byte by byte.
day() {
    lines "$3" >>text.txt
    git add -A
    raw_commit "$(git write-tree)" "Ann Archer <ann@example.org>$1" "Ben Baker <ben@example.org>$2" "$3"$'\n'
}
good=' 1704103200 +0000'
day "$good" "$good" 'A good one'
day ' 1704103200 +9999' ' 1704103200 -9999' 'Zones of 100 hours'
day ' 1704103200 garbage' ' 1704103200 garbage' 'Zones in words'
day ' 1704103200' ' 1704103200' 'No zone'
day ' 1704103200 +051800' ' 1704103200 +051800' 'A zone with seconds'
day ' -1 +0000' ' -1 +0000' 'A second before the epoch'
day ' -2147483649 +0000' "$good" 'Written in 1901'
day ' 18446744073709551615 +0000' "$good" 'All bits set'
day ' 99999999999999999999999999 +0000' ' 99999999999999999999999999 +0000' 'Beyond 64 bits'
day ' 9223372036854775807 +0000' ' 9223372036854775807 +0000' 'Beyond every calendar'
day ' 00001704103200 +0000' "$good" 'Leading zeros'
day ' yesterday +0000' ' tomorrow +0000' 'Words'
day '' '' 'Nothing at all'
day "$good" "$good" 'A good one again'
