// Conveniences; every page reads and navigates without them.
(() => {
  // A browser may refuse storage to a page that comes from a folder: a choice then holds for that page.
  const stored = name => { try { return localStorage.getItem(`cartilla-${name}`); } catch { return null; } };
  const store = (name, value) => { try { localStorage.setItem(`cartilla-${name}`, value); } catch { /* see above */ } };

  // The look: as the system says, light, or dark. The words stand in the page.
  const button = document.querySelector("[data-theme-switch]");
  if (button) {
    const order = ["auto", "light", "dark"];
    let look = order.includes(stored("theme")) ? stored("theme") : "auto";
    const show = () => {
      if (look === "auto") delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = look;
      button.textContent = button.dataset[look];
    };
    button.addEventListener("click", () => {
      look = order[(order.indexOf(look) + 1) % order.length];
      store("theme", look);
      show();
    });
    button.hidden = false;
    show();
  }

  // A code on a card says of which edition it was printed. Its words were typed by nobody here: they are text and no more.
  const card = document.querySelector("[data-card]"), asked = new URLSearchParams(location.search).get("e")?.slice(0, 40);
  if (card && asked && asked !== card.dataset.card) {
    const { card: edition, says } = card.dataset;
    card.querySelector("span > span").textContent = says.replace(/\{(card|edition)\}/g, (_, name) => (name === "card" ? asked : edition));
    card.hidden = false;
  }

  // The search: the key and the buttons that open it. Its scripts and its index come when it is first wanted.
  const find = document.getElementById("_search");
  if (find) {
    const field = find.querySelector("input");
    const slash = find.querySelector("[data-slash]");
    const script = src => {
      const made = document.createElement("script");
      made.src = src;
      made.async = false;
      document.head.append(made);
    };
    let wanted = false;
    const fetch = () => {
      if (wanted) return;
      wanted = true;
      script(`${find.dataset.index}engine.js`);
      script("assets/theme/search.js");
    };
    const open = () => {
      fetch();
      if (!find.open) find.showModal();
      field.focus();
      field.select();
    };
    for (const button of document.querySelectorAll("[data-search]")) {
      button.hidden = false;
      button.addEventListener("click", open);
      button.addEventListener("pointerenter", fetch);
    }
    // A key of one sign can be in the way of who speaks to the machine: it can be switched off.
    slash.checked = stored("slash") !== "off";
    slash.addEventListener("change", () => store("slash", slash.checked ? "on" : "off"));
    addEventListener("keydown", event => {
      const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
      const key = event.key === "/" && slash.checked && !writing && !event.ctrlKey && !event.altKey && !event.metaKey;
      if (!key && !((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k")) return;
      event.preventDefault();
      open();
    });
    const asked = new URLSearchParams(location.search).get("q");
    if (asked) { field.value = asked; open(); }
  }

  // The ruler and the contents mark what is being read: the last mark that has passed the upper third of the window.
  const links = [...document.querySelectorAll(".ruler a, .toc a")];
  const marks = links.map(link => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let waiting = false;
  const follow = () => {
    waiting = false;
    let current = -1;
    marks.forEach((mark, n) => { if (mark && mark.getBoundingClientRect().top < innerHeight / 3) current = n; });
    links.forEach((link, n) => {
      if (n === current) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    });
  };
  if (links.length) {
    const soon = () => { if (!waiting) { waiting = true; requestAnimationFrame(follow); } };
    addEventListener("scroll", soon, { passive: true });
    addEventListener("resize", soon);
    follow();
  }

  // A long list of chapters opens at the page that is being read: in the spine of a wide screen at once, on a phone with the menu.
  const tab = document.querySelector(".leaf nav:not(.editions) [aria-current]"), menu = document.querySelector(".menu");
  const seek = list => {
    const { top, bottom } = tab.getBoundingClientRect(), box = list.getBoundingClientRect();
    if (bottom > Math.min(box.bottom, innerHeight)) list.scrollTop += top - box.top - box.height / 2;
  };
  if (tab && matchMedia("(min-width: 62rem)").matches) seek(tab.closest(".cover"));
  if (tab && menu) menu.addEventListener("toggle", () => { if (menu.open) seek(tab.closest(".leaf")); });

  // The other language, and the other edition, opens at the same place: addresses are the same there. A place that was asked for counts while it is in
  // view, else what is being read.
  const place = () => {
    const asked = document.querySelector(":target");
    const top = asked ? asked.getBoundingClientRect().top : NaN;
    if (top > -innerHeight && top < innerHeight) return location.hash;
    const reading = links.find(link => link.hasAttribute("aria-current"));
    return reading ? reading.hash : "";
  };
  addEventListener("click", event => {
    const link = event.target.closest?.("a[hreflang], .editions a:not([data-all]), [data-notice] a");
    if (link) link.setAttribute("href", link.getAttribute("href").split("#")[0] + place());
  });
})();
