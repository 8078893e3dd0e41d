#!/usr/bin/env python3
"""How fast a million rows of CSV are loaded, and in how much memory.

  load.py [--rows N] [--runs N]

`colophon check` on a text of one line whose figures come from the file, less the same with one
row. Prints the median of rows per second, and the peak memory beside the size of the file.
"""
import argparse
import json
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
WORK = ROOT / ".build" / "bench" / "load"
COLOPHON = pathlib.Path(os.environ.get("COLOPHON", ROOT / ".build" / "release" / "colophon"))
PLACES = ["中国", "欧盟", "美国", '"印度, 尼泊尔"', "Brasil"]
FIGURES = """\
sources: { trade: { file: trade.csv } }
figures: { rows: { query: SELECT COUNT(*) FROM trade } }
"""


def report(rows):
    """A report over so many rows; reproducible."""
    chance = random.Random(1)
    folder = WORK / str(rows)
    (folder / "data").mkdir(parents=True)
    (folder / "text.md").write_text("# Rows\n\n{{ rows }}\n", encoding="utf-8")
    (folder / "data" / "figures.yaml").write_text(FIGURES, encoding="utf-8")
    with open(folder / "data" / "trade.csv", "w", encoding="utf-8") as file:
        file.write("id,place,day,amount,share,note\n")
        for row in range(rows):
            file.write(f"{row},{PLACES[row % 5]},2025-{row % 12 + 1:02}-{row % 28 + 1:02},"
                       f"{chance.randrange(10**7) / 100:.2f},{chance.randrange(1000) / 10},n{row}\n")
    return folder


def measure(folder):
    command = [sys.executable, HERE / "measure.py", WORK / "log", COLOPHON, "check",
               folder / "text.md"]
    result = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    if result["status"] != 0:
        sys.exit((WORK / "log").read_text(encoding="utf-8"))
    return result


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--rows", type=int, default=1_000_000)
    options.add_argument("--runs", type=int, default=5)
    options = options.parse_args()
    shutil.rmtree(WORK, ignore_errors=True)
    one, many = report(1), report(options.rows)
    pairs = [(measure(one), measure(many)) for _ in range(options.runs)]
    for clock in ("wall", "cpu"):
        seconds = statistics.median(b[clock] - a[clock] for a, b in pairs)
        print(f"load: {options.rows} rows of CSV, {seconds:.2f} s {clock}, "
              f"{options.rows / seconds:,.0f} rows/s")
    size = (many / "data" / "trade.csv").stat().st_size / 2**20
    peak = statistics.median(b["rss"] - a["rss"] for a, b in pairs)
    print(f"load: {peak:.0f} MiB of memory for a file of {size:.0f} MiB")


main()
