#!/usr/bin/env bash
# One commit for each thing that can be done to a line; the subject says what, with the counts.
#
# HEAD: 4b9c32068fbca5f36a19b0e408d863ba051b27ee
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

lines 'int open_file(const char *name);' 'int close_file(int number);' 'long size_of(int number);' \
    'int copy_file(int from, int to);' '' 'struct record {' '    long length;' '    char *bytes;' '};' '' \
    'static int depth = 0;' 'static int width = 80;' 'static int height = 24;' 'static int margin = 2;' >code.c
lines 'first paragraph of the text' 'second paragraph of the text' 'third paragraph of the text' \
    'fourth paragraph of the text' >text.txt
commit 'added 16' 2024-01-01T10:00:00Z

# Lines 1-4 go to the end: equal lines of two words and more, each a move by itself.
{ sed 1,4d code.c; sed -n 1,4p code.c; } >moved && mv moved code.c
commit 'moved 4' 2024-01-02T10:00:00Z

lines begin one two end >>text.txt
commit 'added 4' 2024-01-03T10:00:00Z
# A run of lines of one word each, to the head: three and more are moved together.
{ lines begin one two end; sed '/^begin$/,/^end$/d' text.txt; } >moved && mv moved text.txt
commit 'moved 4 again' 2024-01-04T10:00:00Z
# Two of them are too few: they might be others.
{ sed 1,2d text.txt; lines begin one; } >moved && mv moved text.txt
commit 'added 2, deleted 2' 2024-01-05T10:00:00Z

sed -i -e 's/width = 80/width = 132/' -e 's/long length/size_t length/' code.c
commit 'updated 2' 2024-01-06T10:00:00Z
sed -i 's/static int depth = 0;/extern unsigned long nesting_of_calls;/' code.c
commit 'added 1, deleted 1' 2024-01-07T10:00:00Z
sed -i 's/paragraph of/chapter of/' text.txt
commit 'find_replaced 4' 2024-01-08T10:00:00Z
sed -i 's/^    \(long\|size_t\|char\)/\t\1/' code.c
commit 'no_op 2' 2024-01-09T10:00:00Z
lines '' '   ' >>text.txt
commit 'nothing' 2024-01-10T10:00:00Z

lines 'check(result, "failed");' 'only here and nowhere else' >>text.txt
lines '' 'check(result, "failed");' >>code.c
commit 'added 1, copy_pasted 2' 2024-01-11T10:00:00Z

# Of two deleted lines one comes back after 13 days, and one after 15.
sed -i -e '/size_of/d' -e '/copy_file/d' code.c
commit 'deleted 1, deleted_then_restored 1' 2024-02-01T10:00:00Z
lines 'long size_of(int number);' >>code.c
commit 'added 1, restoring' 2024-02-14T10:00:00Z
lines 'int copy_file(int from, int to);' >>code.c
commit 'added 1, too late' 2024-02-16T10:00:00Z

numbered 'a line of the block with number' 1 6 >block.txt
commit 'added 6' 2024-03-01T10:00:00Z
{ lines 'a head of its own'; cat block.txt; numbered 'a line of the block with number' 1 4; } >twice.txt
commit 'added 11, duplicates 6' 2024-03-02T10:00:00Z
git mv twice.txt thrice.txt
commit 'nothing but a rename' 2024-03-03T10:00:00Z
git rm -q block.txt thrice.txt
commit 'deleted 17' 2024-03-04T10:00:00Z
numbered 'a line of the block with number' 1 6 >again.txt
commit 'added 6, of which nothing stands' 2024-03-25T10:00:00Z

branch topic
lines 'from the branch with love' >>text.txt
commit 'added 1 on the branch' 2024-04-01T10:00:00Z
on main
lines 'from the trunk with respect' >>text.txt
commit 'added 1 on the trunk' 2024-04-02T10:00:00Z
conflict topic
grep -v '^[<=>]\{7\}' text.txt >resolved && mv resolved text.txt
lines 'a line of the merge alone' >>text.txt
commit 'added 1 in the merge' 2024-04-03T10:00:00Z
