// A meeting from its agenda to closed minutes, on a phone while it goes on: in both languages, with and
// without script.
import { expect, test } from "@playwright/test";
import { COORDINATION, desk, holds, watch } from "./common.js";

const BODY = "/musterstadt/gremien/1";

const SAYS = {
  de: { call: "Sitzung ansetzen", wrong: "Das Ende liegt nicht nach dem Beginn", kept: "Gesichert.", close: "Protokoll abschließen", closed: "Abgeschlossen von", adopted: "Angenommen mit 5 Ja" },
  en: { call: "Schedule a meeting", wrong: "The end is not after the beginning", kept: "Kept.", close: "Close the minutes", closed: "Closed by", adopted: "Adopted with 5 yes" },
};

for (const [language, script, width] of [
  ["de", true, 360], ["de", false, 1280], ["en", true, 1280], ["en", false, 360],
]) {
  test.describe(`${language}, ${script ? "with" : "without"} script, ${width} px`, () => {
    test.use({ javaScriptEnabled: script, locale: language, viewport: { width, height: 800 } });
    const says = SAYS[language];

    test("a meeting is called, its minutes are written and closed", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      const complaints = watch(page);
      await page.goto("/musterstadt/gremien");
      await holds(page, language, script);
      await page.goto(BODY);
      await holds(page, language, script);
      await page.getByRole("link", { name: says.call }).click();
      await page.locator("[name=tag]").fill("2027-02-02");
      await page.locator("[name=von]").fill("18:00");
      await page.locator("[name=bis]").fill("17:00");
      await page.locator("form.formular button[type=submit]").last().click();
      await expect(page.locator(".fehlerliste")).toContainText(says.wrong);
      await holds(page, language, script);
      await page.locator("[name=bis]").fill("19:30");
      await page.locator("form.formular button[type=submit]").last().click();
      const address = new URL(page.url()).pathname;
      await holds(page, language, script);

      // One press for what is open, one title that is typed.
      const open = await page.locator("#offenes ~ ul button").count();
      if (open > 0) await page.locator("#offenes ~ ul button").first().click();
      await page.locator("[name=punkt]").fill("Sommerfest");
      await page.locator(".formular.nur-schreiben button[type=submit]").first().click();
      const item = page.locator(".tagesordnung > li").last();
      await expect(item).toContainText("Sommerfest");
      await item.locator("summary").first().click();
      await item.locator("[name^=beschluss]").fill("Das Fest ist im Juni.");
      if (script) await expect(item.locator("[data-stand]")).toBeAttached();
      await item.locator("[name^=abstimmung]").selectOption("counted");
      await item.locator("[name^=ja-]").fill("5");
      await item.locator("[name^=nein-]").fill("1");
      if (script) {
        await item.locator("[name^=nein-]").blur();
        await expect(item.locator("[data-stand]")).toHaveText(says.kept);
      }
      await item.locator(".formular").first().locator("button").click();
      await expect(page.locator(".beschluss").last()).toContainText(says.adopted);
      await holds(page, language, script);

      await page.getByRole("button", { name: says.close }).click();
      await expect(page.locator("main")).toContainText(says.closed);
      await expect(page.locator(".nur-schreiben")).toHaveCount(0);
      await holds(page, language, script);
      expect(address).toContain("/sitzungen/");
      // What is refused while fields are filled one by one is said by the browser too.
      expect(complaints.filter((it) => !it.includes("422"))).toEqual([]);
    });
  });
}
