"""A copy of a report with its chapters repeated, so that long documents can be measured.

Ids that the chapters define get a suffix in every copy but the first, and so do the references to
them: each copy is a chapter of its own, with its own notes, charts and tables.
"""
import pathlib
import re
import shutil

import yaml

DEFINED = re.compile(r"\{[^}\n]*?#([a-z][a-z0-9-]*)|^id: *([a-z][a-z0-9-]*)", re.M)
REFERENCE = re.compile(r"@([a-z][a-z0-9-]*)")
NOTE = re.compile(r"\[\^([^\]\s]+)\]")
ID = re.compile(r"(\{[^}\n]*?#)([a-z][a-z0-9-]*)")
KEY = re.compile(r"^(id: *)([a-z][a-z0-9-]*)", re.M)


def repeat(report, target, times):
    """Writes the copy with `times` times the chapters into the folder `target`."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(report, target)
    declaration = yaml.safe_load((report / "report.yaml").read_text(encoding="utf-8"))
    chapters = [part for part in declaration["parts"] if part["role"] == "chapter"]
    texts = [(target / part["file"]).read_text(encoding="utf-8") for part in chapters]
    own = {name for text in texts for pair in DEFINED.findall(text) for name in pair if name}

    added = []
    for round in range(2, times + 1):
        for part, text in zip(chapters, texts):
            path = pathlib.PurePath(part["file"])
            file = str(path.with_stem(f"{path.stem}-r{round}"))
            (target / file).write_text(suffixed(text, own, f"-r{round}"), encoding="utf-8")
            added.append({**part, "file": file})
    last = declaration["parts"].index(chapters[-1])
    declaration["parts"][last + 1:last + 1] = added
    text = yaml.safe_dump(declaration, allow_unicode=True, sort_keys=False)
    (target / "report.yaml").write_text(text, encoding="utf-8")


def suffixed(text, own, suffix):
    def name(match):
        return match[1] + match[2] + (suffix if match[2] in own else "")

    text = KEY.sub(name, ID.sub(name, text))
    text = REFERENCE.sub(lambda m: m[0] + (suffix if m[1] in own else ""), text)
    return NOTE.sub(lambda m: f"[^{m[1]}{suffix}]", text)
