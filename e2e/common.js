// What every browser test asks of every page, and the people of the invented city.
import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";

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

/** Nothing that axe-core finds under WCAG 2.2 AA. No page has frames, so it needs no second page to sum up. */
export async function accessible(page, path) {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  expect(violations.map((it) => `${path} ${it.id}: ${it.nodes[0].html}`)).toEqual([]);
}

/** Logs somebody in and goes on to a page. */
export async function logIn(page, email, path) {
  await page.goto("/anmelden");
  await page.locator("input[type=email], input[name=email]").first().fill(email);
  await page.locator("input[type=password]").fill(PASSWORD);
  await page.locator("main form button[type=submit]").first().click();
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
