// A body from its founding to minutes that are closed and corrected, and a meeting on a phone while it goes
// on: in both languages, with and without script.
import { expect, test } from "@playwright/test";
import { COORDINATION, desk, follow, holds, watch } from "./common.js";

const BODIES = "/musterstadt/gremien";
const BODY = `${BODIES}/1`;
/** Two Quartiere of the invented city, and one that the body is not there for. */
const [HERE, THERE, ELSEWHERE] = ["quartier:14", "quartier:12", "quartier:13"];

const SAYS = {
  de: { call: "Sitzung ansetzen", wrong: "Das Ende liegt nicht nach dem Beginn", kept: "Gesichert.", close: "Protokoll abschließen", closed: "Abgeschlossen von", adopted: "Angenommen mit 5 Ja", found: "Gremium anlegen", change: "Gremium ändern", twice: "steht weiter oben schon", stands: "Vertretung: Amina Beispiel", end: "Mitgliedschaft beenden", ended: "bis ", early: "ab dem Tag der Sitzung", unanimous: "Einstimmig angenommen", corrected: "Berichtigt von" },
  en: { call: "Schedule a meeting", wrong: "The end is not after the beginning", kept: "Kept.", close: "Close the minutes", closed: "Closed by", adopted: "Adopted with 5 yes", found: "Add a body", change: "Change the body", twice: "already stands above", stands: "Substitute: Amina Beispiel", end: "End the membership", ended: "until ", early: "from the day of the meeting", unanimous: "Adopted unanimously", corrected: "Corrected by" },
};

for (const [language, script, width] of [
  ["de", true, 360], ["de", false, 1280], ["en", true, 1280], ["en", false, 360],
]) {
  test.describe(`${language}, ${script ? "with" : "without"} script, ${width} px`, () => {
    test.use({ javaScriptEnabled: script, locale: language, viewport: { width, height: 800 } });
    const says = SAYS[language];
    const mark = `${language} ${width}`;

    test("a meeting is called, its minutes are written and closed", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      const complaints = watch(page);
      await page.goto("/musterstadt/gremien");
      await holds(page, language, script);
      await page.goto(BODY);
      await holds(page, language, script);
      await follow(page.getByRole("link", { name: says.call }));
      await page.locator("[name=tag]").fill("2026-02-02");
      await page.locator("[name=von]").fill("18:00");
      await page.locator("[name=bis]").fill("17:00");
      await follow(page.locator("form.formular button[type=submit]").last());
      await expect(page.locator(".fehlerliste")).toContainText(says.wrong);
      await holds(page, language, script);
      await page.locator("[name=bis]").fill("19:30");
      await follow(page.locator("form.formular button[type=submit]").last());
      const address = new URL(page.url()).pathname;
      await holds(page, language, script);

      // One press for what is open, one title that is typed.
      const open = await page.locator("#offenes ~ ul button").count();
      if (open > 0) await follow(page.locator("#offenes ~ ul button").first());
      await page.locator("[name=punkt]").fill("Sommerfest");
      await follow(page.locator(".formular.nur-schreiben button[type=submit]").first());
      const item = page.locator(".tagesordnung > li").last();
      await expect(item).toContainText("Sommerfest");
      await item.locator("summary").first().click();
      await item.locator("[name^=beschluss]").fill("Das Fest ist im Juni.");
      if (script) await expect(item.locator("[data-stand]")).toBeAttached();
      await item.locator("[name^=abstimmung]").selectOption("counted");
      await item.locator("[name^=ja-]").fill("5");
      await item.locator("[name^=nein-]").fill("1");
      if (script) {
        await item.locator("[name^=nein-]").blur();
        await expect(item.locator("[data-stand]")).toHaveText(says.kept);
      }
      await follow(item.locator(".formular").first().locator("button"));
      await expect(page.locator(".beschluss").last()).toContainText(says.adopted);
      await holds(page, language, script);

      await follow(page.getByRole("button", { name: says.close }));
      await expect(page.locator("main")).toContainText(says.closed);
      await expect(page.locator(".nur-schreiben")).toHaveCount(0);
      await holds(page, language, script);
      expect(address).toContain("/sitzungen/");
      // What is refused while fields are filled one by one is said by the browser too.
      expect(complaints.filter((it) => !it.includes("422"))).toEqual([]);
    });

    test("a body is founded for its Quartiere, meets, and corrects what it has closed", async ({ browser }) => {
      const page = await desk(browser, COORDINATION, language);
      const complaints = watch(page);
      const save = () => follow(page.locator("form.formular button[type=submit]").last());
      await page.goto(BODIES);
      await follow(page.getByRole("link", { name: says.found }));
      await page.locator("[name=name]").fill(`Quartierskonferenz ${mark}`);
      await page.locator("[name=art]").selectOption("quarter");
      await page.locator("[name=auftrag]").fill("Berät, was im Quartier zuerst getan wird.");
      await page.locator("[name=quartier-0]").selectOption(HERE);
      await save();
      const body = new URL(page.url()).pathname;
      await holds(page, language, script);
      // The second Quartier; the same twice is said.
      await follow(page.getByRole("link", { name: says.change }));
      await page.locator("[name=quartier-1]").selectOption(HERE);
      await save();
      await expect(page.locator(".fehlerliste")).toContainText(says.twice);
      await expect(page.locator("[name=quartier-1]")).toHaveValue(HERE);
      await holds(page, language, script);
      await page.locator("[name=quartier-1]").selectOption(THERE);
      await save();
      for (const name of await names(page, [HERE, THERE])) await expect(page.locator(".paare")).toContainText(name);

      // A member with a mandate and somebody who stands in.
      await page.goto(body);
      await page.locator("[name=organisation]").fill("Nachbarschaftsverein");
      await page.locator("[name=rolle]").selectOption("chair");
      await page.locator("[name=vertretung]").fill("Amina Beispiel");
      await page.locator("[name=ab]").fill("2026-01-01");
      await save();
      const member = page.locator("main li", { hasText: "Nachbarschaftsverein" });
      await expect(member).toContainText(says.stands);
      await holds(page, language, script);

      // What was seen in one of its Quartiere comes first; the rest of the city is one press away.
      for (const [title, place] of [[`Kein Licht ${mark}`, THERE], [`Wege anderswo ${mark}`, ELSEWHERE]]) {
        await page.goto(`${BODIES}/beobachtungen/neu`);
        await page.locator("[name=titel]").fill(title);
        await page.locator("[name=was]").fill("Gesehen am Abend.");
        await page.locator("[name=quartier]").selectOption(place);
        await page.locator("[name=wie-oft]").fill("jede Woche");
        await save();
      }
      const call = async (day) => {
        await page.goto(`${body}/sitzungen/neu`);
        await page.locator("[name=tag]").fill(day);
        await page.locator("[name=von]").fill("18:00");
        await page.locator("[name=bis]").fill("19:30");
        await save();
      };
      await call("2099-02-02");
      await expect(page.locator("#abschluss + p")).toContainText(says.early);
      await expect(page.getByRole("button", { name: says.close })).toHaveCount(0);
      await call("2026-02-02");
      const meeting = new URL(page.url()).pathname;
      const near = page.locator("#offenes ~ ul > li");
      await expect(near.filter({ hasText: `Kein Licht ${mark}` })).toHaveCount(1);
      await expect(near.filter({ hasText: `Wege anderswo ${mark}` })).toHaveCount(0);
      await follow(near.filter({ hasText: `Kein Licht ${mark}` }).getByRole("button"));
      await page.locator("#aus-der-stadt > summary").click();
      const far = page.locator("#aus-der-stadt li").first();
      const title = await far.locator("b").innerText();
      await follow(far.getByRole("button"));
      await expect(page.locator(".tagesordnung h3")).toHaveCount(2);
      await expect(page.locator(".tagesordnung h3").last()).toContainText(title);
      await holds(page, language, script);

      // Minutes, a decision and a task are written where the item stands.
      const item = page.locator(".tagesordnung > li").first();
      await item.locator("details", { has: page.locator("[name=protokoll-1]") }).locator("summary").click();
      await item.locator("[name=protokoll-1]").fill("Seit Monaten fehlt das Licht.");
      await item.locator("[name=beschluss-1]").fill("Das Licht wird repariert.");
      await item.locator("[name=abstimmung-1]").selectOption("unanimous");
      await follow(item.locator(`button[formaction^="${meeting}/punkte/1?"]`));
      await expect(item.locator(".beschluss")).toContainText(says.unanimous);
      await item.locator("details", { has: page.locator("[name=aufgabe-1]") }).locator("summary").click();
      await item.locator("[name=aufgabe-1]").fill(`Licht bestellen ${mark}`);
      await item.locator("[name=stelle-1]").selectOption({ index: 1 });
      await item.locator("[name=bis-1]").fill("2099-06-30");
      await follow(item.locator(`button[formaction^="${meeting}/punkte/1/aufgaben?"]`));
      await expect(item.locator(".auftraege")).toContainText(`Licht bestellen ${mark}`);
      await holds(page, language, script);

      // Who leaves has sat in it until today.
      await page.goto(body);
      await follow(member.getByRole("button", { name: says.end }));
      await expect(member).toContainText(says.ended);
      await expect(member.getByRole("button")).toHaveCount(0);
      await holds(page, language, script);

      await page.goto(meeting);
      await follow(page.getByRole("button", { name: says.close }));
      await expect(page.locator("main")).toContainText(says.closed);
      await item.locator("details", { has: page.locator("[name=grund-1]") }).locator("summary").click();
      await item.locator("[name=beschluss-1]").fill("Das Licht wird erneuert.");
      await item.locator("[name=grund-1]").fill("Falsch mitgeschrieben.");
      await follow(item.locator(`button[formaction^="${meeting}/punkte/1?"]`));
      await expect(item).toContainText(says.corrected);
      await expect(item.locator(".beschluss")).toContainText("Das Licht wird erneuert.");
      await holds(page, language, script);
      expect(complaints.filter((it) => !it.includes("422"))).toEqual([]);
    });
  });
}

/** What Quartiere are called, as the form that changes a body says it. */
async function names(page, places) {
  const here = page.url();
  await page.goto(`${new URL(here).pathname}/aendern`);
  const said = [];
  for (const place of places) {
    const label = await page.locator(`[name=quartier-0] option[value='${place}']`).textContent();
    said.push(label.replace(/ \(.*\)$/, "").trim());
  }
  await page.goto(here);
  return said;
}
