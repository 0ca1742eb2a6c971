// What may say who somebody is: a name, a date of birth and a case number in minutes, an answer, an effect
// card and a measure are warned of in words and never refused, and what only looks like it is not. In both
// languages, with and without script, on a phone and on a desktop.
import { expect, test } from "@playwright/test";
import { COORDINATION, READER, desk, follow, holds, watch } from "./common.js";

const CITY = "/musterstadt";
const FOUND = ["Frau Yilmaz", "12.03.1985", "Az. 51-07/26"];
const TEXT = "Frau Yilmaz, geb. 12.03.1985, bat um Hilfe. Siehe Az. 51-07/26.";
/** A day of the work, an office, a word that begins alike, a paragraph. */
const ALIKE = "Beschlossen am 17.05.2018 von Frau Bürgermeisterin. Bis 30.06.2026 kamen 120 Frauen, siehe § 16 BStatG.";

const SAYS = {
  de: { asks: "Steht hier, um wen es geht?", saved: "Gespeichert ist es.", looks: { "Frau Yilmaz": "sieht aus wie ein Name", "12.03.1985": "sieht aus wie ein Geburtstag", "Az. 51-07/26": "sieht aus wie ein Aktenzeichen" } },
  en: { asks: "Does it say who it is about?", saved: "It is saved.", looks: { "Frau Yilmaz": "looks like a name", "12.03.1985": "looks like a date of birth", "Az. 51-07/26": "looks like a case number" } },
};

for (const [language, script, width] of [
  ["de", true, 1280], ["de", false, 360], ["en", true, 360], ["en", false, 1280],
]) {
  test.describe(`${language}, ${script ? "with" : "without"} script, ${width} px`, () => {
    test.use({ javaScriptEnabled: script, locale: language, viewport: { width, height: 800 } });
    const says = SAYS[language];
    const mark = `${language} ${width}`;

    /** The warning names each of the three, and what was written stands. */
    async function warned(page, within = page.locator("main")) {
      const warning = page.locator(".kern-alert--warning", { hasText: says.asks });
      await expect(warning).toHaveCount(1);
      for (const found of FOUND) await expect(warning).toContainText(new RegExp(`[„“]${found.replace(/[./]/g, "\\$&")}[“”] ${says.looks[found]}`));
      await expect(warning).toContainText(says.saved);
      await expect(within).toContainText(TEXT);
      await holds(page, language, script);
    }

    async function unwarned(page) {
      await expect(page.locator("main")).toContainText(ALIKE);
      await expect(page.locator(".kern-alert--warning", { hasText: says.asks })).toHaveCount(0);
    }

    test("minutes", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      const complaints = watch(page);
      await page.goto(`${CITY}/gremien/1/sitzungen/neu`);
      await page.locator("[name=tag]").fill("2026-02-09");
      await page.locator("[name=von]").fill("18:00");
      await page.locator("[name=bis]").fill("19:30");
      await follow(page.locator("form.formular button[type=submit]").last());
      const meeting = new URL(page.url()).pathname;
      await page.locator("[name=punkt]").fill("Beratung");
      await follow(page.locator(`button[formaction^="${meeting}/punkte?"]`).first());
      const item = page.locator(".tagesordnung > li").first();
      const write = async (text) => {
        const fields = item.locator("details", { has: page.locator("[name=protokoll-1]") });
        if (!(await fields.evaluate((it) => it.open))) await fields.locator("summary").click();
        await item.locator("[name=protokoll-1]").fill(text);
        await follow(item.locator(`button[formaction^="${meeting}/punkte/1?"]`));
      };
      await write(TEXT);
      await warned(page, item);
      // It stands at the item whose field it is about.
      await expect(item.locator(".kern-alert--warning")).toHaveCount(1);
      await write(ALIKE);
      await unwarned(page);
      expect(complaints).toEqual([]);
    });

    test("the answer to an enquiry", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      const complaints = watch(page);
      await page.goto(`${CITY}/anfragen/neu`);
      await page.locator("[name=wer-fragt]").selectOption("press");
      await page.locator("[name=fragender]").fill("Stadtanzeiger");
      await page.locator("[name=betreff]").fill(`Wartezeiten ${mark}`);
      await page.locator("[name=frage]").fill("Wie lange warten Familien?");
      await page.locator("[name=quartier]").selectOption("quartier:14");
      await page.locator("[name=frist]").fill(new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10));
      await follow(page.locator("form.formular button[type=submit]"));
      await page.waitForURL(/anfragen\/\d+/);
      const address = new URL(page.url()).pathname;
      const write = async (text) => {
        await page.locator("[name=antwort]").fill(text);
        await follow(page.locator(`button[formaction^="${address}/antwort?"]`));
        await expect(page.locator("[name=antwort]")).toHaveValue(text);
      };
      await write(TEXT);
      await warned(page);
      await write(ALIKE);
      await unwarned(page);
      expect(complaints).toEqual([]);
    });

    test("a measure and the effect card that is written from it", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      const complaints = watch(page);
      await page.goto(`${CITY}/steuerung/massnahmen/neu`);
      await page.locator("[name=titel]").fill(`Sprechstunde am Abend ${mark}`);
      await page.locator("[name=quartier]").selectOption("quartier:12");
      await page.locator("[name=bis]").fill("2028-06-30");
      await page.locator("[name=woran]").fill(TEXT);
      await follow(page.locator("form.formular button[type=submit]").last());
      await warned(page);
      const measure = new URL(page.url()).pathname;
      // Who cannot mend it is not asked to.
      const reader = await desk(browser, READER, language);
      await reader.goto(measure);
      await expect(reader.locator("main")).toContainText(TEXT);
      await expect(reader.locator(".kern-alert--warning", { hasText: says.asks })).toHaveCount(0);
      await page.goto(`${measure}/aendern`);
      await page.locator("[name=woran]").fill(ALIKE);
      await follow(page.locator("form.formular button[type=submit]").last());
      await unwarned(page);

      await page.goto(`${CITY}/bibliothek/neu?massnahme=${measure}`);
      for (const name of ["anlass", "getan", "wirkung"]) await page.locator(`[name=${name}]`).fill(ALIKE);
      await page.locator("[name=gescheitert]").fill(TEXT);
      await page.locator("[name=beleg]").first().check();
      await page.locator("[name=merkmal]").first().check();
      await follow(page.locator("main form button[type=submit]").last());
      await warned(page);
      const card = await page.locator("main a[href$='/aendern']").first().getAttribute("href");
      await page.goto(card);
      await page.locator("[name=gescheitert]").fill(ALIKE);
      await follow(page.locator("main form button[type=submit]").last());
      await unwarned(page);
      expect(complaints).toEqual([]);
    });
  });
}
