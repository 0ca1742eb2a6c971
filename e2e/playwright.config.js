// A real browser against the real program, with the invented city.
import { execSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";

const port = Number(process.env.ANKUNFT_E2E_PORT ?? 8097);
const target = process.env.CARGO_TARGET_DIR ?? "../target";
const data = mkdtempSync(join(tmpdir(), "ankunft-e2e-"));
const chromium = execSync("command -v chromium || command -v chromium-browser", {
  shell: "/bin/sh",
}).toString().trim();

export default defineConfig({
  testDir: ".",
  outputDir: "results",
  reporter: [["list"]],
  timeout: 60_000,
  workers: 1,
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: "de-DE",
    launchOptions: {
      executablePath: chromium,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    },
  },
  webServer: {
    command: `${target}/debug/ankunft demo --data ${data}/demo --port ${port}`,
    url: `http://127.0.0.1:${port}/healthz`,
    timeout: 180_000,
  },
});
