#!/usr/bin/env bash
# A formatting commit that .git-blame-ignore-revs at the root names, with comments, blank lines, an indented line and an
# id that no commit has. `git blame --ignore-revs-file .git-blame-ignore-revs HEAD -- code.c` looks through Format:
#
#   1 int f(int a)       Start      4 return a + 1;   Change
#   2 {                  Start      5 }               Start
#   3 (blank)            Format     nothing to pass it on to
#
# Without the option, lines 1, 3 and 5 are Format's. The listed merge changes nothing.
#
# HEAD: 9ebc08bd61c582f5713fbdbca7ba4aac78ecfb1c
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

lines 'int f(int a){' '{' 'return a;' '}' >code.c
lines 'x=1' 'y=2' 'z=3' >other.py
commit Start 2024-01-01T10:00:00Z

ben
lines 'int f(int a)' '{' '' '    return a;' '    }' >code.c
lines 'x = 1' 'y = 2' 'z = 3' >other.py
commit Format 2024-01-02T10:00:00Z
format=$(git rev-parse HEAD)

ann
sed -i 's/return a;/return a + 1;/' code.c
commit Change 2024-01-03T10:00:00Z

branch side
lines side >side.txt
commit Side 2024-01-04T10:00:00Z
on main
merge 'Merge side' 2024-01-05T10:00:00Z side

{
    lines '# Commits that only format.' '' "$format # the formatter" '   # indented comment'
    lines 'ffffffffffffffffffffffffffffffffffffffff' "$(git rev-parse HEAD)"
} >.git-blame-ignore-revs
commit 'List the formatting commits' 2024-01-06T10:00:00Z
