// A page on a small phone: its heading is seen without scrolling, the navigation opens behind a button,
// and the picture of a thread begins at what was asked for. With and without script, in both languages.
import { expect, test } from "@playwright/test";
import { COORDINATION, desk, follow, holds, watch } from "./common.js";

const PAGES = [
  "/musterstadt/steuerung",
  "/musterstadt/steuerung/massnahmen/1",
  "/musterstadt/atlas",
  "/musterstadt/faden/measure/1",
  "/musterstadt/gremien",
  "/musterstadt/programm",
];
const MENU = { de: "Menü", en: "Menu" };

for (const [language, script] of [["de", true], ["de", false], ["en", true], ["en", false]]) {
  test.describe(`${language}, ${script ? "with" : "without"} script`, () => {
    test.use({ javaScriptEnabled: script, locale: language, viewport: { width: 360, height: 640 } });

    test("the heading is seen at once, and a button opens the ways", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      const complaints = watch(page);
      for (const path of PAGES) {
        await page.goto(path);
        await holds(page, language, script);
        const { y, height } = await page.locator("h1").boundingBox();
        expect(y + height, path).toBeLessThan(640);
        await expect(page.locator("#hauptwege")).toBeHidden();
      }
      await page.goto(PAGES[0]);
      await page.getByRole("button", { name: MENU[language] }).press("Enter");
      await expect(page.locator("#hauptwege")).toBeVisible();
      await holds(page, language, script);
      await page.keyboard.press("Escape");
      await expect(page.locator("#hauptwege")).toBeHidden();
      await page.getByRole("button", { name: MENU[language] }).click();
      await follow(page.locator("#hauptwege a[href$='/programm']"));
      await expect(page).toHaveURL(/\/musterstadt\/programm$/);
      expect(complaints).toEqual([]);
    });

    test("the picture of a thread begins at what was asked for", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      await page.goto("/musterstadt/faden/measure/1");
      // Without script a link leads there; with it the picture stands there already.
      if (!script) await page.locator(".zum-bild a").click();
      const place = async () => {
        const { x, width } = await page.locator("#fadenbild-hier").boundingBox();
        return x >= 0 && x + width <= 360;
      };
      await expect.poll(place).toBe(true);
    });

    test("a wide page has its navigation open", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      await page.setViewportSize({ width: 1200, height: 800 });
      await page.goto(PAGES[0]);
      await expect(page.locator("#hauptwege")).toBeVisible();
      await expect(page.locator("#raumwege")).toBeVisible();
      await expect(page.locator(".klappe").first()).toBeHidden();
    });
  });
}
