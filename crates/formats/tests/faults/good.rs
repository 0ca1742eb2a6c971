//! Good files of many styles, made up by seed.

use std::io::Write as _;

use ankunft_formats::{AreaIndex, Profile};

/// SplitMix64.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5eed)
    }

    pub fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((it ^ (it >> 31)) % most as u64).unwrap()
    }

    pub fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

pub const HEADER: [&str; 9] = [
    "Stichtag",
    "Schlüssel",
    "Gebiet",
    "Einwohner",
    "Deutsche",
    "Ausländer",
    "Anteil",
    "Frauenquote",
    "Miete",
];

#[derive(Clone)]
pub struct Good {
    pub rows: Vec<Vec<String>>,
    pub delimiter: char,
    pub decimal: char,
    pub encoding: &'static str,
    pub newline: &'static str,
    keys: Vec<(String, String)>,
}

impl Good {
    pub fn new(random: &mut Random) -> Self {
        let delimiter = random.of(&[';', ',', '\t', '|']);
        let decimal = if delimiter == ',' { '.' } else { random.of(&[',', '.']) };
        let encoding = random.of(&["utf-8", "utf-8-bom", "utf-16le", "utf-16be", "windows-1252"]);
        let newline = random.of(&["\n", "\r\n"]);
        let count = 20 + random.below(40);
        let words = ["Mühlen", "Schloß", "Garten", "Hafen", "Süd", "Wald", "Rhein", "Kirch"];
        let ends = ["straße", "platz", "viertel", "höhe", "grund"];
        let (mut keys, mut rows) = (Vec::new(), Vec::new());
        for at in 0..count {
            let key = format!("{:08}", 1_010_101 + at * 97);
            let name = format!("{}{} {at}", random.of(&words), random.of(&ends));
            let (germans, foreigners) = (500 + random.below(6_000), 40 + random.below(3_000));
            let all = germans + foreigners;
            let write = |value: f64, places: usize| {
                format!("{value:.places$}").replace('.', &decimal.to_string())
            };
            #[allow(clippy::cast_precision_loss)]
            let share = write(100.0 * foreigners as f64 / all as f64, 2);
            #[allow(clippy::cast_precision_loss)]
            let (women, rent) =
                (40.0 + random.below(200) as f64 / 10.0, 5.0 + random.below(90) as f64 / 10.0);
            rows.push(vec![
                "31.12.2024".to_owned(),
                key.clone(),
                name.clone(),
                all.to_string(),
                germans.to_string(),
                foreigners.to_string(),
                share,
                write(women, 1),
                write(rent, 2),
            ]);
            keys.push((key, name));
        }
        Self { rows, delimiter, decimal, encoding, newline, keys }
    }

    pub fn areas(&self) -> AreaIndex {
        AreaIndex::new("Stadtviertel 2024", self.keys.clone())
    }

    pub fn profile(&self) -> Profile {
        let mut text = String::from(
            "id = \"test\"\ntitle = \"Test\"\nignore = []\nperiod = { column = \"Stichtag\" }\n\
             area = { column = \"Schlüssel\", name = \"Gebiet\" }\n[recognise]\n[source]\n",
        );
        for (column, indicator, kind) in [
            ("Einwohner", "population", "count"),
            ("Deutsche", "germans", "count"),
            ("Ausländer", "foreigners", "count"),
            ("Anteil", "share_foreigners", "percent"),
            ("Frauenquote", "share_females", "percent"),
            ("Miete", "net_rent_per_m2", "measure"),
        ] {
            text += &format!(
                "[[columns]]\ncolumn = \"{column}\"\nindicator = \"{indicator}\"\nkind = \"{kind}\"\n"
            );
        }
        text += "[[sums]]\nwhole = \"Einwohner\"\nparts = [\"Deutsche\", \"Ausländer\"]\n";
        toml::from_str(&text).unwrap()
    }

    pub fn name(&self) -> String {
        "einwohner_2024.csv".to_owned()
    }

    pub fn lines(&self) -> Vec<String> {
        let sign = self.delimiter.to_string();
        let mut lines = vec![HEADER.join(&sign)];
        lines.extend(self.rows.iter().map(|row| row.join(&sign)));
        lines
    }

    pub fn render(&self) -> (Vec<u8>, String) {
        (self.encode(&self.text(&self.lines())), self.name())
    }

    pub fn text(&self, lines: &[String]) -> String {
        lines.iter().map(|line| format!("{line}{}", self.newline)).collect()
    }

    pub fn encode(&self, text: &str) -> Vec<u8> {
        let wide = |it: fn(u16) -> [u8; 2]| {
            let marked = "\u{feff}".encode_utf16().chain(text.encode_utf16());
            marked.flat_map(it).collect()
        };
        match self.encoding {
            "utf-8-bom" => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
            "utf-16le" => wide(u16::to_le_bytes),
            "utf-16be" => wide(u16::to_be_bytes),
            "windows-1252" => encoding_rs::WINDOWS_1252.encode(text).0.into_owned(),
            _ => text.as_bytes().to_vec(),
        }
    }

    /// The same table as a workbook. `odd` replaces cells (row and column from 0, below the
    /// header) by raw XML.
    pub fn workbook(&self, odd: &[(usize, usize, &str)]) -> Vec<u8> {
        let mut sheet = String::from(
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\">",
        );
        let letter = |at: usize| char::from(b'A' + u8::try_from(at).unwrap());
        let inline = |place: &str, text: &str| {
            format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
        };
        for (at, name) in HEADER.iter().enumerate() {
            sheet += &inline(&format!("{}1", letter(at)), name);
        }
        sheet += "</row>";
        for (number, row) in self.rows.iter().enumerate() {
            sheet += &format!("<row r=\"{}\">", number + 2);
            for (at, text) in row.iter().enumerate() {
                let place = format!("{}{}", letter(at), number + 2);
                let raw = odd.iter().find(|it| (it.0, it.1) == (number, at));
                sheet += &match raw {
                    Some((_, _, xml)) => format!("<c r=\"{place}\"{xml}</c>"),
                    None if at > 2 => {
                        format!("<c r=\"{place}\"><v>{}</v></c>", text.replace(',', "."))
                    }
                    None => inline(&place, text),
                };
            }
            sheet += "</row>";
        }
        sheet += "</sheetData></worksheet>";
        let rels = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let package = "http://schemas.openxmlformats.org/package/2006";
        zip(&[
            ("[Content_Types].xml", format!("<Types xmlns=\"{package}/content-types\"/>").as_bytes()),
            ("_rels/.rels", format!("<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{rels}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>").as_bytes()),
            ("xl/workbook.xml", format!("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{rels}\"><sheets><sheet name=\"Daten\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>").as_bytes()),
            ("xl/_rels/workbook.xml.rels", format!("<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{rels}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>").as_bytes()),
            ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ])
    }
}

pub fn zip(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
