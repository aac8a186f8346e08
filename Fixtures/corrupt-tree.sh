#!/usr/bin/env bash
# The loose object of commit Edit's tree is cut off after 20 bytes.
#
# HEAD: c86ce9e1388e817451e0c7db06563ad93778314b
# fsck: complains

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

story
file=$(object_file "$(git rev-parse 'HEAD~3^{tree}')")
chmod u+w "$file"
head -c 20 "$file" >"$file.cut"
mv -f "$file.cut" "$file"
