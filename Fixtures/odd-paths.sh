#!/usr/bin/env bash
# Paths that break quoting, globbing, options, spreadsheets, terminals and limits: newline, quote, tab, backslash,
# leading dash, =, +, @ and quote marks, blanks at the ends, pathspec magic, wild cards, names that differ only in case or
# in Unicode normal form, a name of 255 bytes, 200 nested folders, and (only in the index, for no file system takes
# it) a path of 6,059 bytes. Every file holds one line but edited.txt's neighbours, which Edit lengthens.
#
# HEAD: 7e0fe30c7f05d77f06b85d476f8f077fdcc9e895
# fsck: clean

# shellcheck disable=SC2016,SC2088 # nothing here is meant to expand
# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

put() {
    [[ $1 != */* ]] || mkdir -p -- "${1%/*}"
    printf 'text of a file\n' >"./$1"
}
put plain.txt
put $'new\nline.txt'
put $'tab\there.txt'
put 'double"quote.txt'
put "single'quote.txt"
put 'back\slash.txt'
put '-rf'
put '--help'
put '=1+1.csv'
put '+cmd.csv'
put '@SUM(A1).csv'
put "'quoted first.csv"
put ' leading blank'
put 'trailing blank '
put 'trailing dot.'
put 'comma,semicolon;.csv'
put ':(glob)**'
put ':!exclude'
put 'star*?[a-z].txt'
put '$(touch SPRUNG)`touch SPRUNG`.txt'
put '%s%n%00.txt'
put '~/home.txt'
put 'HEAD'
put 'README'
put 'readme'
put $'nfc-\xc3\xa9.txt'
put $'nfd-e\xcc\x81.txt'
put '🚀/‮gnp.exe'
put "$(printf '%0255d' 0)"
put "$(printf 'd/%.0s' {1..200})leaf.txt"
commit 'All sorts of paths' 2024-01-01T10:00:00Z

ben
for path in $'new\nline.txt' '-rf' '=1+1.csv' 'star*?[a-z].txt'; do
    printf 'second line\n' >>"./$path"
done
commit Edit 2024-01-02T10:00:00Z

git mv $'tab\there.txt' $'moved\ttab\n.txt'
git mv -- '--help' '--version'
commit 'Rename two' 2024-01-03T10:00:00Z

long=$(printf "$(printf '%0100d' 7)/%.0s" {1..60})end
blob=$(lines deep | store blob)
git update-index --add --cacheinfo "100644,$blob,$long"
commit_index 'A path beyond any file system' 2024-01-04T10:00:00Z
