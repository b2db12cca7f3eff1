#!/usr/bin/env python3
"""run_cli_case.py CASE --bin DIR: runs the shell commands in CASE/cmd and compares what they print.

A case is a folder: cmd (for bash), in (standard input; absent = nothing), out, err (absent =
nothing) and rc (absent = 0). The commands run in a fresh copy of the folder with the built programs
first on PATH and a bare environment; $SOURCE is the source tree. Rule hashes are written as
sha256:… so that a changed rule does not change every case. BLESS=1 rewrites the expectations."""
import argparse
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile

RULE_HASH = re.compile(rb"sha256:[0-9a-f]{64}")
KEPT = ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS", "TMPDIR", "LLVM_PROFILE_FILE")


def read(path, default=b""):
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return default


def environment(arguments, work):
    source = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    env = {name: os.environ[name] for name in KEPT if name in os.environ}
    env.update(PATH=arguments.bin + os.pathsep + os.defpath, HOME=work, LC_ALL="C.UTF-8",
               SOURCE=source, XDG_CONFIG_HOME=os.path.join(work, "config"))
    return env


def run(arguments, work):
    """stdout, stderr and exit status of the case, without what changes from run to run"""
    with open(os.path.join(work, "in"), "rb") if os.path.exists(
            os.path.join(work, "in")) else open(os.devnull, "rb") as stdin:
        process = subprocess.run(["bash", "cmd"], cwd=work, stdin=stdin, capture_output=True,
                                 env=environment(arguments, work), check=False,
                                 timeout=arguments.timeout)
    def clean(text):
        text = RULE_HASH.sub("sha256:…".encode(), text)
        return text.replace(os.fsencode(work), b"WORK")
    return clean(process.stdout), clean(process.stderr), process.returncode


def shown(name, expected, got):
    lines = difflib.unified_diff(expected.decode("utf-8", "replace").splitlines(),
                                 got.decode("utf-8", "replace").splitlines(),
                                 f"expected {name}", f"got {name}", lineterm="")
    return "\n".join(line[:2000] for line in lines) or f"{name}: differs in its line breaks"


def bless(case, name, got):
    path = os.path.join(case, name)
    if got:
        with open(path, "wb") as file:
            file.write(got)
    elif os.path.exists(path):
        os.remove(path)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("case")
    parser.add_argument("--bin", required=True)
    parser.add_argument("--timeout", type=float, default=300)
    arguments = parser.parse_args()
    arguments.bin = os.path.abspath(arguments.bin)
    with tempfile.TemporaryDirectory(prefix="cotejo-cli-") as folder:
        work = os.path.join(os.path.realpath(folder), "case")
        shutil.copytree(arguments.case, work)
        for name in ("out", "err", "rc"):
            if os.path.exists(os.path.join(work, name)):
                os.remove(os.path.join(work, name))
        out, err, status = run(arguments, work)
    rc = b"" if status == 0 else f"{status}\n".encode()
    faults = []
    for name, got in (("out", out), ("err", err), ("rc", rc)):
        if os.environ.get("BLESS") == "1":
            bless(arguments.case, name, got)
        elif read(os.path.join(arguments.case, name)) != got:
            faults.append(shown(name, read(os.path.join(arguments.case, name)), got))
    print("\n".join(faults), end="\n" if faults else "")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
