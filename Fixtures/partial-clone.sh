#!/usr/bin/env bash
# A partial clone (--filter=blob:none) that was never checked out: all commits and trees, no blob. The promisor remote
# lies in .git/origin, where git would fetch each missing blob from on first use; a reader must say so and fetch
# nothing: `git rev-list --objects --all --missing=print | grep -c '^?'` stays 6.
#
# HEAD: c86ce9e1388e817451e0c7db06563ad93778314b
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

origin=$(origin)
git remote add origin "$origin"
quietly git fetch -q --filter=blob:none origin main
git update-ref refs/heads/main FETCH_HEAD
