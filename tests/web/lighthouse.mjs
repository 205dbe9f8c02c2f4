// node lighthouse.mjs [--desktop] [--runs N] FOLDER [PAGE...]
// Lighthouse's four categories on pages of a folder (else on one of each kind; PAGE may end with `?q=WORD`, which opens the search), from a server of this machine that compresses, as servers do:
// as a middling phone, or with --desktop as a desktop, simulated. Each page is loaded N times (3) and the middle one by performance is told. Prints each category under 100 with its audits, and the figures; exits
// with 1 when accessibility, best practices or search engines are under 100. Performance depends on what else the
// machine does: it is printed with the machine's load and fails nothing.
//
// Lighthouse weighs 185 MB, so it is no package of the suite: npm install --prefix DIR --ignore-scripts lighthouse@12.8.2, and
// LIGHTHOUSE=DIR before the call.
import { spawn } from "node:child_process";
import { createReadStream } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { loadavg, tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createGzip } from "node:zlib";
import { pagesIn } from "./browser.mjs";

const words = process.argv.slice(2);
const desktop = words[0] === "--desktop";
if (desktop) words.shift();
const runs = words[0] === "--runs" ? Number(words.splice(0, 2)[1]) : 3;
const [folder, ...wanted] = words;
if (!folder || !process.env.LIGHTHOUSE) {
  console.error("usage: LIGHTHOUSE=DIR node lighthouse.mjs [--desktop] [--runs N] FOLDER [PAGE...]");
  process.exit(2);
}
const where = createRequire(join(resolve(process.env.LIGHTHOUSE), "package.json")).resolve("lighthouse");
const { default: lighthouse, desktopConfig } = await import(pathToFileURL(where).href);

const TYPES = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".png": "image/png", ".json": "application/json", ".pdf": "application/pdf" };
const root = resolve(folder);
const server = createServer(async (request, answer) => {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  const file = join(root, path.endsWith("/") ? `${path}index.html` : path);
  if (path === "/favicon.ico") { answer.writeHead(204).end(); return; }
  if (!file.startsWith(root) || !(await stat(file).catch(() => null))?.isFile()) { answer.writeHead(404).end(); return; }
  answer.writeHead(200, { "content-type": `${TYPES[extname(file)] ?? "application/octet-stream"}; charset=utf-8`, "content-encoding": "gzip", "cache-control": "max-age=3600" });
  createReadStream(file).pipe(createGzip()).pipe(answer);
}).listen(0, "127.0.0.1");
await new Promise(ready => server.once("listening", ready));

const profile = await mkdtemp(join(tmpdir(), "cartilla-lighthouse-"));
const browser = spawn(process.env.CHROMIUM ?? "/usr/bin/chromium", [
  "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "about:blank",
], { stdio: ["ignore", "ignore", "pipe"] });
const port = await new Promise((ready, failed) => {
  let said = "";
  browser.stderr.on("data", text => { said += text; const found = said.match(/ws:\/\/[^:]+:(\d+)\//); if (found) ready(Number(found[1])); });
  browser.once("exit", () => failed(new Error(said)));
});

// The first page of each kind, by the class of its body; a path of orientation, cards and poster have kinds of their own.
const firsts = new Map();
for (const { name } of await pagesIn(folder)) {
  const html = await readFile(join(root, name), "utf8");
  const kind = html.match(/<body class="([^"]*)"/)?.[1] + (name.match(/^(orientation-|cards|poster)/)?.[0] ?? "");
  if (!firsts.has(kind)) firsts.set(kind, name);
}
const pages = wanted.length > 0 ? wanted : [...firsts.values()];
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];

let faults = 0;
const least = {};
for (const name of pages) {
  const address = `http://127.0.0.1:${server.address().port}/${name}`;
  const loads = [];
  for (let run = 0; run < runs; run += 1) {
    const { lhr } = await lighthouse(address, { port, logLevel: "error", output: "json", onlyCategories: CATEGORIES }, desktop ? desktopConfig : undefined);
    if (lhr.runtimeError) throw new Error(`${name}: ${lhr.runtimeError.message}`);
    loads.push(lhr);
  }
  loads.sort((one, other) => one.categories.performance.score - other.categories.performance.score);
  const lhr = loads[Math.floor(runs / 2)];
  const scores = Object.values(lhr.categories).map(({ id, score }) => [id, Math.round((score ?? 0) * 100)]);
  console.log(`${name}: ${scores.map(([id, score]) => `${id} ${score}`).join(", ")}; ${["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"].map(id => `${id} ${lhr.audits[id]?.displayValue ?? "?"}`).join(", ")}; this machine ${lhr.environment.benchmarkIndex}, load ${loadavg()[0].toFixed(1)}`);
  for (const [id, score] of scores) {
    least[id] = Math.min(least[id] ?? 100, score);
    if (score === 100) continue;
    if (id !== "performance") faults += 1;
    for (const { id: audit, weight } of lhr.categories[id].auditRefs) {
      const { score, title, displayValue, details } = lhr.audits[audit];
      if (weight > 0 && score !== null && score < 0.995) console.log(`    ${audit} ${score}: ${title} ${displayValue ?? ""} ${JSON.stringify(details?.items?.slice(0, 2) ?? "").slice(0, 300)}`);
    }
  }
}
browser.removeAllListeners("exit");
browser.kill();
await new Promise(over => browser.once("exit", over));
server.close();
server.closeAllConnections();
await rm(profile, { recursive: true, force: true, maxRetries: 5 });
console.log(`${pages.length} pages as a ${desktop ? "desktop" : "phone"}, least: ${Object.entries(least).map(([id, score]) => `${id} ${score}`).join(", ")}: ${faults === 0 ? "nothing found" : `${faults} faults`}`);
process.exit(faults === 0 ? 0 : 1);
