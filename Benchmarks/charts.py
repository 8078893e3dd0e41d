#!/usr/bin/env python3
"""Charts per second against gnuplot, Vega-Lite and matplotlib: the same two charts, grouped bars and
a donut with Chinese labels, with other numbers each time, drawn by one process of each.

  charts.py [--count N] [--rounds N] [--cold N]

A rate is the count over the wall time of the whole process, its start included; nothing is
subtracted. PNGs have 1600 × 1000 pixels, ours as many on average. Then cold start: one chart by one
process. What takes less than a second is measured again, in turn, as a machine's moods weigh more
there; all figures are medians. Each run writes into a folder of its own, in memory where the system
has such a place: to write over files, and to make new ones where many were deleted, takes a disk as
long as to draw. gnuplot is Debian's; Vega-Lite (vl-convert) and matplotlib come from
PyPI into .build/bench-venv.
"""
import argparse
import json
import os
import pathlib
import random
import re
import shutil
import statistics
import struct
import subprocess
import sys
import tempfile

from environment import PYTHON, has, install

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
BUILD = ROOT / ".build"
WORK = BUILD / "bench" / "charts"
COLOPHON = pathlib.Path(os.environ.get("COLOPHON", BUILD / "release" / "colophon"))
PACKAGES = {"vl_convert": "vl-convert-python==1.9.0.post1", "matplotlib": "matplotlib==3.11.2"}
FORMATS = ["svg", "png", "pdf"]
MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
SHORT = 1.0  # seconds; what takes less is measured so often again:
AGAIN = 14
WIDTH, HEIGHT = 1600, 1000
COLORS = ["#12355B", "#2A7F8E", "#D0A040", "#A8402D", "#8FB1CC", "#5E6B7A", "#A9B46A"]
VIEW = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


def prepare():
    if not COLOPHON.exists():
        sys.exit("bench: no release build; run make bench")
    install(PACKAGES)
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)


def charts(count):
    """Bars and donuts in turn; random numbers by a seed, so that no two charts are equal."""
    chance = random.Random(1)

    def numbers(length):
        return [round(chance.uniform(20, 900), 1) for _ in range(length)]

    made = []
    for index in range(count):
        chart = {"id": f"fig-{index}", "unit": "亿元"}
        if index % 2 == 0:
            names = ["东部地区", "中部地区", "西部地区", "东北地区", "港澳台地区", "海外"]
            series = [{"name": name, "values": numbers(6)} for name in ("2023年", "2024年", "2025年")]
            chart |= {"kind": "bar", "title": f"各地区的进出口额（{index}）", "names": names,
                      "series": series}
        else:
            names = ["机电产品", "纺织服装", "农产品", "化工产品", "金属制品", "其他制成品", "能源产品"]
            chart |= {"kind": "donut", "title": f"出口商品的构成（{index}）", "names": names,
                      "values": sorted(numbers(7), reverse=True)}
        made.append(chart)
    return made


# Colophon

def specification(chart, height):
    rows = (
        [{"n": name} | {f"v{index}": series["values"][place]
                        for index, series in enumerate(chart["series"])}
         for place, name in enumerate(chart["names"])] if chart["kind"] == "bar" else
        [{"n": name, "v0": value} for name, value in zip(chart["names"], chart["values"])])
    columns = [key for key in rows[0] if key != "n"]
    spec = {"id": chart["id"], "kind": chart["kind"], "title": chart["title"], "data": rows,
            "x": "n", "y": columns, "unit": chart["unit"], "height": f"{height:.2f}pt"}
    if chart["kind"] == "bar":
        spec["names"] = {f"v{index}": s["name"] for index, s in enumerate(chart["series"])}
    return json.dumps(spec, ensure_ascii=False)


def write_specifications(made, folder):
    """Finds the height of the plot at which an image has the proportion wanted, for each kind.

    A donut fills no more height than it needs: the resolution makes up for it, so that all images
    together have as many pixels as those of the others.
    """
    heights = {}
    for kind in sorted({chart["kind"] for chart in made}):
        chart = next(chart for chart in made if chart["kind"] == kind)
        height = 200.0
        for _ in range(3):
            probe = WORK / "probe.yaml"
            probe.write_text(specification(chart, height), encoding="utf-8")
            run(colophon("svg", probe, WORK / "probe"))
            width, drawn = view(WORK / "probe" / f"{chart['id']}.svg")
            height += width * HEIGHT / WIDTH - drawn
        heights[kind] = height
    folder.mkdir(parents=True)
    for chart in made:
        text = specification(chart, heights[chart["kind"]])
        (folder / f"{chart['id']}.yaml").write_text(text, encoding="utf-8")
    run(colophon("svg", folder, WORK / "probe"))
    sizes = [view(WORK / "probe" / f"{chart['id']}.svg") for chart in made]
    area = sum(width * height for width, height in sizes) / len(sizes)
    return (WIDTH * HEIGHT / area) ** 0.5 * 72


def view(file):
    return tuple(float(number) for number in VIEW.search(file.read_text(encoding="utf-8")).groups())


def colophon(form, source, output, *options):
    return [COLOPHON, "chart", source, "--home", ROOT, "--format", form, "--output", output,
            *map(str, options)]


# gnuplot

def gnuplot_script(made, form, folder):
    terminal = {"png": f"pngcairo size {WIDTH},{HEIGHT} fontscale 2", "svg": "svg size 800,500",
                "pdf": "pdfcairo size 8in,5in"}[form]
    lines = [f'set terminal {terminal} font "Noto Sans CJK SC"', "set encoding utf8"]
    for chart in made:
        lines.append(f'set output "{folder}/{chart["id"]}.{form}"')
        lines.append(f'set title "{chart["title"]}"')
        lines += gnuplot_bars(chart) if chart["kind"] == "bar" else gnuplot_donut(chart)
        lines.append("unset output")
    return "\n".join(lines) + "\n"


def gnuplot_bars(chart):
    series = chart["series"]
    rows = [" ".join([f'"{name}"', *(str(s["values"][place]) for s in series)])
            for place, name in enumerate(chart["names"])]
    bars = [f'$d using {index + 2}:xtic(1) title "{s["name"]}"' for index, s in enumerate(series)]
    labels = [f"$d using ($0+{(index - 1) / 4}):{index + 2}:{index + 2} with labels offset 0,0.7 notitle"
              for index in range(len(series))]
    return ["reset session", f'set title "{chart["title"]}"', "$d << EOD", *rows, "EOD",
            "set style data histogram", "set style histogram clustered gap 1",
            "set style fill solid", "set yrange [0:*]", f'set ylabel "{chart["unit"]}"',
            "plot " + ", ".join(bars + labels)]


def gnuplot_donut(chart):
    whole = sum(chart["values"])
    lines = ["reset session", f'set title "{chart["title"]}"', "unset border", "unset tics",
             "unset key", "set size ratio -1", "set xrange [-2:2]", "set yrange [-1.3:1.3]",
             "set style fill solid"]
    end = 90.0
    for index, (name, value) in enumerate(zip(chart["names"], chart["values"]), 1):
        start = end - value / whole * 360
        lines.append(f"set object {index} circle at 0,0 size 1 arc [{start}:{end}] "
                     f'fillcolor rgb "{COLORS[index - 1]}" front')
        middle = (start + end) / 2
        lines.append(f'set label {index} "{name} {value / whole:.1%}" at '
                     f"1.15*cos({middle}*pi/180),1.15*sin({middle}*pi/180) "
                     + ("left" if -90 < middle <= 90 else "right"))
        end = start
    lines.append('set object 99 circle at 0,0 size 0.6 fillcolor rgb "white" front')
    lines.append(f'set label 99 "{whole:.1f} {chart["unit"]}" at 0,0 center front')
    return lines + ["plot NaN"]


# Measuring

def run(command):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"bench: failed: {' '.join(map(str, command))}\n{done.stderr[-2000:]}")


def measure(command):
    log = WORK / "log.txt"
    done = subprocess.run(
        ["/usr/bin/env", "python3", "-I", "-S", HERE / "measure.py", log, *map(str, command)],
        check=True, capture_output=True, text=True)
    result = json.loads(done.stdout)
    if result["status"] != 0:
        sys.exit(f"bench: failed: {' '.join(map(str, command))}\n{log.read_text()[-2000:]}")
    return result["wall"]


def check(folder, form, count):
    files = list(folder.glob(f"*.{form}"))
    if len(files) != count or any(file.stat().st_size == 0 for file in files):
        sys.exit(f"bench: {folder} has {len(files)} files of {count}")
    if form == "png":
        sizes = [struct.unpack(">II", file.read_bytes()[16:24]) for file in files]
        pixels = sum(width * height for width, height in sizes) / len(sizes)
        if abs(pixels / (WIDTH * HEIGHT) - 1) > 0.01:
            sys.exit(f"bench: the pictures of {folder} have {pixels:.0f} pixels on average")


def programs(made, name):
    """What draws some charts, by name: a function of the format and the output folder."""
    specifications = WORK / name / "specifications"
    dpi = write_specifications(made, specifications)
    data = WORK / name / "data.json"
    data.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")

    def plotted(form, folder):
        script = WORK / name / f"{form}.gp"
        script.write_text(gnuplot_script(made, form, folder), encoding="utf-8")
        return [shutil.which("gnuplot"), script]

    def peer(peer):
        return lambda form, folder: [PYTHON, "-I", HERE / "chart_peers.py", peer, form, data, folder]

    found = {"colophon": lambda form, folder: colophon(
        form, specifications, folder, "--dpi", f"{dpi:.4f}")}
    if len(made) > 1:
        found["colophon, one core"] = lambda form, folder: colophon(
            form, specifications, folder, "--dpi", f"{dpi:.4f}", "--jobs", 1)
    if shutil.which("gnuplot"):
        found["gnuplot"] = plotted
    if has("vl_convert"):
        found["vega-lite"] = peer("vega")
    if has("matplotlib"):
        found["matplotlib"] = peer("matplotlib")
    return found


def times(found, count, rounds):
    """Median wall times by program and format, the programs in turn."""
    walls = {program: {form: [] for form in FORMATS} for program in found}

    def draw(program, form):
        with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
            wall = measure(found[program](form, pathlib.Path(folder)))
            check(pathlib.Path(folder), form, count)
        return wall

    cells = [(program, form) for program in found for form in FORMATS]
    if count == 1:
        for cell in cells:
            draw(*cell)  # fills the file cache
    for round in range(rounds + AGAIN):
        for program, form in cells:
            measured = walls[program][form]
            if round < rounds or statistics.median(measured) < SHORT:
                measured.append(draw(program, form))
    return {program: {form: statistics.median(walls) for form, walls in forms.items()}
            for program, forms in walls.items()}


def turns(rounds):
    return f"{rounds} rounds in turn, {AGAIN} more of what is short"


def show(title, values, ours, unit):
    print(f"\n{title}\n{'':22}" + "".join(f"{form:>10}" for form in FORMATS) + f"   {unit}")
    for program, forms in values.items():
        print(f"{program:22}" + "".join(f"{forms[form]:10.4g}" for form in FORMATS), flush=True)
    for program, forms in values.items():
        if not program.startswith("colophon"):
            print(f"{ours + ' / ' + program:34}" + "  ".join(
                f"{form} {values[ours][form] / forms[form]:.2f}" for form in FORMATS), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--cold", type=int, default=5)
    options = parser.parse_args()
    if min(options.count, options.rounds, options.cold) < 1:
        parser.error("all counts begin at 1")
    prepare()
    for peer, is_there in (("gnuplot", shutil.which("gnuplot")), ("vl-convert", has("vl_convert")),
                           ("matplotlib", has("matplotlib"))):
        if not is_there:
            print(f"bench: {peer} is missing and not measured")
    many = times(programs(charts(options.count), "warm"), options.count, options.rounds)
    rates = {program: {form: options.count / wall for form, wall in forms.items()}
             for program, forms in many.items()}
    show(f"{options.count} charts by one process, {turns(options.rounds)}", rates,
         "colophon, one core", "charts/s, more is better")
    one = times(programs(charts(1), "cold"), 1, options.cold)
    show(f"one chart by one process, cold, {turns(options.cold)}",
         {program: {form: wall * 1000 for form, wall in forms.items()}
          for program, forms in one.items()}, "colophon", "ms, less is better")


if __name__ == "__main__":
    main()
