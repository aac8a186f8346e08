#!/usr/bin/env bash
# Notes: plain ones in refs/notes/commits, one per commit in refs/notes/ai in the git-ai 3.0 form (lines by AI sessions
# above the "---", JSON below), a note that says "human", one that is broken, one on a commit that does not exist.
#
# commit     refs/notes/ai says                             refs/notes/commits
#   Plain    -                                              "Reviewed on paper."
#   Session  lines 2-3 of main.py by s_0123456789abcd       -
#   Human    line 4 by h_feedfacecafe01, a known human      -
#   Broken   unfinished JSON                                -
#
# HEAD: 5d8ee6ba71a30bf3e2704bdb428cec7f03576624
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

for name in Plain Session Human Broken; do
    case $name in
    Plain) lines 'import sys' >main.py ;;
    Session) lines 'def run():' '    return 0' >>main.py ;;
    Human) lines 'run()' >>main.py ;;
    Broken) lines '# end' >>main.py ;;
    esac
    commit "$name" 2024-01-01T10:00:00Z
    git tag "$name"
done

# ai_note COMMIT LINES METADATA
ai_note() {
    git notes --ref=ai add -F - "$1" 2>/dev/null <<NOTE
main.py
  $2
---
{"schema_version":"authorship/3.0.0","git_ai_version":"1.0.0","base_commit_sha":"$(git rev-parse "$1")","prompts":{},$3
NOTE
}
at 2024-01-02T10:00:00Z
git notes add -m 'Reviewed on paper.' Plain
ai_note Session 's_0123456789abcd::t_00112233445566 2-3' \
    '"sessions":{"s_0123456789abcd":{"agent_id":{"tool":"claude","id":"6ef2","model":"claude-opus-4"},"human_author":"Ann"}}}'
ai_note Human 'h_feedfacecafe01 4' '"sessions":{},"humans":{"h_feedfacecafe01":{"author":"Ann Archer <ann@example.org>"}}}'
ai_note Broken 's_0123456789abcd 5' '"sessions":{"s_0123456789abcd":'

# A note on an object that is not there, as a fetch of notes without their commits leaves it.
{
    git ls-tree refs/notes/ai
    printf '100644 blob %s\tffffffffffffffffffffffffffffffffffffffff\n' "$(lines 'lost note' | store blob)"
} | git mktree >.git/notes-tree
git update-ref refs/notes/ai "$(git commit-tree -p refs/notes/ai -m 'Notes added by fetch' "$(cat .git/notes-tree)")"
rm .git/notes-tree
