#!/usr/bin/env python3
"""check_corpus_store.py --bin DIR: whatever happens to a build, the corpus that was there stays whole.

A build and an addition are killed at 20 points spread over their time; files are cut short, a byte is
turned over, a manifest is of another version, a directory cannot be written, a disk is full. Each time
the message is clear and nothing is lost."""
import argparse
import json
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

POINTS = 20


def entries(first, count):
    for number in range(first, first + count):
        words = " ".join(f"palabra{(number * 31 + k) % 977}" for k in range(120))
        yield json.dumps({"id": f"e{number}", "kind": "statement", "speaker": "Nora Quill",
                          "language": "es", "date": "2025-01-02", "text": words})


class Store:
    def __init__(self, tools, folder):
        self.tool = str(pathlib.Path(tools).resolve() / "cotejo-corpus")
        self.folder = pathlib.Path(folder)
        self.corpus = self.folder / "corpus"
        self.old = self.write("old.jsonl", 0, 50)
        self.more = self.write("more.jsonl", 50, 4000)
        self.run("build", self.corpus, self.old)

    def write(self, name, first, count):
        path = self.folder / name
        path.write_text("\n".join(entries(first, count)) + "\n", encoding="utf-8")
        return path

    def run(self, *arguments, **how):
        return subprocess.run([self.tool, *map(str, arguments)], capture_output=True, text=True,
                              check=False, **how)

    def count(self, path=None):
        """Entries of a corpus that is whole; None if it is not."""
        done = self.run("verify", path or self.corpus)
        return int(done.stdout.split(": ")[1].split()[0]) if done.returncode == 0 else None

    def beside(self):
        return [path.name for path in self.folder.iterdir() if path.name.startswith(".")]


def expect(what, condition, detail=""):
    if not condition:
        sys.exit(f"{what}: {detail}")


def check_kills(store):
    for command in ("build", "add"):
        copy = store.folder / "copy"
        shutil.copytree(store.corpus, copy)
        begin = time.monotonic()
        store.run(command, copy, store.more)
        whole = time.monotonic() - begin
        expect("the undisturbed run", store.count(copy) in (4000, 4050))
        shutil.rmtree(copy)
        killed = 0
        for point in range(POINTS):
            with subprocess.Popen([store.tool, command, str(store.corpus), str(store.more)],
                                  stderr=subprocess.DEVNULL) as running:
                time.sleep(whole * (point + 0.5) / POINTS)
                running.send_signal(signal.SIGKILL)
                running.wait()
                killed += running.returncode == -signal.SIGKILL
            count = store.count()
            expect(f"{command} killed at point {point}", count in (50, 4000, 4050), f"{count} entries")
            store.run("build", store.corpus, store.old)
            expect("the next build clears up", store.beside() == [], store.beside())
            expect("the next build", store.count() == 50)
        expect(f"runs of {command} that were killed", killed >= POINTS // 4, killed)


def damaged(store, what, damage, message, command="verify"):
    copy = store.folder / "damaged"
    shutil.copytree(store.corpus, copy)
    damage(copy)
    done = store.run(command, copy)
    expect(what, done.returncode == 2 and message in done.stderr, done.stderr)
    shutil.rmtree(copy)


def check_damage(store):
    def cut(copy):
        os.truncate(copy / "segment-0000", (copy / "segment-0000").stat().st_size // 2)

    def turn_over(copy):
        bytes_ = bytearray((copy / "segment-0000").read_bytes())
        bytes_[len(bytes_) // 2] ^= 1
        (copy / "segment-0000").write_bytes(bytes_)

    def other_version(copy):
        import hashlib
        text = (copy / "manifest").read_text(encoding="utf-8")
        text = text.replace("cotejo-corpus 1\n", "cotejo-corpus 99\n")
        text = text[:text.rindex("sha256 ")]
        text += f"sha256 {hashlib.sha256(text.encode()).hexdigest()}\n"
        (copy / "manifest").write_text(text, encoding="utf-8")

    damaged(store, "a segment cut short", cut, "segment-0000: damaged", "list")
    damaged(store, "a byte turned over", turn_over, "segment-0000: damaged")
    damaged(store, "another version", other_version, "corpus format 99, this program reads 1", "list")
    damaged(store, "no manifest", lambda copy: (copy / "manifest").unlink(), "no corpus here", "list")


def check_no_room(store):
    def little_room():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    done = store.run("add", store.corpus, store.more, preexec_fn=little_room)
    expect("a full disk", done.returncode == 2 and "segment-0001: " in done.stderr, done.stderr)
    expect("after a full disk", store.count() == 50 and store.beside() == [], store.beside())


def check_read_only(store):
    closed = store.folder / "closed"
    shutil.copytree(store.corpus, closed / "corpus")
    os.chmod(closed, 0o555)
    os.chmod(store.folder, 0o755)
    how = {"user": 65534} if os.geteuid() == 0 else {}
    done = store.run("add", closed / "corpus", store.more, **how)
    expect("a directory that cannot be written",
           done.returncode == 2 and "Permission denied" in done.stderr, done.stderr)
    os.chmod(closed, 0o755)
    expect("after that", store.count(closed / "corpus") == 50)


def check_second_writer(store):
    with subprocess.Popen([store.tool, "add", str(store.corpus), "-"], stdin=subprocess.PIPE,
                          stderr=subprocess.PIPE) as first:
        while not store.beside():
            time.sleep(0.01)
        second = store.run("remove", store.corpus, "e1")
        expect("a second writer", second.returncode == 2 and "another program is changing it"
               in second.stderr, second.stderr)
        expect("a reader beside a writer", store.count() == 50)
        first.communicate("\n".join(entries(50, 1)).encode())
        expect("the first writer", first.returncode == 0)
    expect("one entry more", store.count() == 51)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", required=True)
    with tempfile.TemporaryDirectory() as folder:
        store = Store(parser.parse_args().bin, folder)
        for check in (check_damage, check_no_room, check_read_only, check_kills, check_second_writer):
            check(store)


main()
