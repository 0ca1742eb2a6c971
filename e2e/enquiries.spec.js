// A council group asks; the city gathers what it knows, answers with Fundstellen and notes that the
// answer was sent. In both languages, with and without script, on a phone and on a desktop.
import { expect, test } from "@playwright/test";
import { COORDINATION, desk, follow, holds, watch } from "./common.js";

const LIST = "/musterstadt/anfragen";

const SAYS = {
  de: { add: "Anfrage aufnehmen", missing: "Schreiben Sie, wer genau fragt.", left: "Arbeitstag", earlier: "Ähnliches wurde schon gefragt", sent: "unterschrieben von", unsaved: "Noch nicht gespeichert:" },
  en: { add: "Write an enquiry down", missing: "Write who exactly asks.", left: "working day", earlier: "Something alike was asked before", sent: "signed by", unsaved: "Not saved yet:" },
};

function inDays(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

for (const [language, script, width] of [
  ["de", true, 1280], ["de", false, 320], ["en", true, 360], ["en", false, 1280],
]) {
  test.describe(`${language}, ${script ? "with" : "without"} script, ${width} px`, () => {
    test.use({ javaScriptEnabled: script, locale: language, viewport: { width, height: 800 } });
    const says = SAYS[language];

    test("an enquiry is answered from what is known", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      const complaints = watch(page);
      await page.goto(LIST);
      await holds(page, language, script);
      await follow(page.getByRole("link", { name: says.add }));
      await page.locator("form.formular").evaluate((it) => it.setAttribute("novalidate", ""));
      await page.locator("[name=wer-fragt]").selectOption("council");
      await page.locator("[name=betreff]").fill(`Räume in Lerchenfeld ${language} ${width}`);
      await page.locator("[name=frage]").fill("Welche Räume stehen offen?");
      await page.locator("[name=aktenzeichen]").fill(`02-${language}-${width}`);
      await page.locator("[name=frist]").fill(inDays(9));
      await page.locator("[name=quartier]").selectOption("quartier:14");
      await follow(page.locator("form.formular button[type=submit]"));
      await expect(page.locator(".fehlerliste")).toContainText(says.missing);
      await holds(page, language, script);
      await page.locator("[name=fragender]").fill("Fraktion Offene Stadt");
      await follow(page.locator("form.formular button[type=submit]"));
      await expect(page.locator("main")).toContainText(says.left);
      await expect(page.locator("main")).toContainText(says.earlier);
      await holds(page, language, script);
      const address = new URL(page.url()).pathname;

      // The measure of the quarter is for the administration: it may not leave for everybody.
      await page.locator("[name=antwort]").fill("Was schon geschrieben ist.");
      await follow(page.locator(`button[formaction^="${address}/befunde?art=measure"]`).first());
      await expect(page.locator("[name=antwort]")).toHaveValue(/^Was schon geschrieben ist\./);
      await expect(page.locator("[name=antwort]")).toHaveValue(/\/f\//);
      await follow(page.locator(`button[formaction^="${address}/antwort?"]`));
      await expect(page.locator(`button[formaction^="${address}/absenden?"]`)).toHaveCount(0);
      await holds(page, language, script);
      // A search keeps what is typed, says so, and is asked by the key Enter where there is script.
      await page.locator("[name=antwort]").fill("Noch nicht fertig");
      await page.locator("[name=suche]").fill("Lerchenfeld");
      if (script) await page.locator("[name=suche]").press("Enter");
      else await follow(page.locator("button[formaction*='eigene=suche']"));
      await expect(page).toHaveURL(/suche=Lerchenfeld/);
      await expect(page.locator("[name=antwort]")).toHaveValue("Noch nicht fertig");
      await expect(page.locator("main")).toContainText(says.unsaved);
      await holds(page, language, script);
      // Without script Enter keeps and saves nothing.
      if (!script) {
        await page.locator("[name=suche]").press("Enter");
        await expect(page.locator("[name=antwort]")).toHaveValue("Noch nicht fertig");
      }
      await follow(page.locator(`button[formaction^="${address}/befunde/weg?"]`).first());
      await page.locator("[name=antwort]").fill("Zwei Räume in der Grundschule.");
      await follow(page.locator(`button[formaction^="${address}/antwort?"]`));
      await page.locator("[name=unterschrift]").fill("Dezernentin II");
      await follow(page.locator(`button[formaction^="${address}/absenden?"]`));
      await expect(page.locator("main")).toContainText(says.sent);
      await holds(page, language, script);
      await page.goto(`${LIST}/vorgang?az=02-${language}-${width}`);
      await holds(page, language, script);
      const file = await page.request.get(`${LIST}/vorgang.pdf?az=02-${language}-${width}`);
      expect(file.headers()["content-type"]).toBe("application/pdf");
      expect(complaints.filter((it) => !it.includes("422"))).toEqual([]);
    });
  });
}
