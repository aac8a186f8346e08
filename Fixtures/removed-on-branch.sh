#!/usr/bin/env bash
# Lines that a branch removed long before the trunk did: the merge kept them, so that they stood on, and a block was
# repeated elsewhere in between. Once the trunk removes them too, their end is the branch's removal, the first of the two:
# what earlier scans said of their end, and of the repetition, holds no longer.
#
# HEAD: 9b9b35cdaaa81f8fca215f3e7e7f8309b27cad21
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

block=('open the door' 'ring the bell' 'wait a while' 'leave a note' 'close the door' 'walk back home')
lines 'first line' "${block[@]}" 'last line' >text.txt
commit Start 2024-01-01T10:00:00Z

branch topic
ben
lines 'first line' 'last line' >text.txt
commit 'Remove on the branch' 2024-01-02T10:00:00Z
on main
ann
lines 'another thing' >other.txt
commit Other 2024-01-02T12:00:00Z
merge 'Merge topic, keep the block' 2024-01-03T10:00:00Z -s ours topic
lines "${block[@]}" >copy.txt
commit 'Repeat the block' 2024-01-04T10:00:00Z
lines 'nothing alike' >>other.txt
commit 'Something else' 2024-01-05T10:00:00Z
lines 'first line' 'last line' >text.txt
commit 'Remove on the trunk' 2024-01-06T10:00:00Z
