"""check_selfcheck.py BIN FILE LANGUAGE: articles against themselves.

FILE holds short articles, each under a line "# clean" or "# code [code ...]": the findings about
numbers and dates that a reader expects. "# miss code ..." is a fault that the tool does not see
yet. Runs all of them through the tools in BIN and fails if an article raises anything else than
its line says, if a fault marked as missed is found (then the mark goes), or if fewer than four
in five of the faults are found."""
import json
import subprocess
import sys

CODES = {"number-slip", "number-ambiguous", "quantity-conflict", "sum-mismatch",
         "percent-mismatch", "change-mismatch", "count-mismatch", "date-mismatch",
         "unit-mismatch", "range-reversed"}
STAGES = ["read", "quotes", "attribution", "quantities", "claims", "check"]
DATELINE = "2025-08-13"
LEAST_RECALL = 0.8


def cases(path):
    """(line, codes, missed, text) of each article."""
    found, lines = [], []
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        if line.startswith("% "):
            continue
        if line.startswith("# "):
            words = line[2:].split()
            missed = words[0] == "miss"
            codes = set(words[missed:]) - {"clean"}
            lines = []
            found.append((number, codes, missed, lines))
        else:
            lines.append(line)
    return [(n, codes, missed, "".join(text).strip()) for n, codes, missed, text in found]


def run(tools, language, all_cases):
    """The codes found in each article, by its line."""
    data = "".join(json.dumps({"format": "cotejo/1", "id": str(n), "language": language,
                               "date": DATELINE, "text": text}) + "\n"
                   for n, _, _, text in all_cases).encode()
    for stage in STAGES:
        made = subprocess.run([f"{tools}/cotejo-{stage}"], input=data,
                              capture_output=True, check=False)
        if made.returncode not in (0, 1):
            sys.exit(f"cotejo-{stage}: exit {made.returncode}: {made.stderr.decode()}")
        data = made.stdout
    found = {}
    for line in data.decode().splitlines():
        record = json.loads(line)
        found[int(record["id"])] = {f["code"] for f in record["findings"]} & CODES
    return found


def main(tools, path, language):
    all_cases = cases(path)
    unknown = [n for n, codes, _, _ in all_cases if codes - CODES]
    if unknown or not all_cases:
        sys.exit(f"{path}: no such codes, lines {unknown}")
    found = run(tools, language, all_cases)
    faults = hits = wrong = 0
    for number, codes, missed, text in all_cases:
        faults += len(codes)
        hits += len(codes & found[number])
        expected = set() if missed else codes
        if found[number] != expected:
            wrong += 1
            print(f"{path}:{number}: expected {sorted(expected)}, found {sorted(found[number])}: {text}")
    print(f"{len(all_cases)} articles, {hits} of {faults} faults found, {wrong} wrong")
    return 1 if wrong or hits < LEAST_RECALL * faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
