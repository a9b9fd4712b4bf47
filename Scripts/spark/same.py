#!/usr/bin/env python3
"""Proves that a cluster and a batch say the same: same.py RESULTS FOLDER

RESULTS is what `tieout_spark.py run` wrote, FOLDER what `tieout batch` wrote of the same documents.
"""

import pathlib
import sys

import pyarrow.parquet

results, folder = sys.argv[1], pathlib.Path(sys.argv[2])
table = pyarrow.parquet.read_table(results)
names = table.column("name").to_pylist()
if len(set(names)) != len(names):
    sys.exit("✘ a document stands twice in the results")
different, usable = [], set()
for name, submission in zip(names, table.column("submission").to_pylist()):
    if submission is None:
        continue
    stem = name.rsplit(".", 1)[0]
    usable.add(stem)
    file = folder / stem / "submission.json"
    if not file.exists() or file.read_bytes() != submission.encode() + b"\n":
        different.append(name)
lost = {path.parent.name for path in folder.glob("*/submission.json")} - usable
if different or lost:
    sys.exit(f"✘ {len(different)} differ: {different[:5]}; {len(lost)} are missing: {sorted(lost)[:5]}")
print(f"{len(usable)} of {len(names)} documents, the same bytes; the others unusable on both sides")
