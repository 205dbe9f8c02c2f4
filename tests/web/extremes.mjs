// node extremes.mjs [--names long|real] FOLDER
// The site of the manual that extremes.py writes, at 320 pixels (a desktop at 400 %), with text at 200 % and at 1280 pixels: no page is
// wider than its window, no text is cut or lies outside unless its frame can be pushed with the keyboard, axe-core finds
// nothing; names begin at the side of their script; menus and pages stay light; the search finds every one of the names.
// The suite has a hundred services; `--services 3000` of extremes.py makes the same site of 3,000. The cards to print are left out: there is
// one for each moment of truth, with its code to scan.
// With `--names` the site of the manual that extremes.py writes with the same option: only that its pages hold, of each kind those that
// have names and codes, and that the bar leaves the window to the page.
// Prints each fault and a line of figures; exits with 1 on any.
import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { open, pagesIn } from "./browser.mjs";

const words = process.argv.slice(2);
const names = words[0] === "--names" ? words.splice(0, 2)[1] : "";
const [folder] = words;
// Width of the window in pixels, size of the text in percent.
const VIEWS = { long: [[320, 100], [320, 200], [390, 100], [768, 100], [1280, 100]], real: [[320, 200]], "": [[320, 100], [320, 200], [1280, 100]] }[names];
if (!folder) {
  console.error("usage: node extremes.mjs [--names long|real] FOLDER");
  process.exit(2);
}
const axe = createRequire(import.meta.url)("axe-core").source;
// Entries of a menu, and bytes of a page with everything around it, compressed: whatever the number of services.
const MENU = 200, HEAVIEST = 60 * 1024;
const NAMED = /^(index|services|service-microcredito|my-manual|my-manual-caja|my-manual-gerencia-general|orientation-caja|cards|poster|indicators|control|complaints|channels|roles|shared|customers|profiles|organization|glossary|risks)\.html$/;
const WANTED = names ? NAMED : /^(chapter-(extremos|vacio|una-palabra)|service-(sin-espacios|con-espacios|arabe|hebreo|emoji|marcas|microcredito)|services|index|glossary|shared|poster|indicators|(my-manual|orientation)-asesor-negocios)\.html$/;
// What is typed, and the page that has to be found.
const NAMES = [
  ["استقبال الأعضاء", "service-arabe.html"],
  ["חברים", "service-hebreo.html"],
  ["contraindemnizacion", "service-sin-espacios.html"],
  ["reprogramacion extraordinarias", "service-con-espacios.html"],
  ["zalgo", "service-marcas.html"],
  ["cuenta familia 🙂", "service-emoji.html"],
];

let faults = 0, texts = 0;
const report = (where, what) => { faults += 1; console.log(`${where}: ${what}`); };
const pages = (await pagesIn(folder)).filter(({ name }) => WANTED.test(name));
if (pages.length < 18) report(folder, `has only ${pages.length} of the pages`);

// Texts that a reader cannot get at: cut by their frame, or outside the window and in no frame that the keyboard can push.
const lost = page => page.evaluate(() => {
  const out = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
  let seen = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (!node.data.trim() || holder.closest(".hide, .skip, dialog, script, [hidden], template, svg")) continue;
    if (!holder.checkVisibility() || getComputedStyle(holder).clipPath !== "none" || holder.closest("thead, .nm, .state > span") && getComputedStyle(holder.closest("thead, .nm, .state > span")).position === "absolute") continue;
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    seen += 1;
    let frame = holder, pushed = false, cut = false;
    for (; frame && frame !== document.body; frame = frame.parentElement) {
      const style = getComputedStyle(frame), way = style.overflowX;
      if (way === "visible") continue;
      const edge = frame.getBoundingClientRect();
      if (box.right <= edge.right + 1 && box.left >= edge.left - 1) continue;
      if (way === "hidden" || way === "clip") cut = true;
      else if (frame.tabIndex >= 0 || frame.querySelector("a, button, input")) pushed = true;
      else cut = true;
    }
    if (cut || (!pushed && (box.right > innerWidth + 1 || box.left < -1))) out.push(node.data.trim().slice(0, 40));
  }
  return { out, seen };
});

// What a long name may do without leaving the window: a bar that stays and covers the page, a column of single letters.
const squeezed = page => page.evaluate(() => {
  const out = [], bar = document.querySelector("body > .cover"), style = getComputedStyle(bar);
  if (style.position === "sticky" && style.flexDirection === "row" && bar.offsetHeight > innerHeight / 6) out.push(`the bar is ${bar.offsetHeight} px high`);
  for (const cell of document.querySelectorAll("th, td")) {
    const { width, height } = cell.getBoundingClientRect(), em = parseFloat(getComputedStyle(cell).fontSize);
    if (cell.textContent.trim().length > 20 && width > 2 && width < 2 * em && height > 15 * em) out.push(`a cell of ${Math.round(width)} px is ${Math.round(height)} px high`);
  }
  return out.slice(0, 5);
});

for (const [width, text] of VIEWS) {
  const { context, close } = await open({ width, text });
  for (const { name, url } of pages) {
    const where = `${name} (${width} px, text ${text} %)`;
    const page = await context.newPage();
    page.on("console", message => report(where, message.text()));
    page.on("pageerror", error => report(where, error.message));
    await page.goto(url);
    const excess = await page.evaluate(() => {
          // What is far from the window is not laid out, and cannot be too wide until it is.
          for (const part of document.querySelectorAll(".point, .group, .card")) part.style.contentVisibility = "visible";
          return document.documentElement.scrollWidth - innerWidth;
        });
    if (excess > 0) report(where, `is ${excess} px wider than its window`);
    const { out, seen } = await lost(page);
    texts += seen;
    for (const text of out.slice(0, 5)) report(where, `«${text}» cannot be read`);
    if (names) {
      for (const fault of await squeezed(page)) report(where, fault);
      await page.close();
      continue;
    }
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"], preload: false }));
    for (const { id, help, nodes } of violations) for (const node of nodes) report(where, `${id}: ${help}\n    ${node.html.slice(0, 200)}`);
    await page.close();
  }
  await close();
}

if (names) {
  console.log(`${pages.length} pages, ${texts} texts in ${VIEWS.length} views: ${faults === 0 ? "nothing found" : `${faults} faults`}`);
  process.exit(faults === 0 ? 0 : 1);
}
const { context, close } = await open({ width: 1280 });
let links = 0, heaviest = 0;
for (const { name, url } of pages) {
  const page = await context.newPage();
  const loaded = new Set();
  page.on("request", request => loaded.add(request.url().split("#")[0]));
  await page.goto(url);
  const menu = await page.locator(".leaf a").count();
  if (menu > MENU) report(name, `has a menu of ${menu} links`);
  links = Math.max(links, menu);
  const weights = await Promise.all([...loaded].map(async address => gzipSync(await readFile(new URL(address))).length));
  const weight = weights.reduce((sum, one) => sum + one, 0);
  // Only an index of everything may grow with everything, by a line each.
  const room = /^(index|services|shared|indicators|my-manual-.*|orientation-.*)\.html$/.test(name) ? 2 * HEAVIEST : HEAVIEST;
  if (weight > room) report(name, `weighs ${weight} bytes`);
  heaviest = Math.max(heaviest, weight);
  // The first letter of a name stands at the side where its script begins.
  const side = /-(arabe|hebreo)\./.test(name) ? "right" : "left";
  const at = await page.evaluate(() => {
    const title = document.querySelector("h1"), range = document.createRange();
    const text = [...title.childNodes].findLast(node => node.nodeType === 3 && node.data.trim());
    const start = text.data.search(/\S/);
    range.setStart(text, start);
    range.setEnd(text, start + 1);
    const letter = range.getBoundingClientRect(), box = title.getBoundingClientRect();
    return letter.left - box.left < box.right - letter.right ? "left" : "right";
  });
  if (at !== side) report(name, `the title begins at the ${at}`);
  await page.close();
}
const page = await context.newPage();
await page.goto(pages.find(({ name }) => name === "index.html").url);
await page.keyboard.press("/");
for (const [query, wanted] of NAMES) {
  await page.evaluate(() => document.querySelector("#_search .hits").replaceChildren());
  await page.fill("#_search input[type=search]", query);
  await page.waitForFunction(() => document.querySelector("#_search .hits").childElementCount > 0 && !document.querySelector("#_search .hits[aria-busy=true]"));
  const places = await page.locator("#_search .hits li a").evaluateAll(all => all.map(a => a.getAttribute("href")));
  if (places[0] !== wanted) report("search", `«${query}» finds ${places[0]} first, not ${wanted}`);
  const excess = await page.evaluate(() => { const d = document.querySelector("#_search .scrolls"); return d.scrollWidth - d.clientWidth; });
  if (excess > 0) report("search", `«${query}» is ${excess} px too wide`);
}
await close();

console.log(`${pages.length} pages, ${texts} texts in 3 views, at most ${links} links in a menu and ${(heaviest / 1024).toFixed(1)} kB a page: ${faults === 0 ? "nothing found" : `${faults} faults`}`);
process.exit(faults === 0 ? 0 : 1);
