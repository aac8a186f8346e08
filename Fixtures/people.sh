#!/usr/bin/env bash
# People whose names and addresses stand wherever a report could print them: in subjects, trailers, paths, declarations, the
# mailmap; names that are no ASCII, not even UTF-8, hostile, or hidden in an account of a platform.
#
# HEAD: 1359e44e1977e9f3b0138fcc955ec299f5256d62
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

hour=0
# tell NAME MAIL MESSAGE: one commit an hour that adds a line to every file and takes the line before.
tell() {
    hour=$((hour + 1))
    as "$1" "$2"
    lines "first $hour" "int answer_$hour = compute(input, $hour);" >source.c
    commit "$3" "$(printf '2024-01-02T%02d:00:00Z' "$hour")"
}
lines 'Zoë Quillfeather <zoe@quill.example> <zoe@laptop.invalid>' >.mailmap
mkdir -p 'people/Zoë Quillfeather' docs
lines page >'people/Zoë Quillfeather/zoe@quill.example.md'
lines icon >docs/icon@2x.png.txt
tell 'Zoë Quillfeather' zoe@laptop.invalid 'Start, by Zoë Quillfeather <zoe@laptop.invalid>'
tell '王小明' xiaoming@例子.example $'修复王小明的错误\n\nReviewed-by: Zoë Quillfeather <zoe@quill.example>'
first=$(git rev-parse HEAD)
tell '=HYPERLINK("http://h.example","Vexillo")' '=1+1@vexillo.example' "fix: crash that =HYPERLINK(\"http://h.example\",\"Vexillo\") made

Fixes: $first (\"bug by 王小明 xiaoming@例子.example\")"
tell 'Marguerite &lt;b&gt; "Sons", Ltd' 'm,arg@ltd.example' 'Fix what Marguerite &lt;b&gt; "Sons", Ltd broke, ask stranger@elsewhere.example or @quietperson'
tell $'Ren\xe9e Latin' $'ren\xe9e@latin.example' $'Bug of Ren\xe9e Latin fixed' 2>/dev/null # git warns of the bytes
tell 'Odalys' 4711+odalysdev@users.noreply.github.com 'Merge pull request #7 from odalysdev/odalys-fix'
tell 'Odalys' 4711+odalysdev@users.noreply.github.com $'fix: odalysdev, ODALYS and odalysdev/tools#12\n\nAssisted-by: Unheardof Tool of Odalys\nCo-authored-by: Claude <noreply@anthropic.com>'
tell 'dependabot[bot]' 49699333+dependabot[bot]@users.noreply.github.com 'Bump @types/node from 1.0 to 1.1'
ben
mkdir .claude
lines '{"includeCoAuthoredBy": false, "by": "Ben Baker <ben@example.org>"}' >.claude/settings.json
commit $'Tell agents\n\nGenerated-by: Person named Ben Baker' 2024-01-03T10:00:00Z
