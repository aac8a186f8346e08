#!/usr/bin/env bash
# A .mailmap in the tree, with all its forms: name for a mail, mail for a mail, name and mail for a mail, name and mail
# for a name and mail; comments, other case, an entry without use. Attribution reads the raw identities, people are
# counted by the mapped ones.
#
# git shortlog -sne HEAD: 4 Ann Archer <ann@example.org>, 2 Ben Baker <ben@example.org>, 1 Root <root@shared.example.org>
#
# HEAD: d1d116885fa8bc19772dacb83bc14767fe756ed3
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

lines '# who is who' \
    'Ann Archer <ann@example.org>' \
    'Ann Archer <ann@example.org> <ann@old.example.org>' \
    '<ben@example.org> <ben@laptop.local> # his laptop' \
    'Ben Baker <ben@example.org> build <root@shared.example.org>' \
    'Nobody <nobody@example.org> <never@example.org>' >.mailmap
count=0
# by NAME MAIL
by() {
    count=$((count + 1))
    as "$1" "$2"
    lines "line $count" >>text.txt
    commit "Commit $count" "2024-01-0${count}T10:00:00Z"
}
by 'Ann Archer' ann@example.org
by ann ann@example.org
by 'A. Archer' ANN@old.example.org
by 'Ben Baker' ben@laptop.local
by build root@shared.example.org
by Root root@shared.example.org
by 'Ann A' ann@old.example.org
