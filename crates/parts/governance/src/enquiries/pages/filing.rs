//! `/{kommune}/anfragen/vorgang/ablegen`: into which Vorgang does it belong?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{Button, Field, Problems};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};

use super::frame;
use crate::enquiries::filing::{FIELD, Filed};
use crate::enquiries::permissions::{ANSWER, SEE};
use crate::enquiries::{CASE, FILING, PATH, case_address};

/// The page, with what was typed.
pub fn show(
    viewer: &Viewer,
    city: &City,
    it: &Filed,
    (typed, problems): (&str, &Problems),
) -> Sheet {
    let t = &viewer.t;
    let title = t.with("ablegen-titel", &[("titel", Arg::from(it.title.as_str()))]);
    let shell = frame(viewer, city, (title, t.get("ablegen-leit")));
    let field = Field::new("az", t.get("anfrage-feld-aktenzeichen"))
        .hint(t.get("ablegen-hinweis"))
        .value(typed)
        .optional()
        .error(problems.of("az"));
    let action = city.at(&format!("{PATH}{CASE}{FILING}"));
    let form = FormBlock::new(action, Button::primary(t.get("ablegen")))
        .hidden(FIELD, it.name())
        .hidden("war", it.file_number.clone())
        .field(field);
    let mut ways = vec![Link::new(t.get("tagesordnung-ding"), city.at(&it.path))];
    if !it.file_number.is_empty() {
        ways.push(vorgang(t, city, &it.file_number));
    }
    let blocks = vec![Block::Problems(problems.clone()), Block::Form(form), Block::Links(ways)];
    Sheet::new(shell, blocks)
}

fn vorgang(t: &Texts, city: &City, file_number: &str) -> Link {
    let title = t.with("vorgang-titel", &[("az", Arg::from(file_number))]);
    Link::new(title, case_address(city, file_number))
}

/// On the page of a thing: the way to its Vorgang, and the way into another one for who may change the
/// thing; each for who may read and answer enquiries.
pub(crate) fn ways(
    viewer: &Viewer,
    city: &City,
    ((kind, id), file_number): ((&str, &str), &str),
    may_change: bool,
) -> Vec<Link> {
    let t = &viewer.t;
    let mut links = Vec::new();
    if !file_number.is_empty() && viewer.may(SEE) {
        links.push(vorgang(t, city, file_number));
    }
    if may_change && viewer.may(ANSWER) {
        let label = if file_number.is_empty() { "ablegen-in" } else { "ablegen-anders" };
        let way = format!("{PATH}{CASE}{FILING}?{FIELD}={kind}:{id}");
        links.push(Link::new(t.get(label), city.at(&way)));
    }
    links
}
