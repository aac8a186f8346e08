#!/usr/bin/env bash
# Two files change names with each other in one commit, a third round moves three files in a circle. Both paths stand
# before and after, so for git (and blame) nothing is renamed: every line that differs is the swap's.
#
# a.txt and b.txt share the lines 1 and 12, which stay Start's at HEAD; lines 2 to 11 are Swap's.
#
# HEAD: 5f6e72bed79fb3fb0c4e980108e5a1e252b2807c
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

{ lines head; numbered 'text of a' 1 10; lines tail; } >a.txt
{ lines head; numbered 'words of b' 1 10; lines tail; } >b.txt
numbered 'first of three' 1 8 >x.txt
numbered 'second of three' 1 8 >y.txt
numbered 'third of three' 1 8 >z.txt
commit Start 2024-01-01T10:00:00Z

ben
mv a.txt c.txt
mv b.txt a.txt
mv c.txt b.txt
commit Swap 2024-01-02T10:00:00Z

ann
mv x.txt w.txt
mv z.txt x.txt
mv y.txt z.txt
mv w.txt y.txt
commit Circle 2024-01-03T10:00:00Z
