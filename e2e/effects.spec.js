// A measure gets depth, and a partner reports on it by a link. In both languages, with and without
// script, on a phone and on a desktop.
import { expect, test } from "@playwright/test";
import { COORDINATION, desk, follow, holds, watch } from "./common.js";

const MEASURE = "/musterstadt/steuerung/massnahmen/2";

const SAYS = {
  de: { add: "Indikator anlegen", step: "Wählen Sie eine Stufe.", money: "Geld", shares: "Die Anteile sind zusammen mehr als das Ganze.", own: "Eigenanteil", ask: "Berichte anfragen", show: "Link zeigen", missing: "Geben Sie einen Wert an", thanks: "er wird jetzt angesehen", looks: "sieht aus wie ein Name", accept: "Bericht abnehmen", done: "abgenommen", closed: "Dieser Link gilt nicht" },
  en: { add: "Add an indicator", step: "Choose a step.", money: "Money", shares: "The shares are more than the whole together.", own: "own share", ask: "Ask for reports", show: "Show the link", missing: "Give a value", thanks: "it is being looked at now", looks: "looks like a name", accept: "Accept the report", done: "accepted", closed: "This link is not valid" },
};

async function save(page) {
  await follow(page.locator("form.formular button[type=submit]").last());
}

const RUNS = [["de", true, 1280], ["de", false, 360], ["en", true, 360], ["en", false, 1280]];

for (const [at, [language, script, width]] of RUNS.entries()) {
  test.describe(`${language}, ${script ? "with" : "without"} script, ${width} px`, () => {
    test.use({ javaScriptEnabled: script, locale: language, viewport: { width, height: 800 } });
    const says = SAYS[language];
    const name = `Abende ${language} ${width}`;

    test("what a measure is to bring about is planned, reported by a link and accepted", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      const complaints = watch(page);
      await page.goto(MEASURE);
      await follow(page.getByRole("link", { name: says.add }));
      await holds(page, language, script);
      await page.locator("[name=name]").fill(name);
      await save(page);
      await expect(page.locator(".fehlerliste")).toContainText(says.step);
      await expect(page.locator("[name=name]")).toHaveValue(name);
      await page.locator("[name=stufe]").selectOption("2");
      await page.locator("[name=ziel-0-tag]").fill("2027-12-31");
      await page.locator("[name=ziel-0-wert]").fill("100");
      await page.locator("[name=ausgangswert]").fill("0");
      await page.locator("[name=ausgangstag]").fill("2026-01-01");
      await save(page);
      await expect(page.locator("h1")).toContainText(name);
      await expect(page.locator("figure svg").first()).toBeAttached();
      await holds(page, language, script);

      await page.goto(`${MEASURE}/geld`);
      await page.locator("[name=budget]").fill("9000");
      await page.locator("[name=quelle-0-name]").fill("Land");
      await page.locator("[name=quelle-0-betrag]").fill("");
      await page.locator("[name=quelle-0-quote]").fill("2/3");
      await page.locator("[name=quelle-1-name]").fill("Bund");
      await page.locator("[name=quelle-1-betrag]").fill("");
      await page.locator("[name=quelle-1-quote]").fill("2/3");
      await save(page);
      await expect(page.locator(".fehlerliste")).toContainText(says.shares);
      await holds(page, language, script);
      await page.locator("[name=quelle-1-quote]").fill(`${at + 1} %`);
      await save(page);
      await expect(page.locator("main")).toContainText(says.own);
      await holds(page, language, script);

      await follow(page.getByRole("link", { name: says.ask }));
      await page.locator("[name=zeitraum]").selectOption({ index: at });
      await page.locator("[name=bis]").fill("2099-12-31");
      await holds(page, language, script);
      // Below it stands the form with which a partner reports too.
      await follow(page.locator("form.formular button[type=submit]").first());
      const round = await page.locator("main form[action*='/steuerung/berichte/']").first().getAttribute("action");
      await holds(page, language, script);
      await follow(page.getByRole("button", { name: says.show }).first());
      const link = (await page.locator(".mitnehmen code").first().textContent()).match(/\/l\/[\w-]+/)[0];

      // Somebody without account opens it, in a browser of their own.
      const context = await browser.newContext({ javaScriptEnabled: script, locale: language, viewport: { width: 360, height: 800 } });
      const partner = await context.newPage();
      const theirs = watch(partner);
      await partner.goto(link);
      await holds(partner, language, script);
      const send = () => follow(partner.locator("button[value=abschicken]"));
      await send();
      await expect(partner.locator(".fehlerliste")).toContainText(says.missing);
      await holds(partner, language, script);
      for (const field of await partner.locator("input[name^=wert-]").all()) await field.fill("12");
      await partner.locator("[name=hindernis]").fill("Frau Beispiel fehlt");
      await send();
      await expect(partner.locator("main")).toContainText(says.looks);
      await holds(partner, language, script);
      await partner.locator("[name=trotzdem]").check();
      await send();
      await expect(partner.locator("main")).toContainText(says.thanks);
      await holds(partner, language, script);

      await page.goto(round);
      await follow(page.getByRole("button", { name: says.accept }));
      await expect(page.locator("main")).toContainText(says.done);
      await holds(page, language, script);
      await page.goto("/musterstadt/steuerung/berichte");
      await holds(page, language, script);
      await partner.goto(link);
      const file = partner.waitForEvent("download");
      await partner.locator("a[href*=sachbericht]").click();
      expect((await file).suggestedFilename()).toMatch(/^sachbericht-2-.*\.docx$/);
      await partner.goto(`${link.slice(0, -3)}AAA`);
      await expect(partner.locator("h1")).toContainText(says.closed);
      await holds(partner, language, script);
      expect(complaints.filter((it) => !it.includes("422"))).toEqual([]);
      expect(theirs.filter((it) => !it.includes("422") && !it.includes("404"))).toEqual([]);
      await context.close();
    });
  });
}
