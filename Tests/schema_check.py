#!/usr/bin/env python3
"""Check JSON files against a JSON Schema with PyPI's jsonschema.

    schema_check.py [SCHEMA.schema.json] FILE.json…

The schema is that of submission.json where none is named. Prints one line a file; exit 1 if one of them does not hold, 2 if it cannot be checked.
"""
import json
import pathlib
import sys

CONTRACT = pathlib.Path(__file__).parent.parent / "Sources/Writers/Schemas/tieout.schema.json"


def main(schema_path, paths):
    try:
        from jsonschema import Draft202012Validator
    except ImportError:
        print("schema_check: the package jsonschema is not installed", file=sys.stderr)
        return 2
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    failures = 0
    for path in paths:
        problem = first_problem(validator, path)
        print(f"{path}: {problem or 'valid'}")
        failures += problem is not None
    return 1 if failures else 0


def first_problem(validator, path):
    try:
        with open(path, encoding="utf-8") as file:
            document = json.load(file)
    except (OSError, ValueError) as error:
        return f"not readable as JSON: {error}"
    for error in validator.iter_errors(document):
        place = "".join(f"/{part}" for part in error.absolute_path)
        return f"{place or '/'}: {error.message[:200]}"
    return None


if __name__ == "__main__":
    arguments = sys.argv[1:]
    schema = arguments.pop(0) if arguments and arguments[0].endswith(".schema.json") else CONTRACT
    if not arguments:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    sys.exit(main(schema, arguments))
