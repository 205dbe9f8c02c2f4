// node languages.mjs OUT
// Follows the language switcher of a site in several languages: every page leads to the same page of the others and says so to
// search engines and readers' programs; with the script, at the place that is being read; without it too, at the top.
// Prints each fault and exits with 1 on any.
import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { open, pagesIn } from "./browser.mjs";

const folder = process.argv[2];
if (!folder) {
  console.error("usage: node languages.mjs OUT");
  process.exit(2);
}
let faults = 0;
const report = (where, what) => { faults += 1; console.log(`${where}: ${what}`); };

const others = (await readdir(folder, { withFileTypes: true })).filter(entry => entry.isDirectory() && /^[a-z]{2}$/.test(entry.name));
if (others.length === 0) {
  console.error(`${folder} has no other language`);
  process.exit(2);
}
const folders = [folder, ...others.map(entry => join(folder, entry.name))];
const names = new Set((await pagesIn(folder)).map(({ name }) => name));
let count = 0;
let followed = 0;

// Where a link leads, as a file.
const leads = url => fileURLToPath(Object.assign(new URL(url), { hash: "", search: "" }));

for (const script of [true, false]) {
  const { context, close } = await open({ width: 1280, script });
  const page = await context.newPage();
  page.on("console", message => { if (message.type() === "error") report(page.url(), message.text()); });
  page.on("pageerror", error => report(page.url(), error.message));
  // Of each kind of page in each language the first that has headings: what its template does there, it does everywhere.
  const sample = new Map();
  for (const from of folders) {
    for (const { name, url } of await pagesIn(from)) {
      if (!names.has(name)) report(url, "stands in one language only");
      await page.goto(url);
      count += 1;
      const lang = await page.getAttribute("html", "lang");
      // On the web: what leads there from the head is an address beneath that of the manual, which is here the folder.
      const heads = (await page.$$eval("link[rel=alternate][hreflang]", list => list.map(link => [link.hreflang, link.href])))
        .map(([code, href]) => [code, href.startsWith("https:") ? pathToFileURL(resolve(folder, `.${new URL(href).pathname}`)).href : href]);
      const links = await page.$$eval("nav.langs a[hreflang]", list => list.map(link => [link.hreflang, link.lang, link.href]));
      if (heads.length !== folders.length) report(url, `names ${heads.length} languages in its head, not ${folders.length}`);
      if (!heads.some(([code, href]) => code === lang && leads(href) === leads(url))) report(url, "does not name itself");
      if (links.length !== folders.length - 1) report(url, `leads to ${links.length} other languages`);
      for (const [code, own, href] of links) {
        if (own !== code) report(url, `the name of ${code} is not marked as ${code}`);
        if (!heads.some(([other, address]) => other === code && address === href)) report(url, `${code} differs in head and page`);
        const folderOf = folders.find(candidate => leads(href) === resolve(candidate, name));
        if (!folderOf) report(url, `leads to ${href}`);
      }
      if (await page.$(`main [lang="${lang}"]`)) report(url, `marks ${lang} in a page in ${lang}`);
      const ids = await page.$$eval("main h2[id], main h3[id]", list => list.map(heading => heading.id).filter(id => !id.startsWith("_")));
      const kind = `${from} ${await page.getAttribute("body", "class")}`;
      if (ids.length > 0 && !sample.has(kind)) sample.set(kind, { url, id: ids[Math.floor(ids.length / 2)] });
    }
  }

  // At the place that is being read: a place that was asked for, and one that was scrolled to.
  for (const { url, id } of sample.values()) {
    await page.goto(`${url}#${id}`);
    const other = await page.$eval("nav.langs a[hreflang]", link => link.href);
    await Promise.all([page.waitForURL(address => leads(address.href) === leads(other)), page.$eval("nav.langs a[hreflang]", link => link.click())]);
    followed += 1;
    const hash = new URL(page.url()).hash;
    if (hash !== (script ? `#${id}` : "")) report(`${url}#${id}`, `led to the place “${hash}”`);
    const there = await page.evaluate(wanted => document.getElementById(wanted) !== null, id);
    if (!there) report(page.url(), `has no place “${id}”`);
  }
  await close();
}

console.log(`${folders.length} languages, ${count} pages read, ${followed} switches followed: ${faults === 0 ? "nothing found" : `${faults} faults`}`);
process.exit(faults === 0 ? 0 : 1);
