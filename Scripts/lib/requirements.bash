# What the scripts share: where things are, installing what is missing, building Andon. Sourced, never run.
# Everything said goes to standard error, for standard output belongs to the command that is run in the end.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# shellcheck disable=SC2034 # for those who source this
andon_binary=$root/.build/release/andon

# fail MESSAGE: one line that says what was attempted, why it failed and the way out.
fail() {
    echo "$(basename "$0"): $1" >&2
    exit 1
}

# quietly WHAT COMMAND...: says what is done; the command's output is shown only if it fails.
quietly() {
    local what=$1 log status=0
    shift
    echo "$(basename "$0"): $what" >&2
    log=$(mktemp)
    "$@" >"$log" 2>&1 </dev/null || status=$?
    if [[ $status -ne 0 ]]; then
        cat "$log" >&2
        rm -f "$log"
        fail "$what failed with status $status: $*"
    fi
    rm -f "$log"
}

# install PACKAGE...: Debian packages, as root or through sudo.
install() {
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get)
    command -v apt-get >/dev/null || fail "$* missing, and there is no apt-get here; install them by hand and run again"
    if [[ $(id -u) -ne 0 ]]; then
        command -v sudo >/dev/null || fail "$* missing, and neither root nor sudo is at hand; as root: apt-get install $*"
        apt=(sudo "${apt[@]}")
    fi
    apt+=(-o DPkg::Lock::Timeout=300)
    # A fresh machine has no package lists, and old lists name packages that are gone: fetch them if it does not work.
    "${apt[@]}" install -y --no-install-recommends "$@" >/dev/null 2>&1 </dev/null && return
    quietly 'fetching the package lists' "${apt[@]}" update
    quietly "installing $*" "${apt[@]}" install -y --no-install-recommends "$@"
}

# require_command NAME [PACKAGE]: installs the package that brings the command, if it is missing.
require_command() { command -v "$1" >/dev/null || install "${2:-$1}"; }

# require_toolchain: Swift must be there; the libraries are installed.
require_toolchain() {
    command -v swift >/dev/null ||
        fail 'no swift in PATH; install a Swift 6.3 toolchain (https://www.swift.org/install) and run again'
    if ! command -v pkg-config >/dev/null || ! pkg-config --exists 'libgit2 >= 1.5' sqlite3 libdeflate jemalloc; then
        install pkg-config libgit2-dev libsqlite3-dev libdeflate-dev libjemalloc-dev
        pkg-config --exists 'libgit2 >= 1.5' ||
            fail "libgit2 1.5 or newer is needed, $(pkg-config --modversion libgit2 2>&1) is installed; use Debian 12 or newer"
    fi
}

# build_release: the release build of andon, unless it is newer than every source.
build_release() {
    local stamp=$root/.build/andon-release.stamp
    if [[ -x $andon_binary && -e $stamp &&
        -z $(find "$root/Package.swift" "$root/Sources" -newer "$stamp" -print -quit) ]]; then
        return
    fi
    require_toolchain
    mkdir -p "$root/.build"
    # The time before the build: what is edited while it runs is built next time.
    touch "$stamp.next"
    quietly 'building andon (some minutes the first time)' \
        swift build --package-path "$root" --configuration release --product andon
    mv -f "$stamp.next" "$stamp"
}

# use_andon: the program that the comparing scripts measure: $ANDON, or the release build. Exported as ANDON.
use_andon() {
    if [[ -z ${ANDON:-} ]]; then
        build_release
        ANDON=$andon_binary
    fi
    export ANDON
}
