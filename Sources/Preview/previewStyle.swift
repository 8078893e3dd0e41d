/// How the page of a preview looks, by day and by night.
let previewStyle = #"""
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
  """#
