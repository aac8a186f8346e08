"""Tests of the comparing scripts: that they count as git does, and that they notice a wrong answer."""

import csv
import json
import os
import subprocess
import sys
import tempfile
import unittest

import compare_blame
import compare_numstat
import surroundings

HERE = os.path.dirname(os.path.abspath(__file__))
FIXTURES = os.path.join(HERE, "..", "..", "Fixtures")


def stand_in(arguments):
    """Answers as andon does, with git's own figures; every WRONG-th line of a blame, or the total, is false."""
    def option(name, default):
        return arguments[arguments.index(name) + 1] if name in arguments else default

    wrong = int(os.environ.get("WRONG", "0"))
    if arguments[0] == "blame":
        repository = surroundings.Repository(option("--repository", "."))
        revision = repository.commit(option("--revision", "HEAD"))
        paths = compare_blame.text_files(repository, revision, None)
        if "--line-porcelain" in arguments:
            for path in paths:
                sys.stdout.buffer.write(repository.read("blame", "--line-porcelain", revision, "--", path))
            return
        rows = csv.writer(sys.stdout, lineterminator="\n")
        rows.writerow(["path", "line", "sha", "class", "author", "landed_at_utc"])
        count = 0
        for path in paths:
            origins, _ = compare_blame.git_blame(repository, revision, path, None)
            name = os.fsdecode(path)
            name = f"'{name}" if name.startswith(compare_blame.FORMULA) else name
            for line, (sha, _, _) in enumerate(origins, 1):
                count += 1
                rows.writerow([name, line, "0" * 40 if wrong and count % wrong == 0 else sha, "human", "", ""])
    else:
        repository = surroundings.Repository(arguments[1])
        revision = repository.commit(option("--revision", "HEAD"))
        os.mkdir(option("--output", ""))
        totals = {}
        for _, options, keys, columns in compare_numstat.COMPARISONS:
            counts = compare_numstat.git_counts(repository, revision, options)
            for side in (0, 1):
                totals[keys[side]] = sum(pair[side] for pair in counts.values()) + wrong
            if columns:
                with open(os.path.join(option("--output", ""), "commits.csv"), "w", newline="", encoding="utf-8") as file:
                    rows = csv.writer(file)
                    rows.writerow(["sha", "is_merge", *columns])
                    rows.writerows([sha, "false", *pair] for sha, pair in counts.items())
        with open(os.path.join(option("--output", ""), "summary.json"), "w", encoding="utf-8") as file:
            json.dump({"line_totals": totals}, file)


class ComparisonTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.program = os.path.join(self.folder, "andon")
        with open(self.program, "w", encoding="utf-8") as file:
            file.write(f"#!/bin/sh\nexec '{sys.executable}' -X utf8 '{os.path.join(HERE, 'test_comparisons.py')}' stand-in \"$@\"\n")
        os.chmod(self.program, 0o755)

    def fixture(self, name):
        path = os.path.join(self.folder, name)
        subprocess.run(["bash", os.path.join(FIXTURES, f"{name}.sh"), path], check=True)
        return path

    def run_script(self, name, *arguments, wrong=0):
        return subprocess.run(
            [sys.executable, os.path.join(HERE, f"{name}.py"), *arguments], capture_output=True, text=True,
            env=os.environ | {"ANDON": self.program, "WRONG": str(wrong), "PYTHONIOENCODING": "utf-8:surrogateescape"})

    def test_equal_answers_are_found_equal_whatever_the_paths(self):
        for name in ("odd-paths", "invalid-utf8", "last-newline", "merge-rename"):
            for option in ([], ["--porcelain"], ["--files", "2"], ["--revisions", "3"]):
                with self.subTest(name=name, option=option):
                    path = os.path.join(self.folder, name)
                    done = self.run_script("compare_blame", path if os.path.exists(path) else self.fixture(name), *option)
                    self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
                    self.assertIn("share 100.0000 %", done.stdout)

    def test_wrong_origins_are_found_and_listed(self):
        listed = os.path.join(self.folder, "differences")
        done = self.run_script("compare_blame", self.fixture("linear"), "--differences", listed, wrong=4)
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertIn("lines         8  equal         6  share  75.0000 %", done.stdout)
        with open(listed, encoding="utf-8") as file:
            lines = file.read().splitlines()
        self.assertEqual([line.split()[1] for line in lines[1:]], ["numbers.txt:1", "numbers.txt:5"])

    def test_wrong_totals_are_found(self):
        path = self.fixture("renames")
        self.assertEqual(self.run_script("compare_numstat", path).returncode, 0)
        done = self.run_script("compare_numstat", path, wrong=3)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn("DIFFERENT by +3", done.stdout)

    def test_counts_are_those_of_the_plain_numstat(self):
        for name, options, total in (("churn", ["-M"], (201, 126)), ("churn", ["--no-renames"], (211, 136))):
            path = os.path.join(self.folder, name)
            repository = surroundings.Repository(path if os.path.exists(path) else self.fixture(name))
            counts = compare_numstat.git_counts(repository, "HEAD", options)
            self.assertEqual(tuple(sum(pair[side] for pair in counts.values()) for side in (0, 1)), total)

    def test_no_repository_is_one_line_and_status_2(self):
        done = self.run_script("compare_blame", self.folder)
        self.assertEqual((done.returncode, done.stderr.count("\n")), (2, 1), done.stderr)

    def test_a_share_is_cut_off_so_that_only_all_is_all(self):
        self.assertEqual(surroundings.share(999_999, 1_000_000), "99.9999")
        self.assertEqual(surroundings.share(9_999_999, 10_000_000), "99.9999")
        self.assertEqual(surroundings.share(7, 7), "100.0000")
        self.assertEqual(surroundings.share(0, 0), "-")

    def test_revisions_begin_with_the_last_and_spread(self):
        self.assertEqual(compare_blame.spread(list(range(10)), 3), [0, 3, 6])
        self.assertEqual(compare_blame.spread([1, 2], 5), [1, 2])


if __name__ == "__main__":
    if sys.argv[1:2] == ["stand-in"]:
        sys.stdout.reconfigure(encoding="utf-8", errors="surrogateescape", newline="")
        stand_in(sys.argv[2:])
    else:
        unittest.main()
