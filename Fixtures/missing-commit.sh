#!/usr/bin/env bash
# A hole in the history: commit "Edit", parent of two others, is gone. This is no shallow clone; nothing declares the gap.
#
# HEAD: c86ce9e1388e817451e0c7db06563ad93778314b
# fsck: complains

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

story
rm -f "$(object_file "$(git rev-parse HEAD~3)")"
