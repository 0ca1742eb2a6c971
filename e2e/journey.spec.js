// The journey of a reader: atlas, quarter, how do we know, comparison, data. Every page is looked
// at with what holds on all pages.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

const PAGES = [
  "/",
  "/musterstadt/atlas",
  "/musterstadt/atlas?merkmal=share_foreigners&klassen=natural",
  "/musterstadt/atlas/quartiere/01?ebene=quartier",
  "/musterstadt/atlas/quelle?ebene=quartier&merkmal=share_foreigners&gebiet=01",
  "/musterstadt/atlas/vergleich",
  "/musterstadt/atlas/daten",
  "/anmelden",
];

/** Fails the test on a request to a foreign host and on what the browser complains about. */
function watch(page) {
  const complaints = [];
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "127.0.0.1") complaints.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}

/** What holds on every page. */
async function check(page, language) {
  const found = await page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map((it) => it.id);
    return {
      lang: document.documentElement.lang,
      dir: document.documentElement.dir,
      headings: document.querySelectorAll("h1").length,
      title: document.title,
      twice: ids.filter((it, at) => ids.indexOf(it) !== at),
      inline: document.querySelectorAll("script:not([src]), style, [style]").length,
      wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    };
  });
  expect(found.lang).toBe(language);
  expect(found.dir).toBe("ltr");
  expect(found.headings).toBe(1);
  expect(found.title).not.toBe("");
  expect(found.twice).toEqual([]);
  expect(found.inline).toBe(0);
  expect(found.wider).toBeLessThanOrEqual(0);
}

/** Logs the statistics office in and opens the page on which a file is brought. */
async function logIn(page) {
  await page.goto("/anmelden?weiter=/musterstadt/atlas/daten/neu");
  await page.locator("input[type=email], input[name=email]").first().fill("gerd.ahlers@musterstadt.example");
  await page.locator("input[type=password]").fill("ankommen-2026");
  await page.locator("main form button[type=submit]").first().click();
  await page.goto("/musterstadt/atlas/daten/neu");
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a reader goes from the map to the source of a number", async ({ page }) => {
      await page.goto("/musterstadt/atlas?merkmal=share_foreigners");
      await expect(page.locator("h1")).toHaveText("Wo Menschen ankommen");
      await expect(page.locator("svg.karte")).toBeVisible();
      await page.locator("tbody th a").first().click();
      await expect(page.locator("h1")).toHaveText("Altstadt");
      await expect(page.locator(".leit")).toContainText("In Altstadt");
      await page.getByText("Woher wissen wir das?").first().click();
      await expect(page.locator("h1")).toHaveText("Woher wissen wir das?");
      await expect(page.locator("main")).toContainText("5er-Rundung");
    });

    test("the statistics office brings a small file and accepts it", async ({ page }) => {
      await logIn(page);
      const stem = javaScriptEnabled ? "parkbaenke" : "spielplaetze";
      const rows = ["01", "02", "03"].map((it, at) => `${it};31.12.2024;${at + 3}`);
      await page.locator("input[type=file]").setInputFiles({
        name: `${stem}.csv`,
        mimeType: "text/csv",
        buffer: Buffer.from(`gebiet;stichtag;${stem}\n${rows.join("\n")}\n`),
      });
      await page.locator("main form button[type=submit]").first().click();
      await expect(page.locator("h1")).toHaveText("Diese Datei können Sie übernehmen");
      await page.getByRole("button", { name: "Datei übernehmen" }).click();
      await expect(page.locator(".meldung")).toContainText("Die Datei ist übernommen.");
      await expect(page).toHaveURL(/\/musterstadt\/atlas\/daten$/);
      await page.goto("/musterstadt/auftraege");
      const newest = page.locator(".auftraege li").first();
      await expect(newest).toContainText(`${stem}.csv übernehmen`);
      await expect(newest).toContainText("fertig");
      await newest.getByRole("link").click();
      await expect(page.locator("main")).toContainText("Datenstand");
      await expect(page.getByRole("link", { name: "Zu den Daten" })).toBeVisible();
    });

    test("the statistics office logs in and checks a file", async ({ page }) => {
      await logIn(page);
      await page.locator("input[type=file]").setInputFiles({
        name: "kaputt.csv",
        mimeType: "text/csv",
        buffer: Buffer.from("gebiet;stichtag;einwohner\n01;31.12.2024;12x\n99;31.12.2024;5\n"),
      });
      await page.locator("main form button[type=submit]").first().click();
      await expect(page.locator("h1")).toContainText("nicht übernehmen");
      await expect(page.locator(".hinweise li").first()).toBeVisible();
    });
  });
}

for (const [name, viewport] of [
  ["desktop", { width: 1360, height: 1000 }],
  ["phone", { width: 320, height: 640 }],
]) {
  for (const [language, colorScheme] of [["de", "light"], ["en", "dark"]]) {
    test(`every page holds on ${name}, ${language}, ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      const complaints = watch(page);
      for (const path of PAGES) {
        await page.goto(`${path}${path.includes("?") ? "&" : "?"}sprache=${language}`);
        await check(page, language);
        const { violations } = await new AxeBuilder({ page })
          .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
          .analyze();
        expect(violations.map((it) => `${path} ${it.id}: ${it.nodes[0].html}`)).toEqual([]);
      }
      expect(complaints).toEqual([]);
    });
  }
}

test("a first look weighs less than 60 KB, fonts included, without the map script", async ({ page }) => {
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  let bytes = 0;
  client.on("Network.loadingFinished", (it) => (bytes += it.encodedDataLength));
  await page.goto("/musterstadt/atlas", { waitUntil: "networkidle" });
  expect(bytes).toBeGreaterThan(5_000);
  expect(bytes).toBeLessThan(60_000);
});
