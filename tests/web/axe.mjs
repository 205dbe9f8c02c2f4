// node axe.mjs FOLDER
// Runs axe-core, best practices included, on every page of a folder: light and dark, 320 and 1280 pixels, text at 100 and 200 %.
// Prints each violation, each refusal of the content policy, each request that leaves the folder and each page wider than its
// window, and exits with 1 on any.
import { createRequire } from "node:module";
import { open, pagesIn } from "./browser.mjs";

const axe = createRequire(import.meta.url)("axe-core").source;
const folder = process.argv[2];
if (!folder) {
  console.error("usage: node axe.mjs FOLDER");
  process.exit(2);
}

const pages = await pagesIn(folder);
let faults = 0;
const report = (where, what) => { faults += 1; console.log(`${where}: ${what}`); };

for (const width of [320, 1280]) {
  for (const scheme of ["light", "dark"]) {
    for (const text of [100, 200]) {
      const { context, close } = await open({ width, scheme, text });
      for (const { name, url } of pages) {
        const where = `${name} (${width} px, ${scheme}, text ${text} %)`;
        const page = await context.newPage();
        page.on("console", message => { if (message.type() === "error") report(where, message.text()); });
        page.on("pageerror", error => report(where, error.message));
        page.on("request", request => { if (!request.url().startsWith("file:")) report(where, `asks for ${request.url()}`); });
        await page.goto(url);
        const size = await page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
        if (size !== 16 * text / 100) report(where, `text is at ${size} px, so the check is not what it says`);
        const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (excess > 0) report(where, `is ${excess} px wider than its window`);
        await page.evaluate(axe);
        // Without preload: axe would fetch the style sheets, which the pages' own policy forbids.
        const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"], preload: false }));
        for (const { id, help, nodes } of violations) {
          for (const node of nodes) report(where, `${id}: ${help}\n    ${node.html.slice(0, 200)}\n    ${node.failureSummary?.split("\n")[1] ?? ""}`);
        }
        await page.close();
      }
      await close();
    }
  }
}
console.log(`${pages.length} pages in 8 views: ${faults === 0 ? "nothing found" : `${faults} faults`}`);
process.exit(faults === 0 ? 0 : 1);
