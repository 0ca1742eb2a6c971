// Makes one stylesheet: what is used of KERN, turned to logical sides, then our own styles.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { transform } from "lightningcss";
import postcss from "postcss";
import { PurgeCSS } from "purgecss";
import { assertLogical, turnSides } from "./sides.js";

// The files of each sheet in the order in which they win. KERN lies below them in a layer.
const SHEETS = {
  main: {
    kern: true,
    files: ["tokens", "fonts", "base", "frame", "components", "jobs", "tables", "figures", "thread", "folder", "candidates", "bodies", "phone", "print"],
    charts: true,
  },
  public: { kern: false, files: ["tokens", "fonts", "base", "frame", "phone", "print"], charts: false },
  map: { kern: false, files: ["map"], charts: false },
};

// Baseline of 2024: light-dark(), oklch() and logical properties need no translation.
const TARGETS = { chrome: 123 << 16, firefox: 120 << 16, safari: (17 << 16) | (5 << 8) };

function filesBelow(folder, endings) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => !path.includes("node_modules") && !path.includes("/target/"))
    .sort();
}

// KERN's rules whose classes occur in a template or a module, with the variables they need. Its
// element rules are left out: base.css says what elements look like.
async function kern(web) {
  const path = join(web, "node_modules/@kern-ux/native/dist/kern.css");
  const used = [
    ...filesBelow(join(web, "../crates"), [".html", ".rs"]),
    ...filesBelow(join(web, "src"), [".ts"]),
  ];
  const own = filesBelow(join(web, "styles"), [".css"]).map((file) => readFileSync(file, "utf8"));
  const variables = own.join("").match(/--kern-[\w-]+/g) ?? [];
  const [result] = await new PurgeCSS().purge({
    content: used,
    css: [{ raw: readFileSync(path, "utf8") }],
    defaultExtractor: (text) => text.match(/[\w-]+/g) ?? [],
    // Their ends are put together in templates: `kern-btn--{{ weight }}`.
    safelist: { standard: [/^kern-(btn|alert|badge)--(primary|secondary|tertiary|info|success|warning|danger)$/], variables },
    variables: true,
    keyframes: true,
    fontFace: true,
  });
  const root = postcss.parse(result.css);
  root.walkRules((rule) => {
    const kept = rule.selectors.filter((it) => /\.kern-(?!light|dark|level)|:root|data-kern-theme|:is\(body/.test(it));
    if (rule.parent.type === "atrule" && /keyframes/.test(rule.parent.name)) return;
    if (kept.length === 0) rule.remove();
    else rule.selectors = kept;
  });
  root.walkComments((comment) => comment.remove());
  root.walkAtRules((rule) => {
    if (rule.name === "charset" || rule.name === "font-face") rule.remove();
  });
  root.walkAtRules("media", (rule) => {
    if (rule.nodes.length === 0) rule.remove();
  });
  return turnSides(root.toString());
}

/** The text of the stylesheet `name`; `manifest` gives the hashed names of the fonts. */
export async function stylesheet(web, name, manifest) {
  const { kern: withKern, files, charts } = SHEETS[name];
  const parts = withKern ? [`@layer kern {${await kern(web)}}`] : [];
  for (const file of files) parts.push(readFileSync(join(web, "styles", `${file}.css`), "utf8"));
  const drawn = join(web, "../crates/report/css/figures.css");
  if (charts && existsSync(drawn)) parts.push(readFileSync(drawn, "utf8"));

  const joined = parts.join("\n").replace(/url\("([\w.-]+)"\)/g, (whole, file) => {
    if (!manifest[file]) throw new Error(`${name}.css asks for ${file}, which was not built`);
    return `url("${manifest[file]}")`;
  });
  const { code } = transform({ filename: `${name}.css`, code: Buffer.from(joined), minify: true, targets: TARGETS });
  const css = code.toString();
  assertLogical(name, css);
  return css;
}
