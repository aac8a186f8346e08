#!/usr/bin/env bash
# core.worktree in .git/config points to another folder, whose files are not those of HEAD. The history is in DIR/.git as
# ever, and nothing in the other folder, its .gitattributes and .mailmap included, is part of it.
#
# HEAD: c86ce9e1388e817451e0c7db06563ad93778314b
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

story
mkdir .git/elsewhere
lines '* -diff' >.git/elsewhere/.gitattributes
lines 'Impostor <impostor@example.org> <ann@example.org>' >.git/elsewhere/.mailmap
git config core.worktree elsewhere
