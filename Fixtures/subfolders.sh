#!/usr/bin/env bash
# A work tree with folders in folders: from DIR/sources/inner git finds the repository above, while DIR/nested is a
# repository of its own that DIR ignores, and DIR/broken has a .git file that leads nowhere.
#
# HEAD: 5c202c5002a71946265bfd3f9de00ec8685c19ce
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

mkdir -p sources/inner docs
numbered 'inner line' 1 5 >sources/inner/deep.txt
numbered 'source line' 1 5 >sources/top.txt
numbered 'text' 1 5 >docs/text.md
lines /nested /broken >.gitignore
commit Start 2024-01-01T10:00:00Z
ben
sed -i '3s/.*/changed/' sources/inner/deep.txt docs/text.md
commit 'Edit two' 2024-01-02T10:00:00Z

git init -q nested
(
    cd nested
    lines nested >nested.txt
    commit 'Nested start' 2024-01-03T10:00:00Z
)
mkdir broken
echo 'gitdir: ../nowhere' >broken/.git
