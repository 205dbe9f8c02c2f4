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
    const fill = ({ also, passage }) => {
      if (also) item.append(element("p", "page", says.also, " ", ...runs(also)));
      if (passage.length) item.append(element("p", "passage", ...runs(passage)));
    };
    fill(result);
    // The name is there before the texts: these come when it has been drawn.
    if (result.whole) unfilled.push(async () => fill(await result.whole()));
    return item;
  };
  const group = ({ label, total, places }, n) => {
    const title = element("h2", "", label, " ", element("span", "", number(total)));
    title.id = `_hits-${n}`;
    const items = element("ul", "", ...places.map(found => place(found, label)));
    const made = element("section", "", title, items);
    made.setAttribute("aria-labelledby", title.id);
    const rest = Math.min(total, engine.kept) - places.length;
    if (rest > 0) {
      const more = element("button", "more", says.more.replace("{n}", number(rest)));
      more.type = "button";
      more.addEventListener("click", async () => {
        const added = (await engine.more(label)).map(found => place(found, label));
        more.remove();
        items.append(...added);
        added[0]?.querySelector("a").focus();
      });
      made.append(more);
    }
    return made;
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
  const show = (query, { total, level, notices, groups }) => {
    const said = text => text.replace("{n}", number(total)).replace("{q}", query);
    status.textContent = said(total === 0 ? says.none : total === 1 ? says.one : says.many);
    const advice = total === 0 ? says.advice : level === "all" ? "" : level === "near" ? says.near : says.some;
    if (scrolled) scrolls.scrollTop = 0;
    list.replaceChildren(...(advice ? [element("p", "advice", said(advice))] : []), ...notices.map(notice), ...groups.map(group));
  };
  const search = async () => {
    const query = field.value.trim(), mine = turn += 1;
    if ([...query].length < 2) {
      keep(query);
      status.textContent = "";
      list.replaceChildren();
      return;
    }
    try {
      const result = await engine.find(query, () => mine === turn);
      if (mine !== turn || !result) return;
      list.ariaBusy = "true";
      unfilled = [];
      show(query, result);
      // What is on the screen first; the rest when that is drawn.
      await new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn)));
      keep(query);
      if (mine !== turn) return;
      await Promise.all(unfilled.map(fill => fill()));
      const rest = await result.rest();
      if (mine === turn) {
        list.append(...rest.map((found, n) => group(found, n + result.groups.length)));
        list.ariaBusy = "false";
      }
    } catch {
      if (mine === turn) { status.textContent = says.failed; list.replaceChildren(); list.ariaBusy = "false"; }
    }
  };
  const start = () => { now = search(); };
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
  });

  // Laid out once for nobody, so that the browser has learnt how before the first key: nothing of it is ever painted.
  engine.prepared().then(first => {
    if (!first || list.firstChild) return;
    list.append(group(first, 0));
    list.getBoundingClientRect();
    list.replaceChildren();
  });

  if (!field.value) { field.value = recall(); field.select(); }
  start();
})();
