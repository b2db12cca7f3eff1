#!/usr/bin/env python3
"""check_compiled.py --bin DIR ARTICLE...: what the build compiled of the shipped rules is current, and
`cotejo verify` prints the same bytes with it, without it, and with damaged files in its place."""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile

FAULTS = []


def verify(program, articles):
    command = [program, "verify", "--format", "jsonl", "--fail-on", "never", *articles]
    process = subprocess.run(command, capture_output=True, check=False)
    if process.returncode != 0:
        FAULTS.append(f"{' '.join(command)}: status {process.returncode}: {process.stderr.decode()}")
    return process.stdout


def read(path):
    with open(path, "rb") as file:
        return file.read()


def check_current(arguments, share, folder):
    """the same rules compiled again give the files that the build made"""
    again = os.path.join(folder, "again")
    subprocess.run([os.path.join(arguments.bin, "cotejo-rules"), "compile",
                    os.path.join(share, "rules"), again], check=True)
    made = os.path.join(share, "compiled")
    for name in sorted(os.listdir(again)):
        if read(os.path.join(again, name)) != read(os.path.join(made, name)):
            FAULTS.append(f"{made}/{name} is not current: build the target cotejo_compiled_rules")


def check_same(arguments, share, folder):
    """a copy of the program, with the shipped rules beside it and nothing compiled, then damaged"""
    expected = verify(os.path.join(arguments.bin, "cotejo"), arguments.article)
    os.makedirs(os.path.join(folder, "bin"))
    os.makedirs(os.path.join(folder, "share", "cotejo"))
    program = shutil.copy2(os.path.join(arguments.bin, "cotejo"), os.path.join(folder, "bin"))
    os.symlink(os.path.realpath(os.path.join(share, "rules")),
               os.path.join(folder, "share", "cotejo", "rules"))
    if verify(program, arguments.article) != expected or not expected:
        FAULTS.append("without compiled rules verify prints something else")
    damaged = os.path.join(folder, "share", "cotejo", "compiled")
    shutil.copytree(os.path.join(share, "compiled"), damaged)
    for name in os.listdir(damaged):
        os.truncate(os.path.join(damaged, name), 1000)
    if verify(program, arguments.article) != expected:
        FAULTS.append("with damaged compiled rules verify prints something else")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    parser.add_argument("article", nargs="+")
    arguments = parser.parse_args()
    arguments.bin = os.path.abspath(arguments.bin)
    share = os.path.join(os.path.dirname(arguments.bin), "share", "cotejo")
    with tempfile.TemporaryDirectory() as folder:
        check_current(arguments, share, folder)
        check_same(arguments, share, folder)
    print("\n".join(FAULTS) or f"{len(arguments.article)} articles")
    sys.exit(1 if FAULTS else 0)


if __name__ == "__main__":
    main()
