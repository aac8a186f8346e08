#!/usr/bin/env bash
# The plain case: five commits in a row by two people on two files.
#
# numbers.txt at HEAD    commit       README.md at HEAD    commit
#   1 one                Start          1 # Numbers        Start
#   2 2                  Two            2                  Describe
#   3 three and a half   Half           3 Counts up.       Describe
#   4 four               Start
#   5 five               Five and six
# Deaths: "two" (Start, by Two), "three" (Start, by Half), "six" (Five and six, by Half).
#
# HEAD: 84bca041047b3b6c526f1fcbb301e3468aac3d93
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

lines one two three four >numbers.txt
lines '# Numbers' >README.md
commit Start 2024-01-01T10:00:00Z

ben
sed -i 's/^two$/2/' numbers.txt
commit Two 2024-01-02T10:00:00Z

lines five six >>numbers.txt
commit 'Five and six' 2024-01-05T10:00:00Z

ann
sed -i -e 's/^three$/three and a half/' -e '/^six$/d' numbers.txt
commit Half 2024-02-01T10:00:00Z

lines '' 'Counts up.' >>README.md
commit Describe 2024-02-02T10:00:00Z
