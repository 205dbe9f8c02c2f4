// node cards.mjs OUT [--keep FOLDER]
// Prints the cards, the poster and a page of «my manual» of a published manual to PDF and counts the sheets: four cards on each,
// the poster on one. On no sheet anything is cut off, neither on paper nor at 320 pixels, and no label stands without words. The panel of
// every service stands whole on the first screen of a telephone.
// Prints each fault and exits with 1 on any. With --keep the PDFs stay in a folder, to be looked at.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { open, pagesIn } from "./browser.mjs";

const words = process.argv.slice(2);
const [folder] = words;
const keep = words[1] === "--keep" ? words[2] : undefined;
if (!folder || (words.length > 1 && !keep)) {
  console.error("usage: node cards.mjs OUT [--keep FOLDER]");
  process.exit(2);
}
if (keep) await mkdir(keep, { recursive: true });

const pages = await pagesIn(folder);
const find = name => pages.find(page => page.name === name);
const roles = pages.filter(({ name }) => name.startsWith("my-manual-"));
let faults = 0;
let sheets = 0;
const report = (where, what) => { faults += 1; console.log(`${where}: ${what}`); };

// How many pages a PDF has, as its tree of pages says.
const countOf = bytes => {
  const counts = [...bytes.toString("latin1").matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)|\/Count\s+(\d+)[^>]*?\/Type\s*\/Pages\b/g)];
  return Math.max(0, ...counts.map(match => Number(match[1] ?? match[2])));
};

// What reaches out of its box: of cards, poster and tiles, whatever is cut off by them.
const overflow = () => {
  const inside = (inner, outer) => inner.right <= outer.right + 1 && inner.bottom <= outer.bottom + 1 && inner.left >= outer.left - 1 && inner.top >= outer.top - 1;
  const found = [];
  for (const box of document.querySelectorAll(".card, .poster, .tiles > li")) {
    const outer = box.getBoundingClientRect();
    for (const part of box.querySelectorAll("*")) {
      const inner = part.getBoundingClientRect();
      if (inner.width > 1 && inner.height > 1 && !part.closest("svg") && !inside(inner, outer)) found.push(`${box.id || box.className || "a tile"}: ${part.textContent.trim().slice(0, 60)}`);
    }
  }
  return [...new Set(found)];
};

const { context, close } = await open({ width: 794, height: 1123 });
const print = async (name, wanted, what) => {
  const found = find(name);
  if (!found) return false;
  const page = await context.newPage();
  await page.goto(found.url);
  const number = wanted ? await page.evaluate(wanted) : undefined;
  await page.emulateMedia({ media: "print" });
  for (const text of await page.evaluate(overflow)) report(name, `is cut off on paper in ${text}`);
  const bytes = await page.pdf({ preferCSSPageSize: true, printBackground: true, format: "A4" });
  if (keep) await writeFile(join(keep, name.replace(/html$/, "pdf")), bytes);
  const count = countOf(bytes);
  if (number !== undefined && count !== number) report(name, `prints on ${count} pages, ${what} want ${number}`);
  if (count === 0) report(name, "prints nothing");
  sheets += count;
  await page.close();
  return true;
};

const withCards = await print("cards.html", () => Math.ceil(document.querySelectorAll(".card").length / 4), "its cards");
await print("poster.html", () => 1, "the standards");
if (roles.length === 0) report(folder, "has no page of a role");
if (roles.length > 0) await print(roles[0].name);
await close();

// On a telephone.
const phone = await open({ width: 320 });
for (const { name, url } of pages.filter(({ name }) => ["cards.html", "poster.html", "my-manual.html"].includes(name) || roles.some(role => role.name === name))) {
  const page = await phone.context.newPage();
  await page.goto(url);
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (excess > 0) report(name, `is ${excess} px wider than its window`);
  const empty = await page.evaluate(() => [...document.querySelectorAll(".card .part")].filter(part => part.textContent.trim() === part.querySelector(".mark").textContent.trim()).length);
  if (empty > 0) report(name, `has ${empty} labels without words`);
  if (!await page.evaluate(() => document.querySelector(".poster .foot")?.checkVisibility() ?? true)) report(name, "hides what manual and edition the poster is of");
  await page.close();
}
await phone.close();

// What an agent needs in ten seconds is whole on the first screen of a telephone, above the ruler.
const hand = await open({ width: 390, height: 844 });
for (const { name, url } of pages.filter(({ name }) => name.startsWith("service-"))) {
  const page = await hand.context.newPage();
  await page.goto(url);
  const excess = await page.evaluate(() => {
    const panel = document.querySelector(".ten"), ruler = document.querySelector(".ruler");
    return panel && ruler ? Math.ceil(panel.getBoundingClientRect().bottom - ruler.getBoundingClientRect().top) : 0;
  });
  if (excess > 0) report(name, `its panel reaches ${excess} px beneath the first screen`);
  await page.close();
}
await hand.close();

// Every role has its data, and its page leads to them.
for (const { name } of roles) {
  const id = name.replace(/^my-manual-|\.html$/g, "");
  try {
    const data = JSON.parse(await readFile(join(folder, "data", "roles", `${id}.json`), "utf8"));
    if (data.schema !== "cartilla/role/1" || data.role.page !== name) report(name, "its data are of another page");
    const lists = Object.values(data.role).filter(Array.isArray).flat();
    for (const { address } of lists.filter(item => item.address)) {
      const [file, anchor] = address.split("#");
      const text = find(file) && await readFile(join(folder, file), "utf8");
      if (!text || (anchor && !text.includes(`id="${anchor}"`))) report(name, `its data lead to ${address}, where nothing is`);
    }
  } catch (error) {
    report(name, error.message);
  }
}
console.log(`${sheets} sheets${withCards ? "" : ", no cards"}, ${roles.length} roles: ${faults === 0 ? "nothing found" : `${faults} faults`}`);
process.exit(faults === 0 ? 0 : 1);
