//! `/{kommune}/austausch/pakete/neu`: bring a package, see what it is, accept it.

use ankunft_atlas::pages::incoming::{FindingItem, items};
use ankunft_formats::Finding;
use ankunft_platform::files;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Shell;
use ankunft_platform::page::components::{Pair, Upload};
use ankunft_platform::web::{App, City, Viewer};
use askama::Template;

use super::{frame, short};
use crate::exchange::accept::Checked;
use crate::exchange::at;
use crate::exchange::make::indicator_name;

/// A page on which a file is brought.
#[derive(Template)]
#[template(path = "bring_file.html")]
pub struct BringPage {
    /// The frame.
    pub shell: Shell,
    /// Where the form is sent.
    pub action: String,
    /// What is asked for.
    pub upload: Upload,
    /// What the button does.
    pub button: String,
    /// What happens, in a sentence.
    pub note: String,
}

/// A page on which a brought file is looked at.
#[derive(Template)]
#[template(path = "check_file.html")]
pub struct CheckPage {
    /// The frame.
    pub shell: Shell,
    /// Where the forms are sent.
    pub action: String,
    /// What was found.
    pub findings: Vec<FindingItem>,
    /// What it says of itself.
    pub facts: Vec<Pair>,
    /// What the button does, if it can be accepted.
    pub button: Option<String>,
    /// What happens then.
    pub note: String,
    /// The name of the file.
    pub file_name: String,
}

/// The page on which a package is brought.
pub fn bring(app: &App, viewer: &Viewer, city: &City, problem: Option<String>) -> BringPage {
    let t = &viewer.t;
    let mb = i64::try_from(app.config.limits.upload_mb).unwrap_or(i64::MAX);
    BringPage {
        shell: frame(viewer, city, (t.get("paket-einlesen-titel"), t.get("paket-einlesen-leit"))),
        action: at(city, "/pakete/neu"),
        upload: Upload {
            name: "datei".to_owned(),
            label: t.get("paket-datei"),
            hint: Some(t.with("paket-datei-hinweis", &[("mb", Arg::from(mb))])),
            accept: Some(".zip".to_owned()),
            error: problem,
        },
        button: t.get("bringen-pruefen"),
        note: t.get("bringen-nichts"),
    }
}

/// What was found in a package, and the button if it can be accepted.
pub fn check(
    viewer: &Viewer,
    city: &City,
    upload: &files::Upload,
    checked: &Result<Checked, Vec<Finding>>,
) -> CheckPage {
    let t = &viewer.t;
    let (title, lead) = match checked {
        Ok(Checked::Package(_)) => ("paket-gut", "paket-gut-leit"),
        Ok(Checked::Revocation(_)) => ("paket-widerruf-gut", "paket-widerruf-gut-leit"),
        Ok(Checked::Deletion(..)) => ("paket-loeschung-gut", "paket-loeschung-gut-leit"),
        Err(_) => ("paket-schlecht", "paket-schlecht-leit"),
    };
    let findings = checked.as_ref().err().map(|it| items(t, it)).unwrap_or_default();
    let button = match checked {
        Ok(Checked::Package(_)) => Some("paket-annehmen"),
        Ok(_) => Some("paket-vermerken"),
        Err(_) => None,
    };
    CheckPage {
        shell: frame(viewer, city, (t.get(title), t.get(lead))),
        action: at(city, &format!("/pakete/neu/{}", upload.id)),
        findings,
        facts: checked.as_ref().map(|it| facts(t, it)).unwrap_or_default(),
        button: button.map(|it| t.get(it)),
        note: match checked {
            Ok(Checked::Package(_)) => t.get("paket-annehmen-sinn"),
            _ => String::new(),
        },
        file_name: upload.file_name.clone(),
    }
}

fn facts(t: &Texts, checked: &Checked) -> Vec<Pair> {
    let opened = checked.opened();
    let manifest = &opened.manifest;
    let until = manifest.last_day().map_or_else(String::new, |it| t.date(it));
    let mut facts = vec![
        Pair::new(t.get("austausch-tabelle"), manifest.title.clone()),
        Pair::new(t.get("paket-nummer"), manifest.package.clone()),
        Pair::new(t.get("austausch-von"), opened.sender.clone()),
        Pair::new(t.get("partner-abdruck"), opened.issuer.fingerprint()),
        Pair::new(t.get("austausch-zweck"), manifest.purpose.clone()),
        Pair::new(t.get("austausch-bis"), until),
        Pair::new(t.get("paket-hash"), short(&opened.hash)),
    ];
    if let Checked::Package(it) = checked {
        let codebook = &it.1.codebook;
        let names: Vec<String> = codebook
            .indicators
            .iter()
            .map(|it| indicator_name(t, &it.definition.code, Some(&it.name_de)))
            .collect();
        let rules: Vec<String> =
            codebook.protection.iter().map(|it| format!("{} ({})", it.rule, it.office)).collect();
        let units = [("anzahl", Arg::from(it.1.areas.len()))];
        facts.extend([
            Pair::new(t.get("austausch-merkmale"), t.list(&names)),
            Pair::new(codebook.geography.name.clone(), t.with("paket-gebiete", &units)),
            Pair::new(t.get("paket-schutz"), t.list(&rules)),
        ]);
    }
    facts
}
