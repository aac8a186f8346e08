#!/usr/bin/env bash
# A repository of the SHA-256 object format (extensions.objectFormat).
#
# HEAD: 8ee264fb141bc7caf401985cd55de6b8c4ab5543314642420ea1f2abd8de7af8
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@" --object-format=sha256

story
