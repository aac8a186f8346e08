#!/usr/bin/env bash
# Replace references: commit "Second" is replaced by one of another message and author, and "Third"'s file by another
# blob. git shows the replacements unless GIT_NO_REPLACE_OBJECTS is set; ids stay those of the originals.
#
#                 git log -1 --format='%an: %s' HEAD~1    git show HEAD:text.txt, line 3
#   by default    Replacer: Second, replaced              three, replaced
#   without       Ann Archer: Second                      three
#
# HEAD: c5f01012d9054ad71282cbd49599930dc95f6753
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

lines one >text.txt
commit First 2024-01-01T10:00:00Z
lines one two >text.txt
commit Second 2024-01-02T10:00:00Z
lines one two three >text.txt
commit Third 2024-01-03T10:00:00Z

as Replacer replacer@example.org
at 2024-01-04T10:00:00Z
other=$(git commit-tree -p HEAD~2 -m 'Second, replaced' 'HEAD~1^{tree}')
git replace HEAD~1 "$other"
git replace HEAD:text.txt "$(lines one two 'three, replaced' | store blob)"
