#!/usr/bin/env bash
# Three commits without parents, joined by two merges. The second root holds the very same common.txt as the first
# (the first parent wins: all its lines are "Root one"'s); the third joins through a branch of the second.
#
# HEAD: d6a260427db191ab91dfe45b790090541b235608
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

lines shared text >common.txt
lines one >one.txt
commit 'Root one' 2024-01-01T10:00:00Z

git checkout -q --orphan second
git rm -q -rf .
ben
lines shared text >common.txt
lines two >two.txt
commit 'Root two' 2024-01-02T10:00:00Z

git checkout -q --orphan third
git rm -q -rf .
lines three >three.txt
commit 'Root three' 2023-06-01T10:00:00Z

on second
merge 'Join three' 2024-01-03T10:00:00Z --allow-unrelated-histories third
on main
ann
merge 'Join two' 2024-01-04T10:00:00Z --allow-unrelated-histories second
lines four >four.txt
commit 'After the joins' 2024-01-05T10:00:00Z
