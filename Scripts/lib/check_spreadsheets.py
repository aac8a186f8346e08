"""Opens the CSV files of a report in LibreOffice and looks at what became of their cells.

    check_spreadsheets.py REPORT

Dates must be dates, numbers numbers, truths truths; no cell may hold a formula, and text that looks like one must be text. Formulas are
evaluated while the files are opened, which a file of its own proves: a reader that evaluates none would see none. Prints what is wrong
and exits with 1. Needs soffice (apt: libreoffice-calc).
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"

# Comma, quotation mark, UTF-8, from line 1, no column formats, English; quoted cells are not forced to be text, special numbers are
# detected, all sheets, formulas evaluated: what a user can choose that is worst.
IMPORT = "CSV:44,34,76,1,,1033,false,true,false,false,false,-1,true"
KINDS = {"datetime": "date", "integer": "float", "number": "float", "boolean": "boolean"}


def opened(files, folder):
    """The rows of each file as LibreOffice has them: cells as (kind, text, whether it is a formula)."""
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", f"--infilter={IMPORT}"]
    command += ["--convert-to", "fods", "--outdir", folder, *files]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=600, check=False)
    for file in files:
        name = os.path.basename(file).removesuffix(".csv")
        path = os.path.join(folder, name + ".fods")
        if not os.path.exists(path):
            sys.exit(f"LibreOffice opened no {file}: {done.stdout}{done.stderr}")
        yield name, list(rows(path))


def rows(path):
    """The rows of a flat spreadsheet."""
    for row in ElementTree.parse(path).iter(TABLE + "table-row"):
        cells = []
        for cell in row:
            text = "\n".join("".join(part.itertext()) for part in cell.iter(TEXT + "p"))
            found = (cell.get(OFFICE + "value-type"), text, cell.get(TABLE + "formula") is not None)
            times = int(cell.get(TABLE + "number-columns-repeated", "1"))
            cells += [found] * (times if found[0] else min(times, 1000))
        yield cells


def errors(name, ours, theirs, types):
    """What differs, one line each: `ours` are the cells of the file, `theirs` those of LibreOffice."""
    if len(theirs) < len(ours):
        yield f"{name}.csv: {len(ours)} rows, of which LibreOffice has {len(theirs)}"
    for number, (own, seen) in enumerate(zip(ours, theirs), 1):
        for column, (value, field) in enumerate(zip(own, types)):
            kind, text, is_formula = seen[column] if column < len(seen) else (None, "", False)
            place = f"{name}.csv: row {number}, column {field['name']}: {value[:60]!r}"
            if is_formula:
                yield f"{place} is a formula"
            elif value and number > 1 and field["type"] in KINDS and kind != KINDS[field["type"]]:
                yield f"{place} is {kind}, not {KINDS[field['type']]}"
            elif value.startswith("'") and (kind != "string" or not text.startswith("'")):
                yield f"{place} is {kind} {text[:60]!r}, not the text that it was"


def main(arguments):
    (report,) = arguments
    with open(os.path.join(report, "datapackage.json"), encoding="utf-8") as file:
        types = {each["name"]: each["schema"]["fields"] for each in json.load(file)["resources"]}
    found = []
    with tempfile.TemporaryDirectory() as folder:
        proof = os.path.join(folder, "proof.csv")
        with open(proof, "w", encoding="utf-8") as file:
            file.write("text\r\n=1+1\r\n")
        files = [os.path.join(report, name + ".csv") for name in sorted(types)]
        for name, theirs in opened([proof, *files], folder):
            if name == "proof":
                if not any(is_formula for row in theirs for _, _, is_formula in row):
                    found.append("LibreOffice evaluated no formula at all, so that this check sees nothing")
                continue
            with open(os.path.join(report, name + ".csv"), encoding="utf-8-sig", newline="") as file:
                ours = list(csv.reader(file))
            found += errors(name, ours, theirs, types[name])
    for error in found[:50]:
        print(error, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
