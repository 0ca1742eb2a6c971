// A goal is measured: an indicator with a path by years, a value, and the line that says how far it
// is. In both languages, with and without script, on a phone and on a desktop.
import { expect, test } from "@playwright/test";
import { COORDINATION, DEPARTMENT, desk, holds, watch } from "./common.js";

const GOALS = "/musterstadt/steuerung/ziele";

const SAYS = {
  de: { goal: "Schulen sind am Nachmittag", gauge: "Schulen mit offenem Nachmittag", behind: "Dahinter.", empty: "Hier fehlt noch ein erster Wert.", add: "Indikator anlegen", path: "mindestens einen Zielwert", first: "Ist 12 Plätze" },
  en: { goal: "Schulen sind am Nachmittag", gauge: "Schulen mit offenem Nachmittag", behind: "Behind.", empty: "A first value is still missing here.", add: "Add an indicator", path: "at least one target", first: "now 12 Plätze" },
};

/** Lets the server say what is wrong. */
async function unchecked(page) {
  for (const form of await page.locator("form.formular, form").all()) {
    await form.evaluate((it) => it.setAttribute("novalidate", ""));
  }
}

for (const [language, script, width] of [
  ["de", true, 1280], ["de", false, 360], ["en", true, 360], ["en", false, 1280],
]) {
  test.describe(`${language}, ${script ? "with" : "without"} script, ${width} px`, () => {
    test.use({ javaScriptEnabled: script, locale: language, viewport: { width, height: 800 } });
    const says = SAYS[language];
    const name = `Plätze ${language} ${width}`;

    test("a goal says how far it is", async ({ browser }) => {
      const other = await desk(browser, DEPARTMENT, language);
      await other.goto(GOALS);
      await expect(other.locator(".zielbaum")).toContainText(says.gauge);
      await expect(other.locator(".zielbaum")).toContainText(says.behind);
      await expect(other.locator(".zielbaum")).toContainText(says.empty);
      await other.locator(".zielbaum").getByRole("link", { name: says.gauge }).click();
      await holds(other, language, script);
    });

    test("an indicator is laid down and counted", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      const complaints = watch(page);
      await page.goto(GOALS);
      const begin = page.locator('form[action$="/fassung"]');
      if (await begin.count()) {
        await page.locator("[name=name]").fill(`Fortschreibung ${language} ${width}`);
        await begin.locator("button[type=submit]").first().click();
      } else {
        await page.locator('main a[href*="/ziele?fassung="]').first().click();
      }
      await page.locator(".zielbaum").getByRole("link", { name: says.goal }).click();
      await holds(page, language, script);
      await page.getByRole("link", { name: says.add }).click();
      await holds(page, language, script);
      await page.locator("[name=name]").fill(name);
      await page.locator("[name=einheit]").fill("Plätze");
      await unchecked(page);
      await page.locator("main form button[type=submit]").last().click();
      await expect(page.locator(".fehlerliste")).toContainText(says.path);
      await expect(page.locator("[name=name]")).toHaveValue(name);
      await page.locator("[name=ziel-0-jahr]").fill("2030");
      await page.locator("[name=ziel-0-wert]").fill("40");
      await page.locator("main form button[type=submit]").last().click();
      await expect(page.locator("h1")).toContainText(name);
      await holds(page, language, script);
      await page.locator("[name=tag]").fill("2026-06-30");
      await page.locator("[name=wert]").fill("12");
      await page.locator('form[action$="/werte"] button[type=submit]').first().click();
      await expect(page.locator(".leit")).toContainText(says.first);
      await holds(page, language, script);
      expect(complaints.filter((it) => !it.includes("422"))).toEqual([]);
    });
  });
}
