// Long tables of a register can be filtered and sorted. Without this they are read in their order.
(() => {
  const words = document.querySelector("template[data-filter]");
  if (!words) return;
  const lang = document.documentElement.lang;
  const fold = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  // What only a reader who sorts or filters needs is made then: a phone's browser takes longer to learn how a language sorts
  // than to show the page.
  const once = make => { let made; return () => (made ??= make()); };
  const names = once(() => new Intl.Collator(lang, { numeric: true, sensitivity: "base" }));

  // The first number of a cell, written as in this manual; none for words and codes. A comma in Madrid is a point in Lima.
  const decimal = words.dataset.decimal;
  const number = text => {
    const found = text.match(/^[^\p{L}\d\-\u2212]*([-\u2212]?\d[\d.,\s\u00a0\u202f]*)/u);
    if (!found) return NaN;
    const plain = [...found[1].trim()].filter(c => /[-\u2212\d]/.test(c) || c === decimal).join("");
    return Number(plain.replace(decimal, ".").replace("\u2212", "-"));
  };
  // Where a row is a list the heads are not seen: the order is chosen beside the filter.
  const narrow = matchMedia("(max-width: 37.99rem)");

  const FILTERED = 12;
  for (const table of document.querySelectorAll(".is-register table")) {
    const body = table.tBodies[0], rows = [...body.rows];
    // A year of results beneath an indicator is read whole.
    if (rows.length < 3 || table.closest(".group")) continue;

    const text = once(() => rows.map(row => fold(row.textContent)));
    const field = document.createElement("p");
    field.className = "sieve";
    const label = document.createElement("label"), input = document.createElement("input"), count = document.createElement("output");
    label.textContent = words.dataset.filter + " ";
    input.type = "search";
    input.autocomplete = "off";
    label.append(input);
    field.append(label, " ", count);
    // What is seen at a glance needs no filter.
    if (rows.length >= FILTERED) (table.closest(".scroll") || table).before(field);
    input.addEventListener("input", () => {
      const wanted = fold(input.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, at) => {
        row.hidden = !wanted.every(word => text()[at].includes(word));
        shown += !row.hidden;
      });
      count.value = wanted.length ? words.dataset.count.replace("{shown}", shown).replace("{all}", rows.length) : "";
    });

    const heads = [...table.tHead.rows[0].cells];
    const sort = (column, up) => {
      for (const head of heads) head.removeAttribute("aria-sort");
      heads[column].setAttribute("aria-sort", up ? "ascending" : "descending");
      choice.value = `${column}${up ? "+" : "-"}`;
      const key = new Map(rows.map(row => [row, row.cells[column].textContent.trim()]));
      const numbers = rows.filter(row => key.get(row)).every(row => !isNaN(number(key.get(row))));
      const order = (a, b) => {
        // An empty cell says nothing of the order: it stays at the end.
        if (!key.get(a) || !key.get(b)) return !key.get(a) - !key.get(b);
        const difference = numbers ? number(key.get(a)) - number(key.get(b)) : names().compare(key.get(a), key.get(b));
        return up ? difference : -difference;
      };
      body.append(...[...rows].sort(order));
    };

    const by = document.createElement("label"), choice = document.createElement("select");
    by.className = "by";
    by.append(words.dataset.sort + " ", choice);
    choice.append(new Option("", ""));
    choice.addEventListener("change", () => { if (choice.value) sort(parseInt(choice.value, 10), choice.value.endsWith("+")); });
    label.after(by);

    const buttons = heads.map((head, column) => {
      const name = head.textContent.trim();
      choice.append(new Option(`${name} \u2191`, `${column}+`), new Option(`${name} \u2193`, `${column}-`));
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => sort(column, head.getAttribute("aria-sort") !== "ascending"));
      return button;
    });
    const reach = () => buttons.forEach(button => { button.tabIndex = narrow.matches && table.classList.contains("fold") ? -1 : 0; });
    narrow.addEventListener("change", reach);
    reach();
  }
})();
