#!/usr/bin/env bash
# Dates that are valid and odd, on clocks that do not agree: 1970, the 32-bit borders, 2106, 2^33, children older than
# their parents, an author date after the committer date, zones from -1200 to +1400 with odd minutes.
#
# The newest committer date is 8589934592 = 2242-03-16 12:56:32 UTC; the last commit's own is 2024-01-10 10:00:00 UTC.
#
# HEAD: 406bf89c09042934936b833537ff422f863d8380
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

# day AUTHORED COMMITTED MESSAGE: seconds and zone each.
day() {
    lines "$3" >>text.txt
    git add -A
    raw_commit "$(git write-tree)" "Ann Archer <ann@example.org> $1" "Ben Baker <ben@example.org> $2" "$3"$'\n'
}
day '0 +0000' '0 +0000' 'The epoch'
day '1 -1200' '1 +1400' '1969 in the author'"'"'s zone'
day '2147483647 +0000' '2147483647 +0000' 'Last second of 31 bits, 2038-01-19'
day '2147483648 +0000' '2147483648 +0000' 'First second after'
day '2114380800 +0000' '2114380800 +0000' 'In 2037, older than its parent'
day '4294967295 +0000' '4294967295 +0000' 'Last second of 32 bits, 2106-02-07'
day '4294967296 +0000' '4294967296 +0000' 'First second after that'
day '8589934592 +0000' '8589934592 +0000' 'Two to the 33rd, 2242-03-16'
day '1704103200 +1345' '1704103200 -0930' 'Back in 2024, Chatham and Marquesas'
day '1704189600 +0545' '1704016800 +0000' 'Committed before it was written'
day '946684800 -0000' '1704880800 +0000' 'Written in 2000, landed in 2024'
