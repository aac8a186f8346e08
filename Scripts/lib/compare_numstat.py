"""Compares added and deleted lines of non-merge commits with git's. Run through Scripts/compare-numstat."""

import argparse
import csv
import json
import os
import subprocess
import tempfile

from surroundings import Failure, Repository, andon, end, environment

# Where Andon says what git is asked: options of git log, keys of line_totals in summary.json, columns of commits.csv
# (None: not reported for each commit). With renames there is nothing to compare: git's diff gives each source to one target,
# its blame, which Andon follows, to each target that asks.
COMPARISONS = [
    ("without renames", ["--no-renames"], ("added_no_renames", "deleted_no_renames"),
     ("added_without_renames", "deleted_without_renames")),
]


def arguments():
    parser = argparse.ArgumentParser(
        prog="Scripts/compare-numstat",
        description="Compares the total of added and deleted lines of all commits but merges, and each commit's own, "
        "with git log --numstat. Exits with 0 if all are equal, with 1 if not, with 2 if it could not compare.")
    parser.add_argument("repository")
    parser.add_argument("--revision", default="HEAD", metavar="REV", help="the last revision (default: HEAD)")
    parser.add_argument("--report", metavar="DIR", help="a report made before, instead of a new scan")
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="lists the first N commits that differ")
    return parser.parse_args()


def git_counts(repository, revision, options, paths=()):
    """commit -> (added, deleted), of all paths or those that match. Binary files count nothing, as in git's own totals."""
    chunks = repository.chunks(
        "log", "--no-merges", "--numstat", "-z", "--format=tformat:commit %H", "--no-ext-diff", "--no-textconv",
        *options, revision, "--", *paths)
    counts, commit, skip = {}, None, 0
    for field in fields(chunks):
        # After -z a line feed stands between a commit's head and its files; a rename's two paths follow its counts.
        field = field.lstrip(b"\n") if not skip else field
        if skip:
            skip -= 1
        elif field.startswith(b"commit ") and b"\t" not in field:
            commit = field[7:].decode()
            counts[commit] = (0, 0)
        elif field:
            added, deleted, path = field.split(b"\t", 2)
            skip = 0 if path else 2
            if added != b"-":
                counts[commit] = (counts[commit][0] + int(added), counts[commit][1] + int(deleted))
    return counts


def fields(chunks):
    """What lies between NUL bytes."""
    rest = b""
    for chunk in chunks:
        *whole, rest = (rest + chunk).split(b"\0")
        yield from whole
    if rest:
        yield rest


def andon_counts(report, columns):
    """commit -> (added, deleted) from commits.csv, of commits that are no merges; an empty cell is None."""
    counts = {}
    with open(os.path.join(report, "commits.csv"), encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        csv.field_size_limit(1 << 30)
        rows = csv.DictReader(file)
        for name in ("sha", "is_merge", *columns):
            if name not in rows.fieldnames:
                raise Failure(f"commits.csv has no column {name}")
        for row in rows:
            if row["is_merge"] != "true":
                counts[row["sha"]] = tuple(int(row[name]) if row[name] else None for name in columns)
    return counts


def compare(repository, revision, report, totals, comparison, limit):
    label, options, keys, columns = comparison
    expected = git_counts(repository, revision, options)
    sums = tuple(sum(counts[side] for counts in expected.values()) for side in (0, 1))
    equal = True
    if missing := [key for key in keys if key not in totals]:
        raise Failure(f"summary.json has no line_totals.{', line_totals.'.join(missing)}")
    for key, wanted in zip(keys, sums):
        verdict = "equal" if totals[key] == wanted else f"DIFFERENT by {totals[key] - wanted:+}"
        equal = equal and totals[key] == wanted
        print(f"{label:16} {key:20} git {wanted:>12} andon {totals[key]:>12}  {verdict}")
    if columns:
        actual = andon_counts(report, columns)
        different = [sha for sha in expected if actual.get(sha) != expected[sha]]
        alone = [sha for sha in actual if sha not in expected]
        print(f"{label:16} commits: {len(expected)} in git, {len(different)} different, {len(alone)} in Andon alone")
        for sha in different[:limit]:
            print(f"  {sha} git {expected[sha]} andon {actual.get(sha, 'has no such commit')}")
        for sha in alone[:limit]:
            print(f"  {sha} in Andon alone: {actual[sha]}")
        equal = equal and not different and not alone
    return equal


def scan(repository, revision, folder):
    report = os.path.join(folder, "report")
    done = subprocess.run(
        [andon(), "scan", repository.path, "--revision", revision, "--output", report, "--quiet"],
        stdout=subprocess.DEVNULL, env=environment())
    if done.returncode != 0:
        raise Failure(f"andon scan {repository.path} ended with status {done.returncode}")
    return report


def main():
    options = arguments()
    repository = Repository(options.repository)
    revision = repository.commit(options.revision)
    with tempfile.TemporaryDirectory() as folder:
        report = options.report or scan(repository, revision, folder)
        with open(os.path.join(report, "summary.json"), encoding="utf-8") as file:
            totals = json.load(file).get("line_totals", {})
        results = [
            compare(repository, revision, report, totals, comparison, options.limit) for comparison in COMPARISONS]
    return 0 if all(results) else 1


if __name__ == "__main__":
    end(main)
