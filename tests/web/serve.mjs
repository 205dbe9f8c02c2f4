// node serve.mjs CARTILLA MANUAL
// The live preview in a browser, over a copy of a manual: a save loads the page anew where it stands, findings come and go in the
// tray, the list of all, a page that vanished, the end of the server; axe with the tray open, in light and dark, on a phone and
// on a desk. Waits for what the page shows, never for a time. Prints each fault; exits with 1 on any.
import { spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm, unlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { open } from "./browser.mjs";

const axe = createRequire(import.meta.url)("axe-core").source;
const [cartilla, manual, shots] = process.argv.slice(2);
if (!cartilla || !manual) {
  console.error("usage: node serve.mjs CARTILLA MANUAL [FOLDER FOR PICTURES]");
  process.exit(2);
}
const SERVICE = "microcredito", PATIENCE = 120_000;
let faults = 0, checks = 0;
const report = (where, what) => { faults += 1; console.log(`${where}: ${what}`); };
const holds = (where, what, is) => { checks += 1; if (!is) report(where, what); };

const work = await mkdtemp(join(tmpdir(), "cartilla-serve-"));
const folder = join(work, basename(manual));
await cp(manual, folder, { recursive: true });
const file = join(folder, "services", `${SERVICE}.md`);
const text = await readFile(file, "utf8");
const summary = text.match(/^  summary: "?(.*?)"?$/m)[1];
const shown = summary.split(/[[`*]/)[0].trim();
const save = change => writeFile(file, change(text));

const server = spawn(cartilla, ["serve", folder, "--port", "0", "--lang", "es", "--today", "2026-11-21"], { stdio: ["ignore", "ignore", "pipe"] });
const address = await new Promise((found, failed) => {
  let said = "";
  server.stderr.on("data", data => {
    said += data;
    const match = said.match(/http:\/\/localhost:\d+\//);
    if (match) found(match[0]);
  });
  server.on("exit", () => failed(new Error(`the preview ended: ${said}`)));
});
const ended = new Promise(done => server.on("exit", done));
const url = `${address}service-${SERVICE}.html`;

const watched = async (context, where) => {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  page.on("console", message => { if (["error", "warning"].includes(message.type())) report(where, message.text()); });
  page.on("pageerror", error => report(where, error.message));
  page.on("request", request => { if (!request.url().startsWith(address)) report(where, `asks for ${request.url()}`); });
  return page;
};
// The page as it is after a save: loaded, settled, and of another edition than before.
const serial = page => page.evaluate(() => document.querySelector("#_cartilla, script[data-serial]")?.dataset.serial);
const after = async (page, act, shows) => {
  const before = await serial(page);
  await act();
  await page.waitForFunction(({ before, shows }) => document.readyState === "complete"
    && document.querySelector("#_cartilla, script[data-serial]")?.dataset.serial !== before
    && (!shows || document.documentElement.textContent.includes(shows)), { before, shows });
};
const sound = async (page, where) => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"], preload: false }));
  for (const { id, help, nodes } of violations) {
    for (const node of nodes) report(where, `${id}: ${help}\n    ${node.html.slice(0, 160)}\n    ${node.failureSummary?.split("\n")[1] ?? ""}`);
  }
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  holds(where, `is ${excess} px wider than its window`, excess <= 0);
};
const picture = async (page, name) => { if (shots) await page.screenshot({ path: join(shots, `${name}.png`) }); };

// In place: what is read stays where it is although the text above it grows, and the focus stays where it was.
{
  const { context, close } = await open({ width: 1280 });
  const page = await watched(context, "in place");
  await page.goto(url);
  const read = () => page.evaluate(() => {
    const point = document.querySelector("#service-microcredito-p5") ?? [...document.querySelectorAll("main h2[id], main .point[id]")].at(5);
    return { id: point.id, top: point.getBoundingClientRect().top };
  });
  await page.evaluate(id => {
    const point = document.getElementById(id);
    scrollBy(0, point.getBoundingClientRect().top - 120);
  }, (await read()).id);
  await page.locator(".turn a, .cover a").last().evaluate(one => one.focus({ preventScroll: true }));
  const focus = () => page.evaluate(() => document.activeElement.textContent.trim());
  const [before, focused] = [await read(), await focus()];
  holds("in place", "the page does not scroll so far", before.top > 80 && before.top < 160);
  await after(page, () => save(text => text.replace(summary, `${summary} ${"Y más palabras de las que había. ".repeat(30)}`)), "Y más palabras");
  await page.waitForFunction(top => {
    const point = document.querySelector("#service-microcredito-p5") ?? [...document.querySelectorAll("main h2[id], main .point[id]")].at(5);
    return Math.abs(point.getBoundingClientRect().top - top) < 3;
  }, before.top).catch(async () => report("in place", `what was read moved from ${before.top} to ${(await read()).top}`));
  holds("in place", `the focus went from “${focused}” to “${await focus()}”`, focused === await focus());
  await page.waitForFunction(() => document.querySelector("[data-updated]")?.hidden === false);
  holds("in place", "nothing is said to who cannot see", (await page.locator("[data-updated]").textContent()).includes("actualizada"));
  await after(page, () => save(text => text), null);
  await close();
}

// Findings: they come, are read, closed, remembered, and go.
{
  const { context, close } = await open({ width: 1280 });
  const page = await watched(context, "findings");
  await page.goto(url);
  holds("findings", "there are some before anything is wrong", await page.locator(".cartilla-findings li").count() === 0);
  const hasty = text => text.replace(summary, "Respondemos su solicitud lo antes posible.");
  await after(page, () => save(hasty), "lo antes posible");
  const finding = page.locator(".cartilla-findings li", { hasText: "lo antes posible" });
  holds("findings", "the finding is not on the page of its service", await finding.isVisible());
  const link = await finding.locator(".cartilla-place a").getAttribute("href");
  holds("findings", `the link opens ${link}`, new RegExp(`^vscode://file/.*/services/${SERVICE}\\.md:\\d+:\\d+$`).test(link));
  holds("findings", "the place is not marked", (await finding.locator("mark").textContent()).includes("lo antes posible"));
  await picture(page, "tray-desk");
  // Nothing that is read stays beneath the tray: the end of the page can be brought above it.
  const clear = () => page.evaluate(() => {
    scrollTo(0, document.documentElement.scrollHeight);
    const panel = document.querySelector(".cartilla-list")?.getBoundingClientRect();
    const bar = document.querySelector(".cartilla-tray").getBoundingClientRect();
    const top = panel?.height ? Math.min(panel.top, bar.top) : bar.top;
    return top - document.querySelector(".colophon").getBoundingClientRect().bottom;
  });
  holds("findings", `the tray covers the end of the page by ${-(await clear())} px`, await clear() >= -1);
  const summaryLine = page.locator(".cartilla-tray summary");
  await summaryLine.focus();
  await page.keyboard.press("Enter");
  holds("findings", "Enter does not close the tray", !(await finding.isVisible()));
  await after(page, () => save(text => hasty(text).replace("antes posible.", "antes posible. Otra vez.")), "Otra vez.");
  holds("findings", "a tray that was closed opens by itself", !(await finding.isVisible()));
  await page.locator(".cartilla-tray summary").focus();
  await page.keyboard.press("Space");
  holds("findings", "Space does not open the tray", await finding.isVisible());
  await page.locator(".cartilla-list a").first().focus();
  await page.keyboard.press("Escape");
  holds("findings", "Escape does not close the tray", !(await finding.isVisible()));
  await page.keyboard.press("Enter");
  holds("findings", "the focus is lost by closing", await finding.isVisible());

  await page.goto(`${address}__cartilla/findings`);
  holds("list", "the list lacks the file", (await page.locator("h2").allTextContents()).includes(`services/${SERVICE}.md`));
  await page.locator(".cartilla-findings li", { hasText: "lo antes posible" }).locator(".cartilla-place a").last().click();
  await page.waitForURL(address => address.pathname.endsWith(`service-${SERVICE}.html`));
  await after(page, () => save(text => text), shown);
  holds("findings", "they stay after they were mended", await page.locator(".cartilla-findings li").count() === 0);

  // A broken save keeps the page, with the message on top.
  await after(page, () => save(text => text.replace("\nname: ", "\nname: [")), null);
  holds("broken", "the page has gone", (await page.locator("main").textContent()).includes(shown));
  holds("broken", "no message says so", await page.locator(".cartilla-kept").isVisible() && await page.locator(".cartilla-error").first().isVisible());
  await picture(page, "broken-desk");
  await after(page, () => save(text => text), null);
  holds("broken", "the message stays", await page.locator(".cartilla-kept").count() === 0);

  // A page that vanished leads to the front, with a word.
  await Promise.all([page.waitForURL(address), unlink(file)]);
  await page.locator("[data-gone]:visible").waitFor();
  await picture(page, "gone-desk");
  await after(page, () => save(text => text), null);
  await close();
}

// With the tray open and closed, and the list: in every light and on every desk.
await save(text => text.replace(summary, "Respondemos su solicitud lo antes posible, con un texto que sigue y sigue.").replace("\nname: ", "\nnombre: x\nname: "));
for (const [width, height, scheme] of [[390, 844, "light"], [390, 844, "dark"], [320, 700, "light"], [1280, 900, "light"], [1280, 900, "dark"]]) {
  const where = `${width} px, ${scheme}`;
  const { context, close } = await open({ width, height, scheme });
  const page = await watched(context, where);
  await page.goto(url);
  await page.waitForFunction(() => document.querySelectorAll(".cartilla-findings li").length > 1);
  await sound(page, `${where}, tray open`);
  await picture(page, `tray-${width}-${scheme}`);
  await page.locator(".cartilla-tray summary").click();
  await sound(page, `${where}, tray closed`);
  await picture(page, `closed-${width}-${scheme}`);
  await page.goto(`${address}__cartilla/findings`);
  await sound(page, `${where}, list`);
  await picture(page, `list-${width}-${scheme}`);
  await close();
}

// Without scripts everything reads; at the server's end the page says so.
{
  const { context, close } = await open({ width: 1280, script: false });
  const page = await watched(context, "no script");
  await page.goto(url);
  holds("no script", "the findings are not shown", await page.locator(".cartilla-findings li").first().isVisible());
  await close();
}
{
  const { context, close } = await open({ width: 390 });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(url);
  server.kill("SIGINT");
  const status = await ended;
  holds("end", `the server ends with ${status}`, status === 0);
  await page.locator("[data-ended]:visible").waitFor();
  await picture(page, "ended-390");
  await close();
}
await rm(work, { recursive: true, force: true });
console.log(`${checks} statements about the preview: ${faults === 0 ? "all hold" : `${faults} faults`}`);
process.exit(faults === 0 ? 0 : 1);
