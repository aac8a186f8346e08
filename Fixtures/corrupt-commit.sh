#!/usr/bin/env bash
# The loose object of commit "Edit" is an empty file, as a crash without fsync leaves it.
#
# HEAD: c86ce9e1388e817451e0c7db06563ad93778314b
# fsck: complains

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

story
file=$(object_file "$(git rev-parse HEAD~3)")
chmod u+w "$file"
: >"$file"
