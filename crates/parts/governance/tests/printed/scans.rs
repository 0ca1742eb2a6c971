//! Scans as offices make them: a paper is printed, put on the glass, and read by Tesseract.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use ankunft_formats::printed;
use ankunft_governance::papers::model::recognise::places;
use ankunft_governance::papers::model::settle::settle;
use ankunft_governance::papers::model::tails::tails;
use ankunft_testkit::peers;

use super::{by_libreoffice, codes_of, printed_as};

/// How Fundstellen are drawn: their signs and lengths.
pub type Drawn = (&'static [u8], &'static [usize]);
/// As today, and as before.
pub const TODAY: Drawn = (b"23469CDFHKMNPRTWX", &[5]);
const BEFORE: Drawn = (super::ALPHABET, &[4, 5, 6]);

/// So many Fundstellen a city has.
pub const MANY: usize = 5000;

/// What is wrong with a scanner.
struct Glass {
    dots: u32,
    /// By how many degrees the sheet lies askew.
    askew: f64,
    /// How far grey values go astray, of 255.
    noise: u32,
}

const CLEAN: Glass = Glass { dots: 300, askew: 0.0, noise: 0 };
const ASKEW: Glass = Glass { dots: 300, askew: 0.7, noise: 40 };
const COARSE: Glass = Glass { dots: 200, askew: 0.0, noise: 0 };

/// A sheet in grey: width, height, rows of dots.
struct Sheet {
    width: usize,
    height: usize,
    dots: Vec<u8>,
}

impl Sheet {
    /// A file of pdftoppm.
    fn read(path: &Path) -> Self {
        let file = std::fs::read(path).expect("a page");
        let mut fields = Vec::new();
        let mut at = 0;
        while fields.len() < 4 {
            let end = at + file[at..].iter().position(u8::is_ascii_whitespace).expect("a head");
            fields.push(String::from_utf8_lossy(&file[at..end]).into_owned());
            at = end + 1;
        }
        let number = |it: usize| fields[it].parse().expect("a number");
        Self { width: number(1), height: number(2), dots: file[at..].to_vec() }
    }

    fn write(&self, path: &Path) {
        let head = format!("P5\n{} {}\n255\n", self.width, self.height);
        std::fs::write(path, [head.as_bytes(), &self.dots].concat()).expect("a file");
    }

    fn dot(&self, x: isize, y: isize) -> f64 {
        let inside = |it: isize, most: usize| usize::try_from(it).ok().filter(|it| *it < most);
        match (inside(x, self.width), inside(y, self.height)) {
            (Some(x), Some(y)) => f64::from(self.dots[y * self.width + x]),
            _ => 255.0,
        }
    }

    /// As it lies on the glass: turned about its middle, grey values astray, the same each time.
    fn on(&self, glass: &Glass) -> Self {
        let (sin, cos) = glass.askew.to_radians().sin_cos();
        let (mx, my) = (self.width as f64 / 2.0, self.height as f64 / 2.0);
        let mut chance = 4711_u64;
        let mut dots = Vec::with_capacity(self.dots.len());
        for y in 0..self.height {
            for x in 0..self.width {
                let (dx, dy) = (x as f64 - mx, y as f64 - my);
                let (sx, sy) = (mx + dx * cos - dy * sin, my + dx * sin + dy * cos);
                let (left, top) = (sx.floor(), sy.floor());
                let (right, below) = (sx - left, sy - top);
                let (x, y) = (left as isize, top as isize);
                let upper = self.dot(x, y) * (1.0 - right) + self.dot(x + 1, y) * right;
                let lower = self.dot(x, y + 1) * (1.0 - right) + self.dot(x + 1, y + 1) * right;
                let grey = upper * (1.0 - below) + lower * below;
                chance = chance
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                let unit = (chance >> 40) as f64 / f64::from(1 << 24) - 0.5;
                let noise = unit * f64::from(glass.noise) * 2.0;
                dots.push((grey + noise).clamp(0.0, 255.0) as u8);
            }
        }
        Self { width: self.width, height: self.height, dots }
    }
}

/// What runs outside of us.
fn run(program: &str, arguments: &[&str]) -> Option<String> {
    let output =
        Command::new(program).args(arguments).env("OMP_THREAD_LIMIT", "1").output().ok()?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{program}: {said}");
    Some(String::from_utf8_lossy(&output.stdout).into_owned() + &said)
}

/// German if Tesseract knows it, else English.
fn language() -> Option<&'static str> {
    let known = run("tesseract", &["--list-langs"])?;
    Some(if known.lines().any(|it| it == "deu") { "deu" } else { "eng" })
}

/// The text of a PDF as it comes out of a scanner with text recognition; none where a tool is missing.
fn scanned(pdf: &[u8], glass: &Glass) -> Option<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let at = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    std::fs::write(at("papier.pdf"), pdf).expect("a file");
    let dots = glass.dots.to_string();
    let made = language().and_then(|language| {
        run("ocrmypdf", &["--version"])?;
        run("pdftoppm", &["-r", &dots, "-gray", &at("papier.pdf"), &at("seite")])?;
        Some(language)
    });
    let Some(language) = made else {
        peers::skipped("ocrmypdf, Tesseract or pdftoppm");
        return None;
    };
    let mut text = String::new();
    for page in pages(folder.path()) {
        Sheet::read(&page).on(glass).write(&page);
        let (image, scan) = (page.to_string_lossy().into_owned(), at("scan.pdf"));
        let how = ["--image-dpi", &dots, "-l", language, "--output-type", "pdf", "-j", "1"];
        run("ocrmypdf", &[&how[..], &[&image, &scan]].concat());
        text.push_str(&printed::text(std::fs::read(&scan).expect("a scan")).expect("a PDF"));
    }
    Some(text)
}

fn pages(folder: &Path) -> Vec<PathBuf> {
    let all = std::fs::read_dir(folder).expect("a folder");
    let mut pages: Vec<PathBuf> = all
        .map(|it| it.expect("an entry").path())
        .filter(|it| it.extension().is_some_and(|it| it == "pgm"))
        .collect();
    pages.sort();
    pages
}

/// A paper that prints these: sentences, and narrow cells that tear addresses apart.
fn paper(codes: &[String], face: &str) -> Option<Vec<u8>> {
    let text = |at: usize| {
        // In narrow cells as our own papers print them.
        let code = printed_as(if at < 70 { at } else { at % 4 }, &codes[at]);
        format!("Der Anteil liegt bei 44,6&nbsp;% {code} und damit über dem der Stadt.")
    };
    let lines: String = (0..70).map(|at| format!("{}<br>", text(at))).collect();
    let cells = |row: usize| (0..3).map(move |it| 70 + row * 3 + it).filter(|it| *it < codes.len());
    let cell = |at: usize| format!("<td width=\"190\">{}</td>", text(at));
    let rows: String = (0..10)
        .map(|row| format!("<tr>{}</tr>", cells(row).map(cell).collect::<String>()))
        .collect();
    let html = format!(
        "<html><head><meta charset=\"utf-8\"><style>body{{font-family:\"{face}\";font-size:11pt}}\
         </style></head><body lang=\"de\"><p>Vorlage</p><p>{lines}</p>\
         <table width=\"600\">{rows}</table></body></html>"
    );
    by_libreoffice(&html)
}

/// How many of a hundred are found in a scan of a city that has five thousand; which are not, and what
/// was taken that is not printed.
struct Count {
    found: usize,
    unread: usize,
    missing: Vec<String>,
    wrong: Vec<String>,
}

/// Reads a scan; `cites` are those among the hundred that the Vorlage itself cites.
fn count(text: &str, all: &[String], cites: usize) -> Count {
    let exists: BTreeSet<&str> = all.iter().map(String::as_str).collect();
    let printed: BTreeSet<&str> = all[..100].iter().map(String::as_str).collect();
    let own = all[..cites].iter().map(String::as_str).collect();
    let (places, tails) = (places(text), tails(text));
    let read = settle((&places, &tails), &exists, &own);
    let found: BTreeSet<&str> = read.codes.iter().map(String::as_str).collect();
    let of = |it: &&&str| (**it).to_owned();
    Count {
        found: printed.intersection(&found).count(),
        unread: read.unread.len(),
        missing: printed.difference(&found).map(|it| of(&it)).collect(),
        wrong: found.difference(&printed).map(|it| of(&it)).collect(),
    }
}

/// Scans a paper and counts twice: as if the Vorlage cited nothing itself, and all that it prints.
#[allow(clippy::print_stdout, reason = "what was measured is said")]
fn measure((signs, lengths): Drawn, face: &str, glass: &Glass) -> Option<(Count, Count)> {
    let all = codes_of(signs, lengths, MANY);
    let text = scanned(&paper(&all[..100], face)?, glass)?;
    if let Ok(folder) = std::env::var("ANKUNFT_SCANS") {
        let name = format!("{folder}/{face}-{}-{}-{}.txt", signs.len(), glass.dots, glass.noise);
        std::fs::write(&name, &text).expect("a text");
        std::fs::write(format!("{name}.codes"), all.join("\n")).expect("codes");
    }
    let counts = (count(&text, &all, 0), count(&text, &all, 100));
    for (it, whose) in [(&counts.0, "of the city"), (&counts.1, "of the Vorlage")] {
        println!(
            "{face}, {} signs, {} dpi, {}°, noise {}: {} of 100 {whose}, {} told, wrong {:?}, \
             missing {:?}",
            signs.len(),
            glass.dots,
            glass.askew,
            glass.noise,
            it.found,
            it.unread,
            it.wrong,
            it.missing
        );
    }
    Some(counts)
}

/// All that the Vorlage itself cites, which is what an adopted paper prints; of others nearly all, and
/// where the rest stands is told.
#[test]
fn a_hundred_of_a_hundred_in_a_clean_scan() {
    let Some((city, own)) = measure(TODAY, "Nimbus Sans", &CLEAN) else { return };
    assert_eq!((own.found, own.wrong), (100, Vec::new()));
    assert!(city.found >= 97 && city.wrong.is_empty());
}

#[test]
fn scans_that_lie_askew_or_are_coarse() {
    for glass in [&ASKEW, &COARSE] {
        let Some((city, own)) = measure(TODAY, "Nimbus Sans", glass) else { return };
        assert!(own.found >= 95 && city.found >= 85);
        assert!(own.wrong.is_empty() && city.wrong.is_empty());
    }
}

/// Those that were drawn when signs that look alike were still among them.
#[test]
fn older_ones_are_read_too() {
    let Some((city, own)) = measure(BEFORE, "Nimbus Sans", &CLEAN) else { return };
    assert!(own.found >= 97 && city.found >= 90);
    assert!(own.wrong.is_empty() && city.wrong.len() <= 1);
}
