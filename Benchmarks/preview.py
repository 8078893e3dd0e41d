#!/usr/bin/env python3
"""How soon `colophon preview` shows an edit of a long report, beside a cold build of it.

  preview.py [--report NAME] [--repeat N] [--edits N]

A word of one paragraph in the middle of the report is changed and saved, again and again; what counts
is the time from the save until the new picture of its page has arrived by HTTP, as a browser asks
for it. The edits of a second round come while the slower checks of the one before still run, and those
of a third add a paragraph or take it away, which moves what stands behind it.
"""
import argparse
import http.client
import json
import pathlib
import statistics
import subprocess
import time

import compare
from compare import COLOPHON, ROOT


class Browser:
    """Asks as the preview's own page does, over connections that stay open."""

    def __init__(self, address):
        self.host = address.split("/")[2]
        self.connection = http.client.HTTPConnection(self.host, timeout=120)

    def get(self, path):
        self.connection.request("GET", path)
        answer = self.connection.getresponse()
        body = answer.read()
        return body if answer.status == 200 else None

    def state(self, after):
        while True:
            body = self.get(f"/state/{after}")
            if body is not None:
                return json.loads(body)

    def page(self, state, index):
        return self.get(f"/page/{index}?v={state['pictures']}&dpi=90")

    def page_of(self, state, file):
        """A page of the middle of a file."""
        count = len(state["pages"])
        found = [index for index in range(count // 2, min(count // 2 + 80, count))
                 if any(line["file"] == file for line in json.loads(self.get(f"/lines/{index}")))]
        return found[len(found) // 2]


def paragraph(browser, state, index, folder):
    """The file and the line of a paragraph on a page, longer than a line."""
    for line in json.loads(browser.get(f"/lines/{index}")):
        path = folder / line["file"]
        if path.suffix != ".md":
            continue
        text = path.read_text(encoding="utf-8").split("\n")[line["line"] - 1]
        if len(text) > 120 and text[0] not in "#|:`[!<>-":
            return path, line["line"] - 1


def settled(browser, state):
    while not state["checked"]:
        state = browser.state(state["version"])
    return state


def edits(browser, state, index, place, change, count, waits):
    """Seconds of each edit until its page is there."""
    path, line = place
    original = path.read_text(encoding="utf-8")
    times = []
    for number in range(count):
        if waits:
            state = settled(browser, state)
        before = browser.page(state, index)
        text = original.split("\n")
        change(text, line, number)
        start = time.perf_counter()
        path.write_text("\n".join(text), encoding="utf-8")
        while True:
            state = browser.state(state["version"])
            picture = browser.page(state, index)
            if picture != before:
                break
        times.append(time.perf_counter() - start)
    path.write_text(original, encoding="utf-8")
    return times, settled(browser, browser.state(state["version"]))


def word(text, line, number):
    text[line] = f"第{number + 11}次改动，" + text[line]


def added(text, line, number):
    if number % 2 == 0:
        text[line:line] = ["这里加了一段，后面的都要往下挪。" * 4, ""]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--report", default="belt-and-road-2025")
    parser.add_argument("--repeat", type=int, default=25)
    parser.add_argument("--edits", type=int, default=9)
    arguments = parser.parse_args()
    compare.prepare()
    folder, copy = compare.work(ROOT / "Reports" / arguments.report, arguments.repeat)
    build = [COLOPHON, "build", copy, "--output", folder / "out"]
    screen = statistics.median(
        compare.measure(folder / "log.txt", [*build, "--edition", "screen", "--charts", "none"])["wall"]
        for _ in range(3))
    server = subprocess.Popen(
        [COLOPHON, "preview", copy, "--port", "0"], stderr=subprocess.PIPE, text=True)
    try:
        browser = Browser(server.stderr.readline().strip())
        start = time.perf_counter()
        state = browser.state(0)
        print(f"\npreview of {len(state['pages'])} pages: first shown after "
              f"{time.perf_counter() - start:.2f} s; a cold build of the screen edition takes "
              f"{screen:.2f} s")
        state = settled(browser, state)
        index = len(state["pages"]) // 2
        while not (place := paragraph(browser, state, index, copy)):
            index += 1
        print(f"{place[0].name}:{place[1] + 1} on page {index + 1}")
        for name, change, waits in [("a word changed", word, True),
                                    ("a word changed during the checks", word, False),
                                    ("a paragraph added or removed", added, True)]:
            times, state = edits(browser, state, index, place, change, arguments.edits, waits)
            median = statistics.median(times)
            print(f"{name:34} {median * 1000:6.0f} ms ({min(times) * 1000:.0f}–"
                  f"{max(times) * 1000:.0f}), 1/{screen / median:.1f} of the build", flush=True)
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
