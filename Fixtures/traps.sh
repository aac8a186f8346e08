#!/usr/bin/env bash
# Traps: everything in a repository that makes git run a program or read elsewhere. Each would leave a file SPRUNG-… in
# DIR; after a scan there must be none. In .git/config, in a file that it includes, in .git/hooks and .gitattributes:
# fsmonitor, hooks, pager, editor, ssh, proxy, askpass, credential helper, aliases, text conversion, external diff,
# merge driver, clean/smudge/process filters, gpg, upload-pack hook, alternate refs, a remote that is a program.
#
# `git status` in DIR springs at least fsmonitor (that is how one sees that the traps are live).
#
# HEAD: 0119b14fbffe365058055a4d5a11fee47b988b2a
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

story
lines '* diff=trap filter=trap merge=trap text' >.gitattributes
lines '[include]' 'path = ~/included' >.gitconfig
commit 'Set traps' 2024-01-07T10:00:00Z

# trap_at NAME: a program that tells on its caller.
trap_at() {
    printf '#!/bin/sh\ntouch "%s/SPRUNG-%s"\ncat 2>/dev/null\n' "$PWD" "$1" >"$PWD/.git/trap-$1"
    chmod +x "$PWD/.git/trap-$1"
    echo "$PWD/.git/trap-$1"
}
mkdir -p .git/hooks
for hook in post-checkout post-index-change pre-auto-gc reference-transaction fsmonitor-watchman pre-commit; do
    cp "$(trap_at "hook-$hook")" ".git/hooks/$hook"
done
alias=$(trap_at alias)
{
    for key in core.fsmonitor core.pager core.editor core.sshCommand core.gitProxy core.askPass sequence.editor \
        core.alternateRefsCommand credential.helper diff.external diff.trap.command diff.trap.textconv \
        merge.trap.driver filter.trap.clean filter.trap.smudge filter.trap.process gpg.program gpg.ssh.program \
        gpg.ssh.defaultKeyCommand uploadpack.packObjectsHook pager.log pager.blame interactive.diffFilter \
        difftool.trap.cmd mergetool.trap.cmd browser.trap.cmd man.trap.cmd trailer.trap.command trailer.trap.cmd \
        remote.origin.uploadpack remote.origin.receivepack init.templateDir; do
        echo "$key $(trap_at "$key")"
    done
    echo "remote.origin.url ext::$(trap_at remote)"
    echo "alias.log !$alias"
    echo "alias.blame !$alias"
    echo 'protocol.ext.allow always'
    echo 'diff.trap.cachetextconv true'
    echo 'filter.trap.required true'
    echo 'log.showSignature true'
    echo "include.path $PWD/.git/included"
    echo 'include.path /nonexistent/elsewhere'
    echo 'includeIf.gitdir:**.path included'
} | while read -r key value; do
    git config --file .git/settings --add "$key" "$value"
done
git config --file .git/included diff.trap.wordRegex .
git config --file .git/included core.hooksPath "$PWD/.git/hooks"
cat .git/settings >>.git/config
rm .git/settings
