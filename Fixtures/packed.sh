#!/usr/bin/env bash
# 300 commits on ten files in one pack with delta chains of up to 250 links, and a commit graph and a reachability
# bitmap beside it. The same commits as loose.sh, so every report must be the same.
#
# HEAD: f1620842fa5f44bb31099047ddf4a2a0bf247e9a
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

setting fastimport.unpackLimit 1
long_history | git fast-import --quiet
git reset -q --hard
quietly git repack -q -a -d -f --depth=250 --window=20 --write-bitmap-index
quietly git commit-graph write --reachable
git pack-refs --all
