// Fonts for papers (PDF, pictures in DOCX): TrueType, each with all of its scripts, because setting
// falls back letter by letter. The program reads them and serves none.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import subsetFont from "subset-font";

const WEIGHTS = { 400: "Regular", 600: "SemiBold" };

// Blocks of Unicode: Latin, IPA left out, marks, Greek, Cyrillic, punctuation, currencies, arrows, signs.
const EUROPEAN = "20-7E A0-24F 2B0-2FF 300-36F 370-3FF 400-52F 1E00-1FFF 2000-206F 2070-209F 20A0-20CF 2100-214F 2190-2199 2200-22FF 25A0-25FF FFFD";
const ARABIC = "20-7E A0 AB BB 600-6FF 750-77F 200C-200F 2010-2011 FB50-FDFF FE70-FEFC FFFD";
const FAMILIES = [
  ["fira-sans", "FiraSans", "text", EUROPEAN],
  ["noto-sans-arabic", "NotoSansArabic", "arabic", ARABIC],
];

// What letters need to be joined and marked, and figures to stand below one another.
const FEATURES = ["kern", "tnum", "lnum", "ccmp", "locl", "mark", "mkmk", "init", "medi", "fina", "isol", "rlig", "calt", "liga"];

function characters(blocks) {
  return blocks.split(" ").flatMap((block) => {
    const [from, to] = block.split("-").map((it) => parseInt(it, 16));
    return Array.from({ length: (to ?? from) - from + 1 }, (_, at) => String.fromCodePoint(from + at));
  });
}

export async function paperFonts(modules, emit) {
  for (const [folder, family, name, blocks] of FAMILIES) {
    for (const [weight, style] of Object.entries(WEIGHTS)) {
      const file = join(modules, "@expo-google-fonts", folder, `${weight}${style}/${family}_${weight}${style}.ttf`);
      const options = { targetFormat: "truetype", keepFeatures: FEATURES, noHinting: true };
      emit(`paper-${name}-${weight}.ttf`, await subsetFont(readFileSync(file), characters(blocks).join(""), options));
    }
  }
}
