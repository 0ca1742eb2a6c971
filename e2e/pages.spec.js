// Pages that are opened every morning: a measure with what people come for on top, its money as a table, and
// the meeting for something open. In both languages, with and without script, on phones and on a desktop.
import { expect, test } from "@playwright/test";
import { COORDINATION, desk, follow, holds, watch } from "./common.js";

const MEASURE = "/musterstadt/steuerung/massnahmen/1";

const SAYS = {
  de: { papers: "Zum Drucken und Weitergeben", history: "Verlauf", kinds: "Ausgaben nach Art und Jahr", put: "Auf die Tagesordnung setzen", choose: "Wählen Sie eine Sitzung", account: "Chrome auf Linux" },
  en: { papers: "To print and pass on", history: "History", kinds: "Costs by kind and year", put: "Put onto the agenda", choose: "Choose a meeting", account: "Chrome on Linux" },
};

for (const [language, script, width, height, scheme] of [
  ["de", true, 1280, 800, "light"], ["de", false, 320, 640, "dark"], ["en", true, 360, 640, "dark"], ["en", false, 1280, 800, "light"],
]) {
  test.describe(`${language}, ${script ? "with" : "without"} script, ${width} px, ${scheme}`, () => {
    test.use({ javaScriptEnabled: script, locale: language, viewport: { width, height }, colorScheme: scheme });
    const says = SAYS[language];

    test("what people come for stands on top, and what is asked rarely is folded", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      const complaints = watch(page);
      await page.goto(MEASURE);
      await holds(page, language, script);
      const ways = await page.locator("main .knoepfe").first().boundingBox();
      const pairs = await page.locator("main dl").first().boundingBox();
      expect(ways.y).toBeLessThan(pairs.y);
      const pdf = page.locator("a[href$='/blatt/pdf']");
      await expect(pdf).toBeHidden();
      await page.locator("summary", { hasText: says.papers }).click();
      await expect(pdf).toBeVisible();
      await page.locator("summary", { hasText: says.history }).click();
      await holds(page, language, script);
      expect(complaints).toEqual([]);
    });

    test("money by kind and year is a table, on a narrow screen too", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      await page.goto(`${MEASURE}/geld`);
      const table = page.locator("table.betraege").first();
      if (!(await table.isVisible())) await page.locator("summary", { hasText: says.kinds }).click();
      await holds(page, language, script);
      await expect(table.getByRole("rowheader").first()).toBeVisible();
      const rows = await table.getByRole("row").count();
      expect(await table.locator("tbody [role=row]").count()).toBe(rows - 2);
      const labels = await table.locator("tbody label").allInnerTexts();
      expect(new Set(labels.map((it) => it.trim())).size).toBe(labels.length);
    });

    test("a measure is put onto an agenda that is chosen", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      await page.goto("/musterstadt/gremien/tagesordnung?ding=measure:2");
      await holds(page, language, script);
      await page.locator("main form.formular").evaluate((it) => it.setAttribute("novalidate", ""));
      await follow(page.getByRole("button", { name: says.put }));
      await expect(page.locator(".fehlerliste")).toContainText(says.choose);
      await holds(page, language, script);
      await page.locator("[name=sitzung]").first().check();
      await follow(page.getByRole("button", { name: says.put }));
      await expect(page).toHaveURL(/\/sitzungen\/\d+#punkt-\d+$/);
    });

    test("a log-in is called by its browser and system", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      await page.goto("/konto");
      await holds(page, language, script);
      await expect(page.locator("main")).toContainText(says.account);
      await expect(page.locator("main")).not.toContainText("Mozilla");
    });
  });
}
