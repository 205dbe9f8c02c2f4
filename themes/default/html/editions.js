// What came after this page was written: the switcher and the notice follow the list at the root of the site.
window.cartillaEditions = data => {
  const nav = document.querySelector("[data-editions]");
  if (!nav) return;
  const { here, up, page } = nav.dataset;
  const lang = document.documentElement.lang;
  const own = data.editions.findIndex(edition => edition.address === here);

  // The same page of another edition in the same language, as far as it has them.
  const address = at => {
    const edition = data.editions[at];
    const folder = edition.languages.indexOf(lang) > 0 ? `${lang}/` : "";
    const only = data.pages[page];
    const there = page !== "editions.html" && (!only || only.includes(at));
    return up + edition.address + folder + (there ? page : "index.html");
  };
  const told = edition => edition.told[document.documentElement.dataset.words ?? lang] ?? Object.values(edition.told)[0];
  const small = text => {
    const made = document.createElement("small");
    made.textContent = text;
    return made;
  };

  const list = nav.querySelector("ul");
  const all = list.querySelector("[data-all]").parentElement;
  const others = data.editions.map((edition, at) => at).filter(at => at !== own && data.editions[at].address !== null);
  const items = others.slice(0, data.named).map(at => {
    const link = document.createElement("a");
    link.href = address(at);
    link.append(`${told(data.editions[at]).name} `, small(told(data.editions[at]).state));
    const item = document.createElement("li");
    item.append(link);
    return item;
  });
  list.replaceChildren(...items, all);
  // A card of another edition that is kept leads on to it.
  const card = document.querySelector("[data-card]:not([hidden])"), asked = new URLSearchParams(location.search).get("e")?.slice(0, 40);
  const printed = card ? data.editions.findIndex(edition => edition.number === asked && edition.address !== null) : -1;
  if (printed >= 0) {
    const link = card.querySelector("a");
    link.textContent = link.dataset.says.replace("{card}", () => asked);
    link.href = address(printed) + location.hash;
    link.hidden = false;
  }
  if (own < 0) return;

  const { name, state, notice } = told(data.editions[own]);
  nav.querySelector("summary > span").replaceChildren(`${name} `, small(state));
  const line = document.querySelector("[data-notice]");
  if (!line) return;
  line.hidden = !notice;
  line.querySelector("span > span").textContent = notice ?? "";
  const now = data.editions.findIndex(edition => edition.inForce && edition.address !== null);
  const link = line.querySelector("a");
  link.hidden = now < 0;
  if (now >= 0) link.href = address(now);
};
