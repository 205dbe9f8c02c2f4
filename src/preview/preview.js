// The preview's part of a page: it hears of each save, loads the page anew where it stands, and remembers what was open.
// Every word that it shows stands in the page.
(() => {
  const serial = document.currentScript.dataset.serial;
  const tray = document.getElementById("_cartilla");
  const said = name => document.querySelector(`.cartilla-said [data-${name}]`);
  const own = document.body.classList.contains("cartilla-own");
  // A browser may refuse storage; the page then begins at its top, and that is all.
  const keep = (where, name, value) => {
    try {
      if (value === null) where.removeItem(`cartilla-${name}`);
      else where.setItem(`cartilla-${name}`, value);
    } catch { /* see above */ }
  };
  const kept = (where, name) => { try { return where.getItem(`cartilla-${name}`); } catch { return null; } };

  // The preview's own pages have no switch for the look, and follow the one that was chosen on the others.
  const look = kept(localStorage, "theme");
  if (own && (look === "light" || look === "dark")) document.documentElement.dataset.theme = look;

  // Open or closed, as the person left it.
  const box = tray?.querySelector("details");
  if (box) {
    if (kept(localStorage, "tray") === "closed") box.open = false;
    box.querySelector("summary").addEventListener("click", () => keep(localStorage, "tray", box.open ? "closed" : "open"));
    tray.addEventListener("keydown", event => {
      if (event.key !== "Escape" || !box.open) return;
      box.open = false;
      keep(localStorage, "tray", "closed");
      box.querySelector("summary").focus();
    });
  }

  // The page makes as much room as the open panel takes.
  const room = () => {
    const height = box?.open ? box.querySelector(".cartilla-list").offsetHeight : 0;
    document.documentElement.style.setProperty("--cartilla-panel", `${height}px`);
  };
  if (box) {
    box.addEventListener("toggle", room);
    addEventListener("resize", room);
    addEventListener("load", room);
    room();
  }

  // Where the person is: the last place of the page that has passed the top of the window, and how far it is from there. Text
  // that grows or shrinks above it then moves nothing.
  const top = () => 0.25 * innerHeight;
  const places = () => [...document.querySelectorAll("main [id]")];
  const focusable = () => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];
  const stand = () => {
    const place = places().filter(one => one.getBoundingClientRect().top <= top()).at(-1);
    return JSON.stringify({
      page: location.pathname,
      scroll: scrollY,
      place: place?.id,
      offset: place?.getBoundingClientRect().top,
      focus: focusable().indexOf(document.activeElement),
      list: tray?.querySelector(".cartilla-list")?.scrollTop,
    });
  };
  const reload = () => {
    keep(sessionStorage, "stand", stand());
    history.scrollRestoration = "manual";
    location.reload();
  };
  const before = JSON.parse(kept(sessionStorage, "stand") ?? "null");
  keep(sessionStorage, "stand", null);
  if (before?.page === location.pathname) {
    const settle = () => {
      const place = before.place && document.getElementById(before.place);
      const to = place ? scrollY + place.getBoundingClientRect().top - before.offset : before.scroll;
      scrollTo({ top: to, behavior: "instant" });
    };
    settle();
    if (before.focus > -1) focusable()[before.focus]?.focus({ preventScroll: true });
    const list = tray?.querySelector(".cartilla-list");
    if (list && before.list) list.scrollTop = before.list;
    // Pictures and letters may still move what is above; once they are there, the page belongs to the person.
    let moved = false;
    for (const kind of ["wheel", "touchstart", "keydown", "pointerdown"]) addEventListener(kind, () => { moved = true; }, { once: true, passive: true });
    addEventListener("load", () => {
      if (!moved) settle();
      history.scrollRestoration = "auto";
    });
    // Said a moment later: what is there from the beginning is not told as news.
    addEventListener("load", () => setTimeout(() => { if (said("updated")) said("updated").hidden = false; }, 100));
  }
  if (kept(sessionStorage, "gone")) {
    keep(sessionStorage, "gone", null);
    addEventListener("load", () => { if (said("gone")) said("gone").hidden = false; });
  }

  // The next edition. A page whose address has gone gives way to the front.
  let leaving = false;
  const renew = async () => {
    if (leaving) return;
    leaving = true;
    try {
      const { status } = await fetch(`/__cartilla/is${location.pathname}`, { cache: "no-store" });
      if (status === 200 || !tray) return reload();
      keep(sessionStorage, "gone", "yes");
      location.replace(tray.dataset.front);
    } catch { leaving = false; }
  };
  // A browser has few connections for one site: pages that nobody looks at hold none.
  let source;
  const listen = () => {
    if (document.hidden) {
      source?.close();
      source = undefined;
    } else if (!source) {
      source = new EventSource("/__cartilla/events");
      let waiting;
      source.onopen = () => {
        clearTimeout(waiting);
        waiting = undefined;
        if (said("ended")) said("ended").hidden = true;
      };
      source.onmessage = event => { if (event.data !== serial) renew(); };
      source.onerror = () => {
        // One interruption is nothing: the browser asks again by itself.
        waiting ??= setTimeout(() => { if (said("ended")) said("ended").hidden = false; }, 4000);
        if (source.readyState === EventSource.CLOSED) {
          source = undefined;
          setTimeout(listen, 2000);
        }
      };
    }
  };
  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", () => source?.close());
  listen();
})();
