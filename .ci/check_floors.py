#!/usr/bin/env python3
"""check_floors.py [--self-test]: no include of lib/cotejo goes up or sideways.

A folder may include itself and the folders in its row, nothing else; outside libraries are used in
.cpp files only, and only in the folders that own them. A folder without a row is an error."""
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

# Folder: the folders it may include (docs: ARCHITECTURE, section 3), lowest first.
FLOORS = {
    "base": [],
    "text": ["base"],
    "model": ["base"],
    "rules": ["base", "text", "model"],  # model: Analysis takes the paragraphs of a record
    "corpus": ["base", "text", "model"],
    "io": ["base", "model"],
    "numbers": ["base", "text", "model", "rules"],
    "read": ["base", "text", "model", "rules", "io", "numbers"],
    "quotes": ["base", "text", "model", "rules", "io", "numbers"],
    "attribution": ["base", "text", "model", "rules", "io", "numbers"],
    "quantities": ["base", "text", "model", "rules", "io", "numbers"],
    "claims": ["base", "text", "model", "rules", "io", "numbers"],
    "check": ["base", "text", "model", "rules", "io", "numbers", "corpus"],
    "report": ["base", "text", "model", "rules", "io", "numbers"],
}

# Outside header: the folders that may use it, in .cpp files.
OUTSIDE = {
    "unicode/": ["text", "rules"],
    "boost/regex": ["rules"],
    "toml++/": ["rules"],
    "simdjson": ["io", "read"],  # read: JSON-LD of a page
    "libxml/": ["read"],
    "kainjow/": ["report"],
    "mustache": ["report"],
    "xapian": ["corpus"],
    "sha2.h": ["base"],
}

# Private headers that show an outside library to the .cpp files of their own folder.
PRIVATE = ["io/detail/json_node.hpp"]

# Of the system, for what the standard library lacks.
SYSTEM = re.compile(r"sys/|fcntl\.h|unistd\.h|poll\.h")
SYSTEM_FOLDERS = ["base", "corpus"]

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def fault_of(folder, file_name, opened, target):
    """what is wrong with one include, or nothing"""
    if opened == '"':
        return f'"{target}": includes of lib/ are written with < >'
    if target.startswith("cotejo/"):
        other = target.split("/")[1]
        if other == folder or other in FLOORS[folder]:
            return None
        if other not in FLOORS:
            return f"<{target}>: no such folder"
        return f"<{target}>: {folder} may not see {other}"
    for prefix, owners in OUTSIDE.items():
        if not target.startswith(prefix):
            continue
        if folder not in owners:
            return f"<{target}>: an outside library of {', '.join(owners)}, not of {folder}"
        if not file_name.endswith(".cpp") and f"{folder}/{file_name}" not in PRIVATE:
            return f"<{target}>: outside libraries are used in .cpp files only"
        return None
    if SYSTEM.match(target) and folder not in SYSTEM_FOLDERS:
        return f"<{target}>: the system is used in {', '.join(SYSTEM_FOLDERS)} only"
    if target.startswith("boost/"):
        return f"<{target}>: no folder owns this"
    return None


def faults_below(lib):
    found = []
    for folder in sorted(os.listdir(lib)):
        path = os.path.join(lib, folder)
        if not os.path.isdir(path):
            continue
        if folder not in FLOORS:
            found.append(f"{os.path.relpath(path, ROOT)}: a folder without a floor: add its row")
            continue
        for where, _, names in os.walk(path):
            for name in sorted(names):
                if not name.endswith((".hpp", ".cpp")):
                    continue
                full = os.path.join(where, name)
                with open(full, encoding="utf-8") as file:
                    for number, line in enumerate(file, 1):
                        match = INCLUDE.match(line)
                        inner = os.path.relpath(full, path)
                        fault = match and fault_of(folder, inner, match[1], match[2])
                        if fault:
                            found.append(f"{os.path.relpath(full, ROOT)}:{number}: {fault}")
    return found


def self_test():
    cases = [
        ("quotes", "a.cpp", "<", "cotejo/check/align.hpp", "quotes may not see check"),
        ("base", "a.hpp", "<", "cotejo/text/utf8.hpp", "base may not see text"),
        ("check", "a.cpp", "<", "cotejo/corpus/corpus.hpp", None),
        ("report", "a.cpp", "<", "cotejo/corpus/corpus.hpp", "report may not see corpus"),
        ("text", "a.hpp", "<", "unicode/uchar.h", ".cpp files only"),
        ("text", "a.cpp", "<", "unicode/uchar.h", None),
        ("quotes", "a.cpp", "<", "unicode/uchar.h", "not of quotes"),
        ("quotes", "a.cpp", '"', "find_quotes.hpp", "written with < >"),
        ("model", "a.hpp", "<", "vector", None),
        ("model", "a.hpp", "<", "cotejo/nowhere/a.hpp", "no such folder"),
        ("io", "detail/json_node.hpp", "<", "simdjson.h", None),
        ("io", "laws.hpp", "<", "simdjson.h", ".cpp files only"),
    ]
    bad = []
    for folder, name, opened, target, wanted in cases:
        got = fault_of(folder, name, opened, target)
        if (got is None) != (wanted is None) or (wanted and wanted not in got):
            bad.append(f"{folder}/{name} {target}: {got}, wanted {wanted}")
    return bad


def main():
    found = self_test() if "--self-test" in sys.argv[1:] else faults_below(os.path.join(ROOT, "lib", "cotejo"))
    print("\n".join(found), end="\n" if found else "")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
