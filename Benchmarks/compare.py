#!/usr/bin/env python3
"""Colophon against Typst on the same report: whole processes, cold, in turn.

  compare.py [--report NAME] [--pairs N] [--repeat 1,40] [--finishing]

Prints medians of wall time, CPU time and peak memory, and the median ratio of the pairs with its
range. Then what finishing and verifying cost beside painting, for each edition, and the peak memory
of a build of it. Then composition alone, without painting, on one core: `colophon check --jobs 1`, with the
time of its phase “composing” and how that grows with the pages. Needs a release build and an internet connection for the first run: Typst comes from PyPI
into .build/bench-venv.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys

from environment import PYTHON, has, install

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
BUILD = ROOT / ".build"
WORK = BUILD / "bench"
COLOPHON = pathlib.Path(os.environ.get("COLOPHON", BUILD / "release" / "colophon"))
PACKAGES = {"typst": "typst==0.15.2", "yaml": "pyyaml"}
PAGES = re.compile(r"(\d+) pages")
FONTS = re.compile(r"^\s*-? *file: *(/\S+)", re.M)


def prepare():
    if not COLOPHON.exists():
        sys.exit("bench: no release build; run make bench")
    install(PACKAGES)
    if not all(map(has, PACKAGES)):
        sys.exit("bench: Typst and PyYAML are missing")
    fonts = WORK / "fonts"
    shutil.rmtree(fonts, ignore_errors=True)
    fonts.mkdir(parents=True)
    for path in FONTS.findall((ROOT / "Fonts" / "fonts.yaml").read_text(encoding="utf-8")):
        link = fonts / pathlib.Path(path).name
        if not link.exists():
            link.symlink_to(path)


def work(report, times):
    """The folder with everything for one size: the report, our output, the Typst document."""
    folder = WORK / f"{report.name}-{times}"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "Reports").mkdir(parents=True)
    for shared in ("Layouts", "Fonts"):
        (folder / shared).symlink_to(ROOT / shared)
    copy = folder / "Reports" / report.name
    code = ("import sys, pathlib; sys.path.insert(0, sys.argv[1]); import repeat_report as r;"
            "r.repeat(pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]), int(sys.argv[4]))")
    subprocess.run([PYTHON, "-c", code, HERE, report, copy, str(times)], check=True)
    return folder, copy


def write_typst(folder, copy, charts):
    subprocess.run([PYTHON, HERE / "typst_report.py", copy, charts, folder / "typst"], check=True)


def measure(log, command):
    # Without site packages, so that the measuring process itself is small.
    run = subprocess.run(
        ["/usr/bin/env", "python3", "-I", "-S", HERE / "measure.py", log, *command],
        check=True, capture_output=True, text=True)
    result = json.loads(run.stdout)
    if result["status"] != 0:
        text = pathlib.Path(log).read_text(encoding="utf-8", errors="replace")
        sys.exit(f"bench: failed: {' '.join(map(str, command))}\n{text[-3000:]}")
    return result


def pages(pdf):
    run = subprocess.run(["qpdf", "--show-npages", pdf], capture_output=True, text=True)
    return int(run.stdout) if run.returncode == 0 else 0


PHASES = {"screen": ("painting", "finishing", "verifying"),
          "print": ("painting for print", "finishing for print", "verifying print")}


def finishing(report, sizes, pairs):
    """What the phases after composition cost, for each edition."""
    print("\nfinishing beside painting, charts not drawn apart (colophon build --timings)")
    print(f"{'':22}{'pages':>6}{'painting s':>12}{'finishing s':>12}{'verifying s':>12}"
          f"{'finishing / painting':>22}{'peak MiB':>10}")
    for times in sizes:
        folder, copy = work(report, times)
        for edition, names in PHASES.items():
            results = [phases(folder, copy, edition) for _ in range(pairs)]
            painting, finishing, verifying = (
                statistics.median(result[name] for result in results) for name in names)
            ratios = [result[names[1]] / result[names[0]] for result in results]
            rss = statistics.median(result["rss"] for result in results)
            share = f"{statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"
            print(f"{f'× {times}, {edition}':22}{results[0]['pages']:6}{painting:12.3f}"
                  f"{finishing:12.3f}{verifying:12.3f}{share:>22}{rss:10.0f}", flush=True)


def phases(folder, copy, edition):
    """Seconds by phase, pages and peak memory of one build."""
    trace = folder / "trace.json"
    log = folder / "log.txt"
    result = measure(log, [COLOPHON, "build", copy, "--output", folder / "out", "--edition", edition,
                           "--charts", "none", "--timings", trace])
    for event in json.loads(trace.read_text())["traceEvents"]:
        result[event["name"]] = result.get(event["name"], 0) + event["dur"] / 1e6
    result["pages"] = int(PAGES.findall(log.read_text(encoding="utf-8"))[-1])
    return result


def composition(report, sizes, pairs):
    """Composition without painting on one core, at several sizes, in turn."""
    print("\ncomposition alone, one core (colophon check --jobs 1)")
    print(f"{'':22}{'pages':>6}{'composing s':>13}{'whole s':>9}{'peak MiB':>10}{'µs/page':>9}")
    copies = {times: work(report, times) for times in sizes}
    runs = {times: [] for times in sizes}
    for round in range(pairs + 1):
        for times, (folder, copy) in copies.items():
            trace = folder / "trace.json"
            log = folder / "log.txt"
            result = measure(log, [COLOPHON, "check", copy, "--jobs", "1", "--timings", trace])
            events = json.loads(trace.read_text())["traceEvents"]
            result["composing"] = sum(
                event["dur"] for event in events if event["name"] == "composing") / 1e6
            result["pages"] = int(PAGES.findall(log.read_text(encoding="utf-8"))[-1])
            if round > 0:
                runs[times].append(result)
    medians = {}
    for times, results in runs.items():
        composing, wall, rss, pages = (statistics.median(result[key] for result in results)
                                       for key in ("composing", "wall", "rss", "pages"))
        medians[times] = composing
        print(f"{f'chapters × {times}':22}{pages:6.0f}{composing:13.3f}{wall:9.3f}{rss:10.0f}"
              f"{composing / pages * 1e6:9.0f}", flush=True)
    return medians


def characters(copy):
    texts = [path.read_text(encoding="utf-8") for path in sorted(copy.glob("chapters/*.md"))]
    return sum("\u4e00" <= character <= "\u9fff" for text in texts for character in text)


def compare(report, times, pairs):
    folder, copy = work(report, times)
    build = [COLOPHON, "build", copy, "--output", folder / "out", "--edition", "screen"]
    ours, theirs = folder / "out" / report.name, folder / "typst.pdf"
    commands = {"colophon build": build, "colophon, PDF alone": [*build, "--charts", "none"]}
    if times > 1:
        del commands["colophon build"]
    log = folder / "log.txt"
    # Charts of the first copy serve for all: Typst shows the same picture again.
    measure(log, [COLOPHON, "build", report, "--output", WORK / "charts", "--edition", "screen"])
    write_typst(folder, copy, WORK / "charts" / report.name / "charts")
    commands["typst"] = [PYTHON, "-I", HERE / "compile_typst.py", folder / "typst" / "main.typ",
                         theirs, folder / "typst", WORK / "fonts"]
    runs = {name: [] for name in commands}
    for round in range(pairs + 1):
        for name, command in commands.items():
            result = measure(log, command)
            if round > 0:  # the first round fills the file cache
                runs[name].append(result)
    count = {name: pages(ours / f"{report.name}-screen.pdf") for name in commands}
    count["typst"] = pages(theirs)
    show(times, characters(copy), runs, count)
    return statistics.median(result["wall"] for result in runs["typst"])


def show(times, han, runs, count):
    print(f"\nchapters × {times}: {han:,} Han characters, {len(runs['typst'])} rounds in turn")
    print(f"{'':22}{'pages':>6}{'wall s':>9}{'CPU s':>9}{'peak MiB':>10}")
    for name, results in runs.items():
        wall, cpu, rss = (statistics.median(r[key] for r in results)
                          for key in ("wall", "cpu", "rss"))
        print(f"{name:22}{count[name]:6}{wall:9.3f}{cpu:9.3f}{rss:10.0f}")
    for name, results in runs.items():
        if name != "typst":
            print(f"{name + ' / typst':28}" + "  ".join(
                ratio(key, results, runs["typst"]) for key in ("wall", "cpu", "rss")), flush=True)


def ratio(key, ours, theirs):
    ratios = [a[key] / b[key] for a, b in zip(ours, theirs)]
    return f"{key} {statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--report", default="belt-and-road-2025")
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--repeat", default="1,40")
    parser.add_argument("--finishing", action="store_true", help="only what follows composition")
    arguments = parser.parse_args()
    prepare()
    report = ROOT / "Reports" / arguments.report
    sizes = [int(times) for times in arguments.repeat.split(",")]
    if not arguments.finishing:
        typst = {times: compare(report, times, arguments.pairs) for times in sizes}
    finishing(report, sizes, arguments.pairs)
    if arguments.finishing:
        return
    growth = sorted({max(sizes) // 4, max(sizes) // 2, *sizes} - {0, 1})
    composing = composition(report, growth, arguments.pairs)
    for times in set(sizes) & set(growth):
        print(f"chapters × {times}: composing / typst whole {composing[times] / typst[times]:.2f}")


if __name__ == "__main__":
    main()
