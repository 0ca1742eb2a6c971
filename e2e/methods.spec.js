// How a number was made: a statistician finds formula, parameters, seed, n and source in two clicks
// and can compute the example again; a council member reads the first sentence.
import { expect, test } from "@playwright/test";
import { follow, holds, inLanguage, watch } from "./common.js";

const ATLAS = "/musterstadt/atlas";

const SAYS = {
  de: {
    how: "Wie wird das berechnet?", whence: "Woher wissen wir das?", formula: /z = \(x − Mittel\) ÷ Standardabweichung/,
    n: "24 von 24 Gebieten", seed: "Startzahl 1", draws: "2.000", threshold: "jedes z mindestens 0,50",
    noise: "Rundung auf Vielfache von 5", source: /Statistikstelle.*Datenst.*5er-Rundung/s,
    other: "Jede Zeile ändert eine Festlegung",
  },
  en: {
    how: "How is this computed?", whence: "How do we know?", formula: /z = \(x − mean\) ÷ standard deviation/,
    n: "24 of 24 areas", seed: "seed 1", draws: "2,000", threshold: "each z at least 0.50",
    noise: "rounding to multiples of 5", source: /Statistikstelle.*5/s,
    other: "Each row changes one choice",
  },
};

/** Numbers of a text as a person of that language writes them. */
function numbers(text, language) {
  const plain = language === "de" ? text.replace(/\./g, "").replace(/,/g, ".") : text.replace(/,/g, "");
  return plain.replace(/−/g, "-").match(/-?\d+(\.\d+)?/g).map(Number);
}

/** Everything by which a class can be computed again stands on this page. */
async function computable(page, says) {
  const main = page.locator("main");
  await expect(main).toContainText(says.formula);
  for (const words of [says.n, says.seed, says.draws, says.threshold, says.noise]) await expect(main).toContainText(words);
  await expect(page.locator(".quelle")).toContainText(says.source);
}

for (const language of ["de", "en"]) {
  for (const script of [true, false]) {
    test.describe(`${language}, ${script ? "with" : "without"} script`, () => {
      test.use({ javaScriptEnabled: script, locale: language, viewport: { width: script ? 1280 : 360, height: 800 } });
      const says = SAYS[language];
      const how = (page) => follow(page.getByRole("link", { name: says.how }).first());

      test("from a class to formula, parameters, seed, n and source in two clicks", async ({ page }) => {
        const complaints = watch(page);
        await page.goto(ATLAS);
        await how(page);
        await computable(page, says);
        await holds(page, language, script);
        await page.goto(ATLAS);
        await follow(page.locator("tbody th a", { hasText: "Nordstadt" }));
        await how(page);
        await computable(page, says);
        await page.goto(`${ATLAS}/veraenderungen`);
        await follow(page.locator("tbody th a", { hasText: "Nordhöhe" }));
        await how(page);
        await computable(page, says);
        await page.goto(`${ATLAS}?merkmal=share_foreigners`);
        await follow(page.locator("tbody th a", { hasText: "Nordstadt" }));
        await follow(page.getByRole("link", { name: says.whence }).nth(1));
        await expect(page.locator("main")).toContainText(says.source);
        expect(complaints).toEqual([]);
      });

      test("the example can be computed again from what the page shows", async ({ page }) => {
        for (const method of ["ankunft", "index"]) {
          await page.goto(inLanguage(`${ATLAS}/methoden/${method}`, language));
          const example = page.locator("section[aria-labelledby=beispiel]");
          let sum = 0;
          for (const row of await example.locator("tbody tr").all()) {
            const cells = await row.locator("td").allInnerTexts();
            const [value, mean, deviation, z] = cells.map((it) => numbers(it, language)[0]);
            expect(Math.abs((value - mean) / deviation - z)).toBeLessThan(0.02);
            sum += z;
          }
          const [added, divided] = await example.locator("p").allInnerTexts();
          expect(Math.abs(numbers(added, language).at(-1) - sum)).toBeLessThan(0.02);
          const [deviation, index] = numbers(divided, language).slice(-2);
          expect(Math.abs(sum / deviation - index)).toBeLessThan(0.02);
        }
        await page.goto(inLanguage(`${ATLAS}/methoden/punkte`, language));
        const example = page.locator("section[aria-labelledby=beispiel]");
        const n = numbers(await example.locator("caption").innerText(), language).at(-1);
        let all = 0;
        for (const row of await example.locator("tbody tr").all()) {
          const [, before, points] = (await row.locator("td").allInnerTexts()).map((it) => numbers(it, language)[0]);
          expect(points).toBe(1 + Math.floor((5 * before) / n));
          all += points;
        }
        expect(numbers(await example.locator("p").first().innerText(), language)[0]).toBe(all);
      });
    });
  }
}

test("each method says first what it does, then how, then what other choices would change", async ({ page }) => {
  await page.goto(`${ATLAS}/methoden`);
  const methods = page.locator("dl.paare");
  await expect(methods.locator("dt a")).toHaveCount(3);
  for (let at = 0; at < 3; at += 1) {
    const sentence = await methods.locator("dd").nth(at).innerText();
    await follow(methods.locator("dt a").nth(at));
    await expect(page.locator(".leit")).toHaveText(sentence);
    await expect(page.locator("#worte + ol li").first()).toBeVisible();
    await expect(page.locator("section[aria-labelledby=varianten]")).toContainText(SAYS.de.other);
    expect(await page.locator("section[aria-labelledby=varianten] tbody tr").count()).toBeGreaterThanOrEqual(3);
    await page.locator("select[name=ebene]").selectOption("teilgebiet");
    await follow(page.locator("form.leiste button[type=submit]"));
    await expect(page).toHaveURL(/ebene=teilgebiet/);
    await expect(page.locator("section[aria-labelledby=beispiel] caption")).toContainText(/unter 6\d verglichenen Gebieten/);
    await page.goto(`${ATLAS}/methoden`);
  }
});

test("what changed says it in sentences and shows every dimension for itself", async ({ page }) => {
  await page.goto(`${ATLAS}/veraenderungen`);
  await expect(page.locator(".leit")).toContainText("Datenstand");
  await expect(page.locator("section[aria-labelledby=klassen-titel] li")).toContainText(["Nordhöhe: vorher"]);
  const rates = page.locator("section[aria-labelledby=raten-titel]");
  await expect(rates.locator("thead th")).toHaveCount(4);
  const names = await rates.locator("tbody th").allInnerTexts();
  expect(names).toEqual([...names].sort(new Intl.Collator("de").compare));
  // Where much was built, the reader is told beside the number and above the table.
  await expect(rates.locator("tbody tr", { hasText: "Am Güterbahnhof" })).toContainText("*");
  await expect(rates).toContainText("neu gebaut");
});
