// A city shows the programme among which quarters it chooses, and takes that back. In both languages,
// with and without script, on a phone and on a desktop.
import { expect, test } from "@playwright/test";
import { COORDINATION, desk, follow, holds, watch } from "./common.js";

const OFFICE = "leonie.brandt@programm.example";

const SAYS = {
  de: { title: "Wie weit sind die Kommunen", notYet: "noch nicht gezeigt", one: "Zwischen welchen Quartieren wählt", taken: "Aus Ihren Zusagen" },
  en: { title: "How far are the cities", notYet: "not shown yet", one: "Among which quarters does", taken: "From your commitments" },
};

for (const [language, script, width] of [
  ["de", true, 1280], ["de", false, 360], ["en", true, 360], ["en", false, 1280],
]) {
  test.describe(`${language}, ${script ? "with" : "without"} script, ${width} px`, () => {
    test.use({ javaScriptEnabled: script, locale: language, viewport: { width, height: 800 } });
    const says = SAYS[language];

    test("the office compares what cities show", async ({ browser }) => {
      const page = await desk(browser, OFFICE, language);
      const complaints = watch(page);
      await page.goto("/programm/auswahl");
      await expect(page.locator("h1")).toContainText(says.title);
      await expect(page.locator("main table").first().locator("tbody tr")).toHaveCount(12);
      await expect(page.locator("main")).toContainText(says.notYet);
      await holds(page, language, script);
      await follow(page.locator("main a[href*='/auswahl/stadt/']").first());
      await expect(page.locator("h1")).toContainText(says.one);
      await holds(page, language, script);
      expect(complaints).toEqual([]);
    });

    test("a city sees what it could show, and its profile is offered", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      const complaints = watch(page);
      await page.goto("/musterstadt/auswahl");
      await holds(page, language, script);
      await page.goto("/musterstadt/auswahl/zeigen");
      await holds(page, language, script);
      await page.goto("/musterstadt/programm/profil");
      await expect(page.locator("main")).toContainText(says.taken);
      await holds(page, language, script);
      expect(complaints).toEqual([]);
    });

    test("the library marks what it found", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      const complaints = watch(page);
      await page.goto("/musterstadt/bibliothek?suche=Lotsin+Sprachkurse");
      await expect(page.locator("main mark").first()).toBeVisible();
      await holds(page, language, script);
      expect(complaints).toEqual([]);
    });
  });
}
