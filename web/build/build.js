// Builds web/dist: every file named by a hash of its content, a manifest from plain names to
// these, and a gzip variant beside each text file.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { buildSync } from "esbuild";
import subsetFont from "subset-font";
import { stylesheet } from "./css.js";
import { paperFonts } from "./paper-fonts.js";

const web = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(web, "dist");
const modules = join(web, "node_modules");
const manifest = {};

// Kerning, figures of tables, and what puts letters and their marks together.
const FEATURES = ["kern", "tnum", "lnum", "ccmp", "locl", "mark", "mkmk"];

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

// Writes a file under its hashed name; returns that name.
function emit(name, bytes) {
  const content = Buffer.from(bytes);
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 8);
  const extension = extname(name);
  const hashed = `${basename(name, extension)}.${hash}${extension}`;
  writeFileSync(join(dist, hashed), content);
  if (![".woff2", ".ttf"].includes(extension)) {
    writeFileSync(join(dist, `${hashed}.gz`), gzipSync(content, { level: 9 }));
  }
  manifest[name] = hashed;
  return hashed;
}

// The characters of a unicode-range: `U+0020-007E, U+20AC`.
function characters(range) {
  return range
    .split(",")
    .flatMap((part) => {
      const [from, to] = part.trim().slice(2).split("-").map((it) => parseInt(it, 16));
      return Array.from({ length: (to ?? from) - from + 1 }, (_, at) => String.fromCodePoint(from + at));
    })
    .join("");
}

// Each font holds the range that fonts.css gives it, and of its features those that the styles use.
async function fonts() {
  const sheet = readFileSync(join(web, "styles/fonts.css"), "utf8");
  const faces = sheet.matchAll(/url\("fira-sans-([a-z-]+)-(\d+)\.woff2"\)[^}]*unicode-range: ([^;]+);/g);
  for (const [, script, weight, range] of faces) {
    const source = script === "base" ? "latin" : script;
    const file = join(modules, `@fontsource/fira-sans/files/fira-sans-${source}-${weight}-normal.woff2`);
    const options = { targetFormat: "woff2", keepFeatures: FEATURES, noHinting: true };
    emit(`fira-sans-${script}-${weight}.woff2`, await subsetFont(readFileSync(file), characters(range), options));
  }
}

// The map's worker must be a file of its own: the content security policy allows no other.
async function scripts() {
  const worker = emit("map-worker.js", readFileSync(join(modules, "maplibre-gl/dist/maplibre-gl-worker.mjs")));
  const options = {
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    write: false,
    legalComments: "none",
    external: ["/assets/*"],
    define: { MAP_WORKER: JSON.stringify(`/assets/${worker}`) },
  };
  const bundle = (name, more) => {
    const result = buildSync({ ...options, ...more, entryPoints: [join(web, "src", `${name}.ts`)] });
    return emit(`${name}.js`, result.outputFiles[0].contents);
  };
  const engine = bundle("map-engine", {});
  const sheet = emit("map.css", await stylesheet(web, "map", manifest));
  bundle("map", {
    define: {
      MAP_ENGINE: JSON.stringify(`/assets/${engine}`),
      MAP_STYLE: JSON.stringify(`/assets/${sheet}`),
    },
  });
  bundle("jobs", {});
  bundle("forms", {});
  bundle("compose", {});
}

await fonts();
await paperFonts(modules, emit);
emit("icon.svg", readFileSync(join(web, "icons/icon.svg")));
for (const name of ["main", "public"]) emit(`${name}.css`, await stylesheet(web, name, manifest));
await scripts();

const sorted = Object.fromEntries(Object.entries(manifest).sort());
writeFileSync(join(dist, "manifest.json"), `${JSON.stringify(sorted, null, 1)}\n`);
for (const [name, hashed] of Object.entries(sorted)) {
  const size = readFileSync(join(dist, hashed)).length;
  const packed = existsSync(join(dist, `${hashed}.gz`)) ? readFileSync(join(dist, `${hashed}.gz`)).length : size;
  console.log(`${name.padEnd(34)} ${String(size).padStart(9)} bytes, compressed ${String(packed).padStart(8)}`);
}
