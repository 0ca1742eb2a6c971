// The journey of a reader: atlas, quarter, how do we know, comparison, data.
import { expect, test } from "@playwright/test";
import { OFFICE, PASSWORD, check, follow, logIn, watch } from "./common.js";

const PAGES = [
  "/",
  "/musterstadt/atlas",
  "/musterstadt/atlas?merkmal=share_foreigners&klassen=natural",
  "/musterstadt/atlas/quartiere/01?ebene=quartier",
  "/musterstadt/atlas/quelle?ebene=quartier&merkmal=share_foreigners&gebiet=01",
  "/musterstadt/atlas/veraenderungen",
  "/musterstadt/atlas/vergleich",
  "/musterstadt/atlas/daten",
  "/anmelden",
];

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a reader goes from the map to the source of a number", async ({ page }) => {
      await page.goto("/musterstadt/atlas?merkmal=share_foreigners");
      await expect(page.locator("h1")).toHaveText("Wo Menschen ankommen");
      await expect(page.locator("svg.karte")).toBeVisible();
      await follow(page.locator("tbody th a").first());
      await expect(page.locator("h1")).toHaveText("Altstadt");
      await expect(page.locator(".leit")).toContainText("Hier lebten am");
      await follow(page.getByText("Woher wissen wir das?").first());
      await expect(page.locator("h1")).toHaveText("Woher wissen wir das?");
      await expect(page.locator("main")).toContainText("5er-Rundung");
    });

    test("the statistics office brings a small file and accepts it", async ({ page }) => {
      await logIn(page, OFFICE, "/musterstadt/atlas/daten/neu");
      const stem = javaScriptEnabled ? "parkbaenke" : "spielplaetze";
      const rows = ["01", "02", "03"].map((it, at) => `${it};31.12.2024;${at + 3}`);
      await page.locator("input[type=file]").setInputFiles({
        name: `${stem}.csv`,
        mimeType: "text/csv",
        buffer: Buffer.from(`gebiet;stichtag;${stem}\n${rows.join("\n")}\n`),
      });
      await follow(page.locator("main form button[type=submit]").first());
      await expect(page.locator("h1")).toHaveText("Diese Datei können Sie übernehmen");
      await follow(page.getByRole("button", { name: "Datei übernehmen" }));
      await expect(page.locator(".meldung")).toContainText("Die Datei ist übernommen.");
      await expect(page).toHaveURL(/\/musterstadt\/atlas\/daten$/);
      await page.goto("/musterstadt/auftraege");
      const newest = page.locator(".auftraege li").first();
      await expect(newest).toContainText(`${stem}.csv übernehmen`);
      await expect(newest).toContainText("fertig");
      await follow(newest.getByRole("link"));
      await expect(page.locator("main")).toContainText("Datenstand");
      await expect(page.getByRole("link", { name: "Zu den Daten" })).toBeVisible();
    });

    test("the statistics office logs in and checks a file", async ({ page }) => {
      await page.goto("/anmelden");
      await page.locator("input[type=email]").fill(OFFICE);
      await page.locator("input[type=password]").fill(PASSWORD);
      await follow(page.locator("main form button[type=submit]").first());
      await expect(page.locator("header")).toContainText("Gerd Ahlers");
      await page.goto("/musterstadt/atlas/daten/neu");
      await page.locator("input[type=file]").setInputFiles({
        name: "kaputt.csv",
        mimeType: "text/csv",
        buffer: Buffer.from("gebiet;stichtag;einwohner\n01;31.12.2024;12x\n99;31.12.2024;5\n"),
      });
      await follow(page.locator("main form button[type=submit]").first());
      await expect(page.locator("h1")).toContainText("nicht übernehmen");
      await expect(page.locator(".hinweise li").first()).toBeVisible();
    });
  });
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

// 400 % of a window of 1280 × 1024 leaves 320 × 256.
test.describe("at 400 percent and in forced colours", () => {
  test.use({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4, forcedColors: "active" });

  test("every page can be read without moving it sideways", async ({ page }) => {
    for (const path of PAGES) {
      await page.goto(path);
      await check(page, "de");
    }
  });
});

test("the map that moves shows the classes of the drawn one", async ({ page }) => {
  const complaints = watch(page);
  await page.goto("/musterstadt/atlas?merkmal=share_foreigners");
  await page.getByRole("button", { name: "Karte zum Bewegen" }).click();
  const map = page.locator(".karte-bewegt canvas");
  await expect(map).toBeVisible();
  await expect(page.locator("svg.karte")).toBeHidden({ timeout: 20_000 });
  const wider = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
  expect(await page.evaluate(wider)).toBeLessThanOrEqual(0);
  const picture = await map.screenshot();
  const colours = await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const counts = new Map();
    for (let at = 0; at < data.length; at += 4) {
      const colour = `${data[at]},${data[at + 1]},${data[at + 2]}`;
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
    return [...counts.values()].filter((it) => it > 500).length;
  }, picture.toString("base64"));
  // Paper and five shades, at least.
  expect(colours).toBeGreaterThanOrEqual(6);
  expect(complaints).toEqual([]);
});
