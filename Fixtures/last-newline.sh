#!/usr/bin/env bash
# The last line's newline is lost, gained, and kept missing while the file grows. A line with and a line without its
# newline differ, so each such change gives the last line a new commit.
#
# text.txt at HEAD: one Start, two "Gain it", three Grow (no newline at the end).
#
# HEAD: 373ea2c856a2ccaf237a5d049aba32548c0656de
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

printf 'one\ntwo\n' >text.txt
printf 'only' >single.txt
printf '\n' >newline.txt
printf 'a\nb\nc' >bare.txt
commit Start 2024-01-01T10:00:00Z

ben
printf 'one\ntwo' >text.txt
printf '' >newline.txt
commit 'Lose it' 2024-01-02T10:00:00Z

printf 'one\ntwo\n' >text.txt
printf 'only\n' >single.txt
commit 'Gain it' 2024-01-03T10:00:00Z

ann
printf 'one\ntwo\nthree' >text.txt
printf 'a\nb\nB\nc' >bare.txt
printf 'only\n\n' >single.txt
commit Grow 2024-01-04T10:00:00Z
