// A Vorlage goes before a body and is decided where the minutes are written; everybody finds what was
// decided in public. In both languages, with and without script, on a phone and on a desktop.
import { expect, test } from "@playwright/test";
import { COORDINATION, desk, follow, holds, watch } from "./common.js";

const SAYS = {
  de: { move: "Verlegen oder herausnehmen", why: "warum der Schritt verlegt wird", close: "Protokoll abschließen", unanimous: "Einstimmig angenommen", correct: "Ergebnis berichtigen", corrected: "Berichtigt am" },
  en: { move: "Move or take out", why: "why this step is moved", close: "Close the minutes", unanimous: "Adopted unanimously", correct: "Correct the result", corrected: "Corrected on" },
};

async function send(form) {
  await form.evaluate((it) => it.closest("form").setAttribute("novalidate", ""));
  await follow(form.locator("button[type=submit]").last());
}

for (const [at, language, script, width] of [
  [1, "de", true, 1280], [2, "de", false, 360], [3, "en", true, 360], [4, "en", false, 1280],
]) {
  test.describe(`${language}, ${script ? "with" : "without"} script, ${width} px`, () => {
    test.use({ javaScriptEnabled: script, locale: language, viewport: { width, height: 800 } });
    const says = SAYS[language];
    const title = `Offene Räume ${language} ${width}`;
    const day = `2026-03-0${at}`;

    test("a paper is decided in the minutes and read by everybody", async ({ browser, page: anyone }) => {
      const page = await desk(browser, COORDINATION, language);
      const complaints = watch(page);
      await page.goto("/musterstadt/beschluesse/neu");
      await page.locator("[name=betreff]").fill(title);
      await page.locator("[name=federfuehrung]").selectOption({ index: 1 });
      await page.locator("[name=beschlussvorschlag]").fill("Die Räume werden geöffnet.");
      await send(page.locator("form.formular").last());
      await expect(page.locator("h1")).toContainText(title);
      const paper = new URL(page.url()).pathname;
      const step = page.locator(".formular", { has: page.locator("button[formaction*='/schritte?']") });
      await step.locator("[name=gremium]").selectOption("1");
      await step.locator("[name=tag]").fill("2027-03-20");
      await step.locator("[name=schritt]").selectOption("deciding");
      await step.locator("[name=oeffentlich]").selectOption("ja");
      await send(step);
      await holds(page, language, script);

      // It is moved, with a reason.
      await follow(page.getByRole("link", { name: says.move }));
      await holds(page, language, script);
      await page.locator("[name=tag]").fill(day);
      await send(page.locator("form.formular").first());
      await expect(page.locator(".fehlerliste")).toContainText(says.why);
      await expect(page.locator("[name=tag]")).toHaveValue(day);
      await holds(page, language, script);
      await page.locator("[name=grund]").fill("Die Sitzung fällt aus.");
      await send(page.locator("form.formular").first());
      await expect(page.locator("main")).toContainText("Die Sitzung fällt aus.");

      await page.goto("/musterstadt/gremien/1/sitzungen/neu");
      await page.locator("[name=tag]").fill(day);
      await page.locator("[name=von]").fill("17:00");
      await page.locator("[name=bis]").fill("19:00");
      await page.locator("[name=oeffentlich]").check();
      await send(page.locator("form.formular").last());
      const meeting = new URL(page.url()).pathname;
      await follow(page.locator("#offenes ~ ul li", { hasText: title }).locator("button"));
      const item = page.locator(".tagesordnung > li", { hasText: title });
      await expect(item.locator(".worum a")).toHaveAttribute("href", paper);
      await item.locator("summary").first().click();
      await item.locator("select[name^=ergebnis]").selectOption("as-proposed");
      await item.locator("select[name^=abstimmung]").selectOption("unanimous");
      await follow(item.locator(".formular").first().locator("button"));
      await expect(page.locator(".beschluss").last()).toContainText("Die Räume werden geöffnet.");
      await holds(page, language, script);
      await follow(page.getByRole("button", { name: says.close }));
      await expect(page.locator(".nur-schreiben")).toHaveCount(0);
      await holds(page, language, script);
      const printed = await page.request.get(`${meeting}/papier/pdf?teil=oeffentlich`);
      expect(printed.status()).toBe(200);

      await page.goto(paper);
      await expect(page.locator("main")).toContainText(says.unanimous);
      await holds(page, language, script);
      await follow(page.getByRole("link", { name: says.correct }));
      await page.locator("select[name^=abstimmung]").selectOption("counted");
      await page.locator("[name^=ja-]").fill("9");
      await page.locator("[name=grund]").fill("Zählfehler");
      await holds(page, language, script);
      await send(page.locator("form.formular").first());
      await expect(page.locator("main")).toContainText("Zählfehler");

      // Who is not logged in finds it in the navigation, and not why it was corrected.
      await anyone.goto(`/musterstadt?sprache=${language}`);
      if (width < 600) await anyone.locator("[popovertarget=hauptwege]").click();
      await follow(anyone.locator("#hauptwege a[href$='/beschluesse/oeffentlich']"));
      await holds(anyone, language, script);
      await follow(anyone.getByRole("link", { name: title }));
      await expect(anyone.locator("main")).toContainText(says.corrected);
      await expect(anyone.locator("main")).not.toContainText("Zählfehler");
      await holds(anyone, language, script);
      expect(complaints.filter((it) => !it.includes("422"))).toEqual([]);
    });
  });
}
