// node nu.mjs FOLDER
// Runs the Nu checker on every page of a folder and of the languages in it, and exits with 1 on any error.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { readdirSync } from "node:fs";

const folder = process.argv[2];
if (!folder) {
  console.error("usage: node nu.mjs FOLDER");
  process.exit(2);
}
const require = createRequire(import.meta.url);
const jar = resolve(require.resolve("vnu-jar/package.json"), "../build/dist/vnu.jar");
const languages = readdirSync(folder).filter(name => /^[a-z]{2}$/.test(name)).map(name => resolve(folder, name));
const pages = [folder, ...languages].flatMap(place => readdirSync(place).filter(name => name.endsWith(".html")).sort().map(name => resolve(place, name)));
const run = spawnSync("java", ["-Xss8m", "-jar", jar, "--format", "json", "--stdout", ...pages], { encoding: "utf8", maxBuffer: 1 << 28 });
if (run.error) throw run.error;
const { messages } = JSON.parse(run.stdout);
const errors = messages.filter(message => message.type !== "info");
const notes = messages.filter(message => message.type === "info");
for (const { url = "", lastLine, lastColumn, message } of errors) console.log(`${url.split("/").slice(-2).join("/")}:${lastLine}:${lastColumn}: ${message}`);
for (const note of new Set(notes.map(({ message }) => message))) console.log(`note: ${note}`);
console.log(`${pages.length} pages: ${errors.length} errors, ${notes.length} notes`);
process.exit(errors.length === 0 ? 0 : 1);
