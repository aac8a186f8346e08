#!/usr/bin/env bash
# Fixes, reverts and chains, in source files, with what each commit did:
#
# commit               what                                                       inducing commit
#   Feature            brings the bug (parse.c)                                   -
#   Fix 1              fix: declared by "Fixes:"                                  Feature
#   Fix 2              fix of Fix 1's line, says nothing of it                    Fix 1 (by blame)       fix_of_fix
#   Fix 3              fix: declared, of Fix 2; chain of depth 3                  Fix 2                  fix_of_fix
#   Cache              brings a cache (cache.c)                                   -
#   Fix cache          fixes it                                                   Cache (by blame)
#   Revert fix         Revert "Fix cache": the bug is back                        revert_of_fix
#   Revert revert      Revert "Revert ...": it lands again                        reland
#   Fix cache more     fixes the same lines after that                            Fix cache / its reland
#   Issue 1, Issue 2   two fixes that name #77, three days apart                  same_key_refix
#   Follow up          Ann repairs Issue 2 within an hour: no chain               Issue 2
#   Docs fix           "Fix typo" in README.md only: no fix
#   Relapse            brings back, unsaid, the lines that "Fix leak" removed     relapse
#
# HEAD: dd7488516f259c337bc639ebf04bc3524aaab5ed
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

lines '#include <stdio.h>' '' 'int parse(const char *text)' '{' '    return 0;' '}' >parse.c
lines 'int cache_size(void)' '{' '    return 16;' '}' >cache.c
lines 'void leak(void)' '{' '    release_everything();' '}' >leak.c
lines '# Parser' '' 'It parsse text.' >README.md
commit 'Start' 2024-01-01T10:00:00Z

sed -i 's/    return 0;/    int length = strlen(text) + 1;\n    return length;/' parse.c
commit 'Feature: measure the text' 2024-01-10T10:00:00Z
feature=$(git rev-parse HEAD)

ben
sed -i 's/strlen(text) + 1/strlen(text)/' parse.c
commit $'Fix 1: fix off-by-one in length\n\nFixes: '"${feature:0:12}"' ("Feature: measure the text")' 2024-01-20T10:00:00Z

ann
sed -i 's/int length = strlen(text)/int length = text ? strlen(text) : -1/' parse.c
commit $'Fix 2: fix crash on null text\n\nThe parser crashed when no text was given.' 2024-02-05T10:00:00Z
second=$(git rev-parse HEAD)

ben
sed -i 's/: -1/: 0/' parse.c
commit $'Fix 3: fix negative length\n\nFixes: '"${second:0:12}"' ("Fix 2: fix crash on null text")' 2024-03-01T10:00:00Z

ann
lines 'static int entries[16];' '' 'int cache_get(int key)' '{' '    return entries[key];' '}' >>cache.c
commit 'Cache: add a cache' 2024-03-10T10:00:00Z

ben
sed -i 's/return entries\[key\];/return key < 16 ? entries[key] : -1;/' cache.c
commit 'Fix cache overrun' 2024-03-20T10:00:00Z

ann
# revert WHEN: undoes the last commit in the words of git up to 2.42 (later ones say "Reapply" of a revert's revert).
revert() {
    local subject id
    subject=$(git log -1 --format=%s)
    id=$(git rev-parse HEAD)
    quietly git revert --no-commit HEAD
    commit_index "Revert \"$subject\""$'\n\n'"This reverts commit $id." "$1"
}
revert 2024-03-25T10:00:00Z
revert 2024-03-28T10:00:00Z

ben
sed -i 's/key < 16/key >= 0 \&\& key < 16/' cache.c
commit 'Fix cache more: negative keys crash' 2024-04-10T10:00:00Z

ann
sed -i 's/return 16;/return 32;/' cache.c
commit $'Issue 1: fix wrong cache size\n\nFixes #77' 2024-04-20T10:00:00Z
ben
sed -i 's/return 32;/return sizeof entries;/' cache.c
commit $'Issue 2: fix cache size once more\n\nFixes #77' 2024-04-23T10:00:00Z
sed -i 's/return sizeof entries;/return sizeof entries \/ sizeof *entries;/' cache.c
commit 'Follow up: fix cache size, count entries and not bytes' 2024-04-23T11:00:00Z

ann
sed -i 's/parsse/parses/' README.md
commit 'Docs fix: fix typo' 2024-04-24T10:00:00Z

sed -i 's/    release_everything();/    hold_everything_for_ever();\n    forget_the_handle_of_everything();/' leak.c
commit 'Hold on to things' 2024-05-01T10:00:00Z
ben
sed -i -e '/hold_everything_for_ever/d' -e 's/    forget_the_handle.*/    release_everything();/' leak.c
commit 'Fix leak: fix memory leak in leak()' 2024-05-10T10:00:00Z
ann
sed -i 's/    release_everything();/    hold_everything_for_ever();\n    forget_the_handle_of_everything();/' leak.c
commit 'Relapse: tune release' 2024-06-01T10:00:00Z
