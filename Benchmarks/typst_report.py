"""Writes a report folder as a Typst document of the same text, headings, notes, tables, pictures
and charts, set as a competent user would set it.

  typst_report.py REPORT CHARTS TARGET

CHARTS is the folder of chart images that `colophon build` wrote; TARGET gets main.typ and all the
pictures that it shows.
"""
import pathlib
import re
import shutil
import sys

import yaml

from figures import Figures

PREAMBLE = pathlib.Path(__file__).with_name("preamble.typ")

BINDING = re.compile(r"\{\{(.*?)\}\}")
ATTRIBUTES = re.compile(r"\s*\{([^{}]*)\}\s*$")
COPY = re.compile(r"-r\d+$")


class Converter:
    def __init__(self, report, charts, target):
        self.report, self.charts, self.target = report, charts, target
        self.declaration = yaml.safe_load((report / "report.yaml").read_text(encoding="utf-8"))
        figures = self.declaration.get("figures", "data/figures.yaml")
        self.figures = Figures(report / figures)
        self.notes = {}
        self.pictures = set()
        self.depth = 0
        self.output = []

    # The document

    def convert(self):
        (self.target / "pictures").mkdir(parents=True, exist_ok=True)
        self.output = [PREAMBLE.read_text(encoding="utf-8")]
        texts = {
            part["file"]: self.bound((self.report / part["file"]).read_text(encoding="utf-8"))
            for part in self.declaration["parts"] if "file" in part
        }
        for text in texts.values():
            self.collect_notes(text)
        for part in self.declaration["parts"]:
            self.part(part, texts.get(part.get("file"), ""))
        (self.target / "main.typ").write_text("\n".join(self.output), encoding="utf-8")

    def bound(self, text):
        text = re.sub(r"<!--.*?-->", "", text, flags=re.S)
        return BINDING.sub(lambda match: self.figures.text(match[1]), text)

    def collect_notes(self, text):
        for match in re.finditer(r"^\[\^([^\]]+)\]:[ \t]*(.*(?:\n(?:[ ]{4}|\t).*)*)", text, re.M):
            self.notes[match[1]] = re.sub(r"\n\s*", "", match[2])

    def part(self, part, text):
        role = part["role"]
        if role == "cover":
            words = [self.declaration.get(key, "") for key in
                     ("title", "subtitle", "edition", "organization")]
            self.output.append(f"#cover({', '.join(quoted(str(word)) for word in words)})")
        elif role == "contents":
            self.output.append(f"#contents({quoted(part.get('title', ''))})")
        else:
            self.begin(role)
            self.blocks(text.split("\n"), role)

    def begin(self, role):
        if role in ("epigraphs", "preface"):
            self.output.append("#recto()")
        if role in ("preface", "chapter") and "#show: body-matter" not in self.output:
            self.output.append("#show: body-matter")

    # Blocks

    def blocks(self, lines, role):
        index = 0
        while index < len(lines):
            index = self.block(lines, index, role)

    def block(self, lines, index, role):
        """Writes the block that begins at a line; the index of the line after it."""
        line = lines[index]
        if not line.strip():
            return index + 1
        if line.startswith("```"):
            end = next(i for i in range(index + 1, len(lines)) if lines[i].startswith("```"))
            self.fenced(line[3:].strip(), "\n".join(lines[index + 1:end]))
            return end + 1
        if line.startswith(":::"):
            return self.division(lines, index, role)
        if line.startswith("#"):
            self.heading(line, role)
            return index + 1
        if re.match(r"\[\^[^\]]+\]:", line):
            index += 1
            while index < len(lines) and re.match(r"\s+\S", lines[index]):
                index += 1
            return index
        if line.startswith("|"):
            return self.pipe_table(lines, index)
        if re.match(r"(\d+\.|[-*+]) ", line):
            return self.list(lines, index)
        end = index
        while end < len(lines) and lines[end].strip() and not re.match(r"[#|:`]", lines[end]):
            end += 1
        self.paragraph(joined(lines[index:max(end, index + 1)]))
        return max(end, index + 1)

    def heading(self, line, role):
        level = len(line) - len(line.lstrip("#"))
        text, identifier, classes, _ = attributes(line[level:].strip())
        numbered = role == "chapter" and "unnumbered" not in classes
        self.output.append(
            f"#heading(level: {level}, numbering: {'chapter-number' if numbered else 'none'})"
            f"[{self.inline(text)}]{label(identifier)}")

    def paragraph(self, text):
        picture = re.fullmatch(r"!\[(.*)\]\((.*?)\)(\{.*\})?", text)
        if not picture:
            self.output.append(f"\n{self.inline(text)}\n")
            return
        _, identifier, _, values = attributes(picture[3] or "")
        self.output.append(
            f"#picture({self.placement()}, {quoted(self.copied(self.report / picture[2]))}, "
            f"[{self.inline(picture[1])}], [{self.inline(values.get('credit', ''))}])"
            f"{label(identifier)}")

    def placement(self):
        """Pictures float to the head or the foot of a page, but not out of a box."""
        return "none" if self.depth else "auto"

    def division(self, lines, index, role):
        # Spans in a title have braces of their own.
        fence = re.sub(r"\[([^\]]*)\]\{[^{}]*\}", r"\1", lines[index])
        _, identifier, classes, values = attributes(fence)
        depth, end = 1, index
        while depth:
            end += 1
            if re.match(r":{3,}\s*\S", lines[end]):
                depth += 1
            elif lines[end].startswith(":::"):
                depth -= 1
        kind = "case" if "case" in classes else "epigraph"
        title = values.get("title") or values.get("source", "")
        self.output.append(f"#{kind}([{self.inline(title)}])[")
        self.depth += 1
        self.blocks(lines[index + 1:end], role)
        self.depth -= 1
        self.output.append(f"]{label(identifier)}")
        return end + 1

    def list(self, lines, index):
        items, ordered = [], lines[index][0].isdigit()
        while index < len(lines) and lines[index].strip():
            match = re.match(r"(\d+\.|[-*+]) +(.*)", lines[index])
            if match:
                items.append(match[2])
            else:
                items[-1] = joined([items[-1], lines[index].strip()])
            index += 1
        body = ", ".join(f"[{self.inline(item)}]" for item in items)
        self.output.append(f"#{'enum' if ordered else 'list'}({body},)")
        return index

    def pipe_table(self, lines, index):
        rows = []
        while index < len(lines) and lines[index].startswith("|"):
            rows.append([cell.strip() for cell in lines[index].strip().strip("|").split("|")])
            index += 1
        head, rule, *rows = rows
        aligns = [{(True, True): "center", (False, True): "right"}.get(
            (mark.startswith(":"), mark.endswith(":")), "left") for mark in rule]
        while index < len(lines) and not lines[index].strip():
            index += 1
        caption, identifier, values = "", "", {}
        if index < len(lines) and lines[index].startswith(": "):
            caption, identifier, _, values = attributes(lines[index][2:])
            index += 1
        self.table(caption, identifier, head, aligns, rows, values)
        return index

    def fenced(self, kind, body):
        if kind not in ("chart", "table"):
            self.output.append(f"#raw(block: true, {quoted(body)})")
            return
        values = yaml.safe_load(body)
        if kind == "chart":
            self.chart(values)
        else:
            self.data_table(values)

    def chart(self, values):
        image = self.chart_image(values["id"])
        height = values.get("height", "70mm")
        shown = f"image({quoted(image)}, width: 100%)" if image else f"block(height: {height})"
        subtitle = values.get("subtitle", "")
        source = source_line(values)
        self.output.append(
            f"#chart({self.placement()}, {shown}, [{self.inline(values['title'])}], [{self.inline(subtitle)}], "
            f"[{self.inline(source)}]){label(values['id'])}")

    def chart_image(self, identifier):
        for name in (identifier, COPY.sub("", identifier)):
            for suffix in ("svg", "pdf", "png"):
                if (self.charts / f"{name}.{suffix}").exists():
                    return self.copied(self.charts / f"{name}.{suffix}")
        return None

    def data_table(self, values):
        names, rows = self.figures.query(values["data"])
        declared = list(leaves(values.get("columns") or [{"name": name} for name in names]))
        places = [names.index(column["name"]) for column in declared]
        head = [column.get("title", column["name"]) for column in declared]
        aligns = [column.get("align", "left").replace("decimal", "right") for column in declared]
        cells = [["" if row[place] is None else str(row[place]) for place in places]
                 for row in rows]
        self.table(values["title"], values["id"], head, aligns, cells, values)

    def table(self, caption, identifier, head, aligns, rows, values):
        cells = [f"[{self.inline(cell)}]" for row in rows for cell in row]
        heads = ", ".join(f"[{self.inline(cell)}]" for cell in head)
        self.output.append(
            f"#data-table(({', '.join(aligns)},), [{self.inline(caption)}], "
            f"[{self.inline(source_line(values))}], ({heads},), ({', '.join(cells)},))"
            f"{label(identifier)}")

    def copied(self, path):
        """The name of a picture in the target folder."""
        name = f"pictures/{path.name}"
        if name not in self.pictures:
            self.pictures.add(name)
            shutil.copyfile(path, self.target / name)
        return name

    # Inlines

    INLINE = re.compile(
        r"\[\^(?P<note>[^\]]+)\]|@(?P<reference>[a-z][a-z0-9-]*[a-z0-9])"
        r"|\*\*(?P<strong>.+?)\*\*|\*(?P<emphasis>.+?)\*|`(?P<code>[^`]+)`"
        r"|\[(?P<text>[^\]]*)\](?:\((?P<link>[^)]*)\)|\{(?P<span>[^}]*)\})")

    def inline(self, text):
        output, done = [], 0
        for match in self.INLINE.finditer(text):
            output += [escaped(text[done:match.start()]), self.element(match)]
            done = match.end()
        return "".join(output) + escaped(text[done:])

    def element(self, match):
        if match["note"]:
            return f"#footnote[{self.inline(self.notes.get(match['note'], ''))}]"
        if match["reference"]:
            return f"#ref(label({quoted(match['reference'])}))"
        if match["strong"]:
            return f"#strong[{self.inline(match['strong'])}]"
        if match["emphasis"]:
            return f"#emph[{self.inline(match['emphasis'])}]"
        if match["code"]:
            return f"#raw({quoted(match['code'])})"
        if match["link"]:
            return f"#link({quoted(match['link'])})[{self.inline(match['text'])}]"
        return self.inline(match["text"])


def attributes(text):
    """(text, id, classes, values) of a text with attributes in braces at its end."""
    match = ATTRIBUTES.search(text)
    if not match:
        return text, "", [], {}
    words = match[1]
    values = dict(re.findall(r'([\w-]+)="([^"]*)"', words))
    bare = re.sub(r'[\w-]+="[^"]*"', "", words).split()
    identifier = next((word[1:] for word in bare if word.startswith("#")), "")
    return text[:match.start()], identifier, [w[1:] for w in bare if w.startswith(".")], values


def leaves(columns):
    """The columns below heads that span several of them."""
    for column in columns:
        if "columns" in column:
            yield from leaves(column["columns"])
        else:
            yield column


def source_line(values):
    parts = [f"资料来源：{values['source']}" if values.get("source") else "",
             f"注：{values['note']}" if values.get("note") else ""]
    return "　".join(part for part in parts if part)


def joined(lines):
    text = lines[0].strip()
    for line in lines[1:]:
        isLatin = text[-1:].isascii() and line.strip()[:1].isascii()
        text += (" " if isLatin else "") + line.strip()
    return text


def label(identifier):
    return f" <{identifier}>" if identifier else ""


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def escaped(text):
    text = re.sub(r"([\\#$*_`<>@\[\]~\-/=+])", r"\\\1", text)
    return re.sub(r"^(\d+)\.", r"\1\\.", text)


if __name__ == "__main__":
    Converter(*map(pathlib.Path, sys.argv[1:4])).convert()
