// Every kind of page that a link leads to, once: as everybody sees it, the coordination and the
// statistics office; at 320, 360 and 1360 px; in both languages, light and dark. Files are there too.
import { expect, test } from "@playwright/test";
import { COORDINATION, OFFICE, accessible, check, inLanguage, logIn, watch } from "./common.js";

// Where a walk begins, and what only forms lead to.
const READERS = [
  [null, ["/", "/anmelden", "/musterstadt", "/musterstadt/beschluesse/oeffentlich", "/musterstadt/atlas", "/musterstadt/atlas/vergleich",
    "/musterstadt/atlas?merkmal=share_foreigners&klassen=natural"]],
  [COORDINATION, ["/musterstadt", "/musterstadt/atlas", "/musterstadt/atlas/kandidaten",
    "/musterstadt/atlas/quartiere", "/musterstadt/atlas/quartiere/01?ebene=quartier",
    "/musterstadt/atlas/methoden/ankunft", "/konto"]],
  [OFFICE, ["/musterstadt", "/musterstadt/statistikstelle", "/musterstadt/atlas/daten/neu"]],
];

// No council member knows these words; no first sentence has them.
const JARGON = /Standardabweichung|standard deviation|Perzentil|percentile|quantil|signifikan|Monte|Stichprob|iteration|(?<!\p{L})z(?!\p{L})/iu;

// What a browser keeps, or shows without a page around it.
const FILE = /[./](csv|xlsx|json|geojson|gpkg|pdf|docx|text|ics|zip)\?|\/(scan|urkunde|unterlagen|belege|dateien)\//;

/** What an address is one of: keys and numbers are left out, and so is what a question is set to. */
function kind({ pathname, searchParams }) {
  const path = pathname
    .replace(/\/quartiere\/(?!neu|aendern)[^/]+/, "/quartiere/*")
    .replace(/\/(aendern|items|collections|f|l)\/[^/]+/g, "/$1/*")
    .replace(/\/\d+(?=\/|$)/g, "/*");
  return `${path}?${[...searchParams.keys()].filter((it) => it !== "ebene" && it !== "gebiet").sort()}`;
}

/** Addresses of the city and Fundstellen to which a page leads; not those that change the language. */
async function links(page) {
  const all = await page.locator("a[href]").evaluateAll((found) => found.map((it) => it.getAttribute("href")));
  return all
    .map((it) => new URL(it, page.url()))
    .filter((it) => it.hostname === "127.0.0.1" && /^\/(musterstadt|f)\b/.test(it.pathname))
    .filter((it) => !it.searchParams.has("sprache"))
    .map((it) => it.pathname + it.search);
}

/** The first sentence says something, shortly, in words that everybody knows. */
async function speaks(page, path) {
  const lead = page.locator(".leit");
  if ((await lead.count()) === 0) return;
  const [first] = (await lead.first().innerText()).split(/(?<=[a-zäöüß)“”"][.?!]) /);
  expect(first.length, `${path}: ${first}`).toBeGreaterThan(10);
  expect(first.length, `${path}: ${first}`).toBeLessThanOrEqual(200);
  expect(first, path).not.toMatch(JARGON);
}

/** Looks at one page: what holds on all, at every width, and with axe-core at the last of them. */
async function look(page, path, language, widths) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wider, `${path} at ${width} px`).toBeLessThanOrEqual(0);
  }
  await check(page, language);
  await speaks(page, path);
  await accessible(page, path);
}

for (const [language, colorScheme, widths] of [["de", "light", [320, 360, 1360]], ["en", "dark", [1360, 360, 320]]]) {
  test(`every kind of page holds, ${language}, ${colorScheme}`, async ({ page, baseURL }) => {
    test.setTimeout(600_000);
    await page.emulateMedia({ colorScheme });
    const complaints = watch(page);
    const seen = new Set();
    // One walk tells everything that it finds.
    const faults = [];
    for (const [reader, begins] of READERS) {
      await page.context().clearCookies();
      if (reader) await logIn(page, reader, inLanguage("/musterstadt", language));
      // What has been looked at is passed again by the next reader only where a walk begins.
      const queue = [...begins];
      const passed = new Set();
      while (queue.length > 0) {
        const path = queue.shift();
        const it = kind(new URL(path, baseURL));
        if (passed.has(it) || (seen.has(it) && !begins.includes(path))) continue;
        passed.add(it);
        seen.add(it);
        const address = inLanguage(path, language);
        const answer = await (FILE.test(it) ? page.request.get(address) : page.goto(address));
        expect(answer.status(), path).toBe(200);
        if (FILE.test(it)) continue;
        await look(page, path, language, widths).catch((it) => faults.push(`${path}: ${it.message}`));
        queue.push(...(await links(page)));
      }
    }
    expect(faults).toEqual([]);
    expect(seen.size).toBeGreaterThan(50);
    expect(complaints).toEqual([]);
  });
}
