#!/usr/bin/env bash
# A merge with four parents. Each branch changes its own line of shared.txt and adds a file; main does too.
#
# shared.txt at HEAD: lines 1-2 Start, 3 Branch 1, 4-6 Start, 7 Branch 2, 8-10 Start, 11 Branch 3, 12-14 Start, 15 Main,
# 16 Octopus (a line that no parent has), each after a line that tells them apart.
#
# HEAD: a1a9dc5977ba5efaf1f67f8b1eab7812af5b89e7
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

numbered line 1 15 >shared.txt
commit Start 2024-01-01T10:00:00Z

ben
for number in 1 2 3; do
    branch "branch$number" main
    sed -i "$((number * 4 - 1))s/.*/changed by $number/" shared.txt
    lines "file of $number" >"file$number.txt"
    commit "Branch $number" "2024-01-0$((number + 1))T10:00:00Z"
done

on main
ann
sed -i '15s/.*/changed by main/' shared.txt
commit Main 2024-01-05T10:00:00Z
at 2024-01-06T10:00:00Z
quietly git merge -q --no-ff --no-commit branch1 branch2 branch3
lines 'added by the octopus' >>shared.txt
commit Octopus 2024-01-06T10:00:00Z
