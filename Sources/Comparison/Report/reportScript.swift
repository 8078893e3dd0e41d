/// Views, keys and the place in the list; the page can be read without it.
let reportScript = """

  (() => {
    const root = document.documentElement, all = (query) => [...document.querySelectorAll(query)];
    const parts = all("main > section, main > article"), links = all("nav a");
    const fade = document.querySelector(".fade input");
    const boxes = document.querySelector("input[name=boxes]");
    const views = all("input[name=view]");
    const show = (view) => {
      root.classList.remove("sides", "overlay", "difference");
      root.classList.add(view.value);
      view.checked = true;
    };
    views.forEach((view) => view.addEventListener("change", () => show(view)));
    fade.addEventListener("input", () => root.style.setProperty("--fade", fade.value / 100));
    const frame = () => root.classList.toggle("no-boxes", !boxes.checked);
    boxes.addEventListener("change", frame);
    const edge = () => document.querySelector("header").getBoundingClientRect().bottom + 24;
    const current = () => {
      const passed = parts.filter((part) => part.getBoundingClientRect().top <= edge());
      return passed.length - 1;
    };
    const mark = () => {
      const id = parts[Math.max(0, current())]?.id;
      links.forEach((link) => link.hash === "#" + id
        ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current"));
    };
    const place = () => root.style.scrollPaddingTop = (edge() - 8) + "px";
    const go = (step) => {
      const next = parts[Math.min(parts.length - 1, Math.max(0, current() + step))];
      if (!next) return;
      next.focus({ preventScroll: true });
      next.scrollIntoView();
    };
    addEventListener("scroll", mark, { passive: true });
    addEventListener("resize", place);
    addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const key = event.key;
      if (key === "j" || key === "n") go(1);
      else if (key === "k" || key === "p") go(-1);
      else if (key >= "1" && key <= "3") show(views[key - 1]);
      else if (key === "b") { boxes.checked = !boxes.checked; frame(); }
      else return;
      event.preventDefault();
    });
    place();
    mark();
  })();

  """
