#!/usr/bin/env bash
# Commits that git fsck complains about and git log walks over all the same: no mail, no name, no brackets, brackets
# the wrong way round, a NUL in the message, no message, no empty line, two author lines, unknown and signed headers, no
# author line. Each adds a line to text.txt.
#
# HEAD: 55a22076fed7bbffade492cdc6883a50d97cb249
# fsck: complains

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

# tell AUTHOR MESSAGE [HEADER]
tell() {
    lines "${2//[^[:print:]]/ }" >>text.txt
    git add -A
    raw_commit "$(git write-tree)" "$1" 'Ben Baker <ben@example.org> 1704103200 +0000' "$2" "${3:-}"
}
clock='1704103200 +0000'
tell "Ann Archer <ann@example.org> $clock" $'A good one\n'
tell "Ann Archer <> $clock" $'No mail\n'
tell "<ann@example.org> $clock" $'No name, no blank\n'
tell " <> $clock" $'Neither\n'
tell "Ann Archer ann@example.org $clock" $'No brackets\n'
tell "Ann >ann@example.org< $clock" $'Brackets the wrong way round\n'
tell "Ann <ann@<example>.org> $clock" $'Too many brackets\n'
tell "Ann Archer <ann@example.org> $clock" ''
tell "Ann Archer <ann@example.org> $clock" 'No newline at the end'
tell "Ann Archer <ann@example.org> $clock" $'\n\n\nThree empty lines first\n'
tell "Ann Archer <ann@example.org> $clock" $'Unknown header\n' 'x-weather rainy'
tell "Ann Archer <ann@example.org> $clock" $'Signed\n' \
    $'gpgsig -----BEGIN PGP SIGNATURE-----\n \n Co-authored-by: Claude <noreply@anthropic.com>\n -----END PGP SIGNATURE-----'
tell "Ann Archer <ann@example.org> $clock" $'Two encodings\n' $'encoding UTF-8\nencoding latin1'

# end ID: what raw_commit cannot spell, on top of HEAD.
end() { echo "$1" >.git/refs/heads/main; }
lines 'nul' >>text.txt
git add -A
tree=$(git write-tree)
end "$(printf 'tree %s\nparent %s\nauthor Ann Archer <ann@example.org> %s\ncommitter Ann Archer <ann@example.org> %s\n\n%s\0%s\n' \
    "$tree" "$(git rev-parse HEAD)" "$clock" "$clock" 'Before the NUL' 'after it' | store commit)"
end "$(printf 'tree %s\nparent %s\nauthor A <a@example.org> %s\nauthor B <b@example.org> %s\ncommitter C <c@example.org> %s\n\n%s\n' \
    "$tree" "$(git rev-parse HEAD)" "$clock" "$clock" "$clock" 'Two authors' | store commit)"
end "$(printf 'tree %s\nparent %s\ncommitter Ann Archer <ann@example.org> %s\n\n%s\n' \
    "$tree" "$(git rev-parse HEAD)" "$clock" 'No author' | store commit)"
end "$(printf 'tree %s\nparent %s\n\n%s\n' "$tree" "$(git rev-parse HEAD)" 'Neither author nor committer' | store commit)"
end "$(printf 'tree %s\nparent %s\nauthor Ann Archer <ann@example.org> %s\ncommitter Ann Archer <ann@example.org> %s' \
    "$tree" "$(git rev-parse HEAD)" "$clock" "$clock" | store commit)"
lines last >>text.txt
commit 'A good one again' 2024-01-02T10:00:00Z
