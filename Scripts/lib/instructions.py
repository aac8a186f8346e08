"""Counts the instructions of `andon scan`. Run through Scripts/count-instructions."""

import argparse
import json
import os
import re
import shutil
import subprocess
import tempfile

from surroundings import Failure, andon, end, environment

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RECORD = os.path.join(ROOT, "Fixtures", "instructions.json")
FIXTURE = "packed"
# Two runs differ by less than a ten-thousandth; a change of the compiler's mind by some per cent.
TOLERANCE = 0.10
SIZES = [500, 1000, 2000, 4000]
# Twice the commits, twice the cost; so much is left to hash tables that grow and to the trees' depth.
MOST_GROWTH = 2.3


def arguments():
    parser = argparse.ArgumentParser(
        prog="Scripts/count-instructions",
        description=f"Compares the instructions of a scan of the fixture {FIXTURE} with those of Fixtures/instructions.json; exits "
        f"with 1 if they are more than {TOLERANCE:.0%} above. Counts of other versions of Swift or libgit2 are only shown.")
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--record", action="store_true", help="writes Fixtures/instructions.json anew")
    group.add_argument(
        "--growth", action="store_true",
        help=f"counts made-up histories of {', '.join(map(str, SIZES))} commits instead; exits with 1 if twice the commits cost more "
        f"than {MOST_GROWTH} times as many instructions")
    return parser.parse_args()


class Counter:
    """Runs a copy of andon without debugging information, at which callgrind stumbles."""

    def __init__(self, folder):
        self.folder = folder
        self.program = os.path.join(folder, "andon")
        shutil.copy(andon(), self.program)
        subprocess.run(["strip", "-g", self.program], check=True)

    def count(self, repository):
        report = os.path.join(self.folder, "report")
        done = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", self.program, "scan", repository, "--output",
             report, "--jobs", "1", "--quiet", "--now", "2030-01-01"],
            capture_output=True, text=True, env=environment())
        found = re.search(r"Collected : (\d+)", done.stderr)
        if done.returncode != 0 or not found:
            raise Failure(f"andon under callgrind ended with {done.returncode}: {done.stderr[-2000:]}")
        return int(found.group(1))


def versions():
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True, check=True).stdout
    libgit2 = subprocess.run(["pkg-config", "--modversion", "libgit2"], capture_output=True, text=True, check=True).stdout
    return {"swift": re.search(r"version (\S+)", swift).group(1), "libgit2": libgit2.strip()}


def check(counter, record):
    repository = os.path.join(counter.folder, FIXTURE)
    subprocess.run(["bash", os.path.join(ROOT, "Fixtures", f"{FIXTURE}.sh"), repository], check=True)
    count = counter.count(repository)
    if record:
        with open(RECORD, "w", encoding="utf-8") as file:
            json.dump({"fixture": FIXTURE, "instructions": count} | versions(), file, indent=4)
            file.write("\n")
        print(f"{FIXTURE}: {count:,} instructions, recorded")
        return 0
    with open(RECORD, encoding="utf-8") as file:
        recorded = json.load(file)
    ratio = count / recorded["instructions"]
    print(f"{FIXTURE}: {count:,} instructions, {ratio:.3f} times those recorded")
    others = {name: version for name, version in versions().items() if recorded[name] != version}
    if others:
        print(f"recorded with other versions than {others}: no verdict")
        return 0
    if ratio < 1 - TOLERANCE:
        print("so much less is worth recording: Scripts/count-instructions --record")
    return 1 if ratio > 1 + TOLERANCE else 0


def history(commits):
    """A history for git fast-import: ten files of two hundred lines, of which each commit rewrites five of one file."""
    lines = [[f"file {file} line {line} of commit 0" for line in range(200)] for file in range(10)]
    for commit in range(1, commits + 1):
        file = commit % 10
        for step in range(5):
            place = (commit // 10 * 37 + step * 41) % 200
            lines[file][place] = f"file {file} line {place} of commit {commit}"
        text = "".join(line + "\n" for line in lines[file])
        person = f"Person {commit % 3} <person{commit % 3}@example.org> {1704067200 + commit * 3600} +0000"
        message = f"Commit {commit}"
        yield (f"commit refs/heads/main\nauthor {person}\ncommitter {person}\ndata {len(message)}\n{message}\n"
               f"M 100644 inline file{file}.txt\ndata {len(text)}\n{text}\n")


def grow(counter):
    counts = []
    for size in SIZES:
        repository = os.path.join(counter.folder, str(size))
        subprocess.run(["git", "init", "-q", "--initial-branch=main", repository], check=True, env=environment())
        subprocess.run(["git", "-C", repository, "fast-import", "--quiet"], input="".join(history(size)), text=True,
                       check=True, env=environment())
        # What fast-import writes has its oldest version whole, at the far end of every chain of differences, and libgit2 goes the whole
        # chain once its cache of 16 MiB is full: a history of 4,000 commits would seem to cost three times one of 2,000.
        subprocess.run(["git", "-C", repository, "repack", "-adfq", "--threads=1"], check=True, env=environment())
        counts.append(counter.count(repository))
        growth = f", {counts[-1] / counts[-2]:.2f} times those of half as many" if len(counts) > 1 else ""
        print(f"{size:6} commits: {counts[-1]:15,} instructions, {counts[-1] // size:9,} a commit{growth}")
    return 1 if any(more > MOST_GROWTH * less for less, more in zip(counts, counts[1:])) else 0


def main():
    options = arguments()
    with tempfile.TemporaryDirectory() as folder:
        counter = Counter(folder)
        return grow(counter) if options.growth else check(counter, options.record)


if __name__ == "__main__":
    end(main)
