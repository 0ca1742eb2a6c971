// A measure from its five fields to its effect, and the thread that nobody drew. In both languages,
// with and without script, on a phone and on a desktop.
import { expect, test } from "@playwright/test";
import { COORDINATION, DEPARTMENT, desk, follow, holds, watch } from "./common.js";

const BOARD = "/musterstadt/steuerung";
const SOURCE = "/musterstadt/atlas/quelle?ebene=quartier&merkmal=population&stichtag=2023-12-31&gebiet=12";

const SAYS = {
  de: { add: "Maßnahme anlegen", missing: "Wählen Sie ein Quartier oder die ganze Stadt.", remember: "Für Vorlage merken", take: "Befund aufnehmen", against: "Wirkung daran messen", thread: "Roter Faden", then: "Damals", meanwhile: "Inzwischen hat", planned: "geplant" },
  en: { add: "Add a measure", missing: "Choose a quarter or the whole city.", remember: "Für Vorlage merken", take: "Take up the finding", against: "Measure the effect against this", thread: "Red thread", then: "Then", meanwhile: "Meanwhile", planned: "planned" },
};

async function save(page) {
  await follow(page.locator("form.formular button[type=submit]").last());
}

for (const [language, script, width] of [
  ["de", true, 1280], ["de", false, 360], ["en", true, 360], ["en", false, 1280],
]) {
  test.describe(`${language}, ${script ? "with" : "without"} script, ${width} px`, () => {
    test.use({ javaScriptEnabled: script, locale: language, viewport: { width, height: 800 } });
    const says = SAYS[language];
    const title = `Nachbarschaftstreff ${language} ${width}`;

    test("a measure is agreed, rests on a finding and has a thread", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      const complaints = watch(page);
      await page.goto(SOURCE);
      await follow(page.locator("main form.fuer-mappe button, main a.gemerkt").first());

      await page.goto(BOARD);
      await holds(page, language, script);
      await follow(page.getByRole("link", { name: says.add }));
      await holds(page, language, script);
      await page.locator("[name=titel]").fill(title);
      await page.locator("[name=bis]").fill("2027-06-30");
      await page.locator("[name=woran]").fill("Zwanzig Menschen am Abend");
      await page.locator("form.formular").evaluate((it) => it.setAttribute("novalidate", ""));
      await save(page);
      await expect(page.locator(".fehlerliste")).toContainText(says.missing);
      await expect(page.locator("[name=titel]")).toHaveValue(title);
      await page.locator("[name=quartier]").selectOption("quartier:12");
      await save(page);
      await expect(page.locator("h1")).toContainText(title);
      const address = new URL(page.url()).pathname;

      await page.locator("input[name=befund][type=checkbox]").first().check();
      await follow(page.getByRole("button", { name: says.take }));
      await follow(page.getByRole("button", { name: says.against }).first());
      await holds(page, language, script);
      await follow(page.getByRole("link", { name: says.thread }));
      await expect(page.locator(".faden > li")).toHaveCount(4);
      await expect(page.locator(".faden > li").last()).toContainText(says.then);
      await holds(page, language, script);

      // Another Stelle reads it and may not change it.
      const other = await desk(browser, DEPARTMENT, language);
      await other.goto(address);
      await expect(other.locator("h1")).toContainText(title);
      expect((await other.goto(`${address}/aendern`)).status()).toBe(403);
      // A refused form is said by the browser too.
      expect(complaints.filter((it) => !it.includes("422"))).toEqual([]);
    });
  });
}

test("two who save at once see the difference, and a table is looked at first", async ({ browser }) => {
  const first = await desk(browser, COORDINATION, "de");
  await first.goto(`${BOARD}/massnahmen/1/aendern`);
  const second = await desk(browser, COORDINATION, "de");
  await second.goto(`${BOARD}/massnahmen/1/aendern`);
  await first.locator("[name=bis]").fill("2028-06-30");
  await save(first);
  await second.locator("[name=woran]").fill("Sechzig Beratungen im Monat");
  await save(second);
  await expect(second.locator("main")).toContainText(SAYS.de.meanwhile);
  await expect(second.locator("main table")).toContainText("30.06.2028");
  await expect(second.locator("[name=woran]")).toHaveValue("Sechzig Beratungen im Monat");
  await holds(second, "de");

  await first.goto(`${BOARD}/massnahmen/tabelle`);
  const rows = "Spielstraße\tNordstadt\tSozialplanung\t1.5.2028\tKinder sind draußen\nLesezeit\tNirgendwo\tSchulentwicklung\tbald\tAlle lesen";
  await first.locator("[name=tabelle]").fill(rows);
  await save(first);
  await expect(first.locator("main table")).toContainText("Nirgendwo");
  await holds(first, "de");
  await first.locator("[name=tabelle]").fill(rows.replace("Nirgendwo", "Lerchenfeld").replace("bald", "1.6.2028"));
  await save(first);
  await expect(first.locator("main")).toContainText("2 Maßnahmen können angelegt werden.");
  await holds(first, "de");
  await save(first);
  await expect(first.locator("main table")).toContainText("Spielstraße");
});
