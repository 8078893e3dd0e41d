#!/usr/bin/env python3
"""`colophon batch` against a loop of Typst compilations of the same text.

  batch.py [--variants N] [--pairs N]

The report is a preface and one chapter of the example, about ten pages; each variant has a title of
its own. Both use all cores: Typst runs as many processes at a time as there are. Prints pages per
second, and the peak memory of our process after 20 variants and after all of them.
"""
import argparse
import concurrent.futures
import os
import pathlib
import statistics
import subprocess
import time

import compare
from compare import COLOPHON, HERE, PYTHON, ROOT, WORK

PARTS = ["chapters/preface.md", "chapters/3-digital.md"]


SHORTEN = """
import pathlib, sys, yaml
sys.path.insert(0, sys.argv[1])
from repeat_report import DEFINED, REFERENCE
folder = pathlib.Path(sys.argv[2])
report = yaml.safe_load((folder / "report.yaml").read_text(encoding="utf-8"))
report["parts"] = [part for part in report["parts"] if part["role"] == "cover"
                   or part.get("file") in sys.argv[3:]]
report["title"] += "{{ place }}"
report["parameters"] = {"place": ""}
(folder / "report.yaml").write_text(
    yaml.safe_dump(report, allow_unicode=True, sort_keys=False), encoding="utf-8")
texts = {folder / file: (folder / file).read_text(encoding="utf-8") for file in sys.argv[3:]}
own = {name for text in texts.values() for pair in DEFINED.findall(text) for name in pair if name}
for path, text in texts.items():
    # What is referred to stands in chapters that are not here.
    text = REFERENCE.sub(lambda match: match[0] if match[1] in own else "他处", text)
    path.write_text(text, encoding="utf-8")
"""


def brief(report):
    """The short report with a parameter, and its Typst document."""
    folder, copy = compare.work(report, 1)
    subprocess.run([PYTHON, "-c", SHORTEN, HERE, copy, *PARTS], check=True)
    compare.measure(folder / "log.txt", [
        COLOPHON, "build", copy, "--output", folder / "charts", "--edition", "screen"])
    compare.write_typst(folder, copy, folder / "charts" / report.name / "charts")
    return folder, copy


def table(folder, count):
    path = folder / f"variants-{count}.csv"
    rows = [f"v{number:03},{number:03}号" for number in range(count)]
    path.write_text("\n".join(["variant,place", *rows, ""]), encoding="utf-8")
    return path


def ours(folder, copy, count):
    return compare.measure(folder / "log.txt", [
        COLOPHON, "batch", copy, "--over", table(folder, count), "--rebuild",
        "--edition", "screen", "--output", folder / f"batch-{count}"])


def theirs(folder, count):
    def one(number):
        subprocess.run(
            [PYTHON, "-I", HERE / "compile_typst.py", folder / "typst" / "main.typ",
             folder / f"typst-{number}.pdf", folder / "typst", WORK / "fonts"], check=True)

    start = time.perf_counter()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(one, range(count)))
    return time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--report", default="belt-and-road-2025")
    parser.add_argument("--variants", type=int, default=200)
    parser.add_argument("--pairs", type=int, default=1)
    arguments = parser.parse_args()
    compare.prepare()
    folder, copy = brief(ROOT / "Reports" / arguments.report)
    name = f"v{0:03}"
    runs, loops, few = [], [], []
    for _ in range(arguments.pairs):
        few.append(ours(folder, copy, 20))
        runs.append(ours(folder, copy, arguments.variants))
        loops.append(theirs(folder, arguments.variants))
    pages = compare.pages(
        folder / f"batch-{arguments.variants}" / arguments.report / name / f"{name}-screen.pdf")
    typst = compare.pages(folder / "typst-0.pdf")
    wall = statistics.median(run["wall"] for run in runs)
    loop = statistics.median(loops)
    print(f"\n{arguments.variants} variants of {pages} pages (Typst: {typst}), {os.cpu_count()} cores")
    print(f"colophon batch      {arguments.variants * pages / wall:8.1f} pages a second")
    print(f"a loop of Typst     {arguments.variants * typst / loop:8.1f} pages a second")
    print(f"wall ratio {wall / loop:.2f}; peak MiB after 20 variants "
          f"{statistics.median(run['rss'] for run in few):.0f}, after {arguments.variants} "
          f"{statistics.median(run['rss'] for run in runs):.0f}", flush=True)


if __name__ == "__main__":
    main()
