// A real browser against the real program, with the invented city.
import { execSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

const port = Number(process.env.ANKUNFT_E2E_PORT ?? 8097);
const target = process.env.CARGO_TARGET_DIR ?? "../target";
// Stories of one city follow each other; two cities stand side by side, one per core.
const READING = /\/(arrival|candidates|journey|loose|methods|morning|pages|phone|story|walk)\.spec\.js$/;
const data = mkdtempSync(join(tmpdir(), "ankunft-e2e-"));
const names = ["chromium-headless-shell", "chromium", "chromium-browser"];
const chromium = execSync(names.map((it) => `command -v ${it}`).join(" || "), { shell: "/bin/sh" }).toString().trim();

// For pictures that people look at: letters where the font puts them, not on whole pixels.
const letters = process.env.ANKUNFT_HANDBOOK ? ["--font-render-hinting=none"] : [];

const address = (at) => `http://127.0.0.1:${port + at}`;
const server = (at) => ({
  command: `${target}/debug/ankunft demo --data ${data}/demo-${at} --port ${port + at}`,
  url: `${address(at)}/healthz`,
  timeout: 180_000,
});

export default defineConfig({
  testDir: ".",
  outputDir: "results",
  reporter: [["list"]],
  timeout: 60_000,
  workers: 2,
  use: {
    locale: "de-DE",
    launchOptions: {
      executablePath: chromium,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", ...letters],
    },
  },
  projects: [
    { name: "reading", testMatch: READING, workers: 1, use: { baseURL: address(0) } },
    { name: "working", testIgnore: READING, workers: 1, use: { baseURL: address(1) } },
  ],
  webServer: [server(0), server(1)],
});
