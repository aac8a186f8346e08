#!/usr/bin/env bash
# Who wrote a commit: one commit per mark and per trap. The subject says the class that attribution must find; "human"
# is unmarked here, "reviewed" is human with the flag ai_reviewed. Each adds one line to text.txt.
#
# HEAD: 8497fb463ef72e9e33c03c4a59a731f83a4ce319
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

count=0
# tell CLASS WHAT [REST OF THE MESSAGE]
tell() {
    count=$((count + 1))
    lines "$1 $count" >>text.txt
    commit "$1: $2${3:+$'\n\n'$3}" "$(printf '2025-01-%02dT10:00:00Z' "$count")"
}
tell human 'plain commit'
tell human 'talks about AI' 'Adds support for Claude, Copilot and Cursor to the settings page.'
tell human 'quotes another commit' $'This reverts a commit that said:\n\n    Co-authored-by: Claude <noreply@anthropic.com>'
tell human 'two people' 'Co-authored-by: Ben Baker <ben@example.org>'
tell human 'a colleague named Claude' 'Co-authored-by: Claude Dupont <claude.dupont@example.org>'
tell ai_assisted 'Claude as co-author' $'Co-Authored-By: Claude <noreply@anthropic.com>'
tell ai_assisted 'Claude Code footer and trailer' \
    $'🤖 Generated with [Claude Code](https://claude.ai/code)\n\nCo-Authored-By: Claude Opus 4 <noreply@anthropic.com>'
tell ai_assisted 'footer alone' $'🤖 Generated with [Claude Code](https://claude.ai/code)'
tell ai_assisted 'Copilot in the editor' 'Co-authored-by: Copilot <223556219+Copilot@users.noreply.github.com>'
tell reviewed 'a suggestion accepted' 'Co-authored-by: Copilot <175728472+Copilot@users.noreply.github.com>'
tell ai_assisted 'aider as co-author' 'Co-authored-by: aider (gpt-4o) <aider@aider.chat>'
tell ai_assisted 'a trailer among others' \
    $'Signed-off-by: Ann Archer <ann@example.org>\nCo-authored-by: Cursor <cursoragent@cursor.com>\nReviewed-by: Ben Baker <ben@example.org>'

as 'copilot-swe-agent[bot]' 198982749+Copilot@users.noreply.github.com
tell ai_authored 'the hosted agent wrote it' 'Co-authored-by: ann <1+ann@users.noreply.github.com>'
as 'Claude' noreply@anthropic.com
tell ai_authored 'Claude as author'
as 'Ann Archer (aider)' ann@example.org
tell ai_assisted 'aider writes under its user'"'"'s name'
as 'dependabot[bot]' 49699333+dependabot[bot]@users.noreply.github.com
tell automation 'Bump library from 1 to 2' $'---\nupdated-dependencies:\n- dependency-name: library\n...\n\nSigned-off-by: dependabot[bot] <support@github.com>'
as 'github-actions[bot]' 41898282+github-actions[bot]@users.noreply.github.com
tell automation 'release 1.2.3'

ann
export GIT_COMMITTER_NAME=GitHub GIT_COMMITTER_EMAIL=noreply@github.com
tell human 'merged in the browser (#12)'
export GIT_COMMITTER_NAME='Ann Archer (aider)' GIT_COMMITTER_EMAIL=ann@example.org
tell human 'aider committed her own changes'
