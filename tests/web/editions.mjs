// node editions.mjs CARTILLA MANUAL [KEEP]
// Makes a repository with editions of a manual, publishes them in two steps, and reads the site as people do, from its folder: the
// switcher stays on the page, a notice stands above what is not in force, also on pages that were published before the edition that
// superseded them; without scripts everything is reached; axe finds nothing. With KEEP the site stays in that folder, and
// is read as it is where it stands there already.
// Prints each fault and exits with 1 on any.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { open } from "./browser.mjs";

const [program, manual, keep] = process.argv.slice(2);
if (!program || !manual) {
  console.error("usage: node editions.mjs CARTILLA MANUAL [KEEP]");
  process.exit(2);
}
const axe = createRequire(import.meta.url)("axe-core").source;
const run = promisify(execFile);
let faults = 0;
const report = (where, what) => { faults += 1; console.log(`${where}: ${what}`); };

const root = await mkdtemp(join(tmpdir(), "cartilla-editions-"));
const work = join(root, "work");
const site = keep ? resolve(keep) : join(root, "site");
await mkdir(work, { recursive: true });
const git = (...words) => run("git", ["-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "commit.gpgsign=false", "-c", "tag.gpgsign=false", ...words], { cwd: work });
await git("init", "--quiet");
const change = async (path, from, to) => {
  const text = await readFile(join(work, "manual", path), "utf8");
  if (!text.includes(from)) throw new Error(`${path} does not say ${from}`);
  await writeFile(join(work, "manual", path), text.replaceAll(from, to));
};

// The first edition has a page under another name, and no translation.
const add = async (number, effective, spoil) => {
  await rm(join(work, "manual"), { recursive: true, force: true });
  await cp(manual, join(work, "manual"), { recursive: true });
  await change("manual.yaml", 'edition: "2026.2"', `edition: "${number}"`);
  await change("manual.yaml", "effective: 2026-11-02\n", `effective: ${effective}\n`);
  // Its predecessor is the one before it, whatever the example replaced.
  await change("manual.yaml", "  supersedes: MSC-01, edición 2026.1\n", "");
  await spoil();
  await git("add", "--all");
  await git("commit", "--quiet", "--message", number);
  await git("tag", "--annotate", `edition/${number}`, "--message", number);
};
const files = async (folder, out = []) => {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await files(join(folder, entry.name), out);
    else out.push(join(folder, entry.name));
  }
  return out;
};
const build = today => run(program, ["build", "manual", "--editions", "all", "--today", today, "--out", site], { cwd: work });

const make = async () => {
  await add("2025.1", "2025-11-03", async () => {
    for (const path of await files(join(work, "manual"))) {
      if (path.includes(".en.")) await rm(path);
      else await writeFile(path, (await readFile(path, "utf8")).replaceAll("pago-recibos", "cobro-recibos"));
    }
    await cp(join(work, "manual/services/pago-recibos.md"), join(work, "manual/services/cobro-recibos.md"));
    await rm(join(work, "manual/services/pago-recibos.md"));
    await change("manual.yaml", ", others: [en] }", " }");
  });
  await add("2026.1", "2026-05-04", async () => {});
  await build("2026-10-01");
  // This edition was approved when the two before were published: its pages are kept from then on.
  await add("2026.2", "2026-11-02", async () => {});
  await add("2027.1", "2027-02-01", async () => {});
  await build("2026-10-30");
  await build("2026-11-22");
  await add("2026.3", "2026-11-20", async () => {});
  await build("2026-11-22");
};
if (!keep || !existsSync(site)) await make();

const at = path => pathToFileURL(join(site, path)).href;
const path = url => fileURLToPath(Object.assign(new URL(url), { hash: "", search: "" })).slice(site.length + 1);
const quiet = page => {
  page.on("console", message => { if (["error", "warning"].includes(message.type())) report(path(page.url()), message.text()); });
  page.on("pageerror", error => report(path(page.url()), error.message));
  page.on("request", request => { if (!request.url().startsWith("file:")) report(path(page.url()), `asks for ${request.url()}`); });
};
const expect = (where, what, is, wanted) => {
  if (JSON.stringify(is) !== JSON.stringify(wanted)) report(where, `${what}: ${JSON.stringify(is)}, not ${JSON.stringify(wanted)}`);
};
const switches = page => page.$$eval(".editions li a:not([data-all])", list => list.map(link => [link.firstChild.data.trim(), link.href]));
const notice = page => page.$eval("[data-notice]", line => line.hidden ? null : line.innerText.trim());

for (const script of [true, false]) {
  const { context, close } = await open({ width: 1280, script });
  const page = await context.newPage();
  quiet(page);
  const how = script ? "with scripts" : "without scripts";

  await page.goto(at("service-remesas.html"));
  const others = await switches(page);
  expect(how, "the front page leads to", others.map(([name]) => name), ["Borrador", "2027.1", "2026.2", "2026.1", "2025.1"]);
  for (const [name, href] of others) {
    await page.goto(href);
    if (!path(page.url()).endsWith("service-remesas.html")) report(how, `${name} opens at ${path(page.url())}`);
    if (!await notice(page)) report(how, `${name} has no notice`);
    if (!await page.$(".editions [data-all]")) report(how, `${name} does not lead to the list`);
  }
  await page.goto(at("service-remesas.html"));
  expect(how, "the notice of the one in force", await notice(page), null);

  // A page that only the first edition has.
  await page.goto(at("editions/2025.1/service-cobro-recibos.html"));
  const front = await page.$eval("[data-notice] a", link => link.href);
  expect(how, "a page that is gone leads to", path(front), "index.html");

  // In the other language, which the first edition has not.
  await page.goto(at("en/service-remesas.html"));
  const english = Object.fromEntries((await switches(page)).map(([name, href]) => [name, path(href)]));
  expect(how, "in English", [english["2026.1"], english["2025.1"]], ["editions/2026.1/en/service-remesas.html", "editions/2025.1/service-remesas.html"]);

  // Every edition is reached from the list.
  await page.goto(at("editions.html"));
  const rows = await page.$$eval("table.issues tbody th a", list => list.map(link => link.href));
  expect(how, "the list leads to", rows.map(path), ["draft/index.html", "editions/2027.1/index.html", "index.html", "editions/2026.2/index.html", "editions/2026.1/index.html", "editions/2025.1/index.html"]);

  // 2026.2 was published when it was approved, and kept: what came later is known by the script.
  await page.goto(at("editions/2026.2/service-remesas.html"));
  const later = await notice(page);
  if (script && !later.includes("sustituida el 20 de noviembre de 2026 por la 2026.3")) report(how, `2026.2 says: ${later}`);
  if (!script && !later.includes("rige desde el 2 de noviembre de 2026")) report(how, `2026.2 says: ${later}`);
  if (script) {
    const names = (await switches(page)).map(([name]) => name);
    expect(how, "2026.2 leads to", names, ["Borrador", "2027.1", "2026.3", "2026.1", "2025.1"]);
    // At the place that is being read.
    const id = await page.$$eval("main .point[id]", list => list[3].id);
    await page.goto(`${at("editions/2026.2/service-remesas.html")}#${id}`);
    await page.$eval("[data-notice] a", link => link.click());
    await page.waitForURL(url => path(url.href) === "service-remesas.html");
    expect(how, "the place", new URL(page.url()).hash, `#${id}`);
    // The code of a card leads to what is in force, and says when the card is another edition's, and where that one is.
    const card = async query => {
      await page.goto(`${at("service-remesas.html")}${query}#${id}`);
      return page.$eval("[data-card]", line => line.hidden ? null : [line.innerText.trim(), line.querySelector("a:not([hidden])")?.href ?? null]);
    };
    expect(how, "a card of this edition", await card("?e=2026.3"), null);
    expect(how, "no card", await card(""), null);
    const [says, leads] = await card("?e=2026.1");
    if (!says.includes("de la edición 2026.1") || !says.includes("de la 2026.3")) report(how, `a card of 2026.1 is told: ${says}`);
    expect(how, "a card of 2026.1 leads to", [path(leads), new URL(leads).hash], ["editions/2026.1/service-remesas.html", `#${id}`]);
    const [unknown, nowhere] = await card("?e=%3Cb%3E1%3C%2Fb%3E");
    if (!unknown.includes("<b>1</b>") || nowhere !== null) report(how, `a card of nothing is told: ${unknown} ${nowhere}`);
  }
  await close();
}

// By keyboard, on a phone.
{
  const { context, close } = await open({ width: 390, height: 844 });
  const page = await context.newPage();
  quiet(page);
  await page.goto(at("editions/2026.1/index.html"));
  await page.locator(".menu summary").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const focused = await page.evaluate(() => document.activeElement.closest(".editions") !== null);
  if (!focused) report("phone", "the switcher is not the first thing of the menu");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const link = await page.evaluate(() => document.activeElement.href);
  if (!link) report("phone", "the switcher does not open by keyboard");
  await close();
}

const views = [[320, "light"], [1280, "light"], [320, "dark"], [1280, "dark"]];
for (const [width, scheme] of views) {
  const { context, close } = await open({ width, scheme });
  for (const name of ["editions.html", "en/editions.html", "editions/2026.1/service-remesas.html", "draft/index.html", "editions/2027.1/index.html"]) {
    const page = await context.newPage();
    quiet(page);
    await page.goto(at(name));
    await page.$$eval(".menu, .editions details", list => list.forEach(details => { details.open = true; }));
    const where = `${name} (${width} px, ${scheme})`;
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (excess > 0) report(where, `is ${excess} px wider than its window`);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"], preload: false }));
    for (const { id, help, nodes } of violations) {
      for (const node of nodes) report(where, `${id}: ${help}\n    ${node.html.slice(0, 200)}`);
    }
    await page.close();
  }
  await close();
}

await rm(root, { recursive: true, force: true });
console.log(`6 editions, with scripts and without, 5 pages in ${views.length} views: ${faults === 0 ? "nothing found" : `${faults} faults`}`);
process.exit(faults === 0 ? 0 : 1);
