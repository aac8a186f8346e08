#!/usr/bin/env bash
# An object that can be inflated but is not what its id says: under the id of text.txt as "Edit" left it stands another
# blob. git fsck finds it; git log and blame do not check and use the wrong text.
#
# HEAD: c86ce9e1388e817451e0c7db06563ad93778314b
# fsck: complains

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

story
cp -f "$(object_file "$(lines one wrong three | store blob)")" "$(object_file "$(git rev-parse HEAD~3:text.txt)")"
