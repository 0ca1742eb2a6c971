// The board of the morning and its letter, in both languages, with and without script, on a phone and
// on a desktop.
import { expect, test } from "@playwright/test";
import { COORDINATION, desk, follow, holds, watch } from "./common.js";

/** Holds a Stelle of a department. */
const DEPARTMENT = "samuel.okonkwo@musterstadt.example";
const MORNING = "/musterstadt";
const BOARD = "/musterstadt/steuerung";

const SAYS = {
  de: { last: "Sie waren zuletzt am", first: "Dieser Besuch begann am", added: "Neue Maßnahme:", letter: "Tagesbrief", none: "Zurzeit kommt kein Tagesbrief.", weekly: "Montags", keep: "Auswahl speichern", comes: "Der Tagesbrief kommt montags.", post: "Zurzeit kann keine E-Mail verschickt werden.", posts: "Ihre Stellen", work: (it) => `Als ${it} arbeiten`, stands: "in Vertretung: " },
  en: { last: "You were last here on", first: "This visit began on", added: "New measure:", letter: "Morning letter", none: "At present no morning letter comes.", weekly: "On Mondays", keep: "Save the choice", comes: "The morning letter comes on Mondays.", post: "At present no mail can be sent.", posts: "Your posts", work: (it) => `Work as ${it}`, stands: "standing in for: " },
};

/** The Stelle of the department, and the one whose holder it stands in for. */
const [OWN, OTHER] = ["Sozialplanung", "Unterbringung und Wohnhilfen"];

for (const [language, script, width] of [
  ["de", true, 1280], ["de", false, 360], ["en", true, 360], ["en", false, 1280],
]) {
  test.describe(`${language}, ${script ? "with" : "without"} script, ${width} px`, () => {
    test.use({ javaScriptEnabled: script, locale: language, viewport: { width, height: 800 } });
    const says = SAYS[language];
    const title = `Lesenachmittag ${language} ${width}`;

    test("what somebody else has done stands on the board of who is concerned", async ({ browser }) => {
      const reader = await desk(browser, DEPARTMENT, language);
      const complaints = watch(reader);
      await reader.goto(MORNING);
      await expect(reader.locator("main")).toContainText(new RegExp(`${says.first}|${says.last}`));
      await holds(reader, language, script);

      const page = await desk(browser, COORDINATION, language);
      await page.goto(`${BOARD}/massnahmen/neu`);
      await page.locator("[name=titel]").fill(title);
      await page.locator("[name=quartier]").selectOption("stadt");
      await page.locator("[name=federfuehrung]").selectOption({ label: await leadOf(page) });
      await page.locator("[name=bis]").fill("2028-06-30");
      await page.locator("[name=woran]").fill("Zwanzig Kinder");
      await follow(page.locator("form.formular button[type=submit]").last());
      await expect(page.locator("h1")).toContainText(title);

      await reader.goto(MORNING);
      await expect(reader.locator("main")).toContainText(`${says.added} ${title}`);
      await holds(reader, language, script);
      await follow(reader.getByRole("link", { name: `${says.added} ${title}` }));
      await expect(reader.locator("h1")).toContainText(title);
      expect(complaints).toEqual([]);
    });

    test("who stands in for a colleague works as one Stelle at a time", async ({ browser }) => {
      const page = await desk(browser, DEPARTMENT, language);
      const complaints = watch(page);
      await page.goto(MORNING);
      await expect(page.locator("main")).toContainText(says.posts);
      await expect(page.locator("header").first()).not.toContainText(says.stands);
      await follow(page.getByRole("button", { name: says.work(OTHER) }));
      await expect(page.locator("header").first()).toContainText(says.stands + OTHER);
      await holds(page, language, script);
      await page.goto(BOARD);
      await expect(page.locator("header").first()).toContainText(says.stands + OTHER);
      await page.goto(MORNING);
      await follow(page.getByRole("button", { name: says.work(OWN) }));
      await expect(page.locator("header").first()).not.toContainText(says.stands);
      expect(complaints).toEqual([]);
    });

    test("the letter is chosen on the page of the account", async ({ browser }) => {
      const page = await desk(browser, DEPARTMENT, language);
      const complaints = watch(page);
      await page.goto("/konto");
      await holds(page, language, script);
      await expect(page.locator("main")).toContainText(says.post);
      await page.getByLabel(says.weekly).check();
      await follow(page.getByRole("button", { name: says.keep }));
      await expect(page.locator("main")).toContainText(says.comes);
      await page.locator("input[name=tagesbrief][value=never]").check();
      await follow(page.getByRole("button", { name: says.keep }));
      await expect(page.locator("main")).toContainText(says.none);
      await holds(page, language, script);
      expect(complaints).toEqual([]);
    });
  });
}

/** The Stelle of the department's person, as the list of Stellen says it. */
async function leadOf(page) {
  const labels = await page.locator("[name=federfuehrung] option").allTextContents();
  const found = labels.find((it) => it.includes("Sozialplanung"));
  return found.trim();
}
