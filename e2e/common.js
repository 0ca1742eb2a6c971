// What every browser test asks of every page, and the people of the invented city.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "@playwright/test";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const OFFICE = "gerd.ahlers@musterstadt.example";
export const COORDINATION = "amira.haddad@musterstadt.example";
export const DEPARTMENT = "karin.schoenfeld@musterstadt.example";
export const ADMIN = "mirjam.vogt@musterstadt.example";
export const READER = "jonas.petersen@musterstadt.example";
/** Of everybody who lives in the invented city. */
export const PASSWORD = "ankommen-2026";

/** Fails the test on a request to a foreign host and on what the browser complains about. */
export function watch(page) {
  const complaints = [];
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "127.0.0.1") complaints.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}

/** Presses what leads to another page and waits until all of it is there; a form may first save what was typed. */
export async function follow(button) {
  await Promise.all([button.page().waitForEvent("load"), button.click()]);
}

/** What holds on every page. */
export async function check(page, language) {
  const found = await page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map((it) => it.id);
    return {
      lang: document.documentElement.lang,
      dir: document.documentElement.dir,
      headings: document.querySelectorAll("h1").length,
      title: document.title,
      twice: ids.filter((it, at) => ids.indexOf(it) !== at),
      inline: document.querySelectorAll("script:not([src]), style, [style]").length,
      wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    };
  });
  expect(found.lang).toBe(language);
  expect(found.dir).toBe("ltr");
  expect(found.headings).toBe(1);
  expect(found.title).not.toBe("");
  expect(found.twice).toEqual([]);
  expect(found.inline).toBe(0);
  expect(found.wider).toBeLessThanOrEqual(0);
}

/** Nothing that axe-core finds under WCAG 2.2 AA; only what it finds is told, and no page has frames. */
export async function accessible(page, path) {
  await page.evaluate(AXE);
  const found = await page.evaluate(async () => {
    const { violations, passes } = await globalThis.axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
      resultTypes: ["violations"],
    });
    return { asked: passes.length, violations: violations.map((it) => `${it.id}: ${it.nodes[0].html}`) };
  });
  // A page on which no rule finds anything to ask about was not looked at.
  expect(found.asked, path).toBeGreaterThan(5);
  expect(found.violations.map((it) => `${path} ${it}`)).toEqual([]);
}

/** Logs somebody in and goes on to a page; that the form of the log-in works is told by the journey. */
export async function logIn(page, email, path) {
  const form = await (await page.request.get("/anmelden")).text();
  const [, csrf] = form.match(/name="csrf" value="([^"]+)"/);
  const sent = { form: { csrf, weiter: "", email, passwort: PASSWORD }, maxRedirects: 0 };
  expect((await page.request.post("/anmelden", sent)).status(), email).toBe(303);
  await page.goto(path);
}

/** A path in a language. */
export function inLanguage(path, language) {
  return `${path}${path.includes("?") ? "&" : "?"}sprache=${language}`;
}

/** Everything that is asked of a page at once; axe-core is a script and needs a page that may run one. */
export async function holds(page, language, script = true) {
  await check(page, language);
  if (script) await accessible(page, new URL(page.url()).pathname);
}

/** Somebody at a desk of their own: another browser, logged in, reading in a language. */
export async function desk(browser, email, language) {
  const page = await (await browser.newContext()).newPage();
  await logIn(page, email, inLanguage("/musterstadt", language));
  return page;
}
