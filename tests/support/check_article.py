#!/usr/bin/env python3
"""check_article.py ARTICLE --bin DIR: the records of the whole chain against corpora/peninsula are those
of expected.jsonl beside the article. BLESS=1 rewrites it; read the difference before committing."""
import argparse
import difflib
import json
import os
import re
import subprocess
import sys
import tempfile

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RULE_HASH = re.compile("sha256:[0-9a-f]{64}")


def run(command, **more):
    process = subprocess.run(command, capture_output=True, check=False, **more)
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)}: status {process.returncode}\n{process.stderr.decode()}")
    return process.stdout.decode("utf-8")


def lines_of(text):
    """a line for each item of each layer, so that a difference can be read"""
    lines = []
    for line in text.splitlines():
        for name, value in json.loads(line).items():
            items = value if isinstance(value, list) else [value]
            lines += [f"{name}: {json.dumps(item, ensure_ascii=False)}" for item in items]
    return lines


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("article")
    parser.add_argument("--bin", required=True)
    arguments = parser.parse_args()
    arguments.bin = os.path.abspath(arguments.bin)
    entries = os.path.join(SOURCE, "corpora", "peninsula")
    files = [os.path.join(entries, name) for name in sorted(os.listdir(entries))
             if name.endswith((".jsonl", ".csv", ".tsv"))]
    folder, name = os.path.split(os.path.abspath(arguments.article))
    with tempfile.TemporaryDirectory() as work:
        corpus = os.path.join(work, "corpus")
        run([os.path.join(arguments.bin, "cotejo-corpus"), "build", corpus, *files])
        got = run([os.path.join(arguments.bin, "cotejo"), "verify", "--format", "jsonl", "--fail-on",
                   "never", "--corpus", corpus, name], cwd=folder)
    got = RULE_HASH.sub("sha256:…", got)
    path = os.path.join(folder, "expected.jsonl")
    if os.environ.get("BLESS") == "1":
        with open(path, "w", encoding="utf-8") as file:
            file.write(got)
        return
    with open(path, encoding="utf-8") as file:
        expected = file.read()
    if got != expected:
        print("\n".join(difflib.unified_diff(lines_of(expected), lines_of(got), "expected", "got",
                                             lineterm="", n=0)) or "bytes differ, values do not")
        sys.exit(1)


if __name__ == "__main__":
    main()
