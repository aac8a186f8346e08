#!/usr/bin/env bash
# Two files of 100 MB: zeros (binary) and text of 6,250,000 lines, which the second commit lengthens by one line, and
# a small file beside them that the third commit edits. Takes two or three seconds.
#
# HEAD: 8eea2e4f4354cecfe29f151aad974d2cd315c0a9
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"
git config core.looseCompression 1

head -c 100000000 /dev/zero >zeros.bin
yes 'fifteen letters' | head -c 100000000 >text.txt || [[ $? -eq 141 ]]
lines small >small.txt
commit Start 2024-01-01T10:00:00Z

ben
lines 'the last line' >>text.txt
commit 'Lengthen the text' 2024-01-02T10:00:00Z

lines changed >small.txt
commit 'Change the small file' 2024-01-03T10:00:00Z
