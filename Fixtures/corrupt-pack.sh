#!/usr/bin/env bash
# Everything lies in one pack, whose bytes are wrong from the middle on; the index beside it is sound. HEAD's commit can
# still be read (packs begin with the newest commits), trees and blobs cannot.
#
# HEAD: c86ce9e1388e817451e0c7db06563ad93778314b
# fsck: complains

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

story
git repack -q -a -d
pack=$(echo .git/objects/pack/*.pack)
chmod u+w "$pack"
size=$(wc -c <"$pack")
head -c "$((size / 2))" /dev/zero | tr '\0' '\252' |
    dd of="$pack" bs=1 seek="$((size / 2))" count="$((size / 2 - 20))" conv=notrunc status=none
