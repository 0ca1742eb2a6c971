// Where the thread stops, who takes it up, and the thread as a picture. In both languages, with and
// without script, on a phone and on a desktop.
import { expect, test } from "@playwright/test";
import { COORDINATION, desk, follow, holds, watch } from "./common.js";

const ENDS = "/musterstadt/steuerung/lose-enden";

const SAYS = {
  de: { because: "Erledigt, weil …", close: "Schließen", closed: "Geschlossen", again: "Wieder öffnen", missing: "Schreiben Sie in einem Satz" },
  en: { because: "Done, because …", close: "Close", closed: "Closed", again: "Open again", missing: "Write in one sentence" },
};

for (const [language, script, width] of [
  ["de", true, 1280], ["de", false, 360], ["en", true, 360], ["en", false, 1280],
]) {
  test.describe(`${language}, ${script ? "with" : "without"} script, ${width} px`, () => {
    test.use({ javaScriptEnabled: script, locale: language, viewport: { width, height: 800 } });
    const says = SAYS[language];

    test("an end is closed with a reason and opened again", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      const complaints = watch(page);
      await page.goto(ENDS);
      await holds(page, language, script);
      const first = page.locator(".ende:not(.zu)").first();
      const title = await first.locator(".t").innerText();
      await first.locator("summary").click();
      await first.locator("form").evaluate((it) => it.setAttribute("novalidate", ""));
      await follow(first.getByRole("button", { name: says.close }));
      await expect(page.locator(".fehlerliste")).toContainText(says.missing);
      await holds(page, language, script);
      const tried = page.locator(".ende:has(details[open])");
      await tried.locator("[name=weil]").fill(`Grund ${language} ${width}`);
      await follow(tried.getByRole("button", { name: says.close }));
      const closed = page.locator(".ende.zu", { hasText: `Grund ${language} ${width}` });
      await expect(closed).toContainText(title);
      await holds(page, language, script);
      await follow(closed.getByRole("button"));
      await expect(closed).toHaveCount(0);
      expect(complaints.filter((it) => !it.includes("422"))).toEqual([]);
    });

    test("the thread is drawn below its list and every box leads on", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      await page.goto("/musterstadt/faden/measure/1");
      await holds(page, language, script);
      const list = await page.locator(".faden").boundingBox();
      const picture = await page.locator("svg.fadenbild").boundingBox();
      expect(picture.y).toBeGreaterThan(list.y + list.height - 1);
      const box = page.locator("svg.fadenbild a:not([aria-current])").first();
      const leads = await box.getAttribute("href");
      await box.focus();
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(new RegExp(`${leads.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`));
      await expect(page.locator("svg.fadenbild a[aria-current]")).toHaveCount(1);
    });
  });
}
