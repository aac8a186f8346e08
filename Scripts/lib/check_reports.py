"""Validates one report: CSV files against datapackage.json, summary.json against its schema.

    check_reports.py REPORT SCHEMA.json

Prints what is wrong and exits with 1; needs the packages frictionless and jsonschema.
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


def main(arguments):
    folder, schema = arguments
    errors = [*package_errors(folder), *summary_errors(folder, schema)]
    for error in errors:
        print(error, file=sys.stderr)
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
