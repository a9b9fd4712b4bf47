"""Makes a submission of many forms out of one whose rows and forms are known.

    many_forms.py SOURCE SUBMISSION.json COUNT > MANY.txt

The rows of the summary's last pieces and their forms are repeated, each time under names of their
own; the total is that of all.
"""

import decimal
import json
import pathlib
import sys


def main():
    source_path, submission_path, count = sys.argv[1:]
    source = pathlib.Path(source_path).read_bytes()
    submission = json.loads(pathlib.Path(submission_path).read_text())
    rows, details = submission["summary"]["rows"], submission["details"]
    forms = {link["summary"]: int(link["detail"].split("/")[1]) - 1 for link in submission["links"]}
    # Rows whose columns stand as they were printed: no repair moved their amounts.
    kept = [row for row in rows if row["id"] in forms and "repairs" not in row["fields"]["amount"]]

    def renamed(record, number):
        start, end = record["at"]["bytes"]
        text, name = source[start:end], record["fields"]["project"]["at"]["bytes"]
        return text[: name[1] - start] + f"第{number}批".encode() + text[name[1] - start :]

    first = rows[0]["at"]["bytes"][0]
    start = source.rindex("序号".encode(), 0, first)
    head = source[start : source.index(b"\n", start) + 1]
    table, pages, total = [], [], decimal.Decimal(0)
    for number in range(int(count)):
        row, batch = kept[number % len(kept)], number // len(kept) + 1
        columns = renamed(row, batch).split(b"\t")
        table.append(b"\t".join([str(number + 1).encode(), *columns[1:]]).rstrip(b"\n") + b"\n")
        pages.append(renamed(details[forms[row["id"]]], batch).rstrip() + b"\n\n")
        total += decimal.Decimal(row["fields"]["amount"]["value"])
    output = sys.stdout.buffer
    output.write(source[:start] + head + b"\t".join(["合计".encode(), b"", b"", b"", b"", str(total).encode(), b"\n"]))
    output.writelines(table)
    output.write(b"\n")
    output.writelines(pages)


main()
