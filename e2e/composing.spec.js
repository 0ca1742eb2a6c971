// The coordination joins areas to a quarter: by list, on the map with the keyboard, without script;
// changes it; and everybody reads its page. In both languages, on a phone and on a desktop.
import { expect, test } from "@playwright/test";
import { COORDINATION, desk, follow, holds, watch } from "./common.js";

const NEW = "/musterstadt/atlas/quartiere/neu?ebene=teilgebiet";
const LIST = "/musterstadt/atlas/quartiere?ebene=teilgebiet";

const SAYS = {
  de: { chosen: "Gewählt: ", from: (areas) => `zusammengesetzt aus ${areas} Gebieten`, change: "Zusammensetzung ändern", unnamed: "Geben Sie dem Quartier einen Namen." },
  en: { chosen: "Chosen: ", from: (areas) => `joined from ${areas} areas`, change: "Change what it is joined from", unnamed: "Give the quarter a name." },
};

/** The box of an area in the list, with the group that it lies in opened. */
async function box(page, group, area) {
  const details = page.locator("form.auswahl details", { has: page.locator("summary", { hasText: group }) });
  if ((await details.getAttribute("open")) === null) await details.locator("summary").click();
  return details.getByLabel(area, { exact: true });
}

/** The area on the drawn map. */
function onMap(page, area) {
  return page.locator("figure[data-auswahl] a", { has: page.locator(`title:text-is("${area}")`) });
}

async function preview(page) {
  await follow(page.locator("form.auswahl button[type=submit]"));
  await expect(page.locator("#vorschau")).toBeVisible();
}

/** Names the quarter, says why, shows it to everybody; ends on its page, or where else it is told. */
async function save(page, name, reason, ends = name) {
  const form = page.locator("section[aria-labelledby=vorschau] form");
  await form.locator("input[type=text]").fill(name);
  await form.locator("textarea").fill(reason);
  await form.locator("input[name=oeffentlich]").check();
  await follow(form.locator("button[type=submit]"));
  await expect(page.locator("h1")).toHaveText(ends);
}

for (const [language, script, width] of [
  ["de", true, 1280], ["de", false, 360], ["en", true, 360], ["en", false, 1280],
]) {
  test.describe(`${language}, ${script ? "with" : "without"} script, ${width} px`, () => {
    test.use({ javaScriptEnabled: script, locale: language, viewport: { width, height: 800 } });
    const says = SAYS[language];
    const name = `Gleisbogen ${language} ${width}`;

    test("a quarter is composed by list, read by everybody, changed", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      const complaints = watch(page);
      await page.goto(NEW);
      for (const area of ["Bahnhof-West", "Kaiserplatz"]) await (await box(page, "Bahnhofsviertel", area)).check();
      await preview(page);
      await holds(page, language, script);
      await expect(page.locator(".zahlen")).toBeVisible();
      await page.locator("section[aria-labelledby=vorschau] form").evaluate((it) => it.setAttribute("novalidate", ""));
      await follow(page.locator("section[aria-labelledby=vorschau] form button[type=submit]"));
      await expect(page.locator(".fehlerliste")).toContainText(says.unnamed);
      await save(page, name, "Beiderseits der Gleise kennt man sich.");
      await holds(page, language, script);
      const address = page.url();
      await expect(page.locator("main")).toContainText("Beiderseits der Gleise kennt man sich.");
      for (const part of ["Bahnhof-West", "Kaiserplatz"]) await expect(page.locator("main")).toContainText(part);

      const reader = await (await browser.newContext()).newPage();
      await reader.goto(LIST);
      const row = reader.locator("ul.namen li", { hasText: name });
      await expect(row).toContainText(says.from(2));
      await follow(row.getByRole("link"));
      await expect(reader.locator("h1")).toHaveText(name);
      await expect(reader.getByRole("link", { name: says.change })).toHaveCount(0);
      await holds(reader, language, script);

      await follow(page.getByRole("link", { name: says.change }));
      await (await box(page, "Bahnhofsviertel", "Postviertel")).check();
      await preview(page);
      await save(page, name, "Auch das Postviertel gehört dazu.");
      await reader.goto(LIST);
      await expect(reader.locator("ul.namen li", { hasText: name })).toContainText(says.from(3));
      await reader.goto(address);
      await expect(reader.locator("main")).toContainText("Postviertel");
      // The browser says of the form without a name that it was refused.
      expect(complaints.filter((it) => !it.includes("422"))).toEqual([]);
    });
  });
}

test("an area is chosen on the map with the keyboard and with the mouse, and taken back", async ({ browser }) => {
  const page = await desk(browser, COORDINATION, "de");
  await page.goto(NEW);
  const said = page.locator("[data-stand]");
  await onMap(page, "Bahnhof-West").focus();
  await page.keyboard.press("Space");
  await expect(onMap(page, "Bahnhof-West")).toHaveAttribute("aria-checked", "true");
  await expect(said).toHaveText(`${SAYS.de.chosen}Bahnhof-West`);
  await page.keyboard.press("Tab");
  const next = page.locator("figure[data-auswahl] a:focus");
  await page.keyboard.press("Space");
  await expect(next).toHaveAttribute("aria-checked", "true");
  await expect(page.locator("figure[data-auswahl] path.gewaehlt")).toHaveCount(2);
  await page.keyboard.press("Space");
  await expect(page.locator("figure[data-auswahl] path.gewaehlt")).toHaveCount(1);
  await onMap(page, "Kaiserplatz").click();
  await expect(said).toHaveText(`${SAYS.de.chosen}Bahnhof-West, Kaiserplatz`);
  await preview(page);
  await expect(page.locator("section[aria-labelledby=vorschau]")).toContainText("Bahnhof-West, Kaiserplatz");
  await expect(page.locator("figure[data-auswahl] path.gewaehlt")).toHaveCount(2);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("an area on the map leads to its box", async ({ browser }) => {
    const page = await desk(browser, COORDINATION, "de");
    await page.goto(NEW);
    await onMap(page, "Kaiserplatz").click();
    await expect(page).toHaveURL(/#feld-gebiet-\d+$/);
    const kaiserplatz = page.getByLabel("Kaiserplatz", { exact: true });
    await expect(kaiserplatz).toBeVisible();
    await expect(kaiserplatz).toBeInViewport();
    await kaiserplatz.check();
    await preview(page);
    await save(page, "Kaiserplatz allein", "", "Quartier zusammensetzen");
    await expect(page.locator(".fehlerliste")).toContainText("Wählen Sie mindestens zwei Gebiete.");
  });
});
