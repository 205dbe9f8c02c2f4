// node shots.mjs FOLDER OUT [PAGE...]
// Photographs pages for the eye: phone and desktop, light and dark, and the first page of each on paper.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { open, pagesIn } from "./browser.mjs";

const [folder, out, ...wanted] = process.argv.slice(2);
if (!folder || !out) {
  console.error("usage: node shots.mjs FOLDER OUT [PAGE...]");
  process.exit(2);
}
await mkdir(out, { recursive: true });
const pages = (await pagesIn(folder)).filter(({ name }) => wanted.length === 0 || wanted.includes(name));
for (const [kind, width, height] of [["phone", 390, 844], ["desktop", 1280, 900]]) {
  for (const scheme of ["light", "dark"]) {
    const { context, close } = await open({ width, height, scheme });
    for (const { name, url } of pages) {
      const page = await context.newPage();
      await page.goto(url);
      const stem = join(out, `${name.replace(/\.html$/, "")}-${kind}-${scheme}`);
      await page.screenshot({ path: `${stem}.png` });
      // What is far from the window is not laid out: the eye wants the whole.
      await page.evaluate(() => { for (const part of document.querySelectorAll(".point, .group, .card")) part.style.contentVisibility = "visible"; });
      await page.screenshot({ path: `${stem}-full.png`, fullPage: true });
      if (kind === "desktop" && scheme === "light") await page.pdf({ path: `${stem}.pdf`, format: "A4" });
      await page.close();
    }
    await close();
  }
}
