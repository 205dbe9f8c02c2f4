// Three conveniences; every page reads and navigates without them.
(() => {
  // The look: as the system says, light, or dark. The words stand in the page.
  const button = document.querySelector("[data-theme-switch]");
  if (button) {
    const order = ["auto", "light", "dark"];
    // A browser may refuse storage to a page that comes from a folder: the choice then holds for that page.
    const stored = () => { try { return localStorage.getItem("cartilla-theme"); } catch { return null; } };
    const store = value => { try { localStorage.setItem("cartilla-theme", value); } catch { /* see above */ } };
    let look = order.includes(stored()) ? stored() : "auto";
    const show = () => {
      if (look === "auto") delete document.documentElement.dataset.theme;
      else document.documentElement.dataset.theme = look;
      button.textContent = button.dataset[look];
    };
    button.addEventListener("click", () => {
      look = order[(order.indexOf(look) + 1) % order.length];
      store(look);
      show();
    });
    button.hidden = false;
    show();
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

  // The other language opens at the same place: addresses are the same there. A place that was asked for counts while it is in
  // view, else what is being read.
  const place = () => {
    const asked = document.querySelector(":target");
    const top = asked ? asked.getBoundingClientRect().top : NaN;
    if (top > -innerHeight && top < innerHeight) return location.hash;
    const reading = links.find(link => link.hasAttribute("aria-current"));
    return reading ? reading.hash : "";
  };
  for (const link of document.querySelectorAll("a[hreflang]")) {
    const page = link.getAttribute("href");
    link.addEventListener("click", () => link.setAttribute("href", page + place()));
  }
})();
