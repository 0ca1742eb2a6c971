// A table goes to a neighbour and is taken back, and the library tells what helped. In both languages,
// with and without script, on a phone and on a desktop.
import { expect, test } from "@playwright/test";
import { COORDINATION, desk, follow, holds, watch } from "./common.js";

const OFFICE_OF_PROGRAMME = "leonie.brandt@programm.example";
const INSTITUTION = "fatima.el.amrani@musterstadt.example";

const SAYS = {
  de: { give: "Tabelle weitergeben", purpose: "Schreiben Sie, wofür", holds: "nutzen", revoked: "widerrufen", library: "Was hat wo geholfen", failed: "Was nicht gelang", values: "Werte der Kernindikatoren", whole: "Ganze Kommune", withheld: "nicht freigegeben", write: "Einen Bericht schreiben", households: "Haushalte" },
  en: { give: "Give a table", purpose: "Write for what", holds: "may use", revoked: "revoked", library: "What helped where", failed: "What failed", values: "Values of the core indicators", whole: "Whole municipality", withheld: "not released", write: "Write a report", households: "Haushalte" },
};

async function send(page, form) {
  await follow(page.locator(form).locator("button[type=submit]"));
}

for (const [language, script, width] of [
  ["de", true, 1280], ["de", false, 360], ["en", true, 360], ["en", false, 1280],
]) {
  test.describe(`${language}, ${script ? "with" : "without"} script, ${width} px`, () => {
    test.use({ javaScriptEnabled: script, locale: language, viewport: { width, height: 800 } });
    const says = SAYS[language];

    test("a table goes to somebody and is taken back", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      const complaints = watch(page);
      await page.goto("/musterstadt/austausch");
      await holds(page, language, script);
      await follow(page.getByRole("link", { name: says.give }).first());
      await holds(page, language, script);
      await page.locator("[name=tabelle]").selectOption({ index: 1 });
      await page.locator("[name=an]").selectOption({ index: 1 });
      await page.locator("[name=bis]").fill("2028-06-30");
      await page.locator("form.formular").evaluate((it) => it.setAttribute("novalidate", ""));
      await send(page, "form.formular");
      await expect(page.locator(".fehlerliste")).toContainText(says.purpose);
      await expect(page.locator("[name=bis]")).toHaveValue("2028-06-30");
      await page.locator("[name=zweck]").fill(`Vergleich ${language} ${width}`);
      await send(page, "form.formular");
      await expect(page.locator("main")).toContainText(says.holds);
      await holds(page, language, script);
      const file = page.waitForEvent("download");
      await page.locator("a[href$='/paket.zip']").click();
      expect((await file).suggestedFilename()).toMatch(/^austauschpaket-.*\.zip$/);
      await page.locator("[name=grund]").fill("Zweck erledigt");
      await send(page, "form[action$='/widerruf']");
      await expect(page.locator("main")).toContainText(says.revoked);
      for (const path of ["/partner", "/register", "/pakete/neu"]) {
        await page.goto(`/musterstadt/austausch${path}`);
        await holds(page, language, script);
      }
      expect(complaints.filter((it) => !it.includes("422"))).toEqual([]);
    });

    test("the twelve stand side by side, and the library tells what failed too", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      const complaints = watch(page);
      for (const path of ["/programm", "/programm/termine", "/programm/fragen", "/kernindikatoren", "/kernindikatoren/auslaenderanteil", "/auswahl", "/programm/unterlagen"]) {
        await page.goto(`/musterstadt${path}`);
        await holds(page, language, script);
      }
      await page.goto("/musterstadt/bibliothek?merkmal=jung");
      await expect(page.locator("h1")).toContainText(says.library);
      await holds(page, language, script);
      await follow(page.locator("main li a[href*='/bibliothek/']").first());
      await expect(page.locator("main")).toContainText(says.failed);
      await holds(page, language, script);
      expect(complaints).toEqual([]);
    });

    test("the report of the programme shows the values that were given to it", async ({ browser }) => {
      const page = await desk(browser, OFFICE_OF_PROGRAMME, language);
      const complaints = watch(page);
      await page.goto("/programm/programm/bericht");
      await expect(page.locator("main")).toContainText(says.values);
      const row = page.locator("main tr", { hasText: says.whole }).filter({ hasText: "Musterstadt" });
      await expect(row.first()).toContainText(/\d/);
      await expect(page.locator("main")).toContainText(says.withheld);
      await holds(page, language, script);
      await page.goto("/programm/programm/unterlagen");
      await holds(page, language, script);
      expect(complaints).toEqual([]);
    });

    test("an institution finds its meeting and its report in the morning", async ({ browser }) => {
      const page = await desk(browser, INSTITUTION, language);
      const complaints = watch(page);
      await page.goto("/musterstadt");
      await follow(page.getByRole("link", { name: says.write }));
      await holds(page, language, script);
      await send(page, "main form");
      await expect(page.locator("main")).toContainText(says.households);
      await page.goto("/musterstadt/gremien");
      await expect(page.locator("main")).toContainText("Netzwerk Beratung und Ankommen");
      await holds(page, language, script);
      expect(complaints).toEqual([]);
    });
  });
}
