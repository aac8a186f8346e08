#!/usr/bin/env bash
# 300 commits on ten files, every object loose. The same commits as packed.sh, so every report must be the same.
#
# HEAD: f1620842fa5f44bb31099047ddf4a2a0bf247e9a
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

setting fastimport.unpackLimit 100000
long_history | git fast-import --quiet
git reset -q --hard
