/// What the page of a preview does.
///
/// It asks for the state after the one it has, which the server answers when there is one; it swaps
/// a page's picture when the new one has been decoded, so that nothing flickers and the place stays.
let previewScript = #"""
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
  """#
