#!/usr/bin/env bash
# HEAD resolves to something that is no commit: branch main holds the id of a tree, detached-blob that of a blob, and
# nowhere the id of no object. All written past git, which refuses to.
#
# HEAD: 31f6598443d9fae43a71ffdd6085c26f448d0470
# fsck: complains

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

story
tree=$(git rev-parse 'HEAD^{tree}')
blob=$(git rev-parse HEAD:other.txt)
echo "$tree" >.git/refs/heads/main
echo "$blob" >.git/refs/heads/detached-blob
echo ffffffffffffffffffffffffffffffffffffffff >.git/refs/heads/nowhere
