// The measures as a workbook: fetched, brought back, compared before anything is taken over; and the
// papers of a measure. In both languages, with and without script, on a phone and on a desktop.
import { expect, test } from "@playwright/test";
import { COORDINATION, desk, follow, holds, watch } from "./common.js";

const BOARD = "/musterstadt/steuerung";
const SAYS = {
  de: { papers: "Zum Drucken und Weitergeben", way: "Arbeitsmappe bearbeiten", fetch: "Arbeitsmappe holen (XLSX)", compare: "Vergleichen", same: "Nichts unterscheidet sich", wrong: "Diese Datei lässt sich nicht lesen", discard: "Datei verwerfen", sheet: "Maßnahmenblatt (PDF)", plan: "Kosten- und Finanzierungsplan (PDF)", who: "Wer bezahlt" },
  en: { papers: "To print and pass on", way: "Edit as a workbook", fetch: "Fetch the workbook (XLSX)", compare: "Compare", same: "Nothing differs", wrong: "This file cannot be read", discard: "Discard the file", sheet: "Measure sheet (PDF)", plan: "Plan of costs and financing (PDF)", who: "Who pays" },
};

for (const [language, script, width] of [
  ["de", true, 1280], ["de", false, 320], ["en", true, 320], ["en", false, 1280],
]) {
  test.describe(`${language}, ${script ? "with" : "without"} script, ${width} px`, () => {
    test.use({ javaScriptEnabled: script, locale: language, viewport: { width, height: 800 } });
    const says = SAYS[language];

    test("a workbook comes back and papers stand on their pages", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      const complaints = watch(page);
      await page.goto(BOARD);
      await follow(page.getByRole("link", { name: says.way }));
      await holds(page, language, script);
      const link = page.getByRole("link", { name: says.fetch });
      const bytes = await (await page.request.get(await link.getAttribute("href"))).body();
      expect(bytes.subarray(0, 2).toString()).toBe("PK");
      const bring = async (buffer) => {
        await page.locator("[name=datei]").setInputFiles({ name: "mappe.xlsx", mimeType: "application/octet-stream", buffer });
        await follow(page.getByRole("button", { name: says.compare }));
      };
      await bring(bytes);
      await expect(page.locator("h1")).toContainText(says.same);
      await holds(page, language, script);
      await follow(page.getByRole("button", { name: says.discard }));
      await bring(Buffer.from("MZ no workbook"));
      await expect(page.locator("h1")).toContainText(says.wrong);
      await holds(page, language, script);
      await follow(page.getByRole("button", { name: says.discard }));

      await page.goto(`${BOARD}/massnahmen/1`);
      await page.locator("summary", { hasText: says.papers }).click();
      for (const name of [says.sheet, says.plan]) {
        const href = await page.getByRole("link", { name, exact: true }).getAttribute("href");
        const paper = await (await page.request.get(href)).body();
        expect(paper.subarray(0, 5).toString()).toBe("%PDF-");
      }
      await page.goto(`${BOARD}/foerderung`);
      await expect(page.locator("h1")).toContainText(says.who);
      await holds(page, language, script);
      expect(complaints).toEqual([]);
    });
  });
}
