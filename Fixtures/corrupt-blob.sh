#!/usr/bin/env bash
# The loose object of text.txt as "Edit" left it has wrong bytes in its compressed part.
#
# HEAD: c86ce9e1388e817451e0c7db06563ad93778314b
# fsck: complains

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

story
file=$(object_file "$(git rev-parse HEAD~3:text.txt)")
chmod u+w "$file"
printf '\377\377\377\377' | dd of="$file" bs=1 seek=6 conv=notrunc status=none
