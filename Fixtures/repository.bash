# What every fixture shares; sourced by each Fixtures/*.sh, never run.
#
# A fixture is a script that builds one git repository in a directory: bash Fixtures/linear.sh DIR
# Times and people are fixed, and nothing is taken from the caller's or the machine's configuration, so that every
# object id is the same everywhere. The head of each script says what it holds, why, what git answers, and two facts
# that Scripts/check-fixtures verifies:
#
#     # HEAD: the id that HEAD resolves to, or "none"
#     # fsck: "clean" where `git fsck` exits with 0, or "complains"
#
# Where a script states which commit a line comes from, git blame is the source.
set -euo pipefail

# shellcheck disable=SC2086 # a list of names, meant to be split
unset ${!GIT_@}
export LC_ALL=C TZ=UTC HOME=/nonexistent XDG_CONFIG_HOME=/nonexistent
export GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null GIT_ATTR_NOSYSTEM=1
export GIT_TEMPLATE_DIR='' GIT_TERMINAL_PROMPT=0 GIT_EDITOR=true GIT_MERGE_AUTOEDIT=no
umask 022

# setting KEY VALUE: a setting for every git command of this script that is not written into the repository.
setting() {
    local index=${GIT_CONFIG_COUNT:-0}
    export "GIT_CONFIG_KEY_$index=$1" "GIT_CONFIG_VALUE_$index=$2" GIT_CONFIG_COUNT=$((index + 1))
}
setting init.defaultBranch main
setting core.fsync none
setting core.autocrlf false
setting core.safecrlf false
setting gc.auto 0
setting maintenance.auto false
setting merge.stat false
setting advice.detachedHead false
setting advice.nestedTag false
setting advice.graftFileDeprecated false
setting advice.addEmbeddedRepo false
setting protocol.file.allow always
setting index.threads 1

# start DIR [OPTION of git init...]: creates DIR, which must be empty or missing, with a repository, and enters it.
start() {
    if [[ $# -lt 1 || -z ${1:-} ]]; then
        echo "usage: bash $0 DIR" >&2
        exit 2
    fi
    if [[ -e $1 && (! -d $1 || -n $(ls -A -- "$1")) ]]; then
        echo "$0: $1 is not an empty directory; name another or remove it" >&2
        exit 2
    fi
    mkdir -p -- "$1"
    cd -- "$1"
    git init -q "${@:2}" .
    ann
}

# as NAME MAIL: who writes and commits from here on.
as() {
    export GIT_AUTHOR_NAME=$1 GIT_AUTHOR_EMAIL=$2 GIT_COMMITTER_NAME=$1 GIT_COMMITTER_EMAIL=$2
}
ann() { as 'Ann Archer' ann@example.org; }
ben() { as 'Ben Baker' ben@example.org; }

# at WHEN: both clocks of what follows.
at() { export GIT_AUTHOR_DATE=$1 GIT_COMMITTER_DATE=$1; }

# commit MESSAGE WHEN [OPTION...]: everything that stands in the work tree, as it stands.
commit() {
    git add -A
    commit_index "$@"
}

# commit_index MESSAGE WHEN [OPTION...]: what stands in the index, whatever the work tree holds. The message is kept as
# it is, even when it is empty.
commit_index() {
    at "$2"
    git commit -q --allow-empty --allow-empty-message --no-verify --cleanup=verbatim -m "$1" "${@:3}"
}

# quietly COMMAND...: its output only if it fails.
quietly() {
    local output
    output=$("$@" 2>&1) || { local status=$?; echo "$0: $*: $output" >&2; exit "$status"; }
}

# merge MESSAGE WHEN BRANCH... : a merge commit that git makes by itself.
merge() {
    at "$2"
    quietly git merge -q --no-ff -m "$1" "${@:3}"
}

# conflict BRANCH: begins a merge that is left for the script to resolve and `commit`.
conflict() {
    if git merge -q --no-ff --no-commit "$@" >/dev/null 2>&1; then
        echo "$0: merging $* was expected to conflict" >&2
        exit 1
    fi
}

# branch NAME [START]: makes a branch and goes there. on NAME: goes there.
branch() { git checkout -q -b "$@"; }
on() { git checkout -q "$@"; }

# lines TEXT...: one line each. numbered TEXT FIRST LAST: lines "TEXT 1", "TEXT 2", ...
lines() { printf '%s\n' "$@"; }
numbered() { seq -f "$1 %g" "$2" "$3"; }

# store TYPE: stores standard input as an object, whatever git thinks of its form; prints the id.
store() { git hash-object -t "$1" --literally -w --stdin; }

# raw_commit TREE AUTHOR COMMITTER MESSAGE [HEADER]: stores a commit on top of HEAD byte by byte and moves HEAD there.
# AUTHOR and COMMITTER hold name, mail, seconds and zone. The message gets no newline of its own.
raw_commit() {
    local parent id
    parent=$(git rev-parse -q --verify HEAD || true)
    id=$({
        printf 'tree %s\n' "$1"
        [[ -z $parent ]] || printf 'parent %s\n' "$parent"
        printf 'author %s\ncommitter %s\n' "$2" "$3"
        [[ -z ${5:-} ]] || printf '%s\n' "$5"
        printf '\n%s' "$4"
    } | store commit)
    # Past git's own check of the object: some of them are there to fail it.
    echo "$id" >"$(git rev-parse --git-path "$(git symbolic-ref HEAD)")"
}

# object_file ID: where the loose object lies.
object_file() { echo "$(git rev-parse --git-path objects)/${1:0:2}/${1:2}"; }

# story: the short history that the unusual repositories share: six commits by two people on two files, a rename, a merge.
story() {
    lines one two three >text.txt
    numbered 'other line' 1 10 >other.txt
    commit Start 2024-01-01T10:00:00Z
    ben
    sed -i '2s/.*/2/' text.txt
    commit Edit 2024-01-02T10:00:00Z
    branch topic
    sed -i '9s/.*/nine/' other.txt
    commit Topic 2024-01-03T10:00:00Z
    on main
    ann
    git mv text.txt renamed.txt
    lines four >>renamed.txt
    commit Rename 2024-01-04T10:00:00Z
    merge Merge 2024-01-05T10:00:00Z topic
    git branch -q -d topic
    sed -i '1s/.*/1/' renamed.txt
    commit End 2024-01-06T10:00:00Z
}

# origin: builds the story in a repository inside .git of the one that `start` made; clones take it from $PWD/.git/origin,
# so that a fixture needs nothing outside its folder. prints its path.
origin() {
    local here=$PWD
    git init -q .git/origin
    (
        cd .git/origin
        story
        git config uploadpack.allowFilter true
        git config uploadpack.allowAnySHA1InWant true
    )
    echo "file://$here/.git/origin"
}

# long_history: 300 commits on ten files, as a stream for git fast-import.
long_history() {
    awk 'BEGIN {
        for (commit = 1; commit <= 300; commit++) {
            person = commit % 3 ? "Ann Archer <ann@example.org>" : "Ben Baker <ben@example.org>"
            when = 1704067200 + commit * 3600
            file = commit % 10
            size[file] += 5
            text = ""
            for (line = 1; line <= size[file]; line++) {
                if (line > size[file] - 5 || line % 17 == commit % 17) age[file, line] = commit
                text = text "file " file " line " line " of commit " age[file, line] "\n"
            }
            message = "Commit " commit
            printf "commit refs/heads/main\nauthor %s %d +0000\ncommitter %s %d +0000\n", person, when, person, when
            printf "data %d\n%s\n", length(message), message
            printf "M 100644 inline file%d.txt\ndata %d\n%s\n", file, length(text), text
        }
    }'
}
