#!/usr/bin/env bash
# Two branches that merge each other's first commit, go on, and join: two best common ancestors. Each side also changed
# the line that the other brought, so that the order of parents decides.
#
# HEAD: 649dbf5790294686b21ef72aa355af80c3deb9e8
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

numbered line 1 12 >text.txt
commit Start 2024-01-01T10:00:00Z

branch left
sed -i '2s/.*/left 1/' text.txt
commit 'Left 1' 2024-01-02T10:00:00Z
branch right main
ben
sed -i '8s/.*/right 1/' text.txt
commit 'Right 1' 2024-01-02T11:00:00Z

on left
ann
merge 'Left takes right' 2024-01-03T10:00:00Z right
on right
ben
merge 'Right takes left' 2024-01-03T11:00:00Z left~1

on left
ann
sed -i '8s/.*/left on right/' text.txt
commit 'Left 2' 2024-01-04T10:00:00Z
on right
ben
sed -i '2s/.*/right on left/' text.txt
commit 'Right 2' 2024-01-04T11:00:00Z
lines 'right end' >>text.txt
commit 'Right 3' 2024-01-05T11:00:00Z

on main
ann
quietly git merge -q --ff-only left
merge 'Join' 2024-01-06T10:00:00Z right
