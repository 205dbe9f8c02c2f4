// The browser of these checks: Debian's Chromium, or the one that CHROMIUM names. It asks nobody for anything.
import { mkdtemp, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
  "--no-first-run", "--no-default-browser-check", "--disable-dev-shm-usage",
];

// A browser whose reader chose this size of text, in percent: a setting of the browser, so that rem and media queries follow.
export async function open({ width, height = 900, scheme = "light", text = 100, script = true }) {
  const profile = await mkdtemp(join(tmpdir(), "cartilla-web-"));
  await mkdir(join(profile, "Default"));
  const size = Math.round(16 * text / 100);
  await writeFile(join(profile, "Default", "Preferences"), JSON.stringify({ webkit: { webprefs: { default_font_size: size } } }));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: FLAGS,
    viewport: { width, height },
    colorScheme: scheme,
    javaScriptEnabled: script,
  });
  const close = async () => {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  };
  return { context, close };
}

// The pages directly in a folder, as names and file addresses.
export async function pagesIn(folder) {
  const names = (await readdir(folder)).filter(name => name.endsWith(".html")).sort();
  if (names.length === 0) throw new Error(`no pages in ${folder}`);
  return names.map(name => ({ name, url: pathToFileURL(resolve(folder, name)).href }));
}
