//! `/{kommune}/austausch/pakete/neu`: bring a package, see what it is, accept it.

use ankunft_atlas::pages::incoming::{FindingItem, items};
use ankunft_formats::Finding;
use ankunft_platform::files;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{Button, Pair, Problems, Upload};
use ankunft_platform::page::{Link, Shell};
use ankunft_platform::tenant::TenantKind;
use ankunft_platform::web::{App, Block, City, FormBlock, Sheet, Viewer};
use askama::Template;

use super::{frame, short};
use crate::exchange::at;
use crate::exchange::check::Checked;
use crate::exchange::make::indicator_name;
use crate::package::content::{CoreSaid, IndicatorNote, Rule};
use crate::package::open::Table;

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
pub fn bring(app: &App, viewer: &Viewer, city: &City, problem: Option<String>) -> Sheet {
    let t = &viewer.t;
    let shell = frame(viewer, city, (t.get("paket-einlesen-titel"), t.get("paket-einlesen-leit")));
    let mb = i64::try_from(app.config.limits.upload_mb).unwrap_or(i64::MAX);
    let is_city = city.kind == TenantKind::Kommune;
    let hint = if is_city { "paket-datei-hinweis" } else { "paket-datei-hinweis-vorlage" };
    let mut problems = Problems::default();
    if let Some(text) = &problem {
        problems.add("datei", text.clone());
    }
    let upload = Upload::new("datei", t.get("paket-datei"))
        .hint(t.with(hint, &[("mb", Arg::from(mb))]))
        .accept(if is_city { ".zip" } else { ".zip,.xlsx" })
        .error(problem);
    let button = Button::primary(t.get("bringen-pruefen"));
    let form = FormBlock::new(at(city, "/pakete/neu"), button).file(upload);
    let mut blocks =
        vec![Block::Problems(problems), Block::Form(form), Block::Text(t.get("bringen-nichts"))];
    if !is_city {
        blocks.push(Block::Heading(t.get("vorlage-ueberschrift")));
        blocks.push(Block::Text(t.get("vorlage-sinn")));
        let link = Link::new(t.get("vorlage-herunterladen"), at(city, "/vorlage.xlsx"));
        blocks.push(Block::Links(vec![link]));
    }
    Sheet::new(shell, blocks)
}

/// What was found in a file, and the button if it can be accepted.
pub fn check(
    viewer: &Viewer,
    city: &City,
    upload: &files::Upload,
    checked: &Result<Checked, Vec<Finding>>,
) -> CheckPage {
    let t = &viewer.t;
    let title = match checked {
        Ok(Checked::Package(_)) => "paket-gut",
        Ok(Checked::Revocation(_)) => "paket-widerruf-gut",
        Ok(Checked::Deletion(_)) => "paket-loeschung-gut",
        Ok(Checked::Template(_)) => "paket-vorlage-gut",
        Err(_) => "paket-schlecht",
    };
    let findings = checked.as_ref().err().map(|it| items(t, it)).unwrap_or_default();
    let has_figures = checked.as_ref().is_ok_and(|it| it.table().is_some());
    let button = if has_figures { "paket-annehmen" } else { "paket-vermerken" };
    let words = (t.get(title), t.get(&format!("{title}-leit")));
    CheckPage {
        shell: frame(viewer, city, words),
        action: at(city, &format!("/pakete/neu/{}", upload.id)),
        findings,
        facts: checked.as_ref().map(|it| facts(t, it)).unwrap_or_default(),
        button: checked.is_ok().then(|| t.get(button)),
        note: if has_figures { t.get("paket-annehmen-sinn") } else { String::new() },
        file_name: upload.file_name.clone(),
    }
}

/// That a package was made anew, and what a file says of its differences.
fn said(t: &Texts, checked: &Checked, table: &Table) -> Vec<Pair> {
    let mut facts = Vec::new();
    if let Some(at) = checked.opened().and_then(|it| table.made_anew(&it.manifest)) {
        let args = [("tag", Arg::from(t.instant(at)))];
        facts.push(Pair::new(t.get("paket-neu-gemacht"), t.with("paket-neu-gemacht-am", &args)));
    }
    let name = |it: &CoreSaid| {
        let mut all = table.codebook.indicators.iter();
        let note = all.find(|of| of.core.as_ref().is_some_and(|of| of.code == it.code));
        note.map_or(it.code.as_str(), |it| it.name_de.as_str()).to_owned()
    };
    let differs = table.core.iter().filter(|it| !it.deviation.is_empty());
    let differs: Vec<String> =
        differs.map(|it| format!("{}: {}", name(it), it.deviation)).collect();
    if !differs.is_empty() {
        facts.push(Pair::new(t.get("paket-abweichungen"), differs.join("; ")));
    }
    facts
}

fn facts(t: &Texts, checked: &Checked) -> Vec<Pair> {
    let mut facts = Vec::new();
    if let Some(opened) = checked.opened() {
        let manifest = &opened.manifest;
        let until = manifest.last_day().map_or_else(String::new, |it| t.date(it));
        facts.extend([
            Pair::new(t.get("austausch-tabelle"), manifest.title.clone()),
            Pair::new(t.get("paket-nummer"), manifest.package.clone()),
            Pair::new(t.get("austausch-von"), opened.sender.clone()),
            Pair::new(t.get("partner-abdruck"), opened.issuer.fingerprint()),
            Pair::new(t.get("austausch-zweck"), manifest.purpose.clone()),
            Pair::new(t.get("austausch-bis"), until),
            Pair::new(t.get("paket-hash"), short(&opened.hash)),
        ]);
    }
    if let Checked::Template(it) = checked {
        facts.extend([
            Pair::new(t.get("austausch-von"), it.city.clone()),
            Pair::new(t.get("vorlage-angabe-ags"), it.ags.clone()),
            Pair::new(t.get("paket-nummer"), it.package()),
            Pair::new(t.get("austausch-zweck"), it.purpose.clone()),
            Pair::new(t.get("austausch-bis"), t.date(it.until)),
        ]);
    }
    if let Some(table) = checked.table() {
        let codebook = &table.codebook;
        let name = |it: &IndicatorNote| indicator_name(t, &it.definition.code, Some(&it.name_de));
        let names: Vec<String> = codebook.indicators.iter().map(name).collect();
        let rule = |it: &Rule| format!("{} ({})", it.rule, it.office);
        let rules: Vec<String> = codebook.protection.iter().map(rule).collect();
        let units = [("anzahl", Arg::from(table.areas.len()))];
        facts.extend([
            Pair::new(t.get("austausch-merkmale"), t.list(&names)),
            Pair::new(codebook.geography.name.clone(), t.with("paket-gebiete", &units)),
            Pair::new(t.get("paket-schutz"), t.list(&rules)),
        ]);
        facts.extend(said(t, checked, table));
    }
    facts
}
