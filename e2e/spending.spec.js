// What a measure costs by kind and year, what was spent of it, and a correction. In both languages, with
// and without script, on a phone and on a desktop.
import { expect, test } from "@playwright/test";
import { COORDINATION, OFFICE, desk, follow, holds, watch } from "./common.js";

const BOARD = "/musterstadt/steuerung";

const SAYS = {
  de: { add: "Maßnahme anlegen", kinds: "Ausgaben nach Art und Jahr", way: "Ausgaben und Buchungen", wrong: "1234.50", right: "1.234,50", budget: "50.000", part: "40.000", gap: "noch keiner Art zugeordnet", over: "Über dem Plan", correct: "1 berichtigen", reason: "Zahlendreher", now: "berichtigt durch Nummer 2", much: "60.000" },
  en: { add: "Add a measure", kinds: "Costs by kind and year", way: "Spending and bookings", wrong: "1.234,50", right: "1,234.50", budget: "50,000", part: "40,000", gap: "have no kind yet", over: "Over the plan", correct: "Correct 1", reason: "digits swapped", now: "corrected by number 2", much: "60,000" },
};

async function send(page) {
  await follow(page.locator("main form.formular button[type=submit]").last());
}

for (const [language, script, width] of [
  ["de", true, 1280], ["de", false, 320], ["en", true, 320], ["en", false, 1280],
]) {
  test.describe(`${language}, ${script ? "with" : "without"} script, ${width} px`, () => {
    test.use({ javaScriptEnabled: script, locale: language, viewport: { width, height: 800 } });
    const says = SAYS[language];

    test("a measure is planned by kind, booked and corrected", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      const complaints = watch(page);
      await page.goto(`${BOARD}/massnahmen/neu`);
      await page.locator("[name=titel]").fill(`Werkstatt ${language} ${width}`);
      await page.locator("[name=quartier]").selectOption("quartier:12");
      await page.locator("[name=bis]").fill("2027-06-30");
      await page.locator("[name=woran]").fill("Zwanzig Menschen am Abend");
      await page.locator("[name=federfuehrung]").selectOption({ index: 1 });
      await send(page);
      const address = new URL(page.url()).pathname;

      await page.goto(`${address}/geld`);
      await holds(page, language, script);
      await page.locator("[name=budget]").fill(says.budget);
      await page.locator("summary", { hasText: says.kinds }).click();
      await page.locator("[name=ausgabe-staff-2027]").fill(says.wrong);
      await send(page);
      await expect(page.locator(".fehlerliste a")).toHaveAttribute("href", "#feld-ausgabe-staff-2027");
      await expect(page.locator("[name=ausgabe-staff-2027]")).toHaveValue(says.wrong);
      await holds(page, language, script);
      await page.locator("[name=ausgabe-staff-2027]").fill(says.part);
      await send(page);
      await expect(page.locator("main")).toContainText(says.gap);

      await follow(page.getByRole("link", { name: says.way }));
      await holds(page, language, script);
      await page.locator("[name=tag]").fill("2026-03-31");
      await page.locator("[name=betrag]").fill(says.wrong);
      await send(page);
      await expect(page.locator(".fehlerliste a")).toHaveAttribute("href", "#feld-betrag");
      await page.locator("[name=betrag]").fill(says.much);
      await page.locator("[name=art]").selectOption("staff");
      await send(page);
      await expect(page.locator("main")).toContainText(says.over);
      await holds(page, language, script);

      await follow(page.getByRole("link", { name: says.correct }));
      await holds(page, language, script);
      await page.locator("[name=betrag]").fill(says.right);
      await page.locator("[name=grund]").fill(says.reason);
      await send(page);
      await expect(page.locator("main")).toContainText(says.now);
      await expect(page.locator("main")).not.toContainText(says.over);
      await page.goto(address);
      await holds(page, language, script);

      // Who reads sees the bookings and no form.
      const other = await desk(browser, OFFICE, language);
      await other.goto(`${address}/ausgaben`);
      await expect(other.locator("main")).toContainText(says.reason);
      await expect(other.locator("[name=betrag]")).toHaveCount(0);
      // A refused form is said by the browser too.
      expect(complaints.filter((it) => !it.includes("422"))).toEqual([]);
    });
  });
}
