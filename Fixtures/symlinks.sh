#!/usr/bin/env bash
# Symbolic links: made, turned elsewhere, pointing nowhere, out of the repository, at themselves and at a folder; a file
# that becomes a link and a link that becomes a file, with the same bytes; a folder that becomes a link. A link's
# target is content of mode 120000, no text file, and is never followed.
#
# becomes-file at HEAD is "Change types"'s: a change of type is a deletion and an addition.
#
# HEAD: 11209bceef466c00a4c40140fdd2c19cc90b33fb
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

mkdir folder tree
lines one two three >file.txt
lines inside >folder/inside.txt
lines leaf >tree/leaf.txt
printf 'file.txt' >becomes-link
ln -s file.txt link
ln -s file.txt becomes-file
ln -s no/such/place dangling
ln -s /etc/passwd outside
ln -s ../../../../../etc/passwd upward
ln -s self self
ln -s folder to-folder
commit Start 2024-01-01T10:00:00Z

ben
ln -sfn folder/inside.txt link
commit 'Turn the link' 2024-01-02T10:00:00Z

rm becomes-link becomes-file
ln -s file.txt becomes-link
printf 'file.txt' >becomes-file
git mv tree trunk
ln -s trunk tree
commit 'Change types' 2024-01-03T10:00:00Z

ann
rm self
git mv link renamed-link
sed -i '2s/.*/2/' file.txt
commit 'Rename a link' 2024-01-04T10:00:00Z
