// A whole year of a city in one walk: from the Letter of Intent over a decision, a goal, a measure, three
// reports by link, a meeting, a Vorlage that comes back, an enquiry and a package to an effect card. Nobody
// opens a citation picker, and the thread shows the chain. In both languages, with and without script.
import { expect, test } from "@playwright/test";
import { ADMIN, COORDINATION, OFFICE, desk, follow, holds, watch } from "./common.js";

const CITY = "/musterstadt";
const CANDIDATES = `${CITY}/atlas/kandidaten`;

const SAYS = {
  de: { fromDecision: "Maßnahme daraus planen", begins: "Das beginnt mit", paper: "Vorlage daraus machen", close: "Protokoll abschließen", word: "Als Word-Dokument", sent: "in der Frist", hangs: /(eine offene Maßnahme|[0-9]+ offene Maßnahmen) in Federführung/ },
  en: { fromDecision: "Plan a measure from this", begins: "This begins with", paper: "Draft a Vorlage from this", close: "Close the minutes", word: "As a Word document", sent: "in time", hangs: /(one open measure|[0-9]+ open measures) that it leads/ },
};

const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const here = (page) => new URL(page.url()).pathname;

async function fill(page, fields) {
  for (const [name, value] of Object.entries(fields)) await page.locator(`main [name="${name}"]`).first().fill(value);
}

/** Presses the button of the form that is sent there. */
async function send(page, action) {
  await follow(page.locator(`main form[action$="${action}"] button[type=submit], main button[formaction*="${action}?"]`).last());
}

/** A PDF of one page that prints these lines, as a word processor makes it. */
function pdf(lines) {
  const content = `BT /F1 11 Tf 60 780 Td ${lines.map((it) => `(${it}) Tj 0 -14 Td`).join("\n")} ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  let file = "%PDF-1.7\n";
  const places = objects.map((it, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${it}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return { name: "Beschluss.pdf", mimeType: "application/pdf", buffer: Buffer.from(file, "latin1") };
}

for (const [language, script, width, quarter] of [["de", true, 1280, "16"], ["en", false, 360, "13"]]) {
  test.describe(`${language}, ${script ? "with" : "without"} script, ${width} px`, () => {
    test.use({ javaScriptEnabled: script, locale: language, viewport: { width, height: 800 } });
    const says = SAYS[language];
    const mark = `${language} ${width}`;
    const title = `Kita-Lotsinnen ${mark}`;

    test("a city goes from a letter to an effect", async ({ browser }) => {
      test.setTimeout(180_000);
      const page = await desk(browser, COORDINATION, language);
      const complaints = watch(page);
      const look = () => holds(page, language, script);

      // A Stelle of its own, so that it can be handed over in the end.
      const admin = await desk(browser, ADMIN, language);
      await admin.goto(`${CITY}/system/stellen`);
      await fill(admin, { titel: `Kita ${mark}` });
      await send(admin, "/system/stellen");

      // The mayor signs.
      await page.goto(`${CITY}/steuerung/zusagen/neu`);
      await page.locator("[name=art]").selectOption("intent");
      await fill(page, { titel: `Letter of Intent ${mark}`, beteiligte: "Stadt Musterstadt\nDifu", unterschrift: "Oberbürgermeisterin", umfang: "Ein Quartier, eine Stelle.", unterschrieben: "2024-02-14", ab: "2024-03-01", bis: "2028-04-30" });
      await page.locator("[name=stand]").selectOption("signed");
      await send(page, "/neu");
      const letter = here(page);
      await fill(page, { text: `In einem Quartier beginnen ${mark}`, bis: "2028-06-30" });
      await page.locator("[name=wer]").selectOption("Stadt Musterstadt");
      await page.locator("[name=stelle]").selectOption({ index: 1 });
      await send(page, "/versprechen");
      await look();
      const promise = await page.locator(`main a[href^="${letter}/versprechen/"]`).first().getAttribute("href");

      // A quarter is proposed, agreed and decided for, and everybody may read it.
      await page.goto(`${CITY}/atlas/quartiere/${quarter}?ebene=quartier`);
      await follow(page.locator("form.fuer-mappe button, a.gemerkt").first());
      await page.goto(`${CITY}/atlas/quartiere/${quarter}?ebene=quartier`);
      const form = page.locator(`form[action="${CANDIDATES}"]`);
      await form.locator("input[name=tag]").fill("2026-01-10");
      await follow(form.getByRole("button"));
      const candidate = here(page);
      for (const state of ["presented", "agreed"]) {
        await page.goto(candidate);
        await page.locator("form[action$='/schritt'] select[name=stand]").selectOption(state);
        await fill(page, { tag: "2026-01-15" });
        await send(page, "/schritt");
      }
      await page.goto(`${CANDIDATES}/entscheidung?gewaehlt=${candidate.split("/").pop()}`);
      await fill(page, { tag: "2026-02-01", stelle: "Lenkungsgruppe", grund: "Hier kommen viele an." });
      await page.locator("main [name=befund]").first().check();
      await send(page, "/entscheidung");
      await follow(page.locator("form[action$='/veroeffentlichung'] button").first());
      const decision = here(page).split("/").pop();

      // The measure is made of the decision, and kept against the promise.
      await page.goto(`${CITY}/atlas/entscheidungen/${decision}`);
      await look();
      await follow(page.getByRole("link", { name: says.fromDecision }));
      await expect(page.locator("main")).toContainText(says.begins);
      await look();
      await fill(page, { titel: title, bis: "2028-06-30", woran: "Jedes zweite Kind hat einen Platz" });
      await page.locator("[name=quartier]").selectOption(`quartier:${quarter}`);
      await page.locator("[name=federfuehrung]").selectOption({ label: `Kita ${mark}` });
      await send(page, "/massnahmen/neu");
      const measure = here(page);
      const number = measure.split("/").pop();
      await expect(page.locator(".knapp-befunde > li")).toHaveCount(1);
      await page.goto(promise);
      await page.locator("[name=massnahme]").selectOption(number);
      await send(page, "/massnahme");

      // Who takes part, who reports, and what.
      await page.goto(`${measure}/aendern`);
      for (const name of ["mitwirkung", "kenntnisnahme"]) await page.locator(`[name=${name}]`).nth(1).check();
      await page.locator("[name=stand]").selectOption("running");
      await send(page, "/aendern");
      await page.goto(`${measure}/partner`);
      await fill(page, { "partner-0-neu": `Caritas ${mark}`, "partner-0-kontakt": "Lena Brand", "partner-0-email": "lena@caritas.example" });
      await page.locator("[name='partner-0-rolle']").selectOption("contributes");
      await send(page, "/partner");
      await page.goto(`${measure}/indikatoren/neu`);
      await page.locator("[name=stufe]").selectOption("5");
      await fill(page, { name: `Platz gefunden ${mark}` });
      const reporter = await page.locator("[name=wer-berichtet] option[value^='organisation:']").filter({ hasText: mark }).first().getAttribute("value");
      await page.locator("[name=wer-berichtet]").selectOption(reporter);
      await send(page, "/indikatoren/neu");

      // Three rounds: asked, reported on a phone without account, accepted.
      const phone = await (await browser.newContext({ javaScriptEnabled: script, locale: language, viewport: { width: 360, height: 740 } })).newPage();
      for (const period of ["2026q1", "2026q2", "2026q3"]) {
        await page.goto(`${measure}/bericht`);
        await page.locator("[name=zeitraum]").selectOption(period);
        await fill(page, { bis: "2099-12-31" });
        await send(page, "/bericht");
        // No letters are sent here: the page of the round shows the link at once.
        const round = await page.locator("main form[action*='/steuerung/berichte/']").first().getAttribute("action");
        const shown = page.locator(".mitnehmen code");
        const own = (await shown.first().textContent()).match(/\/l\/[\w-]+/)[0];
        await phone.goto(own);
        await phone.locator("input[name^=wert-]").first().fill("30");
        if (period === "2026q3") await phone.locator("[name=hindernis]").fill(`Uns fehlt ein Raum ${mark}`);
        await follow(phone.locator("button[value=abschicken]"));
        await expect(phone.locator(".fehlerliste")).toHaveCount(0);
        await page.goto(round);
        await follow(page.locator("button[value=abnehmen]").first());
        await look();
      }

      // What hinders comes before a body.
      await page.goto(`${CITY}/gremien/1/sitzungen/neu`);
      await fill(page, { tag: "2026-03-02", von: "17:00", bis: "18:00" });
      await follow(page.locator("form.formular button[type=submit]").last());
      await follow(page.locator("#offenes ~ ul li", { hasText: `Uns fehlt ein Raum ${mark}` }).getByRole("button"));
      const item = page.locator(".tagesordnung > li").last();
      await item.locator("summary").first().click();
      await item.locator("[name^=beschluss]").fill(`Die Schule öffnet ${mark}.`);
      await item.locator("[name^=abstimmung]").selectOption("unanimous");
      await follow(item.locator(".formular").first().locator("button"));
      await follow(page.getByRole("button", { name: says.close }));
      await look();

      // The Vorlage is made of the measure, decided, and comes back.
      await page.goto(measure);
      await look();
      await follow(page.getByRole("link", { name: says.paper }));
      await expect(page.locator("main")).toContainText(says.begins);
      await fill(page, { betreff: `Lotsinnen verstetigen ${mark}`, aktenzeichen: `51-${mark}`, beschlussvorschlag: "Sie bleiben." });
      await page.locator("[name=federfuehrung]").selectOption({ index: 1 });
      await send(page, "/neu");
      const paper = here(page);
      const word = page.waitForEvent("download");
      await page.getByRole("link", { name: says.word }).click();
      expect((await word).suggestedFilename()).toMatch(/\.docx$/);
      await page.locator("select[name=gremium]").selectOption({ index: 1 });
      await fill(page, { tag: "2026-03-09" });
      await page.locator("select[name=schritt]").selectOption("deciding");
      await page.locator("select[name=oeffentlich]").selectOption("ja");
      await send(page, "/schritte");
      await page.locator("[name=ergebnis-1]").selectOption("as-proposed");
      await page.locator("[name=abstimmung-1]").selectOption("unanimous");
      await send(page, "/schritte/1");
      const code = await page.locator("main a[href^='/f/']").first().getAttribute("href");
      await page.locator("main input[type=file][name=datei]").setInputFiles(pdf([`Massnahme ${code}`]));
      await send(page, "/beschlossen");
      await look();
      await page.goto(measure);
      await expect(page.locator(".knapp-befunde")).toContainText(`Lotsinnen verstetigen ${mark}`);

      // The council asks, and the answer is there already.
      await page.goto(`${CITY}/anfragen/neu`);
      await page.locator("[name=wer-fragt]").selectOption("council");
      await page.locator("[name=kreis][value=administration]").check();
      await fill(page, { fragender: "Fraktion", betreff: `Lotsinnen ${mark}`, frage: "Was bringen sie?", aktenzeichen: `51-${mark}`, frist: inDays(9) });
      await page.locator("[name=quartier]").selectOption(`quartier:${quarter}`);
      await follow(page.locator("form.formular button[type=submit]"));
      const enquiry = here(page);
      await follow(page.locator(`button[formaction^="${enquiry}/befunde?art=measure"]`).first());
      await send(page, "/antwort");
      await fill(page, { unterschrift: "Dezernentin II" });
      await send(page, "/absenden");
      await expect(page.locator("main")).toContainText(says.sent);
      await look();
      const archive = await page.request.get(`${CITY}/anfragen/vorgang.pdf?az=${encodeURIComponent(`51-${mark}`)}`);
      expect(archive.headers()["content-type"]).toBe("application/pdf");

      // A table goes to the programme, the statistics office consents where it must.
      await page.goto(`${CITY}/austausch/weitergaben/neu`);
      await page.locator("[name=tabelle]").selectOption({ index: 1 });
      await page.locator("[name=an]").selectOption({ index: 1 });
      await fill(page, { zweck: `Begleitforschung ${mark}`, bis: inDays(200) });
      await follow(page.locator("form.formular button[type=submit]").last());
      const office = await desk(browser, OFFICE, language);
      await office.goto(here(page));
      const consent = office.locator("form[action$='/zustimmen'] button");
      if (await consent.count()) await follow(consent.first());
      await page.reload();
      const file = page.waitForEvent("download");
      await page.locator("a[href$='/paket.zip']").first().click();
      expect((await file).suggestedFilename()).toMatch(/\.zip$/);

      // The Stelle is handed over with all that hangs on it.
      await admin.goto(`${CITY}/system/stellen`);
      await follow(admin.getByRole("link", { name: `Kita ${mark}` }));
      await expect(admin.locator("main")).toContainText(says.hangs);
      await admin.locator("[name=person]").selectOption({ index: 0 });
      await fill(admin, { ab: inDays(0) });
      await follow(admin.locator("form.formular button[type=submit]").last());
      await holds(admin, language, script);

      // What helped is told, what failed too; and the thread shows the chain.
      await page.goto(`${CITY}/bibliothek/neu?massnahme=${measure}`);
      await fill(page, { anlass: "Wege zur Kita waren lang", getan: "Vier begleiten", wirkung: `Jedes zweite Kind hat einen Platz ${mark}`, gescheitert: "Abends kam niemand" });
      await page.locator("[name=beleg]").first().check();
      await page.locator("[name=merkmal]").first().check();
      await page.locator("[name=veroeffentlichen]").check();
      await send(page, "/neu");
      await look();
      await page.goto(`${CITY}/faden/measure/${number}`);
      await look();
      const thread = page.locator("main");
      for (const words of [`In einem Quartier beginnen ${mark}`, `Lotsinnen verstetigen ${mark}`, title, `Platz gefunden ${mark}`, `Jedes zweite Kind hat einen Platz ${mark}`]) {
        await expect(thread).toContainText(words);
      }
      expect(complaints.filter((it) => !it.includes("422"))).toEqual([]);
    });
  });
}
