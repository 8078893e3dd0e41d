let reportControls = """
  <div class="controls">
  <fieldset><legend>View</legend>
  <label><input type="radio" name="view" value="sides" checked>Side by side</label>
  <label><input type="radio" name="view" value="overlay">Overlay</label>
  <label><input type="radio" name="view" value="difference">Difference</label>
  </fieldset>
  <label class="fade">Old<input type="range" min="0" max="100" value="50" \
  aria-label="How much of the new page shows">New</label>
  <label><input type="checkbox" name="boxes" checked>Boxes</label>
  <p class="keys"><kbd>j</kbd> <kbd>k</kbd> next, previous · <kbd>1</kbd> <kbd>2</kbd> \
  <kbd>3</kbd> view · <kbd>b</kbd> boxes</p>
  </div>

  """

/// Colours keep a contrast of at least 4.5 to 1 in both schemes; no change is told by colour alone.
let reportStyle = """

  :root { --paper: #fff; --ground: #f4f4f1; --ink: #1d1d1b; --soft: #5c5c57; --line: #d9d8d2;
    --old: #a3231f; --old-ground: #fbe3e0; --new: #14613a; --new-ground: #dcf1e3;
    --mark: #b1440e; --accent: #1f4f8f; }
  @media (prefers-color-scheme: dark) {
    :root { --paper: #1d1e20; --ground: #141517; --ink: #ecebe6; --soft: #a9a8a1; --line: #36373a;
      --old: #ff9d94; --old-ground: #4a211e; --new: #7fd8a4; --new-ground: #173a27;
      --mark: #e0601c; --accent: #8db8f2; } }
  * { box-sizing: border-box; }
  html { scroll-padding-top: 7rem; }
  body { margin: 0; background: var(--ground); color: var(--ink);
    font: 15px/1.55 system-ui, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
      sans-serif;
    display: grid; grid-template: auto 1fr / 13rem minmax(0, 1fr); }
  a { color: var(--accent); }
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
  .skip { position: absolute; left: -99rem; }
  .skip:focus { left: 1rem; top: 1rem; z-index: 9; background: var(--paper); padding: .5rem; }
  header { grid-column: 1 / -1; position: sticky; top: 0; z-index: 5; display: flex; gap: 1rem 2rem;
    flex-wrap: wrap; align-items: end; justify-content: space-between; padding: .75rem 1.5rem;
    background: var(--paper); border-bottom: 1px solid var(--line); }
  h1 { font-size: 1.15rem; line-height: 1.3; margin: 0 0 .2rem; }
  header p { margin: 0; }
  .names, .tally, .keys, .details { color: var(--soft); font-size: .87rem; }
  .names span { font-weight: 600; }
  .names .old { color: var(--old); } .names .new { color: var(--new); margin-left: .75rem; }
  code { font: .93em ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
  .controls { display: flex; gap: .4rem 1.1rem; flex-wrap: wrap; align-items: center;
    font-size: .87rem; }
  .controls fieldset { border: 0; margin: 0; padding: 0; display: flex; gap: .9rem; }
  .controls legend { position: absolute; left: -99rem; }
  .controls label { display: inline-flex; align-items: center; gap: .3rem; cursor: pointer; }
  .controls input { accent-color: var(--accent); margin: 0; }
  .controls .keys { flex-basis: 100%; text-align: right; }
  .fade { visibility: hidden; } .overlay .fade { visibility: visible; }
  kbd { font: .9em ui-monospace, "DejaVu Sans Mono", monospace; border: 1px solid var(--line);
    border-radius: 3px; padding: 0 .3em; }
  nav { position: sticky; top: 6rem; align-self: start; max-height: calc(100vh - 6rem);
    overflow: auto; padding: 1.25rem .5rem 2rem 1.5rem; }
  nav ol { list-style: none; margin: 0; padding: 0; }
  nav a { display: flex; justify-content: space-between; padding: .2rem .5rem; border-radius: 4px;
    color: var(--ink); text-decoration: none; border-left: 3px solid transparent; }
  nav a:hover { background: var(--line); }
  nav a[aria-current] { border-left-color: var(--accent); background: var(--paper);
    font-weight: 600; }
  nav span { color: var(--soft); font-size: .8rem; font-weight: 400; align-self: center; }
  nav .added span { color: var(--new); } nav .removed span { color: var(--old); }
  nav .changed span { color: var(--mark); }
  summary { cursor: pointer; color: var(--accent); font-size: .9rem; margin-bottom: .75rem; }
  main { padding: 1.25rem 1.5rem 6rem; max-width: 110rem; }
  section, article { background: var(--paper); border: 1px solid var(--line); border-radius: 8px;
    padding: 1rem 1.25rem 1.25rem; margin-bottom: 1.5rem; }
  h2 { font-size: 1.05rem; margin: 0 0 .5rem; }
  .kind { font-size: .78rem; font-weight: 600; border: 1px solid; border-radius: 99px;
    padding: .05rem .6rem; margin-left: .4rem; vertical-align: 1px; color: var(--mark); }
  .kind.added { color: var(--new); } .kind.removed { color: var(--old); }
  .kind.moved, .kind.text, .kind.reflowed { color: var(--accent); }
  .details { margin: 0 0 .75rem; }
  .none { font-size: 1.05rem; }
  .scroll { overflow-x: auto; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: left; vertical-align: top; padding: .4rem .9rem .4rem 0;
    border-bottom: 1px solid var(--line); }
  thead th { color: var(--soft); font-size: .82rem; font-weight: 600; }
  tbody th { font-weight: 400; }
  td { font-variant-numeric: tabular-nums; }
  td del, td ins { margin-right: .3rem; }
  del { color: var(--old); background: var(--old-ground); border-radius: 3px; padding: 0 .12em; }
  ins { color: var(--new); background: var(--new-ground); border-radius: 3px; padding: 0 .12em;
    text-decoration-thickness: 1px; }
  .pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1.25rem; }
  figure { margin: 0; }
  figcaption { color: var(--soft); font-size: .82rem; margin-bottom: .3rem; }
  .old figcaption { color: var(--old); } .new figcaption { color: var(--new); }
  .sheet { position: relative; overflow: hidden; background: #fff; border: 1px solid var(--line);
    box-shadow: 0 1px 4px rgb(0 0 0 / .12); }
  .sheet img { display: block; width: 100%; height: auto; }
  .sheet i { position: absolute; border: 2px solid #c2410c; background: rgb(234 88 12 / .09);
    border-radius: 2px; margin: -3px; padding: 3px; box-sizing: content-box; pointer-events: none; }
  .no-boxes .sheet i { display: none; }
  .overlay .pair, .difference .pair { grid-template-columns: minmax(0, 52rem); }
  .overlay figure, .difference figure { grid-area: 1 / 1; }
  .overlay figure.new:not(:only-child) { opacity: var(--fade, .5); }
  .difference figure.new:not(:only-child) { mix-blend-mode: difference; }
  .overlay figure.old:not(:only-child) img, .difference figure.old:not(:only-child) img {
    transform: translateX(var(--shift)); }
  .overlay figure.old:not(:only-child) i, .difference figure.old:not(:only-child) i {
    display: none; }
  .difference .pair { isolation: isolate; }
  .overlay figcaption, .difference figcaption { visibility: hidden; }
  .pair > .new:only-child { grid-column: 2; }
  .overlay .pair > .new:only-child, .difference .pair > .new:only-child { grid-column: 1; }
  .texts { list-style: none; margin: 1rem 0 0; padding: 0; }
  .texts li { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: .75rem;
    padding: .5rem 0; border-top: 1px solid var(--line); }
  .texts p { margin: 0; max-width: 46em; line-height: 1.75; overflow-wrap: anywhere;
    white-space: pre-line; }
  .role { color: var(--soft); font-size: .82rem; padding-top: .25rem; }
  @media (max-width: 50rem) {
    .pair > .new:only-child { grid-column: 1; }
    body { grid-template-columns: minmax(0, 1fr); } header { position: static; }
    nav { position: static; max-height: none; padding: 1rem 1.5rem 0; }
    nav ol { display: flex; flex-wrap: wrap; } nav a { gap: .5rem; }
    .keys { display: none; } main { padding: 1rem; }
    .texts li { grid-template-columns: minmax(0, 1fr); gap: .1rem; } }
  @media print { header, nav { position: static; } .controls { display: none; }
    body { display: block; background: #fff; } article { break-inside: avoid; } }

  """
