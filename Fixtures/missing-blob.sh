#!/usr/bin/env bash
# The blob of text.txt as "Edit" left it is gone (its loose object was deleted). HEAD's own files are all there.
#
# HEAD: c86ce9e1388e817451e0c7db06563ad93778314b
# fsck: complains

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

story
rm -f "$(object_file "$(git rev-parse HEAD~3:text.txt)")"
