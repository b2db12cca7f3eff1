#!/usr/bin/env python3
"""check_pipeline.py --bin DIR ARTICLE...: for every article, the filters in a pipe print the same bytes
as `cotejo verify --format jsonl`, against the sample corpus and without one; so does a pipe of bare
records; and running any filter again changes nothing."""
import argparse
import os
import subprocess
import sys
import tempfile

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CHAIN = ["read", "quotes", "attribution", "quantities", "claims"]
FAULTS = []


def run(command, data=b""):
    process = subprocess.run(command, input=data, capture_output=True, check=False)
    if process.returncode not in (0, 1):
        FAULTS.append(f"{' '.join(command)}: status {process.returncode}: {process.stderr.decode()}")
    return process.stdout


def same(what, left, right):
    if left == right and left:
        return
    at = next((i for i, pair in enumerate(zip(left, right)) if pair[0] != pair[1]),
              min(len(left), len(right)))
    FAULTS.append(f"{what}: differs at byte {at}: …{left[at - 60:at + 60]!r} and …{right[at - 60:at + 60]!r}")


def check(arguments, articles, reference):
    tool = lambda name: os.path.join(arguments.bin, name)
    whole = run([tool("cotejo"), "verify", "--format", "jsonl", "--fail-on", "never", *reference, *articles])
    data = run([tool("cotejo-read"), *articles])
    bare = data
    for stage in CHAIN[1:]:
        data = run([tool("cotejo-" + stage)], data)
        same(f"{stage} run twice", data, run([tool("cotejo-" + stage)], data))
    final = [tool("cotejo-check"), "--fail-on", "never", *reference]
    data = run(final, data)
    same("the pipe and verify", data, whole)
    same("check run twice", data, run(final, data))
    same("check of records without layers", data, run(final, bare))
    same("several jobs", whole, run([tool("cotejo"), "verify", "-j", "3", "--format", "jsonl",
                                     "--fail-on", "never", *reference, *articles]))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    parser.add_argument("article", nargs="+")
    arguments = parser.parse_args()
    arguments.bin = os.path.abspath(arguments.bin)
    check(arguments, arguments.article, [])
    entries = os.path.join(SOURCE, "corpora", "peninsula")
    with tempfile.TemporaryDirectory() as folder:
        corpus = os.path.join(folder, "corpus")
        files = [os.path.join(entries, name) for name in sorted(os.listdir(entries))
                 if name.endswith((".jsonl", ".csv", ".tsv"))]
        if files:
            run([os.path.join(arguments.bin, "cotejo-corpus"), "build", corpus, *files])
            check(arguments, arguments.article, ["--corpus", corpus])
    print("\n".join(FAULTS) or f"{len(arguments.article)} articles")
    sys.exit(1 if FAULTS else 0)


if __name__ == "__main__":
    main()
