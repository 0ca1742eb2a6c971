//! What was put into a Vorgang and is no file: measures and minutes, as their own pages print them.

use ankunft_atlas::papers::Format;
use ankunft_platform::web::{App, City, Failure, Viewer};
use ankunft_report::paper::Attached;

use crate::bodies::doors::papers as meetings;
use crate::bodies::store::MEETING;
use crate::enquiries::case::Thing;
use crate::measures::doors::paper as measures;
use crate::measures::store::KIND as MEASURE;

/// So many of each kind: each is read as its own page is.
const MOST: usize = 12;

fn of<'a>(all: &'a [Thing], kind: &'a str) -> impl Iterator<Item = &'a Thing> {
    all.iter().filter(move |it| it.kind == kind)
}

/// The sheets, in Word's format, so that they can be read without this program.
pub(super) async fn sheets(
    app: &App,
    city: &City,
    viewer: &Viewer,
    all: &[Thing],
) -> Result<Vec<Attached>, Failure> {
    let mut sheets = Vec::new();
    for it in of(all, MEASURE).take(MOST) {
        let number = it.id.parse().map_err(Failure::internal)?;
        let bytes = measures::printed(app, city, viewer, (number, Format::Docx)).await?;
        sheets.push(attached(it, &format!("massnahme-{}.docx", it.id), bytes));
    }
    for it in of(all, MEETING).take(MOST) {
        let (body, number) = it.id.split_once('-').ok_or_else(Failure::not_found)?;
        let body = body.parse().map_err(Failure::internal)?;
        let id = (body, number.parse().map_err(Failure::internal)?);
        let (bytes, name) = meetings::printed(app, city, viewer, (id, Format::Docx)).await?;
        sheets.push(attached(it, &name, bytes));
    }
    Ok(sheets)
}

fn attached(it: &Thing, name: &str, bytes: Vec<u8>) -> Attached {
    Attached {
        name: name.to_owned(),
        media_type: Format::Docx.media_type().to_owned(),
        description: it.title.clone(),
        bytes,
    }
}

/// Those whose sheet lies not in the file any more.
pub(super) fn beyond(all: &[Thing]) -> impl Iterator<Item = &Thing> {
    of(all, MEASURE).skip(MOST).chain(of(all, MEETING).skip(MOST))
}
