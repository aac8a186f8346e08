#!/usr/bin/env bash
# Submodules (mode 160000): added, moved to another commit, renamed, removed; a file that becomes one and one that
# becomes a file. Their commits are in no repository here, so nothing may try to read them.
#
# HEAD: e3eb17b14fa4ab508e22f9306928e79b93ca0bd5
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

gitlink() {
    mkdir -p "$2"
    git update-index --add --cacheinfo "160000,$1,$2"
}

lines text >file.txt
lines 'will be a submodule' >turns.txt
lines '[submodule "library"]' $'\tpath = library' $'\turl = https://example.org/library.git' >.gitmodules
git add -A
gitlink 1111111111111111111111111111111111111111 library
gitlink 2222222222222222222222222222222222222222 nested/other
commit_index 'Add submodules' 2024-01-01T10:00:00Z

ben
gitlink 3333333333333333333333333333333333333333 library
commit_index 'Move library on' 2024-01-02T10:00:00Z

git rm -q --cached turns.txt
rm turns.txt
gitlink 4444444444444444444444444444444444444444 turns.txt
git rm -q --cached nested/other
rmdir nested/other
lines 'was a submodule' >nested/other
git add nested/other
commit_index 'Change types' 2024-01-03T10:00:00Z

ann
git rm -q --cached library
rmdir library
gitlink 3333333333333333333333333333333333333333 vendor/library
sed -i 's/path = library/path = vendor\/library/' .gitmodules
git add .gitmodules
commit_index 'Rename library' 2024-01-04T10:00:00Z

git rm -q --cached vendor/library turns.txt
git rm -q .gitmodules
rmdir vendor/library turns.txt
commit_index 'Remove submodules' 2024-01-05T10:00:00Z
