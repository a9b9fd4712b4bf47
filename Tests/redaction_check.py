#!/usr/bin/env python3
"""Check that nothing that was to be masked is left in any file of a folder.

    redaction_check.py PLAIN.json TRUTH.json FOLDER…

PLAIN.json is a submission.json that was written without --redact, TRUTH.json says what the papers
really hold, so that a field that no profile calls a person's is noticed, too. The persons and telephone
numbers of both are looked for in every file, as bytes, in what JSON, XML and HTML escapes stand for, and
inside workbooks. Exit 1 if one is found, or if there was nothing to look for.
"""
import html
import json
import pathlib
import re
import sys
import zipfile

SEPARATORS = "、，,;；/：:"


def secrets(submission):
    types = {name: each["type"] for name, each in submission["types"].items()}
    found = set()

    def take(prefix, fields):
        for name, field in fields.items():
            kind = types.get(f"{prefix}.{name}")
            if kind in ("person", "phone"):
                for text in (field["value"], field.get("printed", "")):
                    found.update(parts(text, kind))

    for record in submission["summary"]["rows"]:
        take("summary", record["fields"])
    for record in submission["details"]:
        take("details", record["fields"])
        for name, items in record.get("groups", {}).items():
            for item in items:
                take(f"details.{name}", {key: each for key, each in item.items() if key != "at"})
    if "letter" in submission:
        take("letter", submission["letter"]["fields"])
    return found


# What the forms of truth files call people and their telephones.
TRUE = {"person": ("head", "finance_head", "leader", "lead", "contact"),
        "phone": ("head_phone", "finance_phone", "phone")}


def true_secrets(truth):
    return {part for form in truth["forms"] for kind, names in TRUE.items() for name in names
            for part in parts(form.get(name) or "", kind)}


def parts(text, kind):
    for piece in re.split(f"[{SEPARATORS}]", text):
        if kind == "phone":
            yield from (run for run in re.findall(r"\d[\d -]*\d", piece) if len(re.sub(r"\D", "", run)) > 6)
        else:
            piece = re.sub(r"[（(].*", "", re.sub(r"\d+", "", piece)).strip()
            if len(piece) > 1:
                yield piece


def texts(path):
    """What a file says, as it is written and with its escapes read."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            contents = [archive.read(name) for name in archive.namelist()]
    else:
        contents = [path.read_bytes()]
    for content in contents:
        text = content.decode("utf-8", "replace")
        yield text
        yield html.unescape(text)
        yield re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), text)


def main(plain, truth, folders):
    with open(plain, encoding="utf-8") as file:
        hidden = secrets(json.load(file))
    with open(truth, encoding="utf-8") as file:
        known = true_secrets(json.load(file))
    if not hidden or not known:
        print("nothing was to be masked")
        return 1
    files = 0
    for folder in folders:
        for path in sorted(pathlib.Path(folder).rglob("*")):
            if not path.is_file():
                continue
            files += 1
            for text in texts(path):
                for secret in hidden | known:
                    if re.search(bounded(secret), text):
                        print(f"{path}: {len(secret)} characters that were to be masked")
                        return 1
    print(f"{len(hidden | known)} values are in none of {files} files")
    return 0


def bounded(secret):
    """A number or a Latin word that is part of a longer one is something else."""
    before = r"(?<![0-9A-Za-z])" if secret[0].isascii() else ""
    after = r"(?![0-9A-Za-z])" if secret[-1].isascii() else ""
    return before + re.escape(secret) + after


if __name__ == "__main__":
    if len(sys.argv) < 4:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    sys.exit(main(sys.argv[1], sys.argv[2], sys.argv[3:]))
