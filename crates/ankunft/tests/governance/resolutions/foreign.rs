//! Templates that other programs made: LibreOffice from nothing, LibreOffice from ours, and python-docx. What
//! is filled in them opens in LibreOffice without repair and says what the page says.

use std::path::Path;
use std::process::Command;

use ankunft_report::paper::template::placeholders;
use ankunft_testkit::peers;

use super::paper;
use crate::common::desk::Story;
use crate::common::papers::text;

const TEMPLATE: &str = "/musterstadt/beschluesse/muster";

/// How LibreOffice calls what Word writes.
const WORD: &str = "docx:MS Word 2007 XML";

/// Writes a template with a header, a table and styles of its own.
const WRITE: &str = r#"
import sys
from docx import Document
from docx.shared import Pt

document = Document()
document.styles["Normal"].font.size = Pt(11)
document.sections[0].header.paragraphs[0].text = "Stadt Musterstadt, Der Oberbürgermeister"
names = sys.argv[2].split(",")
document.add_heading("Vorlage", level=1)
table = document.add_table(rows=0, cols=2)
for name in names[: len(names) // 2]:
    cells = table.add_row().cells
    cells[0].text = name.capitalize()
    cells[1].text = "{{" + name + "}}"
for name in names[len(names) // 2 :]:
    run = document.add_paragraph().add_run("{{" + name[:2])
    run.bold = True
    document.paragraphs[-1].add_run(name[2:] + "}}")
document.save(sys.argv[1])
"#;

pub async fn templates_of_other_programs_are_filled(story: &mut Story, codes: &[String]) {
    let shipped = story.people[1].get(&format!("{TEMPLATE}/docx")).await.expect_status(200).body;
    let names: Vec<String> = placeholders(&shipped).expect("a template").into_iter().collect();
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("unseres.docx"), &shipped).expect("a file");
    let made = [
        ("LibreOffice", from_nothing(folder.path(), &names)),
        ("LibreOffice from ours", again(folder.path(), "unseres")),
        ("python-docx", by_python(folder.path(), &names)),
    ];
    for (program, template) in made {
        let Some(template) = template else { continue };
        let done = story.people[0].upload(TEMPLATE, TEMPLATE, "Muster.docx", &template).await;
        assert_eq!(done.status, 303, "{program}: {}", done.text(".fehlerliste"));
        let word = story.people[1].get(&format!("{}/docx", paper(1))).await.expect_status(200);
        says_all(program, &text(&word.body).expect("a paper"), codes);
        std::fs::write(folder.path().join("gefuellt.docx"), &word.body).expect("a file");
        let Some(printed) = peers::libreoffice(folder.path(), "gefuellt.docx", "pdf") else {
            continue;
        };
        if let Some(printed) = text(&printed) {
            says_all(&format!("{program}, printed"), &printed, codes);
        }
    }
}

fn says_all(program: &str, text: &str, codes: &[String]) {
    for says in ["Sprechstunde am Abend", "12.500,00"] {
        assert!(text.contains(says), "{program}: {says} in {text}");
    }
    assert!(!text.contains("{{") && !text.contains("}}"), "{program}: nothing is left: {text}");
    // A line may be broken within one.
    let whole: String = text.split_whitespace().collect();
    for code in codes {
        assert!(whole.contains(&format!("/f/{code}")), "{program}: {code} in {text}");
    }
}

/// A page of HTML that LibreOffice saves as Word.
fn from_nothing(folder: &Path, names: &[String]) -> Option<Vec<u8>> {
    let lines: String =
        names.iter().map(|it| format!("<p><b>{it}</b></p><p>{{{{{it}}}}}</p>")).collect();
    let html = format!(
        "<html><head><meta charset=\"utf-8\"></head><body lang=\"de\"><p>Kopf</p><h1>Vorlage</h1>\
         {lines}</body></html>"
    );
    std::fs::write(folder.join("leer.html"), html).expect("a file");
    let text = peers::libreoffice(folder, "leer.html", "odt:writer8")?;
    std::fs::write(folder.join("leer.odt"), text).expect("a file");
    peers::libreoffice(folder, "leer.odt", WORD)
}

/// A Word document through LibreOffice's own format and back.
fn again(folder: &Path, name: &str) -> Option<Vec<u8>> {
    peers::libreoffice(folder, &format!("{name}.docx"), "odt")?;
    peers::libreoffice(folder, &format!("{name}.odt"), WORD)
}

fn by_python(folder: &Path, names: &[String]) -> Option<Vec<u8>> {
    let python = peers::python("docx")?;
    let file = folder.join("python.docx");
    let output = Command::new(python)
        .args(["-c", WRITE])
        .args([file.as_os_str(), names.join(",").as_ref()])
        .output()
        .expect("Python runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(std::fs::read(file).expect("a template"))
}
