"""Measures inferred links against known ones, for every rule. Run through Scripts/measure-accuracy."""

import argparse
import collections
import csv
import io
import json
import os
import random
import subprocess
import tempfile

from surroundings import Failure, andon, end, environment

RULES = ["b", "ag", "ma", "l", "r", "andon"]
# What a declaration must be worth to be an answer, where no file gives answers.
SURE = 0.85
# Where the confidence of links is cut for the table of calibration.
EDGES = [0, 0.4, 0.5, 0.6, 0.7, 0.8, 1.01]


def arguments():
    parser = argparse.ArgumentParser(
        prog="Scripts/measure-accuracy",
        description="Precision, recall and F1 (micro, with 95 % intervals from resampling fixes) of every --szz rule on "
        "fixes whose inducers are known, the calibration of andon's confidence, and the depths of declared chains. "
        "Without a file of answers, what the repositories' own messages declare is the answer; inference never reads it.",
        epilog='A file of answers is a JSON list of {"repo": "OWNER/NAME", "fix": SHA, "inducing": [SHA, ...]}. Every file '
        "makes a table of its own; fixes of repositories that are not named are left out and counted.")
    parser.add_argument("repositories", nargs="+", metavar="OWNER/NAME=PATH")
    parser.add_argument("--truth", action="append", default=[], metavar="FILE", help="answers; repeatable")
    parser.add_argument("--resamples", type=int, default=1000, metavar="N", help="for the intervals (default: 1000)")
    return parser.parse_args()


def answers(path):
    """By (repository, fix) the set of inducers."""
    with open(path, encoding="utf-8") as file:
        rows = json.load(file)
    found = {}
    for row in rows:
        found.setdefault((row["repo"], row["fix"]), set()).update(row["inducing"])
    return found


def links(path, fixes):
    """The rows of `andon links`."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as listed:
        listed.write("\n".join(sorted(fixes)) + "\n")
        listed.flush()
        run = subprocess.run(
            [andon(), "links", listed.name, "--repository", path], capture_output=True, text=True, env=environment())
    if run.returncode != 0:
        raise Failure(f"andon links on {path}: {run.stderr.strip().splitlines()[-1:] or run.returncode}")
    return list(csv.DictReader(io.StringIO(run.stdout)))


def declared(rows):
    found = collections.defaultdict(set)
    for row in rows:
        if row["rule"] not in RULES and float(row["confidence"]) >= SURE:
            found[row["fix"]].add(row["inducing"])
    return found


def f1(right, found, known):
    return 2 * right / (found + known) if found + known else 0.0


class Score:
    """Of one rule on one set of answers."""

    def __init__(self, truth, predicted, resamples):
        counts = [(len(truth[key] & predicted.get(key, set())), len(predicted.get(key, ())), len(truth[key]))
                  for key in sorted(truth)]
        right, found, known = (sum(column) for column in zip(*counts))
        self.precision = right / found if found else 0.0
        self.recall = right / known if known else 0.0
        self.f1 = f1(right, found, known)
        chance = random.Random(1)
        drawn = sorted(
            f1(*(sum(column) for column in zip(*chance.choices(counts, k=len(counts))))) for _ in range(resamples))
        self.low, self.high = drawn[int(0.025 * resamples)], drawn[max(0, int(0.975 * resamples) - 1)]


def shown(value):
    return f"{value:.3f}".lstrip("0") if value < 1 else "1"


def print_scores(name, truth, predictions, resamples):
    pairs = sum(map(len, truth.values()))
    print(f"\n{name}: {len(truth)} fixes of {len({repo for repo, _ in truth})} repositories, {pairs} pairs\n")
    print("| `--szz` | P | R | F1 | 95 % of F1 |\n|---|---|---|---|---|")
    for rule in RULES:
        score = Score(truth, {key: set(links) for key, links in predictions[rule].items()}, resamples)
        print(f"| `{rule}` | {shown(score.precision)} | {shown(score.recall)} | {shown(score.f1)} "
              f"| {shown(score.low)} – {shown(score.high)} |")


def print_calibration(truth, predictions):
    print("\n| confidence | links | said | right |\n|---|---|---|---|")
    judged = [(confidence, inducer in truth[key]) for key, links in predictions["andon"].items() if key in truth
              for inducer, confidence in links.items()]
    for low, high in zip(EDGES, EDGES[1:]):
        part = [link for link in judged if low <= link[0] < high]
        if part:
            said, right = (sum(column) / len(part) for column in zip(*part))
            print(f"| {low:.1f} – {min(high, 1):.1f} | {len(part)} | {shown(said)} | {shown(right)} |")


def depths(rows):
    """How many fixes by `Fixes:` trailers stand at which depth: one more than the deepest fix among those they name."""
    named = collections.defaultdict(set)
    for row in rows:
        if row["rule"] == "trailer.fixes":
            named[row["fix"]].add(row["inducing"])
    depth = {}
    for start in named:
        waiting = [start]
        while waiting:
            fix = waiting[-1]
            open_ones = [earlier for earlier in named[fix] if earlier in named and earlier not in depth]
            if open_ones:
                waiting += open_ones
                continue
            depth[fix] = 1 + max((depth.get(earlier, 0) for earlier in named[fix]), default=0)
            waiting.pop()
    return collections.Counter(depth.values())


def main():
    options = arguments()
    paths = {}
    for argument in options.repositories:
        name, equals, path = argument.partition("=")
        if not equals or not os.path.isdir(path):
            raise Failure(f"{argument}: give OWNER/NAME=PATH of a repository")
        paths[name] = path
    truths = {os.path.basename(path): answers(path) for path in options.truth}
    own = {}
    predictions = {rule: collections.defaultdict(dict) for rule in RULES}
    chains = {}
    for name, path in paths.items():
        fixes = {fix for truth in truths.values() for repo, fix in truth if repo == name}
        if not truths:
            found = declared(links(path, []))
            own.update({(name, fix): inducers for fix, inducers in found.items()})
            fixes = set(found)
        rows = links(path, fixes)
        for row in rows:
            if row["rule"] in predictions:
                predictions[row["rule"]][name, row["fix"]][row["inducing"]] = float(row["confidence"])
        chains[name] = depths(rows)
    for title, truth in (truths or {"what messages declare": own}).items():
        judged = {key: inducers for key, inducers in truth.items() if key[0] in paths}
        if not judged:
            raise Failure(f"{title}: no fix of the named repositories has an answer")
        print_scores(title, judged, predictions, options.resamples)
        if len(judged) < len(truth):
            print(f"\n{len(truth) - len(judged)} fixes of other repositories left out.")
        print_calibration(judged, predictions)
    for name, counted in chains.items():
        if len(counted) > 1:
            levels = ", ".join(f"{depth}: {counted[depth]:,}" for depth in sorted(counted))
            print(f"\nDepths of declared chains in {name}, {sum(counted.values()):,} fixes: {levels}")


if __name__ == "__main__":
    end(main)
