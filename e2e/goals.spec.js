// What a city wants to reach, and what it was promised: from the document of a concept to the
// measure that serves it. In both languages, with and without script, on a phone and on a desktop.
import { expect, test } from "@playwright/test";
import { COORDINATION, DEPARTMENT, desk, follow, holds, watch } from "./common.js";

const GOALS = "/musterstadt/steuerung/ziele";
const COMMITMENTS = "/musterstadt/steuerung/zusagen";

const SAYS = {
  de: { kind: "Ziel", field: "Handlungsfeld", take: "2 Ziele übernehmen", year: "Jahr zwischen", open: "ist", kept: "eingelöst", because: "Sagen Sie in einem Satz, warum." },
  en: { kind: "Goal", field: "Field of action", take: "Take over 2 goals", year: "year between", open: "is", kept: "kept", because: "Say in one sentence why." },
};

async function send(page, action) {
  await follow(page.locator(`form[action$="${action}"] button[type=submit], button[formaction*="${action}?"]`).first());
}

/** Lets the server say what is wrong. */
async function unchecked(page) {
  for (const form of await page.locator("form.formular").all()) {
    await form.evaluate((it) => it.setAttribute("novalidate", ""));
  }
}

for (const [language, script, width] of [
  ["de", true, 1280], ["de", false, 360], ["en", true, 360], ["en", false, 1280],
]) {
  test.describe(`${language}, ${script ? "with" : "without"} script, ${width} px`, () => {
    test.use({ javaScriptEnabled: script, locale: language, viewport: { width, height: 800 } });
    const says = SAYS[language];
    const name = `${language} ${width}`;

    test("a concept is taken over, adopted, and served", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      const complaints = watch(page);
      await page.goto(GOALS);
      await holds(page, language, script);
      await page.locator("[name=name]").fill(`Konzept ${name}`);
      await send(page, "/fassung");
      await holds(page, language, script);

      await page.goto(`${GOALS}/tabelle`);
      await holds(page, language, script);
      const field = `${says.field}\tFeld ${name}\n${says.kind}\tZiel ${name}\t\t\t\t\t`;
      await page.locator("[name=tabelle]").fill(`${field}bald`);
      await send(page, "/tabelle");
      await expect(page.locator("main table")).toContainText(says.year);
      await holds(page, language, script);
      await page.locator("[name=tabelle]").fill(`${field}2035`);
      await send(page, "/tabelle");
      await follow(page.getByRole("button", { name: says.take }));
      await expect(page.locator(".zielbaum")).toContainText(`Ziel ${name}`);
      await follow(page.locator(".zielbaum").getByRole("link", { name: `Ziel ${name}` }));
      await holds(page, language, script);

      await page.goto(GOALS);
      await follow(page.getByRole("link", { name: `Konzept ${name}` }));
      await page.locator("[name=tag]").fill("2026-02-14");
      await page.locator("[name=gremium]").fill("Stadtrat");
      await send(page, "/beschluss");
      await expect(page.locator("main")).toContainText(`Konzept ${name}`);
      await holds(page, language, script);

      await page.goto("/musterstadt/steuerung/massnahmen/4");
      const option = page.locator("[name=ziel] option", { hasText: `Ziel ${name}` });
      await page.locator("[name=ziel]").selectOption(await option.getAttribute("value"));
      await send(page, "/ziele");
      await expect(page.locator("main")).toContainText(`Ziel ${name}`);
      await holds(page, language, script);
      const other = await desk(browser, DEPARTMENT, language);
      await other.goto(GOALS);
      await expect(other.locator(".zielbaum")).toContainText(`Ziel ${name}`);
      expect((await other.goto(`${GOALS}/neu`)).status()).toBe(403);
      expect(complaints.filter((it) => !it.includes("422"))).toEqual([]);
    });

    test("a promise is written down, kept, and stands against what was done", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      const complaints = watch(page);
      await page.goto(COMMITMENTS);
      await holds(page, language, script);
      await page.goto(`${COMMITMENTS}/neu`);
      await page.locator("[name=titel]").fill(`Vereinbarung ${name}`);
      await page.locator("[name=beteiligte]").fill("Stadt\nWohnungsgesellschaft");
      await holds(page, language, script);
      await send(page, "/neu");
      const address = new URL(page.url()).pathname;
      await page.locator("[name=text]").fill(`Zehn Wohnungen ${name}`);
      await page.locator("[name=wer]").selectOption("Wohnungsgesellschaft");
      await send(page, "/versprechen");
      await holds(page, language, script);
      await follow(page.getByRole("link", { name: `Zehn Wohnungen ${name}` }));
      await holds(page, language, script);
      await page.locator("[name=ergebnis][value=kept]").check();
      await unchecked(page);
      await follow(page.locator("form:has([name=weil]) button[type=submit]"));
      await expect(page.locator(".fehlerliste")).toContainText(says.because);
      await page.locator("[name=weil]").fill("Übergeben im Mai");
      await follow(page.locator("form:has([name=weil]) button[type=submit]"));
      await expect(page.locator("main")).toContainText("Übergeben im Mai");
      await follow(page.getByRole("link", { name: `Zehn Wohnungen ${name}` }));
      await page.locator("[name=massnahme]").selectOption({ index: 1 });
      await send(page, "/massnahme");
      await expect(page).toHaveURL(new RegExp(address));
      await holds(page, language, script);
      expect(complaints.filter((it) => !it.includes("422"))).toEqual([]);
    });
  });
}
