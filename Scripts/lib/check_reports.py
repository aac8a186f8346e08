"""Validates one report: CSV files against datapackage.json, summary.json against its schema, answers of gates and metrics.

    check_reports.py REPORT SUMMARY-SCHEMA.json COMMITS-SCHEMA.json
    check_reports.py COMBINED

Metrics are looked for beside the report, in REPORT.prom. Of what several reports have together, only CSV files and metrics are looked at.
Prints what is wrong and exits with 1; needs the packages
frictionless, jsonschema, sarif-pydantic, junitparser and prometheus_client.
"""

import json
import os
import sys


def package_errors(folder):
    """What frictionless finds, one line each."""
    from frictionless import Package, system

    # Reports are read where they are, by relative paths.
    with system.use_context(trusted=True):
        report = Package(os.path.join(folder, "datapackage.json")).validate()
    for error in report.errors:
        yield f"datapackage.json: {error.message}"
    for task in report.tasks:
        for error in task.errors:
            yield f"{task.place}: {error.message}"


def summary_errors(folder, schema_path):
    """What jsonschema finds, one line each."""
    import jsonschema

    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    with open(os.path.join(folder, "summary.json"), encoding="utf-8") as file:
        summary = json.load(file)
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    for error in validator(schema).iter_errors(summary):
        yield f"summary.json: {error.json_path}: {error.message}"


def commit_errors(folder, schema_path):
    """What jsonschema finds in the lines of commits.ndjson, and lines too many or too few, one line each."""
    import csv

    import jsonschema

    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    with open(os.path.join(folder, "commits.ndjson"), encoding="utf-8", newline="") as file:
        lines = file.read().split("\n")
    with open(os.path.join(folder, "commits.csv"), encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    if [json.loads(line)["sha"] for line in lines[:-1]] != [row["sha"] for row in rows] or lines[-1]:
        yield "commits.ndjson: not the commits of commits.csv, one a line"
    for number, line in enumerate(lines[:-1], 1):
        for error in validator(schema).iter_errors(json.loads(line)):
            yield f"commits.ndjson: line {number}: {error.json_path}: {error.message}"


def sarif_errors(folder):
    """What sarif-pydantic finds in findings.sarif, and findings whose rule is another's, one line each."""
    import pydantic
    from sarif_pydantic import Sarif

    with open(os.path.join(folder, "findings.sarif"), encoding="utf-8") as file:
        text = file.read()
    try:
        log = Sarif.model_validate_json(text)
    except pydantic.ValidationError as error:
        yield from (f"findings.sarif: {each['loc']}: {each['msg']}" for each in error.errors())
        return
    for run in log.runs:
        rules = [rule.id for rule in run.tool.driver.rules]
        for result in run.results or []:
            if rules[result.rule_index] != result.rule_id:
                yield f"findings.sarif: {result.rule_id} is not rule {result.rule_index}"


def junit_errors(folder):
    """Whether junitparser reads gates.junit.xml, and finds the gates of summary.json with their answers."""
    import junitparser

    with open(os.path.join(folder, "summary.json"), encoding="utf-8") as file:
        gates = json.load(file)["gates"]["results"]
    kinds = {"fail": junitparser.Failure, "insufficient": (junitparser.Skipped, junitparser.Error)}
    suites = list(junitparser.JUnitXml.fromfile(os.path.join(folder, "gates.junit.xml")))
    cases = {case.name: case for suite in suites for case in suite}
    if sum(suite.tests for suite in suites) != len(gates) or len(cases) != len(gates):
        yield f"gates.junit.xml: {len(cases)} cases for {len(gates)} gates"
    for gate in gates:
        result = cases[gate["gate"]].result
        right = isinstance(result[0], kinds[gate["status"]]) if result else gate["status"] == "pass"
        if not right:
            yield f"gates.junit.xml: {gate['gate']} is {gate['status']}, its case says {result}"


def metrics_errors(path):
    """Whether Prometheus' own client reads the metrics, one line for what is wrong."""
    from prometheus_client.parser import text_string_to_metric_families

    with open(path, encoding="utf-8") as file:
        text = file.read()
    try:
        families = list(text_string_to_metric_families(text))
    except ValueError as error:
        yield f"{os.path.basename(path)}: {error}"
        return
    samples = sum(len(family.samples) for family in families)
    lines = sum(1 for line in text.splitlines() if not line.startswith("#"))
    if samples != lines or samples == 0:
        yield f"{os.path.basename(path)}: {samples} samples in {lines} lines"
    for family in families:
        if family.type != "gauge" or not family.documentation:
            yield f"{os.path.basename(path)}: {family.name} has no type or no help"


def single_errors(folder, schema, commits):
    """What is wrong with the files that one repository's report has besides tables."""
    return [
        *summary_errors(folder, schema),
        *commit_errors(folder, commits),
        *sarif_errors(folder),
        *junit_errors(folder),
    ]


def main(arguments):
    folder, *schemas = arguments
    errors = [*package_errors(folder), *metrics_errors(folder + ".prom")]
    if schemas:
        errors += single_errors(folder, *schemas)
    for error in errors:
        print(error, file=sys.stderr)
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
