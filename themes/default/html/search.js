// The field and the list of the search; what is found, the engine beside the index decides. It comes when it is first wanted.
// Every word that it shows stands in the page or in the index.
(() => {
  const find = document.getElementById("_search");
  const [field, status, list, scrolls] = ["input[type=search]", "[role=status]", ".hits", ".scrolls"].map(part => find.querySelector(part));
  const engine = self.cartillaSearch;
  const says = find.dataset;
  const element = (name, className, ...content) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };
  const runs = parts => (parts || []).map(([text, found]) => (found ? element("mark", "", text) : text));
  // Made once, and before it is needed: a browser takes longer to learn how a language writes numbers than to find the results.
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  const number = n => numbers.format(n);
  number(0);

  // The last query holds for the tab, so that the way back from a page leads to the same list.
  const KEY = "cartilla-search";
  const recall = () => { try { return sessionStorage.getItem(KEY) ?? ""; } catch { return ""; } };
  const keep = query => { try { sessionStorage.setItem(KEY, query); } catch { /* a folder may have no storage */ } };

  let unfilled = [];
  const link = ({ href, code, title }) => {
    const to = element("a", "", ...(code ? [element("span", "mk", ...runs(code)), " "] : []), ...runs(title));
    to.href = href;
    return to;
  };
  const place = (result, label) => {
    const name = element("p", "hit", link(result));
    if (result.within) name.append(" ", element("span", "t", result.within));
    const item = element("li", "", name);
    if (result.page && result.page !== label) item.append(element("p", "page", result.page));
    if (result.also) item.append(element("p", "page", says.also, " ", ...runs(result.also)));
    const fill = ({ passage }) => { if (passage.length) item.append(element("p", "passage", ...runs(passage))); };
    fill(result);
    // The name is there before the texts: these come when it has been drawn.
    if (result.whole) unfilled.push(async () => fill(await result.whole()));
    return item;
  };
  // A kind of results: the element, and how more of it is added once it has been counted.
  const group = ({ label, total, places }, n) => {
    const many = element("span", ""), title = element("h2", "", label, " ", many), items = element("ul", "");
    title.id = `_hits-${n}`;
    const made = element("section", "", title, items);
    made.setAttribute("aria-labelledby", title.id);
    const add = (total, places) => {
      items.append(...places.map(found => place(found, label)));
      if (total === undefined) return;
      many.textContent = number(total);
      const rest = Math.min(total, engine.kept) - items.childElementCount;
      if (rest <= 0) return;
      const more = element("button", "more", says.more.replace("{n}", number(rest)));
      more.type = "button";
      more.addEventListener("click", async () => {
        const added = (await engine.more(label)).map(found => place(found, label));
        more.remove();
        items.append(...added);
        added[0]?.querySelector("a").focus();
        await filled(() => true);
      });
      made.append(more);
    };
    add(total, places);
    return { made, add };
  };
  const sign = name => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    svg.setAttribute("class", "ic");
    svg.setAttribute("aria-hidden", "true");
    use.setAttribute("href", name);
    svg.append(use);
    return svg;
  };
  const notice = found => {
    const term = element("p", "", element("s", "", found.term), ...(found.why ? [": ", found.why] : []));
    const say = element("p", "hit", `${says.say}: `, link(found));
    return element("div", "block warn", element("p", "mark", sign("#_warn"), says.notSaid), term, say);
  };

  let turn = 0, now = Promise.resolve();
  // Known from the event: to ask where the list is pushed to while it changes would lay the page out once more.
  let scrolled = false;
  scrolls.addEventListener("scroll", () => { scrolled = scrolls.scrollTop > 0; }, { passive: true });
  const count = (query, total) => {
    const said = total === 0 ? says.none : total === 1 ? says.one : says.many;
    status.textContent = total === undefined ? "" : said.replace("{n}", number(total)).replace("{q}", query);
  };
  const show = (query, { total, level, notices, first }) => {
    count(query, total);
    const advice = !first ? says.advice : level === "all" ? "" : level === "near" ? says.near : says.some;
    const found = first && group(first, 0);
    if (scrolled) scrolls.scrollTop = 0;
    list.replaceChildren(...(advice ? [element("p", "advice", advice.replace("{q}", query))] : []), ...notices.map(notice), ...(found ? [found.made] : []));
    return found;
  };
  // Between two steps the browser takes the next key.
  const pause = () => new Promise(done => setTimeout(done));
  const drawn = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  // Brings the texts of what is shown, while anybody waits for them.
  const filled = async waits => {
    const fills = unfilled;
    unfilled = [];
    if (waits()) await Promise.all(fills.map(fill => fill()));
  };
  const search = async seen => {
    const query = field.value.trim(), mine = turn += 1, waits = () => mine === turn;
    if ([...query].length < 2) {
      keep(query);
      status.textContent = "";
      list.replaceChildren();
      list.ariaBusy = "false";
      return;
    }
    try {
      const result = await engine.find(query, waits);
      if (!waits() || !result) return;
      list.ariaBusy = "true";
      unfilled = [];
      const first = show(query, result);
      seen();
      // What is on the screen first; the rest when that is drawn.
      await drawn();
      keep(query);
      await filled(waits);
      const rest = waits() && first ? await result.rest() : undefined;
      if (!waits()) return;
      if (rest) {
        count(query, rest.total);
        first.add(rest.first.total, rest.first.places);
      }
      for (const [n, next] of (rest?.groups ?? []).entries()) {
        await filled(waits);
        await pause();
        const found = waits() && await next();
        if (!found || !waits()) return;
        list.append(group(found, n + 1).made);
      }
      await filled(waits);
      if (waits()) list.ariaBusy = "false";
    } catch {
      if (waits()) { status.textContent = says.failed; list.replaceChildren(); list.ariaBusy = "false"; }
    }
  };
  // Who presses Enter waits for the first result alone: it stays the first.
  const start = () => { now = new Promise(seen => { search(seen).then(seen); }); };
  field.addEventListener("input", start);

  find.addEventListener("keydown", event => {
    const steps = [field, ...list.querySelectorAll("a, button")];
    const at = steps.indexOf(document.activeElement);
    const typed = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === "Escape") { event.preventDefault(); find.close(); }
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      steps[Math.max(0, Math.min(steps.length - 1, at + (event.key === "ArrowDown" ? 1 : -1)))].focus();
    } else if (event.key === "Enter" && at === 0) {
      event.preventDefault();
      now.then(() => list.querySelector("a")?.click());
    } else if (typed && at > 0) field.focus();
  });
  find.addEventListener("click", event => {
    // Beside the sheet is the backdrop, which is the dialog itself.
    if (event.target === find || event.target.closest("a, [data-close]")) find.close();
    // Who follows a result at once may be gone before the list of these words was drawn.
    if (event.target.closest("a")) keep(field.value.trim());
  });

  // Laid out once for nobody, so that the browser has learnt how before the first key: nothing of it is ever painted.
  engine.prepared().then(first => {
    if (!first || list.firstChild) return;
    list.append(notice({ ...first.places[0], term: first.label, why: first.label }), group(first, 0).made);
    list.getBoundingClientRect();
    list.replaceChildren();
  });

  if (!field.value) { field.value = recall(); field.select(); }
  start();
})();
