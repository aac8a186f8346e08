#!/usr/bin/env bash
# A repository that belongs to somebody else: all of DIR is given to user 65534. git and libgit2 refuse it unless
# safe.directory names it. Only root can give files away: for others this script exits with 77.
#
# HEAD: c86ce9e1388e817451e0c7db06563ad93778314b
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
if [[ $(id -u) -ne 0 ]]; then
    echo "$0: only root can give files to another user; run as root or skip this fixture" >&2
    exit 77
fi
start "$@"

story
chown -R 65534:65534 .
