#!/usr/bin/env bash
# Insertions and deletions that a diff may place in several ways: a function between functions that end alike, a case
# between cases, a paragraph between blank lines, a second copy of a block, the same line added to a run of itself. Which
# lines count as new decides whose they are; git's indent heuristic (diff.indentHeuristic, on by default) chooses.
#
# HEAD: 6181798834218237f7baf148ba7f6b9e4a2fe1f9
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

# function NAME: seven lines that end as every other function ends.
function_() { lines "int $1(void)" '{' '    if (ready()) {' "        return $1_value;" '    }' '    return 0;' '}' ''; }
# case NAME
case_() { lines "    case $1:" '        count++;' '        break;'; }
paragraph() { lines '' "# $1" '' "Some text on $1." ''; }

{ function_ first; function_ last; } >functions.c
{ lines 'switch (kind) {'; case_ ONE; case_ TWO; lines '}'; } >cases.c
{ paragraph one; paragraph three; } >text.md
lines begin 'same line' 'same line' 'same line' end >run.txt
lines 'def f():' '    """Text."""' '    x = 1' '    return x' '' '' 'def h():' '    """Text."""' '    return 3' >functions.py
commit Start 2024-01-01T10:00:00Z

ben
{ function_ first; function_ middle; function_ last; } >functions.c
{ lines 'switch (kind) {'; case_ ONE; case_ MIDDLE; case_ TWO; lines '}'; } >cases.c
{ paragraph one; paragraph two; paragraph three; } >text.md
lines begin 'same line' 'same line' 'same line' 'same line' end >run.txt
lines 'def f():' '    """Text."""' '    x = 1' '    return x' '' '' 'def g():' '    """Text."""' '    return 2' '' '' \
    'def h():' '    """Text."""' '    return 3' >functions.py
commit 'Insert in the middle' 2024-01-02T10:00:00Z

ann
{ function_ zeroth; function_ first; function_ middle; function_ middle; function_ last; } >functions.c
{ lines 'switch (kind) {'; case_ ZERO; case_ ONE; case_ MIDDLE; case_ TWO; case_ THREE; lines '}'; } >cases.c
{ paragraph zero; paragraph one; paragraph two; paragraph three; paragraph four; } >text.md
lines begin 'same line' 'same line' end 'same line' end >run.txt
commit 'Insert at the ends' 2024-01-03T10:00:00Z

ben
{ function_ zeroth; function_ middle; function_ last; } >functions.c
{ lines 'switch (kind) {'; case_ ZERO; case_ TWO; case_ THREE; lines '}'; } >cases.c
{ paragraph zero; paragraph three; paragraph four; } >text.md
lines begin 'same line' end >run.txt
commit 'Delete from the middle' 2024-01-04T10:00:00Z
