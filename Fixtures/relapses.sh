#!/usr/bin/env bash
# Lines that a fix took out and that come back later, one file for each question:
#
# file         lines that its fix removes            lines that come back    relapse
#   long.c     one of 20 characters or more          that one                yes
#   middle.c   one of 12 to 19 characters            that one                no: it may be chance
#   pair.c     two of 12 to 19 characters            both                    yes
#   short.c    three of fewer than 12                all                     no
#   third.c    three long ones                       one of them             no: less than half
#   note.c     two long comments                     both                    no: no code
#
# HEAD: 94263bb2d79fe3f1f51615b76b0eec1596f89428
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

# body FILE LINE...: FILE with these lines in its function.
body() {
    local file=$1
    shift
    lines "int $file(void)" '{' "$@" '}' >"$file.c"
}

body long '    release_everything_now();'
body middle '    release(all);'
body pair '    release(all);' '    forget(all);;'
body short '    a = b;' '    c = d;' '    e = f;'
body third '    release_everything_now();' '    forget_everything_now();' '    close_everything_now();'
body note '    // everything is released here' '    // and everything is forgotten'
commit 'Start' 2024-01-01T10:00:00Z

day=2
for file in long middle pair short third note; do
    body "$file"
    commit "Fix crash in $file" "2024-02-0${day}T10:00:00Z"
    day=$((day + 1))
done

ben
body long '    release_everything_now();'
body middle '    release(all);'
body pair '    release(all);' '    forget(all);;'
body short '    a = b;' '    c = d;' '    e = f;'
body third '    close_everything_now();'
body note '    // everything is released here' '    // and everything is forgotten'
commit 'Tidy the sources' 2024-03-01T10:00:00Z
