#!/usr/bin/env bash
# A folder of 240 files moves; every third file is edited on the way, and 60 of them are so small that only their name
# tells them apart. A second move takes half of the files elsewhere.
#
# HEAD: 10217d86a44c82679deadde7a8e8949792214975
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

mkdir -p old/deep
for number in {1..180}; do
    numbered "file $number line" 1 12 >"old/deep/file$number.txt"
done
for number in {1..60}; do
    echo "$number" >"old/deep/tiny$number.txt"
done
commit Start 2024-01-01T10:00:00Z

ben
mkdir -p new
git mv old/deep new/place
for number in {3..180..3}; do
    sed -i "$((number % 12 + 1))s/.*/edited on the way/" "new/place/file$number.txt"
done
commit 'Move the folder' 2024-01-02T10:00:00Z

ann
mkdir half
git mv new/place/file1*.txt half/
commit 'Move half of it' 2024-01-03T10:00:00Z
