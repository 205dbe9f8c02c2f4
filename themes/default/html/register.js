// Long tables of a register can be filtered and sorted. Without this they are read in their order.
(() => {
  const words = document.querySelector("template[data-filter]");
  if (!words) return;
  const lang = document.documentElement.lang;
  const fold = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  // What only a reader who sorts or filters needs is made then: a phone's browser takes longer to learn how a language writes
  // numbers than to show the page.
  const once = make => { let made; return () => (made ??= make()); };
  const names = once(() => new Intl.Collator(lang, { numeric: true, sensitivity: "base" }));

  // The first number of a cell, written as in the page's language; none for words and codes.
  const decimal = once(() => new Intl.NumberFormat(lang).formatToParts(12345.6).find(part => part.type === "decimal").value);
  const number = text => {
    const found = text.match(/^[^\p{L}\d]*(-?\d[\d.,\s\u00a0\u202f]*)/u);
    if (!found) return NaN;
    const plain = [...found[1].trim()].filter(c => /[-\d]/.test(c) || c === decimal()).join("");
    return Number(plain.replace(decimal(), "."));
  };

  for (const table of document.querySelectorAll(".is-register table")) {
    const body = table.tBodies[0], rows = [...body.rows];
    // A year of results beneath an indicator is read whole.
    if (rows.length < 8 || table.closest(".group")) continue;

    const text = once(() => rows.map(row => fold(row.textContent)));
    const field = document.createElement("p");
    field.className = "sieve";
    const label = document.createElement("label"), input = document.createElement("input"), count = document.createElement("output");
    label.textContent = words.dataset.filter + " ";
    input.type = "search";
    input.autocomplete = "off";
    label.append(input);
    field.append(label, " ", count);
    (table.closest(".scroll") || table).before(field);
    input.addEventListener("input", () => {
      const wanted = fold(input.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, at) => {
        row.hidden = !wanted.every(word => text()[at].includes(word));
        shown += !row.hidden;
      });
      count.value = wanted.length ? words.dataset.count.replace("{shown}", shown).replace("{all}", rows.length) : "";
    });

    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const up = head.getAttribute("aria-sort") !== "ascending";
        for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        const key = new Map(rows.map(row => [row, row.cells[column].textContent.trim()]));
        const numbers = rows.filter(row => key.get(row)).every(row => !isNaN(number(key.get(row))));
        const order = (a, b) => {
          // An empty cell says nothing of the order: it stays at the end.
          if (!key.get(a) || !key.get(b)) return !key.get(a) - !key.get(b);
          const difference = numbers ? number(key.get(a)) - number(key.get(b)) : names().compare(key.get(a), key.get(b));
          return up ? difference : -difference;
        };
        body.append(...[...rows].sort(order));
      });
    });
  }
})();
