// A group applies for money on a phone without an account; the board, the lead and the Kasse do
// their part; the group shows what the money was for. In both languages, with and without script.
import { expect, test } from "@playwright/test";
import { COORDINATION, desk, follow, holds, inLanguage, watch } from "./common.js";

const FUND = "/musterstadt/fonds/1";
const PAYER = "elif.yildiz@musterstadt.example";

const SAYS = {
  de: { apply: "Antrag stellen", missing: "Schreiben Sie, was Sie machen.", here: "ist bei uns", no: "Diese IBAN stimmt nicht.", granted: "Das Vergabegremium hat Ja gesagt", proven: "Ihr Nachweis ist da", closed: "Alles ist fertig", amounts: "Weiter zu den Beträgen", begin: "Nachweis beginnen" },
  en: { apply: "Apply", missing: "Write what you do.", here: "is with us", no: "This IBAN is not right.", granted: "The board has said yes", proven: "Your proof is here", closed: "All is done", amounts: "On to the amounts", begin: "Begin the proof" },
};

async function press(page) {
  await follow(page.locator("main form.formular button[type=submit]").first());
}

async function fill(page, fields) {
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(value);
}

function inDays(days) {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

for (const [language, script, width] of [
  ["de", false, 320], ["de", true, 1280], ["en", true, 360], ["en", false, 1280],
]) {
  test.describe(`${language}, ${script ? "with" : "without"} script, ${width} px`, () => {
    test.use({ javaScriptEnabled: script, locale: language, viewport: { width, height: 800 } });
    const says = SAYS[language];
    const title = `Hoffest ${language} ${width}`;

    test("a group gets money and shows what for", async ({ browser, page }) => {
      const complaints = watch(page);
      await page.goto(inLanguage(FUND, language));
      await holds(page, language, script);
      await follow(page.getByRole("link", { name: says.apply, exact: true }));
      await holds(page, language, script);
      await press(page);
      const secret = new URL(page.url()).pathname.replace(/\/idee$/, "");
      await holds(page, language, script);
      await page.locator("form.formular").evaluate((it) => it.setAttribute("novalidate", ""));
      await fill(page, { titel: title });
      await press(page);
      await expect(page.locator(".fehlerliste")).toContainText(says.missing);
      await expect(page.locator("[name=titel]")).toHaveValue(title);
      await fill(page, { was: "Alte und neue Nachbarn." });
      await press(page);
      // Somebody is called away: the address leads back to where it was left.
      await page.goto(secret);
      await fill(page, { ort: "Hof 3", "fuer-wen": "alle", ab: inDays(20), bis: inDays(20) });
      await holds(page, language, script);
      await press(page);
      await fill(page, { "posten-1": "Zelt", "betrag-1": "150" });
      await holds(page, language, script);
      await press(page);
      await fill(page, { gruppe: "Hausgemeinschaft", person: "A. B.", telefon: "0631 12345" });
      await page.locator("[name=naehe][value=nein]").check();
      await holds(page, language, script);
      await press(page);
      await holds(page, language, script);
      await press(page);
      await expect(page.locator("main")).toContainText(says.here);
      await holds(page, language, script);

      // The board's votes and the decision.
      const lead = await desk(browser, COORDINATION, language);
      await lead.goto(FUND);
      await holds(lead, language, script);
      await follow(lead.getByRole("link", { name: title }));
      const one = new URL(lead.url()).pathname;
      await holds(lead, language, script);
      await lead.locator("[name=stimme][value=yes]").check();
      await press(lead);
      await lead.locator("[name=mitglied]").selectOption({ index: 1 });
      await lead.locator("[name=stimme-mitglied][value=yes]").check();
      await follow(lead.locator(`form[action="${one}/stimmen"] button`).first());
      await follow(lead.locator(`form[action="${one}/entscheidung"] button`));
      await holds(lead, language, script);

      // The account, asked only now; then the payment by somebody else.
      await page.goto(secret);
      await expect(page.locator("main")).toContainText(says.granted);
      await fill(page, { inhaber: "A. B.", iban: "DE89 3704 0044 0532 0310 00" });
      await press(page);
      await expect(page.locator(".fehlerliste")).toContainText(says.no);
      await fill(page, { iban: "DE89 3704 0044 0532 0130 00" });
      await press(page);
      await holds(page, language, script);
      const payer = await desk(browser, PAYER, language);
      await payer.goto(one);
      await follow(payer.locator(`form[action="${one}/auszahlung"] button`));
      await expect(payer.locator("main")).toContainText("DE89 3704 0044 0532 0130 00");
      await holds(payer, language, script);
      await lead.goto(one);
      await expect(lead.locator("main")).not.toContainText("3704 0044");

      // What the money was for.
      await page.goto(secret);
      await follow(page.getByRole("link", { name: says.begin }));
      const bill = { name: "beleg.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7 Beleg") };
      await page.locator("[name=datei]").setInputFiles(bill);
      await press(page);
      await holds(page, language, script);
      await follow(page.getByRole("link", { name: says.amounts }));
      await fill(page, { "betrag-1": "140", bericht: "Sechzig waren da." });
      await holds(page, language, script);
      await press(page);
      await expect(page.locator("main")).toContainText(says.proven);
      await lead.goto(one);
      await expect(lead.locator("#feld-zurueck")).toHaveValue("10");
      await holds(lead, language, script);
      await follow(lead.locator("[name=was][value=annehmen] ~ p button"));
      await page.goto(secret);
      await expect(page.locator("main")).toContainText(says.closed);
      await holds(page, language, script);
      await lead.goto(`${FUND}/jahr`);
      await expect(lead.locator("main")).toContainText(title);
      await holds(lead, language, script);
      expect(complaints.filter((it) => !it.includes("422"))).toEqual([]);
    });
  });
}
