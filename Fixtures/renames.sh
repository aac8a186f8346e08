#!/usr/bin/env bash
# Renames, each in a folder of its own; chain, late and away go on in later commits.
#
# folder      what happens                                                        a rename to git (blame)?
# exact       same content                                                        yes
# above       7 of 10 lines kept                                                  yes
# half        5 of 10 lines of equal length kept: 50 %                            yes
# below       4 of 10 lines kept                                                  no
# base        from/name.c is 80 % of to/name.c, from/other.txt is 90 %            yes, name.c: same base name wins
# weak-base   from/part.c is 60 % of to/part.c, from/other.txt is 70 %            yes, other.txt: base name needs 75 %
# twins       three identical files leave, one of the same content comes          yes, from one of them
# taken       moved.txt comes, and a new file stands at the old path              no: the old path still exists
# copy        a second file of the same content, the first stays                  no: blame without -C sees no copies
# empty       an empty file is renamed                                            nothing to blame
# chain       renamed twice, in two commits                                       yes
# late        deleted in one commit, added in the next                            no
# away        renamed and edited, then renamed back                               yes
# case        Name.txt becomes name.txt                                           yes
#
# HEAD: 1873339bb20d461ba9db3397f1a9f7e6f009afb7
# fsck: clean

# shellcheck source=repository.bash
source "$(dirname "$0")/repository.bash"
start "$@"

mkdir exact above half below base base/{from,to} weak-base weak-base/{from,to} twins taken copy empty chain late away case
# All lines are equally long, so that shares of lines are shares of bytes.
text() { seq -f "$1 line %02g of this text" 1 "$2"; }
text exact 10 >exact/old.txt
text above 10 >above/old.txt
text half- 10 >half/old.txt
text below 10 >below/old.txt
text name- 10 >base/from/name.c
{ text name- 9; lines 'other line 10 of this text'; } >base/from/other.txt
text weak- 10 >weak-base/from/part.c
{ text weak- 9; lines 'other line 10 of this text'; } >weak-base/from/other.txt
text twins 10 | tee twins/a.txt twins/b.txt >twins/c.txt
text taken 10 >taken/old.txt
text copy- 10 >copy/first.txt
true >empty/old.txt
text chain 10 >chain/a.txt
text late- 10 >late/old.txt
text away- 10 >away/home.txt
text case- 10 >case/Name.txt
commit Start 2024-01-01T10:00:00Z

ben
git mv exact/old.txt exact/new.txt
git mv above/old.txt above/new.txt
sed -i '8,10s/^above/fresh/' above/new.txt
git mv half/old.txt half/new.txt
sed -i '6,10s/.*/a wholly new sentence...../' half/new.txt
git mv below/old.txt below/new.txt
sed -i '5,10s/.*/a wholly new sentence...../' below/new.txt
git rm -q base/from/name.c base/from/other.txt
mkdir -p base/to
{ text name- 8; lines 'other line 09 of this text' 'other line 10 of this text'; } >base/to/name.c
git rm -q weak-base/from/part.c weak-base/from/other.txt
mkdir -p weak-base/to
{ text weak- 6; seq -f 'other line %02g of this text' 7 10; } >weak-base/to/part.c
git rm -q twins/a.txt twins/b.txt twins/c.txt
mkdir -p twins
text twins 10 >twins/z.txt
git mv taken/old.txt taken/moved.txt
text fresh 10 >taken/old.txt
cp copy/first.txt copy/second.txt
git mv empty/old.txt empty/new.txt
git mv chain/a.txt chain/b.txt
git mv away/home.txt away/abroad.txt
sed -i '1s/.*/written on the way out/' away/abroad.txt
git mv case/Name.txt case/name.txt
commit Rename 2024-01-02T10:00:00Z

ann
git mv chain/b.txt chain/c.txt
git rm -q late/old.txt
git mv away/abroad.txt away/home.txt
sed -i '2s/.*/written on the way home/' away/home.txt
commit 'Rename again' 2024-01-03T10:00:00Z

mkdir -p late
text late- 10 >late/new.txt
commit 'Add late' 2024-01-04T10:00:00Z
