#!/usr/bin/env python3
"""check_docs.py --bin DIR: the documents say what the programs do.

* docs/man/*.1.md are what the programs print (BLESS=1 rewrites them);
* every example of --help, and every command in an sh block of docs/, runs;
* every finding code of rules/ is in docs/findings.md, and back;
* docs/records.md names every member and every listed value of docs/record.schema.json."""
import argparse
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DOCS = os.path.join(ROOT, "docs")
PROGRAMS = ["cotejo", "cotejo-read", "cotejo-quotes", "cotejo-attribution", "cotejo-quantities",
            "cotejo-claims", "cotejo-check", "cotejo-report", "cotejo-corpus", "cotejo-rules"]
PAGES = {name: [name] for name in PROGRAMS} | {"cotejo-verify": ["cotejo", "verify"]}
FAULTS = []


def fault(place, what):
    FAULTS.append(f"{place}: {what}")


def read(*parts):
    with open(os.path.join(ROOT, *parts), encoding="utf-8") as file:
        return file.read()


def check_findings():
    documented, in_table = set(), False
    for line in read("docs", "findings.md").splitlines():
        in_table = line.startswith("| code |") or (in_table and line.startswith("|"))
        match = re.match(r"\| `([a-z-]+)` \|", line)
        if in_table and match:
            documented.add(match[1])
    used = {}
    for path in sorted(glob.glob(os.path.join(ROOT, "rules", "*", "*.toml"))):
        for number, line in enumerate(read(path).splitlines(), 1):
            match = re.match(r'code\s*=\s*"([^"]+)"', line)
            if match:
                used.setdefault(match[1], f"{os.path.relpath(path, ROOT)}:{number}")
    for code in sorted(set(used) - documented):
        fault(used[code], f"the code {code} is not in docs/findings.md")
    for code in sorted(documented - set(used)):
        fault("docs/findings.md", f"the code {code} is in no rule")


def check_records():
    text = read("docs", "records.md")
    words = set(re.findall(r"[A-Za-z_]+(?:-[a-z]+)*", text))
    schema = json.loads(read("docs", "record.schema.json"))

    def walk(node, path):
        if isinstance(node, list):
            for item in node:
                walk(item, path)
        if not isinstance(node, dict):
            return
        for name in node.get("properties", {}):
            if name not in words:
                fault("docs/records.md", f"says nothing of {path}{name}")
        for value in node.get("enum", []):
            if value not in words:
                fault("docs/records.md", f"says nothing of the value {value}")
        for name, item in node.items():
            walk(item, path)

    walk(schema, "")


def check_manual(arguments, environment):
    for page, command in PAGES.items():
        path = os.path.join(DOCS, "man", page + ".1.md")
        got = subprocess.run([os.path.join(arguments.bin, command[0]), *command[1:], "--help-as", "md"],
                             env=environment, capture_output=True, check=True).stdout.decode("utf-8")
        if os.environ.get("BLESS") == "1":
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(got)
        elif not os.path.exists(path) or read(path) != got:
            fault(os.path.relpath(path, ROOT), f"is not what `{' '.join(command)} --help-as md` prints")


def commands_in(path):
    """(line number, command) of every sh block; a backslash at its end joins lines"""
    inside, held, start = False, "", 0
    for number, line in enumerate(read(path).splitlines(), 1):
        if line.strip().startswith("```"):
            inside = line.strip() == "```sh"
            continue
        if not inside or (not held and not line.strip()) or line.strip().startswith("#"):
            continue
        start = start if held else number
        held += line
        if held.endswith("\\"):
            held = held[:-1]
            continue
        yield start, held
        held = ""


def sandbox(folder, environment):
    """the files that the documents' commands name"""
    article = os.path.join(ROOT, "tests", "articles", "linea_directa", "article.txt")
    text = read(article)
    for name in ("article.txt", "speech.txt", "note.txt", "wire/a.txt", "wire/b.txt",
                 "speeches/monday.txt", "speeches/tuesday.txt"):
        os.makedirs(os.path.dirname(os.path.join(folder, name)) or folder, exist_ok=True)
        shutil.copy(article, os.path.join(folder, name))
    paragraphs = "".join(f"<p>{line}</p>\n" for line in text.splitlines() if line.strip())
    for name in ("article.html", "wire/c.html"):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(f"<!DOCTYPE html><html lang=es><head><meta charset=utf-8><title>Nota</title></head>"
                       f"<body><article>{paragraphs}</article></body></html>")
    with open(os.path.join(folder, "today.jsonl"), "w", encoding="utf-8") as file:
        file.write('{"id":"today-1","kind":"statement","speaker":"Ana Ruiz","text":"No habrá obras."}\n')
    files = {"article.review.jsonl": '{"fingerprint":"0123456789abcdef","decision":"fixed"}\n',
             "old.jsonl": '{"format":"cotejo/1","id":"article","text":"","findings":[]}\n',
             "mine.mustache": "{{headline}}"}
    for name, content in files.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(content)
    os.makedirs(os.path.join(folder, "share", "cotejo"))
    os.symlink(os.path.join(ROOT, "rules"), os.path.join(folder, "share", "cotejo", "rules"))
    entries = sorted(glob.glob(os.path.join(ROOT, "corpora", "peninsula", "*.jsonl")))
    for name, files in (("corpus.dir", entries), ("speeches.dir", ["speeches"])):
        subprocess.run(["cotejo-corpus", "build", name, *files], cwd=folder, env=environment, check=True,
                       capture_output=True)


def check_commands(environment):
    paths = sorted(glob.glob(os.path.join(DOCS, "*.md")) + glob.glob(os.path.join(DOCS, "man", "*.md")))
    count = 0
    for path in paths:
        with tempfile.TemporaryDirectory() as folder:
            sandbox(folder, environment)
            for number, command in commands_in(path):
                process = subprocess.run(["bash", "-c", command], cwd=folder, env=environment,
                                         capture_output=True, check=False, timeout=120)
                count += 1
                if process.returncode not in (0, 1):
                    fault(f"{os.path.relpath(path, ROOT)}:{number}",
                          f"status {process.returncode}: {command}\n{process.stderr.decode()}")
    print(f"{count} commands of docs/ run")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        environment = {"PATH": os.path.abspath(arguments.bin) + os.pathsep + os.environ["PATH"], "HOME": home,
                       "LC_ALL": "C.UTF-8"}
        environment |= {name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ}
        check_findings()
        check_records()
        check_manual(arguments, environment)
        check_commands(environment)
    print("\n".join(FAULTS), end="\n" if FAULTS else "")
    sys.exit(1 if FAULTS else 0)


if __name__ == "__main__":
    main()
