/// The page that a browser shows, with nothing from elsewhere.
let previewPage = #"""
  <!doctype html>
  <html lang="en">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Colophon</title>
  <link rel="stylesheet" href="/preview.css">
  <header><h1></h1><label>Width <input id="width" type="range" min="20" max="200" value="70"></label>
    <output role="status"></output></header>
  <main id="pages" tabindex="0" aria-label="Pages"></main>
  <aside aria-label="Findings"><ol></ol></aside>
  <div id="place" role="status"></div>
  <script src="/preview.js"></script>
  </html>
  """#
