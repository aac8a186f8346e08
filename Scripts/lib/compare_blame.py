"""Compares `andon blame` with `git blame --porcelain`, line by line. Run through Scripts/compare-blame."""

import argparse
import concurrent.futures
import csv
import hashlib
import os
import subprocess
import sys
import time

from surroundings import Failure, Repository, andon, end, environment, share, shown

# The columns that `andon blame --format csv` begins with.
COLUMNS = ["path", "line", "sha"]

# A cell beginning with one of these gets an apostrophe in front, so that no spreadsheet takes it for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")

# The share of equal lines below which the exit status is 1.
DEMANDED = 99.99


def arguments():
    parser = argparse.ArgumentParser(
        prog="Scripts/compare-blame",
        description="Compares the origin of every line of every text file with git blame's. "
        f"Exits with 0 if at least {DEMANDED} % of the lines are equal, with 1 if fewer, with 2 if it could not compare.")
    parser.add_argument("repository")
    parser.add_argument("--files", type=int, metavar="N", help="a fixed sample of N text files (default: all)")
    parser.add_argument("--revisions", type=int, default=1, metavar="N",
                        help="N revisions: the last, and older ones spread over the history (default: 1)")
    parser.add_argument("--revision", default="HEAD", metavar="REV", help="the last revision (default: HEAD)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), metavar="N",
                        help="git blame processes at a time (default: one per processor)")
    parser.add_argument("--porcelain", action="store_true",
                        help="read `andon blame --line-porcelain`, and compare original line numbers and paths too")
    parser.add_argument("--ignore-revs-file", metavar="FILE", help="given to both")
    parser.add_argument("--differences", metavar="FILE", help="writes each line that differs to FILE")
    parser.add_argument("--limit", type=int, default=10_000, metavar="N", help="at most N lines there (default: 10000)")
    return parser.parse_args()


def spread(commits, number):
    """The first of commits (newest first), and number - 1 others at equal distances."""
    number = min(number, len(commits))
    return [commits[index * len(commits) // number] for index in range(number)]


def text_files(repository, revision, number):
    """path -> size of regular files without a NUL in their first 8,000 bytes, git's rule; sorted by path. A sample of
    number files is taken by the hash of their paths: the same each time, and much the same in every revision."""
    entries = []
    for entry in repository.read("ls-tree", "-r", "-z", "--full-tree", revision).split(b"\0")[:-1]:
        description, path = entry.split(b"\t", 1)
        mode, _, blob = description.split(b" ")
        if mode.startswith(b"100"):
            entries.append((path, blob))
    if number is not None:
        entries.sort(key=lambda entry: hashlib.sha256(entry[0]).digest())

    chosen = {}
    reader = subprocess.Popen(
        repository.command("cat-file", "--batch"), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        env=environment(), cwd=repository.directory)
    for path, blob in entries:
        if number is not None and len(chosen) == number:
            break
        reader.stdin.write(blob + b"\n")
        reader.stdin.flush()
        header = reader.stdout.readline().split()
        if len(header) != 3:
            raise Failure(f"cannot read {shown(path)} of {revision}: {b' '.join(header).decode(errors='replace')}")
        size = int(header[2])
        start = reader.stdout.read(min(size, 8000))
        left = size + 1 - len(start)
        while left > 0:
            left -= len(reader.stdout.read(min(left, 1 << 20)))
        if b"\0" not in start:
            chosen[path] = size
    reader.stdin.close()
    reader.stdout.close()
    reader.wait()
    return dict(sorted(chosen.items()))


def parsed_porcelain(lines):
    """(sha, original line, original path) of each line, from the lines of a porcelain; final line numbers must count up
    from 1. A new count from 1 begins a new file."""
    files, current, paths, header = [], [], {}, None
    for line in lines:
        if line.startswith(b"\t"):
            sha, original, final = header
            if final == 1 and current:
                files.append(current)
                current = []
            if final != len(current) + 1:
                raise Failure(f"line {final} of a blame stands where line {len(current) + 1} was expected")
            current.append((sha, original, paths.get(sha)))
            header = None
        elif header is None:
            parts = line.split(b" ")
            header = (parts[0].decode(), int(parts[1]), int(parts[2]))
        elif line.startswith(b"filename "):
            # In the short porcelain a commit's path is said again whenever it changes.
            paths[header[0]] = line[9:]
    if current:
        files.append(current)
    return files


def git_blame(repository, revision, path, ignored):
    """The lines' origins by git, or the reason why it gives none."""
    options = ["--ignore-revs-file", ignored] if ignored else []
    done = repository.run("blame", "--porcelain", "--no-textconv", *options, revision, "--", path)
    if done.returncode != 0:
        return None, done.stderr.decode(errors="replace").strip().splitlines()[-1:]
    files = parsed_porcelain(done.stdout.split(b"\n")[:-1])
    return (files[0] if files else []), None


def blame_command(repository, revision, ignored):
    options = ["--ignore-revs-file", ignored] if ignored else []
    return [andon(), "blame", "--repository", repository.path, "--revision", revision, *options]


def andon_csv(repository, revision, ignored):
    """path -> origins, of every text file, in one pass of Andon."""
    command = blame_command(repository, revision, ignored) + ["--format", "csv"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment())
    files, shas = {}, {}
    text = open(process.stdout.fileno(), encoding="utf-8-sig", errors="surrogateescape", newline="", closefd=False)
    csv.field_size_limit(1 << 30)
    rows = csv.reader(text)
    header = next(rows, None)
    if header is not None and header[:3] != COLUMNS:
        process.kill()
        raise Failure(f"{' '.join(command)} begins with the columns {header}, expected {COLUMNS}")
    for row in rows:
        origins = files.get(row[0])
        if origins is None:
            origins = files[row[0]] = []
        if int(row[1]) != len(origins) + 1:
            process.kill()
            raise Failure(f"andon gives line {row[1]} of {shown(row[0])} where line {len(origins) + 1} was expected")
        origins.append((shas.setdefault(row[2], row[2]), None, None))
    if process.wait() != 0:
        raise Failure(f"{' '.join(command)} ended with status {process.returncode}")
    return {os.fsencode(path): origins for path, origins in files.items()}


def andon_porcelain(repository, revision, ignored, paths):
    """The same with original line numbers; the files follow each other in the order of their paths."""
    command = blame_command(repository, revision, ignored) + ["--line-porcelain"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment())
    files = parsed_porcelain(line.rstrip(b"\n") for line in process.stdout)
    if process.wait() != 0:
        raise Failure(f"{' '.join(command)} ended with status {process.returncode}")
    if len(files) != len(paths):
        raise Failure(f"andon gives {len(files)} files with lines, git {len(paths)}; compare without --porcelain first")
    return dict(zip(paths, files))


def answer(files, path):
    """Andon's answer for a path, which may have been made harmless for spreadsheets."""
    found = files.pop(path, None)
    if found is None and os.fsdecode(path).startswith(FORMULA):
        found = files.pop(b"'" + path, None)
    return found


class Tally:
    def __init__(self):
        self.files = self.lines = self.equal = self.unreadable = 0
        self.missing = []

    def add(self, other):
        self.files += other.files
        self.lines += other.lines
        self.equal += other.equal
        self.unreadable += other.unreadable

    def row(self, label):
        return (f"{label}  files {self.files:>7}  lines {self.lines:>9}  equal {self.equal:>9}  "
                f"share {share(self.equal, self.lines):>8} %  unreadable {self.unreadable}")


class Differences:
    """A file of what differs, up to a limit; all of it counted."""

    def __init__(self, path, limit):
        self.count, self.limit = 0, limit
        self.file = open(path, "w", encoding="utf-8", errors="surrogateescape") if path else None
        if self.file:
            print("# revision path:line git andon (sha, and with --porcelain sha:line:path)", file=self.file)

    def note(self, revision, path, line, theirs, ours):
        self.count += 1
        if self.file and self.count <= self.limit:
            print(f"{revision[:12]} {shown(path)}:{line} {theirs} {ours}", file=self.file)

    def close(self):
        if self.file:
            if self.count > self.limit:
                print(f"# and {self.count - self.limit} more", file=self.file)
            self.file.close()


def spelled(origin, porcelain):
    if origin is None:
        return "-"
    sha, line, path = origin
    return f"{sha}:{line}:{shown(path or b'')}" if porcelain else sha


def compare(repository, revision, options, differences):
    paths = text_files(repository, revision, options.files)
    began = time.monotonic()
    theirs, reasons = {}, {}
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        blames = pool.map(lambda path: git_blame(repository, revision, path, options.ignore_revs_file), paths)
        for path, (origins, reason) in zip(paths, blames):
            if origins is None:
                reasons[path] = reason
            else:
                theirs[path] = origins
    git_seconds = time.monotonic() - began

    began = time.monotonic()
    if options.porcelain:
        every = paths if options.files is None else text_files(repository, revision, None)
        filled = [path for path, size in every.items() if size > 0]
        ours = andon_porcelain(repository, revision, options.ignore_revs_file, filled)
    else:
        ours = andon_csv(repository, revision, options.ignore_revs_file)
    andon_seconds = time.monotonic() - began

    tally = Tally()
    for path, reason in reasons.items():
        tally.unreadable += 1
        answer(ours, path)
        print(f"  unreadable for git: {shown(path)}: {' '.join(reason)}")
    absent = 0
    for path, origins in theirs.items():
        tally.files += 1
        tally.lines += len(origins)
        answered = answer(ours, path)
        if answered is None and origins:
            absent += 1
            print(f"  not in Andon's answer, counted as {len(origins)} differences: {shown(path)}")
        answered = answered or []
        for index in range(max(len(origins), len(answered))):
            one = origins[index] if index < len(origins) else None
            other = answered[index] if index < len(answered) else None
            if one is not None and other is not None and (
                    one == other if options.porcelain else one[0] == other[0]):
                tally.equal += 1
            else:
                differences.note(revision, path, index + 1, spelled(one, options.porcelain),
                                 spelled(other, options.porcelain))
    if options.files is None:
        for path in ours:
            print(f"  in Andon's answer alone: {shown(path)} ({len(ours[path])} lines)")
    print(tally.row(revision[:12]) + f"  git {git_seconds:.1f} s, andon {andon_seconds:.1f} s")
    extra = options.files is None and len(ours) > 0
    return tally, absent == 0 and not extra


def main():
    options = arguments()
    repository = Repository(options.repository)
    if options.ignore_revs_file:
        options.ignore_revs_file = os.path.abspath(options.ignore_revs_file)
    last = repository.commit(options.revision)
    commits = repository.read("rev-list", last, "--").decode().split()
    differences = Differences(options.differences, options.limit)
    total, complete = Tally(), True
    for revision in spread(commits, options.revisions):
        tally, whole = compare(repository, revision, options, differences)
        total.add(tally)
        complete = complete and whole
        sys.stdout.flush()
    differences.close()
    print(total.row("all         "))
    if options.differences:
        print(f"differing lines: {differences.count}, in {options.differences}")
    elif differences.count:
        print(f"differing lines: {differences.count}; --differences FILE lists them")
    if not complete:
        print("the two do not speak of the same files")
    return 0 if complete and total.equal * 100 >= DEMANDED * total.lines else 1


if __name__ == "__main__":
    end(main)
