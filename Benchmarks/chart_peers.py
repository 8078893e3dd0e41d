"""Draws the charts of a benchmark with a peer, all in this one process.

  chart_peers.py vega|matplotlib png|svg|pdf DATA.json FOLDER
"""
import json
import pathlib
import sys

FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
WIDTH, HEIGHT = 1600, 1000


def vega(form, charts, folder):
    import vl_convert

    for chart in charts:
        spec = (vega_bars if chart["kind"] == "bar" else vega_donut)(chart)
        if form == "svg":
            data = vl_convert.vegalite_to_svg(spec).encode()
        elif form == "png":
            data = vl_convert.vegalite_to_png(spec, scale=2)
        else:
            data = vl_convert.vegalite_to_pdf(spec)
        (folder / f"{chart['id']}.{form}").write_bytes(data)


def vega_frame(chart, rows):
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v5.json", "title": chart["title"],
        "width": WIDTH / 2, "height": HEIGHT / 2, "autosize": {"type": "fit", "contains": "padding"},
        "config": {"font": "Noto Sans CJK SC"}, "data": {"values": rows},
    }


def vega_bars(chart):
    rows = [{"x": name, "s": series["name"], "y": value}
            for series in chart["series"] for name, value in zip(chart["names"], series["values"])]
    x = {"field": "x", "type": "nominal", "sort": None, "title": None, "axis": {"labelAngle": 0}}
    offset = {"field": "s", "sort": None}
    y = {"field": "y", "type": "quantitative", "title": chart["unit"]}
    return vega_frame(chart, rows) | {
        "encoding": {"x": x, "xOffset": offset, "y": y},
        "layer": [
            {"mark": "bar", "encoding": {"color": {"field": "s", "type": "nominal", "sort": None,
                                                   "title": None}}},
            {"mark": {"type": "text", "dy": -6}, "encoding": {"text": {"field": "y"}}},
        ],
    }


def vega_donut(chart):
    whole = sum(chart["values"])
    rows = [{"x": f"{name} {value / whole:.1%}", "y": value}
            for name, value in zip(chart["names"], chart["values"])]
    return vega_frame(chart, rows) | {
        "encoding": {"theta": {"field": "y", "type": "quantitative", "stack": True},
                     "color": {"field": "x", "type": "nominal", "sort": None, "legend": None}},
        "layer": [
            {"mark": {"type": "arc", "innerRadius": 110, "outerRadius": 180}},
            {"mark": {"type": "text", "radius": 215}, "encoding": {"text": {"field": "x"}}},
        ],
    }


def matplotlib(form, charts, folder):
    import matplotlib as plot

    plot.use("Agg")
    from matplotlib import font_manager, pyplot

    font_manager.fontManager.addfont(FONT)
    pyplot.rcParams["font.family"] = font_manager.FontProperties(fname=FONT).get_name()
    pyplot.rcParams["svg.fonttype"] = "none"
    for chart in charts:
        figure, axes = pyplot.subplots(figsize=(WIDTH / 200, HEIGHT / 200), dpi=200)
        (matplotlib_bars if chart["kind"] == "bar" else matplotlib_donut)(axes, chart)
        axes.set_title(chart["title"])
        figure.savefig(folder / f"{chart['id']}.{form}")
        pyplot.close(figure)


def matplotlib_bars(axes, chart):
    thickness = 0.8 / len(chart["series"])
    for index, series in enumerate(chart["series"]):
        places = [place + index * thickness for place in range(len(chart["names"]))]
        bars = axes.bar(places, series["values"], thickness, label=series["name"])
        axes.bar_label(bars, fontsize=7)
    axes.set_xticks([place + thickness for place in range(len(chart["names"]))], chart["names"])
    axes.set_ylabel(chart["unit"])
    axes.legend()


def matplotlib_donut(axes, chart):
    whole = sum(chart["values"])
    labels = [f"{name} {value / whole:.1%}" for name, value in zip(chart["names"], chart["values"])]
    axes.pie(chart["values"], labels=labels, startangle=90, counterclock=False,
             wedgeprops={"width": 0.4})
    axes.text(0, 0, f"{whole:.1f}\n{chart['unit']}", ha="center", va="center")


def main():
    peer, form, data, folder = sys.argv[1:]
    charts = json.loads(pathlib.Path(data).read_text(encoding="utf-8"))
    {"vega": vega, "matplotlib": matplotlib}[peer](form, charts, pathlib.Path(folder))


main()
