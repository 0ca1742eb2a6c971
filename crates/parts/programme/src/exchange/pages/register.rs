//! `/{kommune}/austausch/register`: what went, when, to whom, for what?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Column, Empty, Row, RowCell, Table};
use ankunft_platform::secrets::hex;
use ankunft_platform::web::{Block, City, Sheet, Viewer, file};
use jiff::Timestamp;

use super::{frame, moment, short};
use crate::exchange::at;
use crate::exchange::model::KEPT_YEARS;
use crate::exchange::store::transfers::Transfer;
use crate::exchange::view::Register;

/// What happened, in a word.
fn kind(t: &Texts, it: &Transfer) -> String {
    t.get(&format!("register-{}", it.kind))
}

fn who(t: &Texts, register: &Register, it: &Transfer) -> String {
    register.names.post(it.post).unwrap_or_else(|| register.names.account(t, it.account))
}

/// The page.
pub fn page(viewer: &Viewer, city: &City, register: &Register) -> Sheet {
    let t = &viewer.t;
    let years = [("jahre", Arg::from(i64::from(KEPT_YEARS)))];
    let lead = t.with("register-leit", &years);
    let shell = frame(viewer, city, (t.get("register-titel"), lead));
    if register.lines.is_empty() {
        let empty = Empty { text: t.get("register-leer"), step: None };
        return Sheet::new(shell, vec![Block::Empty(empty)]);
    }
    let shell = shell.data(vec![Link::new("CSV", at(city, "/register.csv"))]);
    let columns = [
        "register-wann",
        "register-was",
        "austausch-tabelle",
        "register-mit",
        "austausch-zweck",
        "register-wer",
    ];
    let row = |it: &Transfer| {
        let mut title = RowCell::new(it.title.clone());
        if let Some(hash) = &it.hash {
            title = title.note(format!("{} · {}", it.package, short(hash)));
        } else if !it.package.is_empty() {
            title = title.note(it.package.clone());
        }
        Row {
            head: RowCell::new(moment(t, it.at)),
            cells: vec![
                RowCell::new(kind(t, it)),
                title,
                RowCell::new(it.counterpart.clone()),
                RowCell::new(it.purpose.clone()),
                RowCell::new(who(t, register, it)),
            ],
        }
    };
    let table = Table {
        caption: t.get("register-titel"),
        quiet_caption: true,
        columns: columns.map(|it| Column::words(t.get(it))).to_vec(),
        rows: register.lines.iter().map(row).collect(),
    };
    Sheet::new(shell, vec![Block::Table(table), Block::Reading(t.with("register-lesen", &years))])
}

/// The register as CSV.
#[must_use]
pub fn csv(t: &Texts, register: &Register) -> String {
    let header = ["at", "kind", "package", "title", "counterpart", "purpose", "by", "sha256"];
    let row = |it: &Transfer| {
        [
            Timestamp::from_microsecond(it.at).unwrap_or_default().to_string(),
            it.kind.clone(),
            it.package.clone(),
            it.title.clone(),
            it.counterpart.clone(),
            it.purpose.clone(),
            who(t, register, it),
            it.hash.as_deref().map_or_else(String::new, hex),
        ]
    };
    file::csv(std::iter::once(header.map(str::to_owned)).chain(register.lines.iter().map(row)))
}
