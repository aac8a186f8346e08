#!/usr/bin/env bash
# A file of some 2,000 lines of which most repeat (closing braces, blank lines, a few statements), edited 40 times by
# replacing, inserting, deleting and moving blocks. Where lines repeat this much, git's diff takes shortcuts (its cost
# limit, its trimming of common ends, lines that it sets aside as too frequent): origins must follow them all.
#
# HEAD: 6b8c928be419ac6ca01db70ed8f078e5e38b1ea6
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

# The same pseudo-random numbers in every awk: a linear congruence within 31 bits.
edit() {
    awk -v seed="$1" '
        function random(n) { seed = (seed * 1103 + 12345) % 2147483647; return int(seed / 7) % n }
        function text(   kind) {
            kind = random(10)
            if (kind < 4) return "    }"
            if (kind < 6) return ""
            if (kind < 7) return "        break;"
            if (kind < 8) return "        return 0;"
            if (kind < 9) return "}"
            return "        call_" random(40) "();"
        }
        { line[++count] = $0 }
        END {
            if (count == 0) while (count < 2000) line[++count] = text()
            for (block = 0; block < 6; block++) cut[random(count) + 1] = random(25) + 1
            for (i = 1; i <= count; i++) {
                if (i in cut) {
                    kind = random(4)
                    if (kind < 3) for (k = random(30); k > 0; k--) print text()
                    if (kind == 3) for (k = 0; k < cut[i]; k++) print line[(i * 7 + k) % count + 1]
                    if (kind > 0) { i += cut[i]; continue }
                }
                print line[i]
            }
        }'
}
edit 1 </dev/null >repeated.c
commit 'Start' 2024-01-01T00:00:00Z
for number in {2..41}; do
    if ((number % 2)); then ann; else ben; fi
    edit $((number * 7919)) <repeated.c >next.c
    mv next.c repeated.c
    commit "Edit $number" "@$((1704067200 + number * 86400)) +0000"
done
