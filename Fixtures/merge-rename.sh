#!/usr/bin/env bash
# One side renames a file, the other edits it under the old name; then a side moves a folder while the other adds a file
# to it (git moves the new file along); then both sides rename the same file, to different names, and the merge settles
# on one of them.
#
# HEAD: 371a50f7f857762dc0c2362c1ff4d9f6199bcb6f
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"
setting merge.directoryRenames true

numbered 'the text of line' 1 20 >old.txt
mkdir folder
numbered 'in the folder' 1 10 >folder/a.txt
numbered 'also in the folder' 1 10 >folder/b.txt
numbered 'pulled both ways' 1 15 >torn.txt
commit Start 2024-01-01T10:00:00Z

branch rename
ben
git mv old.txt new.txt
commit 'Rename old.txt' 2024-01-02T10:00:00Z
on main
ann
sed -i '5s/.*/edited under the old name/' old.txt
commit 'Edit old.txt' 2024-01-03T10:00:00Z
merge 'Merge rename' 2024-01-04T10:00:00Z rename

branch edit
ben
numbered 'fresh' 1 5 >folder/c.txt
commit 'Add to folder' 2024-01-05T10:00:00Z
on main
ann
git mv folder moved
commit 'Move folder' 2024-01-06T10:00:00Z
merge 'Merge edit' 2024-01-07T10:00:00Z edit

branch torn
ben
git mv torn.txt torn-by-ben.txt
sed -i '3s/.*/changed by Ben/' torn-by-ben.txt
commit 'Rename to torn-by-ben.txt' 2024-01-08T10:00:00Z
on main
ann
git mv torn.txt torn-by-ann.txt
sed -i '12s/.*/changed by Ann/' torn-by-ann.txt
commit 'Rename to torn-by-ann.txt' 2024-01-09T10:00:00Z
conflict torn
git rm -q -rf --ignore-unmatch torn.txt torn-by-ben.txt >/dev/null
git checkout -q HEAD -- torn-by-ann.txt
sed -i '3s/.*/changed by Ben/' torn-by-ann.txt
commit 'Merge torn' 2024-01-10T10:00:00Z
