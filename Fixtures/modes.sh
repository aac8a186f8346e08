#!/usr/bin/env bash
# Changes of the executable bit: alone, with an edit, with a rename, and through a merge. A change of mode alone touches
# no line.
#
# HEAD: c86ee9fbe70a0fcfd48de9dcda3de53b69c5e2db
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

lines '#!/bin/sh' 'echo one' 'echo two' 'echo three' 'echo four' | tee run.sh other.sh >merged.sh
commit Start 2024-01-01T10:00:00Z

ben
chmod +x run.sh
commit 'Mode only' 2024-01-02T10:00:00Z

chmod +x other.sh
sed -i 's/one/1/' other.sh
commit 'Mode and edit' 2024-01-03T10:00:00Z

chmod -x run.sh
git mv run.sh start.sh
commit 'Mode and rename' 2024-01-04T10:00:00Z

branch topic
chmod +x merged.sh
commit 'Mode on topic' 2024-01-05T10:00:00Z
on main
ann
sed -i 's/four/4/' merged.sh
commit 'Edit on main' 2024-01-06T10:00:00Z
merge 'Merge topic' 2024-01-07T10:00:00Z topic
