#!/usr/bin/env python3
"""check_schema.py [--only-valid] SCHEMA PROGRAM [ARGUMENT...]: every line the program prints keeps the schema, every
member it prints is named there, every named member and listed value is printed at least once, and
every record with a required member taken out or a listed value spoilt breaks the schema. With --only-valid,
that is all: every line keeps the schema and names no member that is not there."""
import copy
import json
import subprocess
import sys

import jsonschema


def resolve(schema, node):
    while "$ref" in node:
        node = schema["$defs"][node["$ref"].rsplit("/", 1)[1]]
    return node


def choices(schema, node):
    """The subschemas that a value may be judged by, without the alternative `null`."""
    node = resolve(schema, node)
    return [resolve(schema, n) for n in node["anyOf"]] if "anyOf" in node else [node]


def walk(schema, node, value, path, visit):
    for rule in choices(schema, node):
        if isinstance(value, dict) and "properties" in rule:
            visit(rule, value, path)
            for key, item in value.items():
                if key in rule["properties"]:
                    walk(schema, rule["properties"][key], item, path + (key,), visit)
        elif isinstance(value, list) and "items" in rule:
            for place, item in enumerate(value):
                walk(schema, rule["items"], item, path + (place,), visit)
        elif "enum" in rule:
            visit(rule, value, path)


def place_of(path):
    return ".".join(str(step) for step in path if not isinstance(step, int))


def spoil(record, path, change):
    spoilt = copy.deepcopy(record)
    holder = spoilt
    for step in path[:-1]:
        holder = holder[step]
    change(holder, path[-1])
    return spoilt


def finish(faults, records):
    print("\n".join(faults) or f"{len(records)} records keep the schema")
    sys.exit(1 if faults or not records else 0)


def main():
    only_valid = sys.argv[1] == "--only-valid"
    if only_valid:
        del sys.argv[1]
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    output = subprocess.run(sys.argv[2:], check=True, stdout=subprocess.PIPE).stdout
    records = [json.loads(line) for line in output.decode("utf-8").splitlines()]
    printed, listed, faults = set(), {}, []

    for number, record in enumerate(records, 1):
        for error in validator.iter_errors(record):
            faults.append(f"line {number}: {place_of(error.path)}: {error.message}")

        def visit(rule, value, path):
            if "enum" in rule:
                listed.setdefault(place_of(path), [set(rule["enum"]), set()])[1].add(value)
                return
            for key in value:
                printed.add(place_of(path + (key,)))
                if key not in rule["properties"]:
                    faults.append(f"line {number}: {place_of(path + (key,))}: not in the schema")

        walk(schema, schema, record, (), visit)

    def named(node, path, out):
        for rule in choices(schema, node):
            for key, item in rule.get("properties", {}).items():
                out.add(place_of(path + (key,)))
                named(item, path + (key,), out)
            if "items" in rule:
                named(rule["items"], path, out)
        return out

    if only_valid:
        finish(faults, records)

    never = named(schema, (), set()) - printed - {"positions"}
    faults += [f"{name}: never printed" for name in sorted(never)]
    for name, (wanted, seen) in sorted(listed.items()):
        faults += [f"{name}: {value}: never printed" for value in sorted(wanted - seen)]

    full = records[0]

    def spoil_all(rule, value, path):
        if "enum" in rule:
            bad = spoil(full, path, lambda holder, key: holder.__setitem__(key, "no such value"))
            if validator.is_valid(bad):
                faults.append(f"{place_of(path)}: a value that is not listed passes")
            return
        for key in rule.get("required", []):
            bad = spoil(full, path + (key,), lambda holder, name: holder.pop(name))
            if validator.is_valid(bad):
                faults.append(f"{place_of(path + (key,))}: may be left out")

    walk(schema, schema, full, (), spoil_all)
    finish(faults, records)


if __name__ == "__main__":
    main()
