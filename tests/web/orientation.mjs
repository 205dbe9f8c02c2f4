// node orientation.mjs FOLDER [PROGRAM MANUAL]
// Follows a role's orientation in the published site in FOLDER as a newcomer does, with the keyboard alone: path, test,
// acknowledgement. Then what a reload keeps, what is there without scripts, axe in light and dark. With PROGRAM and MANUAL the saved
// file is given to `cartilla acknowledgements`. Prints what is wrong and exits with 1 on anything.
import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { open, pagesIn } from "./browser.mjs";

const axe = createRequire(import.meta.url)("axe-core").source;
const [folder, program, manual] = process.argv.slice(2);
if (!folder || (program && !manual)) {
  console.error("usage: node orientation.mjs FOLDER [PROGRAM MANUAL]");
  process.exit(2);
}
let checks = 0;
let faults = 0;
const hold = (what, is) => {
  checks += 1;
  if (!is) { faults += 1; console.log(`does not hold: ${what}`); }
};
const NAME = "Ana María Quispe-Ñahui";

const pages = await pagesIn(folder);
const roles = pages.filter(({ name }) => name.startsWith("orientation-"));
const chosen = roles.find(({ name }) => name === "orientation-caja.html") ?? roles[0];
const index = pages.find(({ name }) => name === "orientation.html");
if (!chosen || !index) throw new Error(`no orientation in ${folder}`);

// A page on which every message and every request that leaves the folder is a fault.
const watched = async context => {
  const page = await context.newPage();
  page.on("console", message => hold(`no message: ${message.text()}`, false));
  page.on("pageerror", error => hold(`no error: ${error.message}`, false));
  page.on("requestfailed", request => hold(`no failed request: ${request.url()}`, request.url().startsWith("blob:")));
  page.on("request", request => {
    if (!/^(file|blob|data):/.test(request.url())) hold(`no request to ${request.url()}`, false);
  });
  return page;
};

// Goes on with the tabulator until the focus is on what is looked for.
const tabTo = async (page, selector, most = 600) => {
  for (let n = 0; n < most; n += 1) {
    if (await page.evaluate(it => document.activeElement?.matches(it) ?? false, selector)) return true;
    await page.keyboard.press("Tab");
  }
  hold(`the keyboard reaches ${selector}`, false);
  return false;
};

const lint = async (page, where) => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"], preload: false }));
  for (const { id, nodes } of violations) nodes.forEach(node => hold(`axe, ${where}: ${id}: ${node.html.slice(0, 160)}`, false));
  hold(`axe, ${where}`, true);
};

const saved = await mkdtemp(join(tmpdir(), "cartilla-acknowledgements-"));
const { context, close } = await open({ width: 1280 });
const page = await watched(context);

// From the index to the role's page.
await page.goto(index.url);
await tabTo(page, `main a[href="${chosen.name}"]`);
await page.keyboard.press("Enter");
await page.waitForURL(chosen.url);

// The path: every box, one after the other.
const boxes = await page.locator("[data-task]").count();
hold("the path has steps", boxes > 3);
const linked = await page.evaluate(() => [...document.querySelectorAll(".tasks label a")].every(a => a.getAttribute("href")));
hold("what is read is linked", linked);
const told = () => page.locator(".progress .count").textContent();
hold("nothing is done at first", (await told()).startsWith("0 "));
for (let n = 0; n < boxes; n += 1) {
  await tabTo(page, `[data-task]:not(:checked)`);
  await page.keyboard.press("Space");
  hold(`the words follow step ${n + 1}`, (await told()).startsWith(`${n + 1} `));
}
const bar = await page.evaluate(() => { const it = document.querySelector(".progress progress"); return [it.value, it.max]; });
hold("the bar is full", bar[0] === boxes && bar[1] === boxes);

// The test: once wrong, then right, with the answer's place in the manual.
const sets = page.locator("[data-question]");
const questions = await sets.count();
hold("there are eight questions or more", questions >= 8);
for (let n = 0; n < questions; n += 1) {
  const set = sets.nth(n);
  const [ids, right] = await set.evaluate(node => {
    const inputs = [...node.querySelectorAll("input")];
    return [inputs.map(input => input.name), inputs.map(input => input.hasAttribute("data-right"))];
  });
  const name = ids[0];
  const many = right.filter(Boolean).length > 1;
  const button = async () => {
    for (let t = 0; t < 12; t += 1) {
      if (await page.evaluate(() => document.activeElement.matches("[data-question] button"))) break;
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
  };
  const choose = async wanted => {
    if (many) {
      for (let at = 0; at < right.length; at += 1) {
        await tabTo(page, `input[name="${name}"][value="${at + 1}"]`);
        const is = await page.evaluate(() => document.activeElement.checked);
        if (is !== wanted[at]) await page.keyboard.press("Space");
      }
      return;
    }
    await tabTo(page, `input[name="${name}"]`);
    const target = wanted.indexOf(true) + 1;
    for (let t = 0; t <= right.length; t += 1) {
      if (Number(await page.evaluate(() => document.activeElement.value)) === target) break;
      await page.keyboard.press("ArrowDown");
    }
    await page.keyboard.press("Space");
  };
  if (n === 0) {
    await choose(right.map((_, at) => at === right.indexOf(false)));
    await button();
    hold("a wrong answer is told in words", (await set.getAttribute("data-state")) === "wrong" && (await set.locator(".told .verdict").textContent()).length > 3);
    // Back into the same question.
    for (let t = 0; t < 6 && !(await page.evaluate(name => document.activeElement.name === name, name)); t += 1) await page.keyboard.press("Shift+Tab");
  }
  await choose(right);
  await button();
  hold(`question ${n + 1} is right`, (await set.getAttribute("data-state")) === "right");
  hold(`question ${n + 1} leads to its place`, await set.locator(".told .place a").count() > 0);
}
const leads = await page.evaluate(() => [...document.querySelectorAll(".told .place a")].map(a => a.href));
const files = new Set(pages.map(({ name }) => name));
hold("every place is in the site", leads.every(href => files.has(href.split("/").pop().split("#")[0])));

// The acknowledgement: refused without a name and without the declaration, then saved.
await tabTo(page, "[data-save]");
await page.keyboard.press("Enter");
hold("without a name nothing is saved, and the field has the focus", await page.evaluate(() => document.activeElement.matches("[data-name][aria-invalid=true]")));
await page.keyboard.type(NAME);
await tabTo(page, "[data-save]");
await page.keyboard.press("Enter");
hold("without the declaration nothing is saved", await page.evaluate(() => document.activeElement.matches("[data-declare]")));
await page.keyboard.press("Space");
await tabTo(page, "[data-save]");
const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
const path = join(saved, download.suggestedFilename());
await download.saveAs(path);
const named = NAME.normalize("NFD").replace(/\p{M}/gu, "").replace(/[^A-Za-z0-9]+/g, "-").toLowerCase();
hold("the file has a name of its own, with the reader's in plain letters", /^[a-z0-9.-]+\.json$/.test(download.suggestedFilename()) && download.suggestedFilename().includes(named));
const file = JSON.parse(await readFile(path, "utf8"));
const record = JSON.parse(await page.locator("[data-record]").getAttribute("data-record"));
const today = await page.locator("[data-date]").inputValue();
hold("the file says who", file.name === NAME && file.date === today && /^\d{4}-\d\d-\d\d$/.test(today));
hold("the file says what", file.schema === "cartilla/acknowledgement/1" && file.role.id === record.role && file.manual.code === record.code && file.manual.edition === record.edition);
hold("the file holds the digest", /^[0-9a-f]{64}$/.test(file.obligations.digest) && file.obligations.digest === record.digest && file.obligations.count === record.obligations);
hold("the file says what was done", file.tasks.done === boxes && file.tests.right === questions);
hold("the page says that it was saved", (await page.locator(".ack > .told").textContent()).includes(download.suggestedFilename()));
await lint(page, "light");

// What is kept, and for whom.
await page.reload();
hold("a reload keeps the boxes", (await page.locator("[data-task]:checked").count()) === boxes);
hold("a reload keeps the answers", (await page.locator("[data-question] input:checked").count()) >= questions);
const other = roles.find(({ name }) => name !== chosen.name);
if (other) {
  await page.goto(other.url);
  hold("another role begins anew", (await page.locator("[data-task]:checked").count()) === 0);
}
await page.goto(chosen.url);
await tabTo(page, ".progress button");
await page.keyboard.press("Enter");
await page.reload();
hold("what was cleared stays cleared", (await page.locator("[data-task]:checked, [data-question] input:checked").count()) === 0);
await close();

const dark = await open({ width: 390, height: 844, scheme: "dark" });
const night = await watched(dark.context);
await night.goto(chosen.url);
await night.locator("[data-question] input").first().check();
await night.locator("[data-question] button").first().click();
await lint(night, "dark, phone");
// What the script shows has had its place before: nothing moves when it comes late.
const late = await dark.context.newPage();
await late.route("**/orientation.js", route => route.abort());
await late.goto(chosen.url);
const fresh = await dark.context.newPage();
await fresh.goto(chosen.url);
await fresh.evaluate(() => localStorage.clear());
await fresh.reload();
const tops = page => page.evaluate(() => [...document.querySelectorAll(".progress, .progress ~ *")].slice(0, 4).map(node => node.getBoundingClientRect().top).join());
hold("the bar waits for its script", await late.locator(".progress .count").textContent() === "" && await fresh.locator(".progress .count").textContent() !== "");
hold(`nothing moves when the script has come: ${await tops(late)} then ${await tops(fresh)}`, await tops(late) === await tops(fresh));
await dark.close();

// Without scripts everything is there, and nothing that would not work.
const bare = await open({ width: 1280, script: false });
const plain = await bare.context.newPage();
await plain.goto(chosen.url);
hold("without scripts the steps can be ticked", (await plain.locator("[data-task]").count()) === boxes && await plain.locator("[data-task]").first().isEnabled());
hold("without scripts no button is dead", (await plain.locator("main button:visible").count()) === 0);
await plain.locator("details.answers summary").first().click();
hold("without scripts the answers open", await plain.locator("details.answers li").first().isVisible());
hold("without scripts there are fields to print", await plain.locator("[data-name]").isVisible());
await bare.close();

// The program reads the file, beside one that is stale and one that is broken.
if (program) {
  await writeFile(join(saved, "stale.json"), JSON.stringify({ ...file, name: "Luis <script>alert(1)</script>", obligations: { count: 1, digest: "0".repeat(64) } }));
  await writeFile(join(saved, "broken.json"), "{");
  let out;
  try {
    out = execFileSync(program, ["acknowledgements", saved, "--manual", manual, "--format", "json"], { encoding: "utf8" });
    hold("missing readers and a stale file are findings", false);
  } catch (error) {
    hold("missing readers and a stale file are findings", error.status === 1);
    out = error.stdout;
  }
  const tally = JSON.parse(out);
  const own = tally.roles.find(role => role.id === record.role);
  hold("the program counts the reader", own?.current.length === 1 && own.current[0].name === NAME);
  hold("the program names what is stale", own?.stale.length === 1);
  hold("the program names what is broken", tally.problems.some(problem => problem.file === "broken.json" && problem.kind === "not_json"));
}
await rm(saved, { recursive: true, force: true });
console.log(`orientation of ${chosen.name}: ${boxes} steps, ${questions} questions, ${checks} checks, ${faults === 0 ? "nothing found" : `${faults} faults`}`);
process.exit(faults === 0 ? 0 : 1);
