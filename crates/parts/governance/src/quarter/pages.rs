//! `/{kommune}/steuerung/quartiere/{level}/{area}`: what is done in this quarter, and what came of it?

use ankunft_platform::languages::Arg;
use ankunft_platform::page::Link;
use ankunft_platform::parts::Chapter;
use ankunft_platform::web::{Block, City, Sheet, Viewer};

use super::address;
use crate::measures;

/// The page of a quarter of this name.
pub fn show(
    viewer: &Viewer,
    city: &City,
    ((level, area), name): ((&str, &str), &str),
    chapters: &[Chapter],
) -> Sheet {
    let t = &viewer.t;
    let own = address(city, (level, area));
    let profile = format!("/atlas/quartiere/{area}?ebene={level}");
    let crumbs = vec![
        Link::new(t.get("nav-steuerung"), city.at(measures::PATH)),
        Link::new(name.to_owned(), city.at(&profile)),
    ];
    let title = t.with("quartiersbericht-titel", &[("quartier", Arg::from(name))]);
    let shell = viewer
        .page(title)
        .lead(t.get("quartiersbericht-wozu"))
        .crumbs(crumbs)
        .mark(t.get("massnahme-nur-intern"))
        .data(vec![Link::new("XLSX", format!("{own}/xlsx"))]);
    let paper = |kind: &str| {
        let label = t.get(&format!("quartiersbericht-{kind}"));
        Link::new(label, format!("{own}/papier/{kind}"))
    };
    let mut blocks = vec![Block::Links(vec![paper("pdf"), paper("docx")])];
    for chapter in chapters {
        blocks.push(Block::Heading(chapter.title.clone()));
        if !chapter.lead.is_empty() {
            blocks.push(Block::Text(chapter.lead.clone()));
        }
        for it in &chapter.sections {
            blocks.push(match it.table.rows.is_empty() {
                true => Block::Text(it.none.clone()),
                false => Block::Table(it.table.clone()),
            });
        }
    }
    Sheet::new(shell, blocks)
}
