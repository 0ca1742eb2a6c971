// A goal is measured: an indicator with a path by years, a value, and the line that says how far it
// is. It is begun in a draft, which is discarded in the end. In both languages, with and without script, on a phone and on a desktop.
import { expect, test } from "@playwright/test";
import { COORDINATION, DEPARTMENT, desk, follow, holds, watch } from "./common.js";

const GOALS = "/musterstadt/steuerung/ziele";

const SAYS = {
  de: { goal: "Schulen sind am Nachmittag", gauge: "Schulen mit offenem Nachmittag", behind: "Dahinter.", empty: "Hier fehlt noch ein erster Wert.", add: "Indikator anlegen", path: "mindestens einen Zielwert", first: "Ist 12 Plätze", discard: "Fassung verwerfen", lost: "ein Indikator" },
  en: { goal: "Schulen sind am Nachmittag", gauge: "Schulen mit offenem Nachmittag", behind: "Behind.", empty: "A first value is still missing here.", add: "Add an indicator", path: "at least one target", first: "now 12 Plätze", discard: "Discard edition", lost: "one indicator" },
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
    const draft = `Fortschreibung ${language} ${width}`;

    test("a goal says how far it is", async ({ browser }) => {
      const other = await desk(browser, DEPARTMENT, language);
      await other.goto(GOALS);
      await expect(other.locator(".zielbaum")).toContainText(says.gauge);
      await expect(other.locator(".zielbaum")).toContainText(says.behind);
      await expect(other.locator(".zielbaum")).toContainText(says.empty);
      await follow(other.locator(".zielbaum").getByRole("link", { name: says.gauge }));
      await holds(other, language, script);
    });

    test("an indicator is laid down and counted", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      const complaints = watch(page);
      await page.goto(GOALS);
      await page.locator("[name=name]").fill(draft);
      await follow(page.locator('form[action$="/fassung"] button[type=submit]').first());
      const begun = page.url();
      await follow(page.locator(".zielbaum").getByRole("link", { name: says.goal }));
      await holds(page, language, script);
      await follow(page.getByRole("link", { name: says.add }));
      await holds(page, language, script);
      await page.locator("[name=name]").fill(name);
      await page.locator("[name=einheit]").fill("Plätze");
      await unchecked(page);
      await follow(page.locator("main form button[type=submit]").last());
      await expect(page.locator(".fehlerliste")).toContainText(says.path);
      await expect(page.locator("[name=name]")).toHaveValue(name);
      await page.locator("[name=ziel-0-jahr]").fill("2030");
      await page.locator("[name=ziel-0-wert]").fill("40");
      await follow(page.locator("main form button[type=submit]").last());
      await expect(page.locator("h1")).toContainText(name);
      await holds(page, language, script);
      await page.locator("[name=tag]").fill("2026-06-30");
      await page.locator("[name=wert]").fill("12");
      await follow(page.locator('form[action$="/werte"] button[type=submit]').first());
      await expect(page.locator(".leit")).toContainText(says.first);
      await holds(page, language, script);
      const counted = page.url();

      await page.goto(begun);
      await follow(page.getByRole("link", { name: says.discard }));
      await expect(page.locator("h1")).toContainText(draft);
      await expect(page.locator("main")).toContainText(says.lost);
      await holds(page, language, script);
      await follow(page.getByRole("button", { name: says.discard }));
      await expect(page.locator(".zielbaum")).not.toContainText(name);
      await holds(page, language, script);
      expect((await page.goto(counted)).status()).toBe(404);
      await page.goto(GOALS);
      await expect(page.locator('form[action$="/fassung"]')).toHaveCount(1);
      expect(complaints.filter((it) => !/4(22|04)/u.test(it))).toEqual([]);
    });
  });
}
