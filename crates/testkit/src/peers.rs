//! Other programs that judge what we write: LibreOffice, poppler, Python with a library.

use std::path::Path;
use std::process::Command;

/// Says that a test is skipped because a program is not there.
///
/// # Panics
///
/// Where `CI` is set: `tools/setup.sh` installs the program there, and a test that is always skipped
/// proves nothing.
pub fn skipped(what: &str) {
    assert!(std::env::var_os("CI").is_none(), "no {what}, and CI needs it");
    eprintln!("skipped: no {what}");
}

/// A Python that knows a module: that of `ANKUNFT_PYTHON`, the first on the path, or the system's own, for
/// which distributions pack modules. Without one the test is [`skipped`].
///
/// # Panics
///
/// As [`skipped`].
#[must_use]
pub fn python(module: &str) -> Option<String> {
    let chosen = std::env::var("ANKUNFT_PYTHON").ok();
    let all = chosen.into_iter().chain(["python3", "/usr/bin/python3"].map(str::to_owned));
    let import = format!("import {module}");
    let knows = |python: &String| {
        let output = Command::new(python).args(["-c", &import]).output();
        output.is_ok_and(|it| it.status.success())
    };
    let found = all.into_iter().find(knows);
    if found.is_none() {
        skipped(&format!("Python with {module}"));
    }
    found
}

/// A file of a folder in another format, by LibreOffice; without it the test is [`skipped`].
///
/// ```no_run
/// let folder = std::path::Path::new("papers");
/// let Some(pdf) = ankunft_testkit::peers::libreoffice(folder, "vorlage.docx", "pdf") else { return };
/// assert!(pdf.starts_with(b"%PDF"));
/// ```
///
/// # Panics
///
/// As [`skipped`]; and if LibreOffice is there and cannot open the file without repair.
#[must_use]
pub fn libreoffice(folder: &Path, file: &str, to: &str) -> Option<Vec<u8>> {
    let profile = format!("-env:UserInstallation=file://{}/profil", folder.display());
    let run = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", to, "--outdir"])
        .args([folder, &folder.join(file)])
        .output();
    let Ok(output) = run else {
        skipped("LibreOffice");
        return None;
    };
    let made = folder.join(file).with_extension(to.split(':').next().unwrap_or(to));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let bytes = std::fs::read(made);
    Some(bytes.unwrap_or_else(|_| panic!("LibreOffice makes no {to} of {file}: {said}")))
}
