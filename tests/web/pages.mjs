// node pages.mjs FOLDER [PAGE...]
// What holds for pages beside accessibility, on pages of a folder (else on all), opened from the folder itself: the same words
// with scripts and without, every link and place there, nothing asked of anybody, no message, no script of the manual's, paper
// that holds the content, the weight of a first view. Then the register's field and heads, the terms, the look, by keyboard.
// Prints each fault and a line of figures; exits with 1 on any.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { open, pagesIn } from "./browser.mjs";

const [folder, ...wanted] = process.argv.slice(2);
if (!folder) {
  console.error("usage: node pages.mjs FOLDER [PAGE...]");
  process.exit(2);
}
// Compressed, without pictures: what a phone has to load before it can show a page.
const HEAVIEST = 60 * 1024;

const all = await pagesIn(folder);
const pages = all.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
let faults = 0;
const report = (where, what) => { faults += 1; console.log(`${where}: ${what}`); };

const watched = async (context, where) => {
  const page = await context.newPage();
  // What a payload in a text would call, if it ran.
  await page.addInitScript(() => { for (const name of ["alert", "confirm", "prompt"]) window[name] = () => console.error(`${name} was called`); });
  page.on("console", message => report(where, message.text()));
  page.on("pageerror", error => report(where, error.message));
  page.on("requestfailed", request => report(where, `could not load ${request.url()}`));
  page.on("request", request => { if (!request.url().startsWith("file:")) report(where, `asks for ${request.url()}`); });
  return page;
};
const text = page => page.evaluate(() => document.querySelector("main").textContent.replace(/\s+/g, " ").trim());

// Addresses of every page: which places it has, and where its links lead.
const places = new Map(), links = [];
const still = new Map();
{
  const { context, close } = await open({ width: 390, script: false });
  for (const { name, url } of all) {
    const page = await watched(context, `${name} (no script)`);
    await page.goto(url);
    places.set(url, new Set(await page.$$eval("[id]", all => all.map(one => one.id))));
    links.push(...(await page.$$eval("a[href], use[href]", all => all.map(one => one.href.baseVal ? new URL(one.href.baseVal, one.baseURI).href : one.href)))
      .filter(href => href.startsWith("file:")).map(href => [name, href]));
    if (pages.some(page => page.name === name)) still.set(name, await text(page));
    if (await page.locator("button:visible").count()) report(name, "shows a button that does nothing without scripts");
    await page.close();
  }
  await close();
}
for (const [name, href] of links) {
  const [address, place] = href.split("#");
  const known = places.get(address);
  if (known && place && !known.has(decodeURIComponent(place))) report(name, `leads to ${href}, which nothing has`);
  if (!known && address.endsWith(".html") && address.startsWith(all[0].url.replace(/[^/]*$/, "")) && !(await readFile(new URL(address)).catch(() => null))) {
    report(name, `leads to ${address}, which is not there`);
  }
}

let heaviest = 0, sheets = 0;
{
  const { context, close } = await open({ width: 320, height: 700 });
  for (const { name, url } of pages) {
    const page = await watched(context, name);
    const loaded = new Set();
    page.on("request", request => loaded.add(request.url()));
    await page.goto(url);
    const size = async address => /\.(png|jpe?g|webp|svg)$/.test(address) ? 0 : gzipSync(await readFile(new URL(address.split("#")[0]))).length;
    const weight = (await Promise.all([...loaded].map(size))).reduce((sum, one) => sum + one, 0);
    heaviest = Math.max(heaviest, weight);
    if (weight > HEAVIEST) report(name, `weighs ${weight} bytes on a first view`);
    const words = new Set((await text(page)).split(" "));
    const lost = still.get(name).split(" ").filter(word => !words.has(word));
    if (lost.length > 0) report(name, `the script takes words away: ${lost.slice(0, 8).join(" ")}`);
    const paper = await page.pdf({ format: "A4" });
    sheets += (paper.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
    await page.close();
  }
  await close();
}
if (sheets < pages.length) report("paper", `${pages.length} pages make ${sheets} sheets`);

// The conveniences, by keyboard, where the manual has what they are for.
const { context, close } = await open({ width: 1280 });
for (const { name, url } of pages) {
  const page = await watched(context, name);
  await page.goto(url);
  const broken = await page.$$eval(".toc .n", list => list.filter(n => {
    const text = document.createRange();
    text.selectNodeContents(n);
    return new Set([...text.getClientRects()].map(line => line.top)).size > 1;
  }).map(n => n.textContent));
  if (broken.length > 0) report(name, `the contents break the numbers ${broken.slice(0, 4).join(", ")} over lines`);
  const field = page.locator(".sieve input").first();
  if (await field.count()) {
    const rows = page.locator(".is-register table").first().locator("tbody tr");
    const before = await rows.allTextContents();
    const word = before.at(-1).trim().split(/\s+/)[0];
    await field.focus();
    await page.keyboard.type(word.toLowerCase());
    const shown = await rows.evaluateAll(rows => rows.filter(row => !row.hidden).length);
    if (shown === 0 || shown === before.length) report(name, `filtering by ${word} leaves ${shown} of ${before.length} rows`);
    await field.fill("");
    const head = page.locator(".is-register table").first().locator("th .sort").nth(1);
    await head.focus();
    await page.keyboard.press("Enter");
    const names = await rows.locator("> *:nth-child(2)").allTextContents();
    const lang = await page.getAttribute("html", "lang");
    const sorted = [...names].sort(new Intl.Collator(lang, { numeric: true, sensitivity: "base" }).compare);
    if (names.join() !== sorted.join()) report(name, "the register is not sorted by its second column");
    if (await page.locator("th[aria-sort=ascending]").count() !== 1) report(name, "the sorted column does not say so");
    // A column of figures goes by what they are, as this manual writes them: 9.5 before 92.1 in Lima, 9,5 before 92,1 in Madrid.
    const table = page.locator(".is-register table").first();
    const sign = await page.getAttribute("template[data-decimal]", "data-decimal");
    const figures = cells => cells.map(cell => cell.trim()).filter(Boolean).map(cell => {
      const found = cell.match(/^[-\u2212]?[\d.,]+/)?.[0].replace("\u2212", "-");
      return found === undefined ? NaN : Number(found.replaceAll(sign === "," ? "." : ",", "").replace(sign, "."));
    });
    let sortedFigures = 0;
    for (let column = 0; column < await table.locator("thead th").count(); column += 1) {
      const cells = () => table.locator(`tbody tr > *:nth-child(${column + 1})`).allTextContents();
      const before = figures(await cells());
      if (before.length < 3 || before.some(isNaN)) continue;
      await table.locator("thead .sort").nth(column).click();
      const after = figures(await cells());
      if (after.join() !== [...before].sort((one, other) => one - other).join()) report(name, `column ${column + 1} is not sorted by its figures: ${after}`);
      sortedFigures += 1;
    }
    if ((await table.locator("tbody .state").count()) > 20 && sortedFigures === 0) report(name, "no column of figures was sorted");
    // On a telephone the heads are not seen: nothing unseen takes the focus, and a list does the same.
    await page.setViewportSize({ width: 390, height: 844 });
    if (await table.evaluate(it => it.classList.contains("fold"))) {
      const unseen = await table.locator("thead .sort").evaluateAll(all => all.filter(button => button.tabIndex >= 0).length);
      if (unseen > 0) report(name, `${unseen} heads that nobody sees take the focus`);
      const choice = page.locator(".sieve select").first();
      if (!(await choice.isVisible())) report(name, "a telephone offers no order");
      await choice.selectOption("1-");
      const last = await rows.locator("> *:nth-child(2)").allTextContents();
      if (last.join() !== [...sorted].reverse().join()) report(name, "the list does not sort the register");
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  }
  const term = page.locator("a.term").first();
  if (await term.count()) {
    await term.focus();
    const tip = page.locator("#_tip");
    if (!(await tip.isVisible())) report(name, "a term is not explained when it has the focus");
    await page.keyboard.press("Escape");
    if (await tip.isVisible()) report(name, "the explanation of a term stays after Escape");
  }
  await page.close();
}
const page = await watched(context, "the look");
await page.goto(pages[0].url);
const look = page.locator("[data-theme-switch]");
await look.focus();
await page.keyboard.press("Enter");
await page.keyboard.press("Enter");
const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const dark = await ground();
await page.reload();
if (dark !== await ground() || await page.getAttribute("html", "data-theme") !== "dark") report("the look", "is forgotten when the page is loaded again");
await close();

console.log(`${pages.length} pages, ${links.length} links followed, ${sheets} sheets of paper, heaviest first view ${(heaviest / 1024).toFixed(1)} kB: ${faults === 0 ? "nothing found" : `${faults} faults`}`);
process.exit(faults === 0 ? 0 : 1);
