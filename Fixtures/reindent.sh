#!/usr/bin/env bash
# Changes that are only white space: reindentation of a block (with one real change inside), tabs for spaces, trailing
# blanks removed, blank lines added, a block wrapped in a condition. git blame gives the reindented lines to the
# commit that reindented; looked through (git blame -w) they stay the writer's.
#
# main.c at HEAD    git blame          git blame -w
#   2 if            Tabs               Wrap
#   3 first(1);     Tabs               Start
#   4 second(22);   Tabs               Wrap          changed while reindented
#   5 third(3);     Trailing blanks    Start
#
# HEAD: 6d19ae576b7280f8405e567a4032d57378460c8e
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

lines 'int main(void) {' '    first(1);' '    second(2);' '    third(3);  ' '    return 0;' '}' >main.c
lines 'a:' '  b: 1' '  c: 2' >data.yaml
commit Start 2024-01-01T10:00:00Z

ben
lines 'int main(void) {' '    if (ready) {' '        first(1);' '        second(22);' '        third(3);  ' '    }' \
    '    return 0;' '}' >main.c
commit Wrap 2024-01-02T10:00:00Z

printf '%s\n' 'int main(void) {' $'\tif (ready) {' $'\t\tfirst(1);' $'\t\tsecond(22);' $'\t\tthird(3);  ' $'\t}' \
    $'\treturn 0;' '}' >main.c
commit Tabs 2024-01-03T10:00:00Z

sed -i 's/ *$//' main.c
commit 'Trailing blanks' 2024-01-04T10:00:00Z

lines 'a:' '' '  b: 1' '' '  c: 2' >data.yaml
commit 'Blank lines' 2024-01-05T10:00:00Z

lines 'a:' '' '      b: 1' '' '      c: 2' >data.yaml
commit 'Deeper' 2024-01-06T10:00:00Z
