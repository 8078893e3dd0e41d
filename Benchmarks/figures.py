"""The figures of a report, computed well enough to set the same text with another program."""
import csv
import json
import re
import sqlite3

import yaml


class Figures:
    """Sources in SQLite, figures by id, and the text that each prints."""

    def __init__(self, path):
        self.database = sqlite3.connect(":memory:")
        self.declared = {}
        self.values = {}
        if path.exists():
            declaration = yaml.safe_load(path.read_text(encoding="utf-8"))
            for name, source in (declaration.get("sources") or {}).items():
                self.load(name, path.parent / source["file"])
            self.declared = declaration.get("figures") or {}

    def load(self, name, path):
        text = path.read_text(encoding="utf-8-sig")
        if path.suffix == ".json":
            records = json.loads(text)
            columns = list(records[0])
            rows = [[record.get(column) for column in columns] for record in records]
        else:
            columns, *rows = csv.reader(text.splitlines())
            rows = [[number(cell) for cell in row] for row in rows]
        names = ", ".join(f'"{column}"' for column in columns)
        self.database.execute(f'CREATE TABLE "{name}" ({names})')
        marks = ", ".join("?" * len(columns))
        self.database.executemany(f'INSERT INTO "{name}" VALUES ({marks})', rows)

    def query(self, sql):
        cursor = self.database.execute(sql)
        return [column[0] for column in cursor.description], cursor.fetchall()

    def value(self, name):
        if name not in self.values:
            figure = self.declared[name]
            if "value" in figure:
                self.values[name] = figure["value"]
            elif "query" in figure:
                self.values[name] = self.query(figure["query"])[1][0][0]
            else:
                self.values[name] = self.derive(figure["derive"])
        return self.values[name]

    def derive(self, expression):
        function, arguments = re.fullmatch(r"\s*(\w+)\((.*)\)\s*", expression).groups()
        numbers = []
        for argument in (part.strip() for part in arguments.split(",")):
            numbers.append(float(self.value(argument)) if argument in self.declared
                           else float(argument))
        a, b, c = (numbers + [1, 1])[:3]
        derived = {
            "sum": lambda: sum(numbers), "difference": lambda: abs(a - b),
            "share": lambda: a / b * 100, "growth": lambda: (b / a - 1) * 100,
            "cagr": lambda: ((b / a) ** (1 / c) - 1) * 100, "product": lambda: a * b,
        }
        return derived.get(function, lambda: a / b)()

    def text(self, binding):
        """What a binding such as `port_jobs | over` prints, about."""
        name, *formats = (part.strip() for part in binding.split("|"))
        figure = self.declared.get(name)
        if figure is None:
            return name
        value, unit = self.value(name), str(figure.get("unit", ""))
        precision = figure.get("precision")
        if isinstance(value, float):
            text = f"{value:.{1 if precision is None else precision}f}"
        else:
            text = str(value)
        if "plain" in formats:
            return text
        before = {"over": "超过", "approx": "约"}
        words = "".join(before.get(one, "") for one in formats)
        if "signed" in formats:
            words += "下降" if text.startswith("-") else "增长"
            text = text.lstrip("-")
        return words + text + unit


def number(cell):
    if cell == "":
        return None
    for type in (int, float):
        try:
            return type(cell)
        except ValueError:
            pass
    return cell
