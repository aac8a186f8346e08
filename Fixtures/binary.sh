#!/usr/bin/env bash
# Binary files by git's rule, a NUL within the first 8,000 bytes: a file that is text, then binary, then text again; a
# picture; UTF-16 text; a NUL at byte 7,999 (binary) and at byte 8,001 (text); text that .gitattributes calls binary
# and binary that it calls text. A rename of a binary file.
#
# HEAD: d1a18eca6ffb1aa8a673a0929185606c824103d0
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

lines one two three >turns
printf '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1' >picture.png
printf '\xff\xfeh\0i\0\r\0\n\0' >utf16.txt
{ head -c 7998 /dev/zero | tr '\0' x; printf '\0\nend\n'; } >early.txt
{ head -c 8001 /dev/zero | tr '\0' x; printf '\0\nend\n'; } >late.txt
lines declared binary >declared.txt
printf 'a\0b\nc\n' >forced.dat
lines 'declared.txt -diff' 'forced.dat diff' >.gitattributes
commit Start 2024-01-01T10:00:00Z

ben
printf 'one\n\0two\nthree\n' >turns
printf 'more\n' >>early.txt
printf 'more\n' >>late.txt
lines more >>declared.txt
printf 'd\n' >>forced.dat
commit 'Turn binary' 2024-01-02T10:00:00Z

printf '\1' >>picture.png
git mv picture.png renamed.png
printf 'one\n\0two\nfour\n' >turns
commit 'Stay binary' 2024-01-03T10:00:00Z

ann
lines one two five >turns
commit 'Turn text' 2024-01-04T10:00:00Z
