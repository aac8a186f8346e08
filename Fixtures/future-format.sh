#!/usr/bin/env bash
# Repositories of a format that this git does not know: repositoryFormatVersion 1 with an extension "tomorrow". git
# refuses ("unknown repository extension"), and so must every reader.
#
# HEAD: none
# fsck: complains

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

story
git config core.repositoryFormatVersion 1
git config extensions.tomorrow true
