// The journey that the handbook tells, once through: its pictures are what the browser saw.
// `make handbook` keeps them in docs/handbuch/bilder.
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { COORDINATION, OFFICE, logIn } from "./common.js";

const folder = process.env.ANKUNFT_HANDBOOK ?? "results/handbuch";

async function picture(page, name) {
  await page.screenshot({ path: join(folder, `${name}.png`), clip: { x: 0, y: 0, width: 1200, height: 860 } });
}

test.use({ viewport: { width: 1200, height: 860 }, colorScheme: "light", locale: "de-DE" });

test("everybody sees classes, the coordination the list", async ({ page }) => {
  await page.goto("/musterstadt/atlas");
  await expect(page.locator("main")).toContainText("deutliche Merkmale");
  await picture(page, "ankunft");
  await logIn(page, COORDINATION, "/musterstadt/atlas/ankunft");
  await expect(page.locator("ol.liste li").first()).toContainText("%");
  await picture(page, "liste");
});

test("a reader finds a quarter", async ({ page }) => {
  await page.goto("/musterstadt/atlas?merkmal=share_foreigners");
  await picture(page, "atlas");
  await page.locator("tbody th a", { hasText: "Nordstadt" }).click();
  await expect(page.locator("h1")).toHaveText("Nordstadt");
  await picture(page, "quartier");
});

test("a file is checked, then accepted", async ({ page }) => {
  await logIn(page, OFFICE, "/musterstadt/atlas/daten/neu");
  await page.locator("input[type=file]").setInputFiles({
    name: "baenke.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("gebiet;stichtag;baenke\n01;31.12.2024;12x\n02;31.12.2024;8\n99;31.12.2024;5\n"),
  });
  await page.locator("main form button[type=submit]").first().click();
  await expect(page.locator(".hinweise li").first()).toBeVisible();
  await picture(page, "pruefung");
});

test("the statistics office looks at a Datenstand and at what a release would let out", async ({ page }) => {
  await logIn(page, OFFICE, "/musterstadt/statistikstelle");
  await picture(page, "statistikstelle");
  await page.goto("/musterstadt/statistikstelle/2/freigabe?runden=5&kreis=public");
  await expect(page.locator("h1")).toBeVisible();
  await picture(page, "freigabe");
});

test("a figure goes into the Mappe and has a Fundstelle", async ({ page }) => {
  await logIn(page, COORDINATION, "/musterstadt/atlas/quartiere/04?ebene=quartier");
  await page.getByRole("button", { name: /Für Vorlage merken/ }).first().click();
  await page.goto("/musterstadt/mappe");
  await expect(page.locator("main")).toContainText("/f/");
  await picture(page, "mappe");
  const code = (await page.locator("main").innerText()).match(/\/f\/[0-9A-Z]{4,}/)[0];
  await page.goto(code);
  await expect(page.locator("main")).toContainText(code.slice("/f/".length));
  await picture(page, "fundstelle");
});

test("the coordination begins its day, and follows the red thread", async ({ page }) => {
  await logIn(page, COORDINATION, "/musterstadt");
  await expect(page.locator("main")).toContainText("Was sich verspätet");
  await picture(page, "heute");
  await page.goto("/musterstadt/steuerung/ziele");
  await expect(page.locator(".zielbaum")).toContainText("Auf dem Weg");
  await picture(page, "ziele");
  await page.goto("/musterstadt/steuerung/massnahmen/1");
  await expect(page.locator("h1")).toContainText("Stadtteilbüro");
  await picture(page, "massnahme");
  await page.goto("/musterstadt/faden/measure/1");
  await page.locator("svg.fadenbild").scrollIntoViewIfNeeded();
  await expect(page.locator("svg.fadenbild")).toBeVisible();
  await page.screenshot({ path: join(folder, "faden.png") });
});
