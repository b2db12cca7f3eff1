#!/usr/bin/env python3
"""check_exports.py --bin DIR ARTICLE...: what cotejo-report writes for other programs keeps their standards.

* SARIF, Web Annotations and ClaimReview keep tests/schemas/, which list what their standards require;
* every place they name holds the words they say it holds, counted in code points;
* decisions come out as suppressions, motivations and drafts;
* the ledger is RFC 4180 with a row for every quantity, and no cell is a formula;
* a hostile record keeps all of that."""
import argparse
import csv
import io
import json
import os
import subprocess
import sys
import tempfile

import jsonschema

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
DECISIONS = ["accepted", "dismissed", "ask-author", "fixed", "undecided"]
FAULTS = []


def expect(true, what):
    if not true:
        FAULTS.append(what)


class Report:
    def __init__(self, binaries, record, name):
        self.bin, self.line, self.name = binaries, json.dumps(record, ensure_ascii=False) + "\n", name
        self.record = record
        self.review = None

    def run(self, form):
        command = [os.path.join(self.bin, "cotejo-report"), "--format", form, "--fail-on", "never"]
        if self.review:
            command += ["--review", self.review]
        done = subprocess.run(command, input=self.line.encode(), capture_output=True, check=False)
        if done.returncode != 0:
            raise SystemExit(f"{self.name}: {form}: {done.stderr.decode()}")
        return done.stdout.decode()

    def check_schema(self, form):
        with open(os.path.join(ROOT, "tests", "schemas", form + ".schema.json"), encoding="utf-8") as file:
            schema = json.load(file)
        value = json.loads(self.run(form))
        for error in jsonschema.Draft202012Validator(schema).iter_errors(value):
            FAULTS.append(f"{self.name}: {form}: {error.json_path}: {error.message[:200]}")
        return value


def words_of(record, span):
    return record["text"].encode()[span[0]:span[1]].decode()


def check_sarif(report):
    run = report.check_schema("sarif")["runs"][0]
    lines = report.record["text"].split("\n")
    expect(len(run["results"]) == len(report.record["findings"]), f"{report.name}: sarif: a result is missing")
    for result, finding in zip(run["results"], report.record["findings"]):
        expect(run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == finding["code"],
               f"{report.name}: sarif: rule of {finding['code']}")
        spans = [finding["span"], *finding["spans"]]
        for place, span in zip(result["locations"] + result.get("relatedLocations", []), spans):
            region = place["physicalLocation"]["region"]
            words = words_of(report.record, span)
            begin = region["charOffset"]
            expect(report.record["text"][begin:begin + region["charLength"]] == words == region["snippet"]["text"],
                   f"{report.name}: sarif: charOffset of {words!r}")
            rest = lines[region["startLine"] - 1][region["startColumn"] - 1:]
            expect(rest.startswith(words.split("\n")[0]), f"{report.name}: sarif: startColumn of {words!r}")
            last = lines[region["endLine"] - 1][:region["endColumn"] - 1]
            expect(last.endswith(words.split("\n")[-1]), f"{report.name}: sarif: endColumn of {words!r}")
    return run["results"]


def check_annotations(report):
    items = report.check_schema("webanno")["items"]
    expect(len({item["id"] for item in items}) == len(report.record["findings"]), f"{report.name}: webanno: ids")
    text = report.record["text"]
    for item in items:
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        for target in targets:
            quote, place = target["selector"]
            expect(text[place["start"]:place["end"]] == quote["exact"], f"{report.name}: webanno: {quote}")
            expect(text[:place["start"]].endswith(quote["prefix"]), f"{report.name}: webanno: {quote}")
            expect(text[place["end"]:].startswith(quote["suffix"]), f"{report.name}: webanno: {quote}")
    return items


def check_ledger(report):
    text = report.run("csv")
    expect("\n" not in text.replace("\r\n", ""), f"{report.name}: csv: lines end with CR LF")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    expect(all(len(row) == len(rows[0]) for row in rows), f"{report.name}: csv: ragged")
    expect(len(rows) == 1 + len(report.record["quantities"]), f"{report.name}: csv: a row is missing")
    for row, quantity in zip(rows[1:], report.record["quantities"]):
        low = float(row[5]) if row[5] else None
        expect(low == quantity["low"], f"{report.name}: csv: {row}")
        expect(all(not cell or cell[0] not in "=+-@" for cell in row), f"{report.name}: csv: a formula in {row}")


def with_review(report, folder):
    """decides on every finding in turn; the decisions made"""
    prints = [one["fingerprints"]["cotejo/v1"] for one in json.loads(report.run("sarif"))["runs"][0]["results"]]
    made = [DECISIONS[at % len(DECISIONS)] for at in range(len(prints))]
    report.review = os.path.join(folder, "review.jsonl")
    with open(report.review, "w", encoding="utf-8") as file:
        for fingerprint, decision in zip(prints, made):
            file.write(json.dumps({"fingerprint": fingerprint, "decision": decision, "note": "porque <sí>",
                                   "who": "Ana", "when": "2025-09-09T10:00:00Z"}) + "\n")
    return made


def check_decisions(report, made):
    status = {"accepted": "accepted", "dismissed": "accepted", "fixed": "accepted", "ask-author": "underReview"}
    for result, decision in zip(check_sarif(report), made):
        got = [one["status"] for one in result["suppressions"]]
        expect(got == ([status[decision]] if decision in status else []), f"{report.name}: sarif: {decision}: {got}")
    for item, decision in zip(check_annotations(report), made):
        wanted = "questioning" if decision == "ask-author" else "assessing"
        expect(item["motivation"] == wanted, f"{report.name}: webanno: {decision}")
    drafts = report.check_schema("claimreview")
    expect(len(drafts) == made.count("accepted"), f"{report.name}: claimreview: {len(drafts)} drafts")


def hostile(record):
    bad = "=<script>alert(1)</script>\"'\u202e|*_`\r\n"
    record = json.loads(json.dumps(record))
    record["id"] = record["meta"]["path"] = bad
    for finding in record["findings"]:
        finding["message"] = bad
    for source in record["sources"]:
        source["name"] = bad
    return record


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    parser.add_argument("articles", nargs="+")
    arguments = parser.parse_args()
    verify = [os.path.join(arguments.bin, "cotejo"), "verify", "--format", "jsonl", "--fail-on", "never"]
    lines = subprocess.run(verify + arguments.articles, capture_output=True, check=True).stdout.decode()
    records = [json.loads(line) for line in lines.splitlines()]
    expect(any(record["findings"] for record in records), "no article has a finding")
    with tempfile.TemporaryDirectory() as folder:
        for record in records:
            for form in (record, hostile(record)):
                report = Report(arguments.bin, form, record["id"])
                expect(json.loads(report.run("claimreview")) == [], f"{report.name}: a draft of nothing")
                check_sarif(report)
                check_annotations(report)
                check_ledger(report)
                check_decisions(report, with_review(report, folder))
    print("\n".join(FAULTS[:40]), end="\n" if FAULTS else "")
    sys.exit(1 if FAULTS else 0)


if __name__ == "__main__":
    main()
