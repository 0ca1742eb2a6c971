// A Vorlage from its form to a decision that everybody reads: in both languages, with and without
// script, on a phone and on a desktop.
import { expect, test } from "@playwright/test";
import { COORDINATION, desk, follow, holds, watch } from "./common.js";

const LIST = "/musterstadt/beschluesse";

const SAYS = {
  de: { missing: "Schreiben Sie, was beschlossen werden soll.", against: "nicht angenommen", decided: "Angenommen mit 20 Ja", word: "Als Word-Dokument" },
  en: { missing: "Write what is to be decided.", against: "not adopted", decided: "Adopted with 20 yes", word: "As a Word document" },
};

async function send(page, action) {
  await follow(page.locator(`form[action$='${action}'] button[type=submit], button[formaction*='${action}?']`));
}

for (const [language, script, width] of [
  ["de", true, 1280], ["de", false, 360], ["en", true, 360], ["en", false, 1280],
]) {
  test.describe(`${language}, ${script ? "with" : "without"} script, ${width} px`, () => {
    test.use({ javaScriptEnabled: script, locale: language, viewport: { width, height: 800 } });
    const says = SAYS[language];
    const subject = `Zwei Räume öffnen ${language} ${width}`;

    test("a paper is drafted, goes through a body and is decided in public", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      const complaints = watch(page);
      await page.goto(LIST);
      await holds(page, language, script);
      await page.goto(`${LIST}/muster`);
      await holds(page, language, script);
      await page.goto(`${LIST}/neu`);
      await holds(page, language, script);
      await page.locator("[name=betreff]").fill(subject);
      await page.locator("form.formular").evaluate((it) => it.setAttribute("novalidate", ""));
      await send(page, "/neu");
      await expect(page.locator(".fehlerliste")).toContainText(says.missing);
      await expect(page.locator("[name=betreff]")).toHaveValue(subject);
      await holds(page, language, script);
      await page.locator("[name=beschlussvorschlag]").fill("Zwei Räume werden geöffnet.");
      await send(page, "/neu");
      await expect(page.locator("h1")).toContainText(subject);
      await holds(page, language, script);
      const download = page.waitForEvent("download");
      await page.getByRole("link", { name: says.word }).click();
      expect((await download).suggestedFilename()).toMatch(/vorlage-\d+\.docx/);

      await page.locator("select[name=gremium]").selectOption({ index: 1 });
      await page.locator("[name=tag]").fill("2026-03-02");
      await page.locator("select[name=schritt]").selectOption("deciding");
      await page.locator("select[name=oeffentlich]").selectOption("ja");
      await send(page, "/schritte");
      await page.locator("[name=ergebnis-1]").selectOption("as-proposed");
      await page.locator("[name=abstimmung-1]").selectOption("counted");
      await page.locator("[name=ja-1]").fill("2");
      await page.locator("[name=nein-1]").fill("20");
      await send(page, "/schritte/1");
      await expect(page.locator(".fehlerliste")).toContainText(says.against);
      await page.locator("[name=ja-1]").fill("20");
      await page.locator("[name=nein-1]").fill("2");
      await send(page, "/schritte/1");
      await expect(page.locator("main")).toContainText(says.decided);
      await holds(page, language, script);

      // Everybody reads it now.
      const guest = await (await browser.newContext({ locale: language, javaScriptEnabled: script, viewport: { width, height: 800 } })).newPage();
      await guest.goto(`${LIST}/oeffentlich`);
      await holds(guest, language, script);
      await follow(guest.getByRole("link", { name: subject }).first());
      await expect(guest.locator("main")).toContainText("Zwei Räume werden geöffnet.");
      await holds(guest, language, script);
      expect((await guest.goto(LIST)).status()).toBe(404);
      expect(complaints.filter((it) => !it.includes("422"))).toEqual([]);
    });
  });
}
