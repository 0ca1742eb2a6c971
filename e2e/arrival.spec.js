// Which quarters are arrival quarters: what everybody sees, what the coordination sees, and what it
// publishes. With and without script, in both languages, on a phone.
import { expect, test } from "@playwright/test";
import { COORDINATION, follow, logIn } from "./common.js";

const SAYS = {
  de: { clear: "deutlich", list: "Liste mit Wahrscheinlichkeiten", publish: "veröffentlichen", back: "Nur noch Klassen zeigen", sure: "dabei trotz Unschärfe" },
  en: { clear: "clear", list: "List with probabilities", publish: "Publish", back: "Show classes only again", sure: "called despite noise" },
};

for (const language of ["de", "en"]) {
  for (const script of [true, false]) {
    test.describe(`${language}, ${script ? "with" : "without"} script`, () => {
      test.use({ javaScriptEnabled: script, locale: language, viewport: { width: 360, height: 740 } });
      const says = SAYS[language];

      test("from the first page to why a quarter is one", async ({ page }) => {
        await page.goto("/musterstadt/atlas");
        const row = page.locator("tbody tr", { hasText: "Nordstadt" }).first();
        await expect(row).toContainText(says.clear);
        // Alphabetical, and nothing that puts quarters in an order.
        const names = await page.locator("tbody th").allInnerTexts();
        expect(names).toEqual([...names].sort());
        await expect(page.locator("main")).not.toContainText(says.sure);
        await follow(row.locator("a").first());
        await expect(page.locator("h1")).toHaveText("Nordstadt");
        await expect(page.locator("main")).toContainText(language === "de" ? "3 von 3 Verfahren" : "3 of 3 methods");
        // Two clicks from a figure to its formula, parameters and seed.
        await page.goto("/musterstadt/atlas");
        await page.locator("details summary").last().click();
        await expect(page.locator("details").last()).toContainText(language === "de" ? "Startzahl 1" : "seed 1");
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      });
    });
  }
}

test("the coordination publishes how sure it is, and takes it back", async ({ page, browser }) => {
  await logIn(page, COORDINATION, "/musterstadt/atlas/ankunft");
  await expect(page.locator("ol.liste li").first()).toContainText("100");
  const outside = await (await browser.newContext({ locale: "de" })).newPage();
  await follow(page.getByRole("button", { name: SAYS.de.publish }));
  await outside.goto("/musterstadt/atlas");
  await expect(outside.locator("thead")).toContainText(SAYS.de.sure);
  await follow(page.getByRole("button", { name: SAYS.de.back }));
  await outside.goto("/musterstadt/atlas");
  await expect(outside.locator("thead")).not.toContainText(SAYS.de.sure);
});
