/// The page that a browser shows: one file without anything from elsewhere.
///
/// It asks for the state after the one it has, which the server answers when there is one; it swaps
/// a page's picture when the new one has been decoded, so that nothing flickers and the place stays.
let previewPage = #"""
  <!doctype html>
  <html lang="en">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Colophon</title>
  <style>
    :root { color-scheme: light dark; --ground: #d9dadd; --panel: #fff; --ink: #1c1d20;
      --soft: #6b6e76; --line: #d0d2d8; --error: #b3261e; --warning: #8a5a00; --note: #365f9d; }
    @media (prefers-color-scheme: dark) { :root { --ground: #24262b; --panel: #1b1c20;
      --ink: #e8e9ec; --soft: #9a9da6; --line: #3a3d45; --error: #ff8a80; --warning: #f2c14e;
      --note: #8ab4f8; } }
    * { box-sizing: border-box; }
    body { margin: 0; height: 100vh; display: grid; grid-template: auto 1fr / 1fr 24rem;
      background: var(--ground); color: var(--ink); font: 14px/1.5 system-ui, sans-serif; }
    header { grid-column: 1 / 3; display: flex; gap: 1rem; align-items: center;
      padding: .4rem 1rem; background: var(--panel); border-bottom: 1px solid var(--line); }
    header h1 { font-size: 1rem; margin: 0; flex: 1; overflow: hidden; white-space: nowrap;
      text-overflow: ellipsis; }
    header output { color: var(--soft); }
    #pages { overflow: auto; padding: 1rem; display: flex; flex-direction: column;
      align-items: center; gap: 1rem; }
    .page { position: relative; flex: none; background: #fff; box-shadow: 0 1px 4px #0006;
      cursor: crosshair; }
    .page img { position: absolute; inset: 0; width: 100%; height: 100%; }
    .mark { position: absolute; background: #ffd54a66; mix-blend-mode: multiply; }
    aside { overflow: auto; background: var(--panel); border-left: 1px solid var(--line);
      padding: .5rem 1rem; }
    aside ol { list-style: none; margin: 0; padding: 0; }
    aside li { padding: .5rem 0; border-bottom: 1px solid var(--line); }
    aside button { all: unset; cursor: pointer; display: block; width: 100%; }
    aside button:focus-visible { outline: 2px solid var(--note); }
    .error b { color: var(--error); } .warning b { color: var(--warning); }
    .note b { color: var(--note); }
    small, code { color: var(--soft); font-size: .85em; overflow-wrap: anywhere; }
    #place { position: fixed; display: none; padding: .2rem .5rem; border-radius: .25rem;
      background: #1c1d20; color: #fff; font: 12px ui-monospace, monospace; pointer-events: none; }
  </style>
  <header><h1></h1><label>Width <input id="width" type="range" min="20" max="200" value="70"></label>
    <output role="status"></output></header>
  <main id="pages" tabindex="0" aria-label="Pages"></main>
  <aside aria-label="Findings"><ol></ol></aside>
  <div id="place" role="status"></div>
  <script>
    const pages = document.getElementById("pages"), list = document.querySelector("aside ol"),
      status = document.querySelector("output"), place = document.getElementById("place"),
      width = document.getElementById("width");
    let state = { version: 0, pages: [] }, sheets = [], visible = new Set(), seen = 0;
    const scale = () => Number(width.value) / 100 * 96 / 72;
    const dpi = () => Math.round(72 * scale() * Math.min(devicePixelRatio, 2));

    const observer = new IntersectionObserver(entries => {
      for (const entry of entries) {
        const index = sheets.indexOf(entry.target);
        if (entry.isIntersecting) { visible.add(index); paint(index); } else visible.delete(index);
      }
    }, { root: pages, rootMargin: "600px" });

    function layOut() {
      while (sheets.length > state.pages.length) {
        const sheet = sheets.pop(); observer.unobserve(sheet); visible.delete(sheets.length);
        sheet.remove();
      }
      state.pages.forEach((page, index) => {
        if (!sheets[index]) {
          const sheet = document.createElement("section");
          sheet.className = "page"; sheets.push(sheet); pages.append(sheet);
          sheet.addEventListener("click", event => locate(index, event));
          observer.observe(sheet);
        }
        const sheet = sheets[index];
        sheet.style.width = page.width * scale() + "px";
        sheet.style.height = page.height * scale() + "px";
        sheet.setAttribute("aria-label", "Page " + (page.label || index + 1));
      });
    }

    async function paint(index) {
      const sheet = sheets[index], key = state.pictures + "/" + dpi();
      if (!sheet || sheet.dataset.shown === key) return;
      sheet.dataset.shown = key;
      const image = new Image();
      image.alt = ""; image.src = `/page/${index}?v=${state.pictures}&dpi=${dpi()}`;
      try { await image.decode(); } catch { delete sheet.dataset.shown; return; }
      if (sheet.dataset.shown !== key) return;
      sheet.replaceChildren(image);
    }

    async function locate(index, event) {
      const box = sheets[index].getBoundingClientRect();
      const x = (event.clientX - box.left) / scale(), y = (event.clientY - box.top) / scale();
      const lines = await (await fetch("/lines/" + index)).json();
      const hit = lines.find(({ box: [left, top, w, h] }) =>
        x >= left && x <= left + w && y >= top && y <= top + h);
      mark(index, hit ? lines.filter(l => l.file === hit.file && l.line === hit.line) : []);
      place.style.display = hit ? "block" : "none";
      if (!hit) return;
      place.textContent = `${hit.file}:${hit.line}:${hit.column}`;
      place.style.left = Math.min(event.clientX + 12, innerWidth - place.offsetWidth - 8) + "px";
      place.style.top = event.clientY + 12 + "px";
      navigator.clipboard?.writeText(place.textContent).catch(() => {});
    }

    function mark(index, lines) {
      document.querySelectorAll(".mark").forEach(mark => mark.remove());
      for (const { box: [left, top, w, h] } of lines) {
        const mark = document.createElement("div");
        mark.className = "mark";
        for (const [key, value] of Object.entries({ left, top, width: w, height: h }))
          mark.style[key] = value * scale() + "px";
        sheets[index].append(mark);
      }
    }

    async function show(finding) {
      if (finding.page === undefined) return;
      sheets[finding.page].scrollIntoView({ block: "center" });
      const lines = await (await fetch("/lines/" + finding.page)).json();
      mark(finding.page, lines.filter(l => l.file === finding.file && l.line === finding.line));
    }

    function listFindings() {
      list.replaceChildren(...state.findings.map(finding => {
        const item = document.createElement("li"), button = document.createElement("button"),
          kind = document.createElement("b"), code = document.createElement("small");
        item.className = finding.severity;
        kind.textContent = finding.severity + " ";
        const where = finding.file ? `${finding.file}:${finding.line}:${finding.column} ` : "";
        code.textContent = where + "[" + finding.code + "]";
        button.append(kind, finding.message, document.createElement("br"), code);
        for (const hint of finding.hints) {
          const small = document.createElement("small");
          small.textContent = "hint: " + hint;
          button.append(document.createElement("br"), small);
        }
        button.addEventListener("click", () => show(finding));
        item.append(button);
        return item;
      }));
    }

    async function take(next) {
      state = next;
      document.title = state.title; document.querySelector("h1").textContent = state.title;
      const count = kind => state.findings.filter(f => f.severity === kind).length;
      status.textContent = `${state.pages.length} pages, ${count("error")} errors, `
        + `${count("warning")} warnings` + (state.checked ? "" : ", checking …")
        + ` (${state.milliseconds} ms)`;
      listFindings(); layOut();
      await new Promise(requestAnimationFrame);
      await Promise.all([...visible].map(paint));
      fetch("/shown/" + state.version);
    }

    width.addEventListener("input", () => { layOut(); visible.forEach(paint); });

    (async () => {
      for (;;) {
        try {
          const answer = await fetch("/state/" + state.version);
          if (answer.status === 200) await take(await answer.json());
        } catch {
          status.textContent = "the preview has ended; waiting for it to start again …";
          state.version = 0;
          await new Promise(resolve => setTimeout(resolve, 1000));
        }
      }
    })();
  </script>
  </html>
  """#
