// node search.mjs OUT
//   Searches the example manual, as it was built into the folder, in a browser and without a server: what is found first for a
//   list of words, the way from `/` to Enter by the keyboard alone, the open results under axe-core, no console message.
// node search.mjs --figures OUT [WORDS...]
//   Only measures, on any manual; and how long it takes from each letter to a list, as people type.
// Both end with a line of figures: how long it takes from a key to the list, on a processor slowed down six times. Prints every
// fault and exits with 1 on any.
import { createRequire } from "node:module";
import { copyFile, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { open, pagesIn } from "./browser.mjs";

const given = process.argv.slice(2);
const only = given[0] === "--figures";
const [folder, ...more] = only ? given.slice(1) : given;
if (!folder) {
  console.error("usage: node search.mjs [--figures] OUT [WORDS...]");
  process.exit(2);
}
const SLOWER = 6;
const FIELD = "#_search input[type=search]";
const LIST = "#_search .hits";
let faults = 0;
const fail = text => { faults += 1; console.log(text); };
const same = (what, got, wanted) => { if (got !== wanted) fail(`${what}: ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`); };

const home = (await pagesIn(folder)).find(({ name }) => name === "index.html").url;
const watch = page => {
  page.on("console", message => fail(`console: ${message.text()}`));
  page.on("pageerror", error => fail(`error: ${error.message}`));
  // Who follows a result at once leaves a page that still loads parts of the index.
  page.on("requestfailed", request => { if (request.failure()?.errorText !== "net::ERR_ABORTED") fail(`failed: ${request.url()}`); });
  page.on("request", request => { if (!request.url().startsWith("file:")) fail(`asks for ${request.url()}`); });
};
const opened = async (context, url = home) => {
  const page = await context.newPage();
  watch(page);
  await page.goto(url);
  return page;
};
// The list for a query: types it and waits until the list is that of these words.
const results = async (page, query) => {
  await page.evaluate(list => { document.querySelector(list).replaceChildren(); }, LIST);
  await page.fill(FIELD, query);
  // The first kinds come first; all are there when none is announced any more.
  await page.waitForFunction(list => document.querySelector(list).childElementCount > 0 && !document.querySelector(`${list}[aria-busy=true]`), LIST);
  return page.evaluate(list => {
    const root = document.querySelector(list);
    const places = [...root.querySelectorAll("li a, .warn a")].map(a => a.getAttribute("href"));
    const marks = [...root.querySelectorAll("mark")].map(mark => mark.textContent);
    const kinds = [...root.querySelectorAll("h2")].map(h => h.firstChild.textContent.trim());
    return { places, marks, kinds, first: root.firstElementChild.className, text: root.textContent };
  }, LIST);
};

// What is typed, and what has to be found first.
const FIRST = [
  // By the name, without its accent, in the plural, in part.
  ["microcrédito", "service-microcredito.html"],
  ["microcredito", "service-microcredito.html"],
  ["MICROCRÉDITOS", "service-microcredito.html"],
  ["microcr", "service-microcredito.html"],
  ["credito agricola", "service-credito-agricola.html"],
  ["agrícolas créditos", "service-credito-agricola.html"],
  ["plazo fijo", "service-plazo-fijo.html"],
  // By the code, however it is written.
  ["COM-07", "complaints.html#commitment-visita-a-la-hora"],
  ["com07", "complaints.html#commitment-visita-a-la-hora"],
  ["com 07", "complaints.html#commitment-visita-a-la-hora"],
  ["com 7", "complaints.html#commitment-visita-a-la-hora"],
  ["com7", "complaints.html#commitment-visita-a-la-hora"],
  ["CR-01", "service-microcredito.html"],
  ["cr 1", "service-microcredito.html"],
  ["microcrédito 7", "service-microcredito.html"],
  ["ind 06", "indicators.html#indicator-reclamos-en-plazo"],
  // By another name of the nomenclature.
  ["crédito para negocio", "service-microcredito.html"],
  ["hacerse socio", "service-afiliacion.html"],
  ["libreta de ahorros", "service-ahorro-vista.html"],
  // By a name that is not to be used.
  ["préstamo al toque", "service-microcredito.html"],
  ["prestamo toque", "service-microcredito.html"],
  ["captacion", "service-afiliacion.html"],
  ["libretón", "service-ahorro-vista.html"],
  ["usuario", "glossary.html#term-socio"],
  // By the stem, where the manual has another form of the word.
  ["reclamacion", "glossary.html#term-caso-reclamo"],
  ["señales", "guide.html#guide-signs"],
  ["senalizacion", "guide.html#guide-signs"],
  // With one letter wrong.
  ["micorcredito", "service-microcredito.html"],
];
// What the marked words must look like.
const MARKED = [
  ["señales", /^se.al/i, /señal/i],
  ["senales", /^se.al/i, /señal/i],
  ["ano", /^(año|años|ano|anot.*|an.nim.*)$/i, /^años?$/i],
  ["año", /^años?$/i, /^años?$/i],
  ["reclamacion", /^reclam/i, /^reclamo/i],
  ["com07", /^com-07$/i, /^com-07$/i],
  ["escuchar", /^escuch/i, /^escuch/i],
];

async function finds() {
  const { context, close } = await open({ width: 1280 });
  const page = await opened(context);
  await page.keyboard.press("/");
  for (const [query, wanted] of FIRST) same(`«${query}»`, (await results(page, query)).places[0], wanted);
  for (const [query, all, some] of MARKED) {
    const { marks } = await results(page, query);
    const odd = marks.find(mark => !all.test(mark));
    if (odd !== undefined) fail(`«${query}» marks «${odd}»`);
    if (!marks.some(mark => some.test(mark))) fail(`«${query}» marks only ${marks}`);
  }
  for (const query of ["préstamo al toque", "captación"]) {
    const { first, text } = await results(page, query);
    if (!first.includes("warn")) fail(`«${query}» is not said to be avoided`);
    if (!text.includes("Diga: ")) fail(`«${query}» leads to no official name`);
  }
  for (const query of ["microcrédito", "socio", "ahorro"]) {
    const { first } = await results(page, query);
    if (first.includes("warn")) fail(`«${query}» is said to be avoided`);
  }
  const { kinds } = await results(page, "reclamo");
  for (const kind of ["Compromisos", "Indicadores", "Guiones y mensajes", "Puestos", "Glosario", "Capítulos"]) {
    if (!kinds.includes(kind)) fail(`«reclamo» has no ${kind}`);
  }
  same("a word that nobody wrote", (await results(page, "xqzwk")).places.length, 0);
  // Every place of the longest list is one: the page and the anchor are there.
  const { places } = await results(page, "socio");
  for (const place of places) {
    const [file, anchor] = place.split("#");
    const other = await opened(context, new URL(file, home).href);
    if (anchor && !await other.evaluate(id => document.getElementById(id) !== null, anchor)) fail(`${place} is not there`);
    await other.close();
  }
  await close();
}

// A manual with both words: who types the tilde means it, who does not may have no such key.
async function tilde() {
  const [name] = await readdir(join(folder, "search"));
  const place = await mkdtemp(join(tmpdir(), "cartilla-search-"));
  const data = {
    words: { labels: ["x"], kinds: "aa", pages: "AA", stop: "", words: "ano año", stems: "DD", tildes: "B", entries: "AA", name: "A", at: "A", text: "A" },
    call: " ",
    at: "A E",
    text: [["p.html", "", "", "", "uno", "", "un ano"], ["q.html", "", "", "", "dos", "", "un año"]].map(record => JSON.stringify(record)).join("\n"),
  };
  data.name = data.text.split("\n").map(record => JSON.stringify([JSON.parse(record)[0], "", JSON.parse(record)[4]])).join("\n");
  for (const [file, json] of Object.entries(data)) {
    await writeFile(join(place, file === "words" ? "words.js" : `${file}0.js`), `cartillaSearch("${file}",0,${JSON.stringify(json)});`);
  }
  await copyFile(join(folder, "search", name, "engine.js"), join(place, "engine.js"));
  await writeFile(join(place, "index.html"), "<!doctype html><meta charset=utf-8><title>x</title><script src=engine.js></script>");
  const { context, close } = await open({ width: 390 });
  const page = await opened(context, pathToFileURL(join(place, "index.html")).href);
  for (const [query, wanted] of [["año", "q.html"], ["AÑO", "q.html"], ["an\u0303o", "q.html"], ["ano", "p.html q.html"], ["Ano", "p.html q.html"]]) {
    const found = await page.evaluate(async query => (await cartillaSearch.find(query)).first.places.map(({ href }) => href), query);
    same(`«${query}» of «ano» and «año»`, found.join(" "), wanted);
  }
  await close();
  await rm(place, { recursive: true });
}

async function keys() {
  const { context, close } = await open({ width: 1280 });
  const page = await opened(context);
  const focus = () => page.evaluate(() => document.activeElement.getAttribute("href") ?? document.activeElement.type ?? document.activeElement.tagName);
  const isOpen = () => page.evaluate(() => document.getElementById("_search").open);
  await page.keyboard.press("/");
  same("`/` leads to the field", await focus(), "search");
  await page.keyboard.type("microcredito");
  await page.waitForSelector(`${LIST} a`);
  const { places } = await results(page, "microcredito");
  await page.keyboard.press("ArrowDown");
  same("an arrow leads to the first", await focus(), places[0]);
  await page.keyboard.press("ArrowDown");
  same("another to the second", await focus(), places[1]);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  same("and back to the field", await focus(), "search");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.type("s");
  same("a letter goes to the field", await page.inputValue(FIELD), "microcreditos");
  await page.keyboard.press("Escape");
  same("Escape closes", await isOpen(), false);
  await page.keyboard.press("Control+k");
  same("Ctrl+K opens", await isOpen(), true);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("COM-07");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/complaints.html#commitment-visita-a-la-hora");
  // The same words are there on the next page, and a place of this page only closes the list.
  await page.keyboard.press("/");
  await page.waitForSelector(`${LIST} a`);
  same("the words are kept", await page.inputValue(FIELD), "COM-07");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => !document.getElementById("_search").open);
  // The single key can be switched off; the other way stays.
  await page.keyboard.press("Control+k");
  await page.click("[data-slash]");
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  same("`/` is off", await isOpen(), false);
  // More of a kind, and a link that brings a query along.
  const asked = await opened(context, `${home}?q=reclamo`);
  await asked.waitForSelector(`${LIST} .more`);
  const before = await asked.locator(`${LIST} li`).count();
  await asked.locator(`${LIST} .more`).first().click();
  await asked.waitForFunction(([list, n]) => document.querySelectorAll(`${list} li`).length > n, [LIST, before]);
  if (!await asked.evaluate(() => document.activeElement.closest("li"))) fail("more results do not take the focus");
  await close();
}

// Names are drawn before any more of the index is asked for; texts, other places and other kinds come to them, and what was there stays.
async function early() {
  const { context, close } = await open({ width: 390 });
  const page = await opened(context);
  await page.keyboard.press("Control+k");
  await page.waitForFunction(() => self.cartillaSearch?.ready && document.querySelector("script[src$='search.js']"));
  await page.evaluate(() => cartillaSearch.prepared());
  const type = query => page.evaluate(([field, list, query]) => new Promise(resolve => {
    const input = document.querySelector(field), root = document.querySelector(list), seen = [];
    const look = () => ({
      places: [...root.querySelectorAll("li a, .warn a")].map(a => a.getAttribute("href")),
      listed: [...root.querySelectorAll("li a")].map(a => a.getAttribute("href")),
      passages: root.querySelector("li")?.querySelectorAll(".passage").length,
      scripts: document.scripts.length,
      count: document.querySelector("#_search [role=status]").textContent,
      top: root.querySelector("li")?.getBoundingClientRect().top,
    });
    const watch = new MutationObserver(() => {
      seen.push(look());
      if (root.getAttribute("aria-busy") !== "false") return;
      watch.disconnect();
      resolve({ before, first: seen[0], last: seen.at(-1) });
    });
    watch.observe(root, { childList: true, subtree: true, attributeFilter: ["aria-busy"] });
    root.replaceChildren();
    watch.takeRecords();
    const before = look();
    input.value = query;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }), [FIELD, LIST, query]);
  const { before, first, last } = await type("remesas");
  same("names need no script that is not there", first.scripts, before.scripts);
  same("the name is first", first.places[0], "service-remesas.html");
  same("its text comes after it", `${first.passages} ${last.passages}`, "0 1");
  same("nothing moves for it", last.top, first.top);
  same("what is counted comes later", `${first.count === ""} ${/^[0-9]+ /.test(last.count)}`, "true true");
  for (const query of ["COM-07", "préstamo al toque", "reclamo", "socio", "indicador"]) {
    const { before, first, last } = await type(query);
    same(`«${query}» needs no script`, first.scripts, before.scripts);
    if (first.places.length === 0) fail(`«${query}» has no first result`);
    same(`what «${query}» found first stays`, last.places.slice(0, first.places.length).join(" "), first.places.join(" "));
    same(`«${query}» is found once at each place`, new Set(last.listed).size, last.listed.length);
  }
  await close();
}

async function looks() {
  const axe = createRequire(import.meta.url)("axe-core").source;
  for (const [width, scheme, text] of [[320, "light", 200], [320, "dark", 100], [1280, "light", 100], [1280, "dark", 200]]) {
    const where = `results (${width} px, ${scheme}, text ${text} %)`;
    const { context, close } = await open({ width, scheme, text });
    const page = await opened(context);
    await page.keyboard.press("Control+k");
    for (const query of ["préstamo al toque", "reclamo", "xqzwk"]) {
      await results(page, query);
      const excess = await page.evaluate(() => { const d = document.querySelector("#_search .scrolls"); return d.scrollWidth - d.clientWidth; });
      if (excess > 0) fail(`${where}: «${query}» is ${excess} px too wide`);
      const field = await page.evaluate(field => document.querySelector(field).clientWidth, FIELD);
      if (field < 150) fail(`${where}: the field is ${field} px wide`);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"], preload: false }));
      for (const { id, help, nodes } of violations) for (const node of nodes) fail(`${where}: ${id}: ${help}\n    ${node.html.slice(0, 200)}`);
    }
    await close();
  }
  const { context, close } = await open({ width: 1280, script: false });
  const page = await opened(context);
  same("buttons without a script", await page.locator("[data-search]:visible").count(), 0);
  await close();
}

// From the event of a key to the first results as laid out: the first time, when the index of these words has to come, and again, of
// several turns the middle one. The time is that of a clock on a processor slowed down; the work is what the page's own thread has
// done, times as much, without what it does for a field that is emptied: it is the same whatever else the machine does.
const TURNS = 5;
const middle = list => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
async function times(queries) {
  const { context, close } = await open({ width: 390, height: 844 });
  const clock = { first: [], again: [] }, work = { first: [], again: [] };
  for (const slowed of [true, false]) {
    for (const query of queries) {
      const page = await opened(context);
      const devtools = await context.newCDPSession(page);
      await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
      if (slowed) await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
      const done = async () => (await devtools.send("Performance.getMetrics")).metrics.find(({ name }) => name === "ThreadTime").value * 1000;
      await page.keyboard.press("Control+k");
      await page.waitForFunction(() => self.cartillaSearch?.ready && document.querySelector("script[src$='search.js']"));
      // Until somebody has seen the field and begun to type, the search is prepared.
      await page.evaluate(() => cartillaSearch.prepared());
      const turn = async words => {
        const before = await done();
        const time = await page.evaluate(([field, hits, words]) => new Promise(resolve => {
          const input = document.querySelector(field), root = document.querySelector(hits);
          const type = words => { input.value = words; input.dispatchEvent(new Event("input", { bubbles: true })); };
          root.replaceChildren();
          // The emptied list is drawn before the clock starts.
          requestAnimationFrame(() => setTimeout(() => {
            const from = performance.now();
            if (!words) { type(""); resolve(0); return; }
            const seen = new MutationObserver(() => {
              seen.disconnect();
              root.getBoundingClientRect();
              resolve(performance.now() - from);
              // What would be drawn after the first results is not asked for.
              type("");
            });
            seen.observe(root, { childList: true });
            type(words);
          }));
        }), [FIELD, LIST, words]);
        return { time, work: (await done() - before) * SLOWER };
      };
      const turns = async words => { const out = []; for (let n = 0; n < TURNS; n += 1) out.push(await turn(words)); return out; };
      const first = await turn(query), again = await turns(query);
      if (slowed) {
        clock.first.push(first.time);
        clock.again.push(middle(again.map(({ time }) => time)));
      } else {
        const nothing = middle((await turns("")).map(({ work }) => work));
        work.first.push(first.work - nothing);
        work.again.push(middle(again.map(({ work }) => work)) - nothing);
      }
      await page.close();
    }
  }
  await close();
  return { clock, work };
}

// As people type: the keys of a word one after another, from the key to the next list as laid out, on a processor slowed down, by its clock.
// A letter that another one overtakes waits as long as that one's list. How long it takes before that from the key that opens the
// search until names are at hand.
const PACE = 150;
async function typed(queries) {
  const { context, close } = await open({ width: 390, height: 844 });
  const letters = [], last = [], ready = [];
  for (const query of queries) {
    const page = await opened(context);
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    const from = performance.now();
    await page.keyboard.press("Control+k");
    await page.waitForFunction(() => self.cartillaSearch?.ready && document.querySelector("script[src$='search.js']"));
    await page.evaluate(() => cartillaSearch.prepared());
    ready.push(performance.now() - from);
    await page.evaluate(([field, hits]) => {
      const input = document.querySelector(field), root = document.querySelector(hits);
      const times = self.times = [];
      let waiting = [], key;
      input.addEventListener("keydown", event => { key = event.timeStamp; }, true);
      input.addEventListener("input", event => {
        if ([...input.value.trim()].length > 1) waiting.push(key ?? event.timeStamp);
        key = undefined;
      }, true);
      new MutationObserver(() => {
        if (waiting.length === 0 || root.childElementCount === 0) return;
        root.getBoundingClientRect();
        const now = performance.now();
        times.push(...waiting.map(from => now - from));
        waiting = [];
      }).observe(root, { childList: true });
      self.settled = () => waiting.length === 0 && root.getAttribute("aria-busy") === "false";
    }, [FIELD, LIST]);
    await page.keyboard.type(query, { delay: PACE });
    await page.waitForFunction(() => self.settled());
    const times = await page.evaluate(() => self.times);
    letters.push(...times);
    last.push(times.at(-1));
    await page.close();
  }
  await close();
  return { letters, last, ready };
}

async function weight() {
  const [name] = await readdir(join(folder, "search"));
  const files = await readdir(join(folder, "search", name));
  const sizes = await Promise.all(files.map(async file => (await stat(join(folder, "search", name, file))).size));
  return { files: files.length, bytes: sizes.reduce((a, b) => a + b, 0), root: sizes[files.indexOf("words.js")] };
}

if (!only) {
  await finds();
  await tilde();
  await keys();
  await early();
  await looks();
}
// The figures are told and not asserted: beside the checks a few words do.
const own = FIRST.map(([query]) => query).filter((_, n) => only || n % 5 === 0);
const queries = more.length > 0 ? more : own;
if (only) {
  const { letters, last, ready } = await typed(queries);
  const sorted = letters.sort((a, b) => a - b), most = share => sorted[Math.floor(sorted.length * share)].toFixed(0);
  console.log(`${queries.length} words typed a letter each ${PACE} ms, processor × 1/${SLOWER}, load ${loadavg()[0].toFixed(0)}: from a letter to a list ${most(0.5)} ms, of nine in ten at most ${most(0.9)}, of all ${most(0.9999)}; from the last letter ${middle(last).toFixed(0)} ms (most ${Math.max(...last).toFixed(0)}); names at hand ${middle(ready).toFixed(0)} ms after the search was opened`);
}
const { clock, work } = await times(queries);
const told = list => `${middle(list).toFixed(0)} ms (most ${Math.max(...list).toFixed(0)})`;
const { files, bytes, root } = await weight();
console.log(`${queries.length} searches, processor × 1/${SLOWER}, load ${loadavg()[0].toFixed(0)}: first ${told(clock.first)}, again ${told(clock.again)}, of work ${told(work.first)} and ${told(work.again)}; index of ${(bytes / 1e6).toFixed(1)} MB in ${files} files, vocabulary ${(root / 1e3).toFixed(0)} kB: ${faults === 0 ? "nothing found" : `${faults} faults`}`);
process.exit(faults === 0 ? 0 : 1);
