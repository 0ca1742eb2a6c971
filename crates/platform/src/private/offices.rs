//! Whether a word behind a form of address is what somebody is in a town hall, and nobody's name.

/// Endings of offices and functions that end no common surname.
const ENDINGS: [&str; 40] = [
    "dezernent",
    "leitung",
    "präsident",
    "minister",
    "beauftragte",
    "vorsitzende",
    "direktor",
    "referent",
    "vorsteher",
    "rektor",
    "senator",
    "sekretär",
    "intendant",
    "inspektor",
    "kommissar",
    "koordinator",
    "manager",
    "moderator",
    "mediator",
    "abgeordnete",
    "verordnete",
    "bearbeiter",
    "sozialarbeiter",
    "streetworker",
    "pädagog",
    "pädagoge",
    "psycholog",
    "psychologe",
    "dolmetscher",
    "anwältin",
    "ärztin",
    "kämmerin",
    "kanzlerin",
    "richterin",
    "lehrerin",
    "pfarrerin",
    "pastorin",
    "leiterin",
    "sprecherin",
    "dekanin",
];

/// Functions that are surnames too; with a word before them that says of what, they are none.
const COMPOUND: [&str; 10] = [
    "anwalt",
    "arzt",
    "kämmerer",
    "kanzler",
    "richter",
    "lehrer",
    "amtmann",
    "pfarrer",
    "sprecher",
    "dekan",
];

/// Such words, also several of them: `Oberstaatsanwalt`. Many are called Hofrichter or Steinrichter.
const BEFORE: [&str; 78] = [
    "amts",
    "arbeits",
    "augen",
    "bau",
    "beirats",
    "berufs",
    "betriebs",
    "bewohner",
    "bezirks",
    "bundes",
    "bürger",
    "chef",
    "deutsch",
    "eltern",
    "fach",
    "fakultäts",
    "familien",
    "finanz",
    "fraktions",
    "förder",
    "frauen",
    "gemeinde",
    "general",
    "grund",
    "grundschul",
    "gruppen",
    "gymnasial",
    "haupt",
    "haus",
    "jugend",
    "justiz",
    "kinder",
    "klassen",
    "klinik",
    "kranken",
    "kreis",
    "kriminal",
    "land",
    "landes",
    "mieter",
    "musik",
    "nachbarschafts",
    "netzwerk",
    "not",
    "ober",
    "orts",
    "patent",
    "polizei",
    "presse",
    "pro",
    "quartiers",
    "real",
    "rechts",
    "regierungs",
    "religions",
    "schul",
    "schüler",
    "senioren",
    "sozial",
    "sport",
    "sprach",
    "staats",
    "stadt",
    "stadtteil",
    "studien",
    "studierenden",
    "team",
    "tier",
    "verbands",
    "vereins",
    "verfassungs",
    "vertrauens",
    "verwaltungs",
    "vize",
    "volks",
    "wirtschafts",
    "zahn",
    "zivil",
];

/// What stands before `meister` in an office. Many are called Hofmeister or Baumeister.
const MASTERS: [&str; 11] = [
    "bürger",
    "oberbürger",
    "ortsbürger",
    "bezirksbürger",
    "verbandsbürger",
    "stadtbürger",
    "altbürger",
    "haus",
    "schulhaus",
    "platz",
    "brand",
];

/// What stands before `rat` in an office. Many are called Konrat, Kurat or Murat.
const COUNCILS: [&str; 38] = [
    "",
    "stadt",
    "gemeinde",
    "ortsgemeinde",
    "verbandsgemeinde",
    "orts",
    "ortschafts",
    "bezirks",
    "kreis",
    "land",
    "bei",
    "migrationsbei",
    "integrationsbei",
    "ausländerbei",
    "seniorenbei",
    "jugendbei",
    "elternbei",
    "betriebs",
    "personal",
    "aufsichts",
    "ministerial",
    "schul",
    "bau",
    "regierungs",
    "verwaltungs",
    "studien",
    "amts",
    "forst",
    "medizinal",
    "kriminal",
    "polizei",
    "rechts",
    "kirchen",
    "finanz",
    "sozial",
    "kultur",
    "bildungs",
    "magistrats",
];

/// Forms of address in English.
const ENGLISH_ADDRESSES: [&str; 4] = ["mr", "mrs", "ms", "miss"];

/// English offices; behind an English form of address they are surnames less often than they are said of
/// somebody.
const ENGLISH: [&str; 10] = [
    "mayor",
    "chair",
    "chairman",
    "chairwoman",
    "speaker",
    "president",
    "minister",
    "secretary",
    "councillor",
    "commissioner",
];

/// Endings of words that say where somebody works.
const DEPARTMENTS: [&str; 16] = [
    "amt",
    "stelle",
    "referat",
    "dezernat",
    "fachbereich",
    "abteilung",
    "schule",
    "kita",
    "zentrum",
    "soziales",
    "bildung",
    "integration",
    "jugend",
    "bauen",
    "verwaltung",
    "kultur",
];

/// Whether a word behind a form of address is an office.
pub(super) fn is_one(address: &str, word: &str) -> bool {
    let word = word.to_lowercase();
    let is_english = || ENGLISH_ADDRESSES.contains(&address.to_lowercase().as_str());
    let stems = ["innen", "in", "r", "n", "en"].into_iter();
    stems.filter_map(|it| word.strip_suffix(it)).chain([word.as_str()]).any(is_stem)
        || word.ends_with("rätin")
        || word.ends_with("rätinnen")
        || ENGLISH.contains(&word.as_str()) && is_english()
}

/// Whether a word without its ending is an office.
fn is_stem(it: &str) -> bool {
    let after = |end: &str, all: &[&str]| {
        let before = it.strip_suffix(end);
        before.is_some_and(|it| {
            all.contains(&it.strip_prefix("ober").unwrap_or(it)) || all.contains(&it)
        })
    };
    ENDINGS.iter().any(|end| it.ends_with(end))
        || COMPOUND.iter().any(|end| it.strip_suffix(end).is_some_and(is_usual))
        // Whoever is called so leads nothing.
        || it.ends_with("leiter") && it != "leiter"
        || after("meister", &MASTERS)
        || after("rat", &COUNCILS)
}

/// Whether what stands before a function is made of words that usually do.
fn is_usual(before: &str) -> bool {
    let rests = BEFORE.iter().filter_map(|it| before.strip_prefix(it));
    { rests }.any(|rest| rest.is_empty() || is_usual(rest))
}

/// Whether a word says where somebody works: `Frau Leiterin Jugendamt`.
pub(super) fn is_department(word: &str) -> bool {
    let word = word.to_lowercase();
    DEPARTMENTS.iter().any(|it| word.ends_with(it))
}
