//! A hundred Fundstellen out of a hundred are found in PDFs as others make them: printed by
//! LibreOffice in narrow columns, and behind a scan as invisible text. What only looks like one is not.

#[path = "printed/attack.rs"]
mod attack;
#[path = "printed/scans.rs"]
mod scans;

use std::collections::BTreeSet;

use ankunft_formats::printed;
use ankunft_governance::papers::model::recognise::codes;
use ankunft_platform::citations::read_code;
use ankunft_testkit::peers;

const ALPHABET: &[u8] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/// So many codes of these signs and lengths, each with the sign that checks it.
fn codes_of(signs: &[u8], lengths: &[usize], count: usize) -> Vec<String> {
    let mut chance = 0_u64;
    let mut next = || {
        chance =
            chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        char::from(signs[(chance >> 33) as usize % signs.len()])
    };
    let mut all: Vec<String> = Vec::new();
    let mut known = BTreeSet::new();
    while all.len() < count {
        let length = lengths[all.len() % lengths.len()];
        let start: String = (1..length).map(|_| next()).collect();
        let whole = signs.iter().map(|it| format!("{start}{}", char::from(*it)));
        let code = whole.into_iter().find(|it| read_code(it).is_some());
        all.extend(code.filter(|it| known.insert(it.clone())));
    }
    all
}

fn hundred() -> Vec<String> {
    codes_of(ALPHABET, &[4, 5, 6], 100)
}

/// How papers print them.
fn printed_as(at: usize, code: &str) -> String {
    match at % 6 {
        0 => format!("/f/{code}"),
        1 => format!("(/f/{code})"),
        2 => format!("Fundstelle /f/{code}."),
        3 => format!("https://ankunft.musterstadt.example/f/{code},"),
        4 => format!("ankunft.musterstadt.example/f/{code}"),
        _ => format!("„/f/{code}“;"),
    }
}

const LOOK_ALIKES: [&str; 6] = [
    "/home/amt/f/222R",
    "/f/222R.pdf",
    "/f/7K3O",
    "C:/f/222R",
    "https://a.example/alt/f/222R",
    "/f/222RX",
];

fn found(pdf: Vec<u8>) -> BTreeSet<String> {
    codes(&printed::text(pdf).expect("a PDF")).into_iter().collect()
}

fn check(pdf: Vec<u8>, wanted: &[String], what: &str) {
    let found = found(pdf);
    let missing: Vec<&String> = wanted.iter().filter(|it| !found.contains(*it)).collect();
    assert!(missing.is_empty(), "{what}: {} of 100 missing: {missing:?}", missing.len());
    assert!(!found.contains("222R"), "{what}: a look-alike was taken");
}

/// A PDF by LibreOffice of a page of HTML; none where it is not installed.
fn by_libreoffice(html: &str) -> Option<Vec<u8>> {
    let folder = tempfile::tempdir().expect("a folder");
    let page = folder.path().join("seite1.html");
    std::fs::write(&page, html).expect("a file");
    peers::libreoffice(folder.path(), "seite1.html", "odt:writer8")?;
    peers::libreoffice(folder.path(), "seite1.odt", "pdf")
}

#[test]
fn a_hundred_of_a_hundred_printed_by_libreoffice() {
    let all = hundred();
    assert_eq!(all.len(), 100);
    let text = |at: usize| {
        let code = printed_as(at, &all[at]);
        format!("Der Anteil liegt bei 44,6&nbsp;% {code} und damit über dem der Stadt insgesamt.")
    };
    let paragraphs: String =
        (0..50).map(|at| format!("<p align=\"justify\">{}</p>", text(at))).collect();
    // LibreOffice drops the first paragraph of a page of HTML, so one of no use stands before them.
    // Narrow cells tear addresses apart.
    let cells: String = (50..100)
        .map(|at| format!("<tr><td width=\"{}\">{}</td><td></td></tr>", 60 + at * 2, text(at)))
        .collect();
    let others = LOOK_ALIKES.map(|it| format!("<p>{it}</p>")).concat();
    let html = format!(
        "<html><head><meta charset=\"utf-8\"></head><body lang=\"de\"><p>Vorlage</p>{paragraphs}\
         <table width=\"300\">{cells}</table>{others}</body></html>"
    );
    if let Some(pdf) = by_libreoffice(&html) {
        check(pdf, &all, "LibreOffice");
    }
}

/// A PDF by hand: text that is not seen, word by word where a scanner put it.
fn scan(lines: &[String]) -> Vec<u8> {
    let mut content = String::from("BT /F1 9 Tf 3 Tr\n");
    for (at, line) in lines.iter().enumerate() {
        let y = 800 - at * 11;
        let mut x = 50.0;
        for word in line.split(' ') {
            let word: String = word.chars().filter(char::is_ascii).collect();
            let safe = word.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
            content.push_str(&format!("1 0 0 1 {x:.1} {y} Tm ({safe}) Tj\n"));
            x += 5.4 * word.len() as f64 + 3.0;
        }
    }
    content.push_str("ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
         /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>"
            .to_owned(),
    ];
    let mut file = String::from("%PDF-1.5\n");
    let mut table = String::new();
    for (at, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", at + 1));
    }
    let start = file.len();
    file.push_str(&format!("xref\n0 6\n0000000000 65535 f \n{table}"));
    file.push_str(&format!("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"));
    file.into_bytes()
}

#[test]
fn a_hundred_of_a_hundred_behind_scans() {
    let all = hundred();
    let mut found = BTreeSet::new();
    // Two pages of fifty; every third is torn apart at the end of its line.
    for (page, some) in all.chunks(50).enumerate() {
        let mut lines = Vec::new();
        for (at, code) in some.iter().enumerate() {
            let printed = printed_as(page * 50 + at, code);
            let place = printed.find("/f/").expect("a reference") + 3 + at % 4;
            match at % 3 {
                0 => {
                    let hyphen = if at % 2 == 0 { "-" } else { "" };
                    lines.push(format!("siehe {}{hyphen}", &printed[..place]));
                    lines.push(format!("{} im Bericht", &printed[place..]));
                }
                _ => lines.push(format!("siehe {printed} im Bericht")),
            }
        }
        found.extend(behind(&lines));
    }
    let missing: Vec<&String> = all.iter().filter(|it| !found.contains(*it)).collect();
    assert!(missing.is_empty(), "{} of 100 missing: {missing:?}", missing.len());
    let look_alikes = LOOK_ALIKES.map(str::to_owned);
    assert!(!behind(&look_alikes).contains("222R"), "a look-alike was taken");
}

fn behind(lines: &[String]) -> BTreeSet<String> {
    found(scan(lines))
}

#[test]
fn no_bytes_are_too_strange() {
    let good = scan(&["siehe /f/222R".to_owned()]);
    assert!(found(good.clone()).contains("222R"));
    for cut in (0..good.len()).step_by(37) {
        let mut torn = good.clone();
        torn.truncate(cut);
        let _ = std::panic::catch_unwind(|| printed::text(torn));
        let mut wrong = good.clone();
        wrong[cut] ^= 0xff;
        let _ = std::panic::catch_unwind(|| printed::text(wrong));
    }
}
