// node axe.mjs [--quick] FOLDER [PAGE...]
// Runs axe-core, best practices included, on pages of a folder, else on all: light and dark, 320 and 1280 pixels, text at 100
// and 200 %; with --quick only light, 1280 pixels, 100 %.
// Prints each violation, each refusal of the content policy, each request that leaves the folder and each page wider than its
// window, and exits with 1 on any.
import { createRequire } from "node:module";
import { open, pagesIn } from "./browser.mjs";

const axe = createRequire(import.meta.url)("axe-core").source;
const words = process.argv.slice(2);
const quick = words[0] === "--quick";
const [folder, ...wanted] = quick ? words.slice(1) : words;
if (!folder) {
  console.error("usage: node axe.mjs [--quick] FOLDER [PAGE...]");
  process.exit(2);
}

const pages = (await pagesIn(folder)).filter(({ name }) => wanted.length === 0 || wanted.includes(name));
if (pages.length < Math.max(wanted.length, 1)) {
  console.error(`not all of ${wanted.join(", ")} are in ${folder}`);
  process.exit(2);
}
const widths = quick ? [1280] : [320, 1280];
const schemes = quick ? ["light"] : ["light", "dark"];
const texts = quick ? [100] : [100, 200];
let faults = 0;
const report = (where, what) => { faults += 1; console.log(`${where}: ${what}`); };

for (const width of widths) {
  for (const scheme of schemes) {
    for (const text of texts) {
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
        const excess = await page.evaluate(() => {
          // What is far from the window is not laid out, and cannot be too wide until it is.
          for (const part of document.querySelectorAll(".point, .group, .card")) part.style.contentVisibility = "visible";
          return document.documentElement.scrollWidth - innerWidth;
        });
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
console.log(`${pages.length} pages in ${widths.length * schemes.length * texts.length} views: ${faults === 0 ? "nothing found" : `${faults} faults`}`);
process.exit(faults === 0 ? 0 : 1);
