#!/usr/bin/env bash
# Line endings are bytes to git's history: a conversion to CRLF changes every line, the way back again, and a lone CR
# (old Mac) ends no line. Also a file with both endings, one that .gitattributes normalises, and a CR before the end
# of the file.
#
# dos.txt at HEAD: all lines are "Back to LF"'s but line 2, which is Edit's; mac.txt is one line.
#
# HEAD: 5b26a4ac84344b2d5d7fc89aa5148375b4a191e8
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

lines one two three >dos.txt
printf 'born\r\nwith\r\ncrlf\r\n' >born.txt
printf 'one\ntwo\r\nthree\nfour\r\n' >mixed.txt
printf 'one\rtwo\rthree\r' >mac.txt
printf 'a\r\nb\r\n' >normal.txt
printf 'no newline but\r' >cr.txt
commit Start 2024-01-01T10:00:00Z

ben
sed -i 's/$/\r/' dos.txt
commit 'Convert to CRLF' 2024-01-02T10:00:00Z

sed -i 's/^with\r$/WITH\r/' born.txt
sed -i 's/^two\r$/two/' mixed.txt
commit 'Edit a CRLF file' 2024-01-03T10:00:00Z

ann
sed -i 's/\r$//' dos.txt
commit 'Back to LF' 2024-01-04T10:00:00Z

sed -i '2s/.*/TWO/' dos.txt
printf 'one\rTWO\rthree\r' >mac.txt
commit Edit 2024-01-05T10:00:00Z

lines 'normal.txt text' >.gitattributes
quietly git add --renormalize .
commit Normalise 2024-01-06T10:00:00Z
