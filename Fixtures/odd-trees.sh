#!/usr/bin/env bash
# Trees that git fsck complains about and git log reads: modes of old gits (100664, padded 040000), a mode no git knows,
# entries out of order, the same name twice (as file and file, as file and folder), names with a slash, ".", ".." and
# ".git", a null id. Each is the tree of one commit; the trees before and after are sound.
#
# HEAD: 68f0c9529028467309d0f168e7761ac1df87a6d6
# fsck: complains

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

lines one two three >a.txt
lines other >b.txt
mkdir sub
lines inner >sub/c.txt
commit Start 2024-01-01T10:00:00Z
sound=$(git rev-parse 'HEAD^{tree}')
a=$(git rev-parse HEAD:a.txt)
b=$(git rev-parse HEAD:b.txt)
sub=$(git rev-parse HEAD:sub)

# entry MODE NAME ID: one entry as it lies in a tree object.
entry() {
    printf '%s %s\0' "$1" "$2"
    # shellcheck disable=SC2059,SC2001 # the id's bytes, made of escapes
    printf "$(sed 's/../\\x&/g' <<<"$3")"
}
person='Ann Archer <ann@example.org>'
# tree MESSAGE: a commit of the tree on standard input, and a minute later one that goes back to the sound one.
tree() {
    local id when
    id=$(store tree)
    when=$((1704103200 + $(git rev-list --count HEAD --) * 86400))
    raw_commit "$id" "$person $when +0000" "$person $when +0000" "$1"$'\n'
    raw_commit "$sound" "$person $((when + 60)) +0000" "$person $((when + 60)) +0000" $'Sound again\n'
}
{ entry 100664 a.txt "$a"; entry 100644 b.txt "$b"; entry 40000 sub "$sub"; } | tree 'Group-writable file'
{ entry 100644 a.txt "$a"; entry 100644 b.txt "$b"; entry 040000 sub "$sub"; } | tree 'Padded mode of a folder'
{ entry 100644 a.txt "$a"; entry 100600 b.txt "$b"; entry 40000 sub "$sub"; } | tree 'Private file'
{ entry 100644 b.txt "$b"; entry 100644 a.txt "$a"; entry 40000 sub "$sub"; } | tree 'Out of order'
{ entry 100644 a.txt "$a"; entry 100644 a.txt "$b"; entry 100644 b.txt "$b"; entry 40000 sub "$sub"; } |
    tree 'Same name, two files'
{ entry 100644 a.txt "$a"; entry 100644 b.txt "$b"; entry 100644 sub "$b"; entry 40000 sub "$sub"; } |
    tree 'Same name, file and folder'
{ entry 100644 a.txt "$a"; entry 100644 a/b.txt "$b"; entry 40000 sub "$sub"; } | tree 'Slash in a name'
{ entry 100644 . "$a"; entry 100644 .. "$b"; entry 40000 .git "$sub"; entry 100644 a.txt "$a"; } | tree 'Dots and .git'
{ entry 100644 a.txt "$a"; entry 160000 module 0000000000000000000000000000000000000000; entry 40000 sub "$sub"; } |
    tree 'Null id'
printf '' | tree 'Empty tree'
git reset -q
