#!/usr/bin/env bash
# A repository that borrows its objects (objects/info/alternates, as `git clone --shared` makes them): the whole story
# lies in .git/origin, only "Own" lies in the repository itself.
#
# HEAD: f3ddbe3837be62de033efa80f78fd8737e1f1129
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

origin >/dev/null
mkdir -p .git/objects/info
echo ../origin/.git/objects >.git/objects/info/alternates
git update-ref refs/heads/main "$(git -C .git/origin rev-parse main)"
git reset -q --hard
lines own >own.txt
commit Own 2024-01-07T10:00:00Z
