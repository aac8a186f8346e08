"""Times `andon scan` against `git log --numstat` in turn. Run through Scripts/benchmark."""

import argparse
import concurrent.futures
import filecmp
import os
import re
import shlex
import shutil
import statistics
import subprocess
import tempfile
import time

from compare_numstat import git_counts
from surroundings import Failure, Repository, andon, end, environment, machine

MEBIBYTE = 1024 * 1024

# The article with the table of what was measured, which stands between two comments: one row a repository.
ARTICLE = os.path.join(
    os.path.dirname(os.path.abspath(__file__)), "..", "..", "Sources", "andon", "andon.docc", "Performance.md")
FIRST, LAST = "<!-- table of Scripts/benchmark --record -->", "<!-- end of the table -->"


def arguments():
    parser = argparse.ArgumentParser(
        prog="Scripts/benchmark",
        description="CPU time, wall time and peak memory of andon scan (with one and with two jobs) and of "
        "git log --numstat --no-renames on the same repository, run in turn; medians and the ratio of CPU times.")
    parser.add_argument("repository")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="of each program (default: 3)")
    parser.add_argument("--revision", default="HEAD", metavar="REV", help="the last revision (default: HEAD)")
    parser.add_argument("--scan-option", action="append", default=[], metavar="OPTION",
                        help="a further option of andon scan; repeatable (--scan-option=--deaths)")
    parser.add_argument("--without", action="append", default=[], metavar="PATH",
                        help="a path that git leaves out, for a snapshot that lacks some of its versions; repeatable")
    parser.add_argument("--increment", type=int, metavar="N",
                        help="also a scan of the last N commits (by first parents) on the state of a scan before them")
    parser.add_argument("--record", metavar="NAME",
                        help="puts the medians into the table of Performance.md, in the row of this name")
    parser.add_argument("--at-most", type=float, metavar="RATIO",
                        help="exits with 1 if andon with one job needs more than RATIO times git's CPU time")
    return parser.parse_args()


class Run:
    """What one process and those it waited for used, as the system counts it (wait4). The peak of a process includes that
    of its parent before the program was loaded, so nothing below some 15 MiB can be seen, and this script stays small."""

    def __init__(self, command, **options):
        began = time.monotonic()
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said, env=environment(), **options)
            _, status, usage = os.wait4(process.pid, 0)
            self.wall = time.monotonic() - began
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode != 0:
                said.seek(0)
                last = said.read().decode(errors="replace").strip().rpartition("\n")[2]
                raise Failure(f"{shlex.join(command)} ended with status {process.returncode}: {last}")
        self.processor = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss * 1024


class Contender:
    def __init__(self, label, run):
        self.label, self.run, self.runs = label, run, []

    def median(self, figure):
        return statistics.median(getattr(run, figure) for run in self.runs)

    def row(self, commits, lines):
        processor = [run.processor for run in self.runs]
        wall = self.median("wall")
        return (f"{self.label:18} {self.median('processor'):9.2f} {min(processor):9.2f} {max(processor):9.2f} "
                f"{wall:9.2f} {self.median('memory') / MEBIBYTE:10.0f} {commits / wall:10.0f} {lines / wall:12.0f}")


def numstat_options(paths):
    """With paths, git would by itself leave out sides of merges, too."""
    return ["--no-renames", *(["--full-history"] if paths else [])]


def contenders(repository, revision, folder, further, paths):
    def git():
        command = repository.command(
            "log", "--numstat", *numstat_options(paths), "--no-ext-diff", "--no-textconv", "--format=%H",
            revision, "--", *paths)
        return Run(command, cwd=repository.directory)

    def scan(jobs):
        report = os.path.join(folder, "report")
        shutil.rmtree(report, ignore_errors=True)
        return Run([andon(), "scan", repository.path, "--revision", revision, "--output", report,
                    "--jobs", str(jobs), "--quiet", *further])

    return [
        Contender("git log --numstat", git),
        Contender("andon, 1 job", lambda: scan(1)),
        Contender("andon, 2 jobs", lambda: scan(2)),
    ]


def increment(repository, revision, folder, further, count):
    """A scan on a state, made once, of the history up to `count` commits before the revision."""
    before = repository.read("rev-parse", "--verify", f"{revision}~{count}^{{commit}}").decode().strip()
    kept, state, report = (os.path.join(folder, name) for name in ("kept.sqlite", "state.sqlite", "increment"))

    def scan(at, file):
        shutil.rmtree(report, ignore_errors=True)
        return Run([andon(), "scan", repository.path, "--revision", at, "--output", report, "--state", file,
                    "--jobs", "1", "--quiet", *further])

    scan(before, kept)

    def run():
        shutil.copyfile(kept, state)
        return scan(revision, state)

    return Contender(f"last {count} commits", run)


def same_reports(folder):
    """Whether the whole scan and the increment wrote the same bytes."""
    reports = [os.path.join(folder, name) for name in ("report", "increment")]
    names = [sorted(os.listdir(report)) for report in reports]
    return names[0] == names[1] and not any(filecmp.cmpfiles(*reports, names[0], shallow=False)[1:])


def changed_lines(repository, revision, paths):
    counts = git_counts(repository, revision, numstat_options(paths), paths)
    return sum(added + deleted for added, deleted in counts.values())


def require_contents(repository, revision, paths):
    """A Failure that names the way out where a version that git has to read is missing."""
    try:
        return changed_lines(repository, revision, paths)
    except Failure as failure:
        missing = re.search(r"unable to read ([0-9a-f]{40})", str(failure))
        if not missing:
            raise
        found = repository.run(
            "log", "-1", "-m", "--raw", "-z", "--no-abbrev", "--no-renames", "--format=", f"--find-object={missing[1]}",
            revision)
        changes = found.stdout.decode(errors="surrogateescape").split("\0")
        path = next((path for change, path in zip(changes, changes[1:]) if missing[1] in change), None)
        hint = f"; leave the path out: --without {shlex.quote(path)}" if path else ""
        raise Failure(f"the snapshot lacks the object {missing[1]}{hint}") from None


def record(options, commits, merges, every):
    """Puts one row into the article's table: in the place of the row of the same name, or at the end."""
    git, scan, wide = every
    command = ["Scripts/benchmark", "REPO"]
    for path in options.without:
        command += ["--without", path]
    for option in options.scan_option:
        command.append(f"--scan-option={option}")
    said = dict(line.split(maxsplit=1) for line in machine())
    cells = [
        options.record, f"{commits:,} ({merges:,})", f"{git.median('processor'):.1f}", f"{scan.median('processor'):.1f}",
        f"{scan.median('processor') / git.median('processor'):.2f}", f"{wide.median('wall') / git.median('wall'):.2f}",
        f"{scan.median('memory') / MEBIBYTE:.0f} MiB",
        f"`{shlex.join(command)}`; git {said['git']}, andon {said['andon'].split(' (')[0]}; {said['machine']}",
    ]
    row = "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
    with open(ARTICLE, encoding="utf-8") as article:
        text = article.read()
    before, first, rest = text.partition(FIRST)
    rows, last, after = rest.partition(LAST)
    if not first or not last:
        raise Failure(f"{ARTICLE} has no lines {FIRST} and {LAST}")
    lines = rows.strip().splitlines()
    start = f"| {options.record} |"
    place = next((index for index, line in enumerate(lines) if line.startswith(start)), len(lines))
    lines[place:place + 1] = [row]
    with open(ARTICLE, "w", encoding="utf-8") as article:
        article.write(before + first + "\n\n" + "\n".join(lines) + "\n\n" + last + after)


def main():
    options = arguments()
    if options.runs < 1:
        raise Failure("--runs must be at least 1")
    repository = Repository(options.repository)
    revision = repository.commit(options.revision)
    paths = [f":(exclude,literal){path}" for path in options.without]
    for line in machine():
        print(line)

    # Counting also brings the repository into the system's file cache, for all of them alike.
    commits = int(repository.read("rev-list", "--count", revision, "--"))
    merges = int(repository.read("rev-list", "--count", "--merges", revision, "--"))
    with concurrent.futures.ProcessPoolExecutor(1) as process:
        lines = process.submit(require_contents, repository, revision, paths).result()
    packs = repository.read("count-objects", "-v").decode()
    packed = {key: int(value) for key, value in (line.split(": ") for line in packs.splitlines() if ": " in line)
              if value.isdigit()}
    print(f"repository   {repository.path} at {revision}")
    print(f"             {commits} commits, {merges} of them merges; {lines} changed lines; {packed['count']} loose objects, "
          f"{packed['in-pack']} in {packed['packs']} packs of {packed['size-pack'] / 1024:.0f} MiB")
    if packed["count"] > packed["in-pack"]:
        print("             mostly loose objects: pack it (git repack -ad) for a fair figure")
    print(f"runs         {options.runs} of each, in turn; medians; CPU is user and system time in seconds\n")

    with tempfile.TemporaryDirectory() as folder:
        every = contenders(repository, revision, folder, options.scan_option, paths)
        nightly = options.increment and increment(repository, revision, folder, options.scan_option, options.increment)
        for _ in range(options.runs):
            for contender in every + ([nightly] if nightly else []):
                contender.runs.append(contender.run())
        if nightly and not same_reports(folder):
            raise Failure("the scan on a state wrote another report than the whole one")

    print(f"{'':18} {'CPU s':>9} {'least':>9} {'most':>9} {'wall s':>9} {'peak MiB':>10} {'commits/s':>10} {'lines/s':>12}")
    for contender in every:
        print(contender.row(commits, lines))
    if nightly:
        print(nightly.row(options.increment, 0))
    git = every[0]
    print()
    for contender in every[1:]:
        print(f"{contender.label}: {contender.median('processor') / git.median('processor'):.2f} times git's CPU time, "
              f"{contender.median('wall') / git.median('wall'):.2f} times its wall time")
    if nightly:
        print(f"{nightly.label}: {nightly.median('processor') / every[1].median('processor'):.3f} of the whole scan's CPU "
              "time, the same report")
    if options.record:
        record(options, commits, merges, every)
    ratio = every[1].median("processor") / git.median("processor")
    return 1 if options.at_most is not None and ratio > options.at_most else 0


if __name__ == "__main__":
    end(main)
