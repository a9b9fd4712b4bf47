#!/usr/bin/env python3
"""Check workpapers against the submission.json beside them.

    workpaper_check.py [--recalculate] FOLDER…

Opens FOLDER/workpaper.xlsx with PyPI's openpyxl: counts, sums and differences are those of the JSON,
no text is a formula, every link leads to a row that is there, every number has room in its column, and
what is rounding is not called a difference. With --recalculate LibreOffice forgets what the formulas
gave and computes them anew, says of a changed amount that it must be judged anew, and prints the book
without a `###`. Prints one line a folder; exit 1 if one does not hold.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import openpyxl

FORMULAS = ("IF(", "ROUND(", "SUM(", "COUNTIF(", "COUNTIFS(", "'")


def check(folder, recalculates):
    with open(folder / "submission.json", encoding="utf-8") as file:
        submission = json.load(file)
    path = folder / "workpaper.xlsx"
    written = openpyxl.load_workbook(path, data_only=True)
    formulas = openpyxl.load_workbook(path)
    cover, ties, findings, details, items, repairs, ledger = written.worksheets
    assert findings.max_row - 1 == len(submission["findings"]), "the number of findings"
    assert details.max_row - 1 == len(submission["details"]), "the number of forms"
    assert repairs.max_row - 1 == len(submission["repairs"]), "the number of repairs"
    links = {link["summary"] for link in submission["links"]}
    linked = {link["detail"] for link in submission["links"]}
    alone = sum(detail["id"] not in linked for detail in submission["details"])
    rows = len(submission["summary"]["rows"])
    assert ties.max_row == 1 + rows + alone + 3, "the rows of the tie-out"
    marks = [ties.cell(row, 9).value for row in range(2, 2 + rows + alone)]
    assert sum(mark != "○" for mark in marks) <= len(links), "marks without a pair"
    check_marks(submission, ties, rows)
    check_widths(written)
    check_entries(formulas)
    counts = ledger_counts(ledger)
    for name, count in zip(("values", "labels", "boilerplate", "markup", "unplaced"), counts):
        assert count == submission["ledger"][name], f"the ledger: {name}"
    assert ledger.cell(7, 2).value == submission["ledger"]["scalars"], "the ledger's sum"
    check_cells(formulas)
    check_links(formulas)
    if recalculates:
        compare(path, written)
        check_print(path)
    return f"{len(marks)} pairs, {findings.max_row - 1} findings"


def check_marks(submission, sheet, rows):
    """A pair's mark is the verdict of the check that compared it."""
    signs = {"rounded": "≈", "coarse": "◇", "open": "?", "broken": "✗"}
    pairs = {}
    forms = {link["summary"]: link["detail"] for link in submission["links"]}
    for finding in submission["findings"]:
        if finding["check"] in ("AG01", "UN01"):
            for record in finding["records"]:
                pairs.setdefault(record, signs.get(finding["verdict"]))
    for row in range(2, 2 + rows):
        record = submission["summary"]["rows"][row - 2]["id"]
        mark, difference = sheet.cell(row, 9).value, sheet.cell(row, 8).value
        if difference in (None, "", 0):
            assert mark == ("✓" if difference == 0 else "○"), f"{record}: {mark}"
        else:
            wanted = pairs.get(record) or pairs.get(forms.get(record)) or "≈"
            assert mark == wanted, f"{record}: {mark}, not {wanted}"


def shown(value, number_format):
    """A number as its format shows it."""
    places = number_format.split(";")[0].rpartition(".")[2] if "." in number_format else ""
    decimals = sum(sign == "0" for sign in places)
    if "%" in number_format:
        return f"{value:.{decimals}%}"
    return f"{value:,.{decimals}f}"


def check_widths(book):
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool):
                    text = shown(cell.value, cell.number_format)
                    width = sheet.column_dimensions[cell.column_letter].width
                    assert len(text) + 1 <= width, f"{sheet.title}!{cell.coordinate}: {text} in {width}"


def check_entries(book):
    """Cells for amounts and days take nothing else, and keep what is typed as a number."""
    name = book.defined_names["materiality"].attr_text
    title, place = name.replace("$", "").rsplit("!", 1)
    cover = book[title.strip("'")]
    assert cover[place].number_format != "@", "the materiality would be text"
    kinds = {str(rule.sqref): rule.type for rule in cover.data_validations.dataValidation}
    assert kinds.get(place) == "decimal", f"the materiality takes {kinds}"
    assert "date" in kinds.values(), f"no cell of the cover takes a day: {kinds}"


def office(folder, target, path):
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile"]
    command += ["--convert-to", target, "--outdir", f"{folder}/out", str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return f"{folder}/out/{pathlib.Path(path).stem}.{target.split(':')[0]}"


def check_print(path):
    """On paper no number is `###`, and a changed amount asks for a new judgement."""
    with tempfile.TemporaryDirectory() as folder:
        if shutil.which("pdftotext"):
            pdf = office(folder, "pdf", path)
            text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, check=True).stdout
            assert b"###" not in text, "a number is printed as ###"
        book = openpyxl.load_workbook(path)
        cover, ties = book.worksheets[:2]
        cell = next((cell for cell in ties["E"][1:-3] if isinstance(cell.value, (int, float))), None)
        judged = [cell.coordinate for cell in cover["D"] if str(cell.value).startswith("=IF(")]
        if cell is None or not judged:
            return
        cell.value += 1234
        book.save(f"{folder}/changed.xlsx")
        computed = openpyxl.load_workbook(
            office(folder, "xlsx:Calc MS Excel 2007 XML", f"{folder}/changed.xlsx"), data_only=True)
        said = computed.worksheets[0][judged[0]].value
        assert "judge anew" in said or "重新判断" in said, f"the cover still says {said}"


def ledger_counts(sheet):
    return [sheet.cell(row, 2).value for row in range(2, 7)]


def check_cells(book):
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    text = str(cell.value)[1:]
                    assert text.startswith(FORMULAS), f"{sheet.title}!{cell.coordinate}: {text}"


def check_links(book):
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.hyperlink is None:
                    continue
                name, place = cell.hyperlink.location.rsplit("!", 1)
                target = book[name.strip("'")]
                number = int(place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
                assert number <= target.max_row, f"{sheet.title}!{cell.coordinate} leads nowhere"
                assert target.cell(number, 1).value or number > 1, f"{place} is empty"


def compare(path, written):
    """What formulas give is what they gave, once an office program has computed them anew."""
    with tempfile.TemporaryDirectory() as folder:
        # Saved by openpyxl the formulas have no results: none can be taken over.
        openpyxl.load_workbook(path).save(f"{folder}/bare.xlsx")
        computed = openpyxl.load_workbook(
            office(folder, "xlsx:Calc MS Excel 2007 XML", f"{folder}/bare.xlsx"), data_only=True)
    for sheet in written.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                other = computed[sheet.title][cell.coordinate].value
                same = (cell.value or "") == (other or "") or (
                    isinstance(cell.value, (int, float))
                    and isinstance(other, (int, float))
                    and abs(cell.value - other) < 1e-9
                )
                assert same or (cell.value in (None, 0, "") and other in (None, 0, "")), (
                    f"{sheet.title}!{cell.coordinate}: {cell.value!r}, recalculated {other!r}"
                )


if __name__ == "__main__":
    arguments = sys.argv[1:]
    recalculates = "--recalculate" in arguments
    folders = [each for each in arguments if each != "--recalculate"]
    failures = 0
    for folder in folders:
        try:
            print(f"{folder}: {check(pathlib.Path(folder), recalculates)}")
        except AssertionError as error:
            print(f"{folder}: {error}")
            failures += 1
    sys.exit(1 if failures or not folders else 0)
