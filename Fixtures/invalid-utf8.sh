#!/usr/bin/env bash
# Bytes that are no UTF-8, in paths, names, mails, messages and content: Latin-1 with and without an `encoding` header,
# a header that names an unknown encoding, cut-off sequences, overlong forms, surrogates, bytes 0xFE and 0xFF, a byte
# order mark. Git takes them all; "René" is 52 65 6e e9 in Latin-1.
#
# HEAD: 32a1fa51e9facd18cdb5b7e3cda141883809119b
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

lines plain >plain.txt
lines latin >$'caf\xe9.txt'
lines utf8 >'café.txt'
mkdir $'d\xff\xfe'
lines deep >$'d\xff\xfe/\xc0\xaf.txt'
lines surrogate >$'\xed\xa0\x80.txt'
lines cut >$'cut\xe2\x82'
printf 'na\xefve\nfa\xe7ade\n' >content.txt
git add -A
tree=$(git write-tree)

latin=$'Ren\xe9 M\xfcller <ren\xe9@example.org>'
raw_commit "$tree" "$latin 1704103200 +0100" "$latin 1704103200 +0100" $'Caf\xe9 without a header\n'
raw_commit "$tree" "$latin 1704189600 +0100" "$latin 1704189600 +0100" $'Caf\xe9 with a header\n' 'encoding ISO-8859-1'

wrong=$'Zo\xc3\xa9 <zoe@example.org>'
raw_commit "$tree" "$wrong 1704276000 +0000" "$wrong 1704276000 +0000" $'UTF-8 caf\xc3\xa9, said to be Klingon\n' \
    'encoding x-klingon'
raw_commit "$tree" "$wrong 1704362400 +0000" "$wrong 1704362400 +0000" \
    $'Cut \xe2\x82 overlong \xc0\xaf surrogate \xed\xa0\x80 bytes \xfe\xff\n\nCo-authored-by: Ren\xe9 <r@example.org>\n'
raw_commit "$tree" $'\xff\xfe <\xff@\xfe> 1704448800 +0000' "$wrong 1704448800 +0000" $'\xef\xbb\xbfByte order mark\n'

git reset -q
sed -i $'s/na\xefve/naïve/' content.txt
printf 'more\n' >>$'caf\xe9.txt'
git add -A
tree=$(git write-tree)
raw_commit "$tree" "$wrong 1704535200 +0000" "$wrong 1704535200 +0000" $'Edit some\n'
