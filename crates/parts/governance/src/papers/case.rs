//! Vorlagen in their Vorgang: the paper as it was put before the bodies, and the adopted file.

use ankunft_platform::attachments::{self, Attachment};
use ankunft_platform::citing::{self, Cited};
use ankunft_platform::parts::Case;
use ankunft_platform::web::{App, City, Failure, Viewer};
use ankunft_report::paper::Attached;

use super::doors::template::{self, WORD};
use super::store::{DRAFT, KIND, is_decided_sql};
use super::view::PaperView;
use crate::permissions::SEE_PAPERS;

/// The day of a Vorlage is that of its last step.
macro_rules! list {
    ($id:literal, $if:literal) => {
        concat!(
            "select ",
            $id,
            ", v.subject, '/beschluesse/vorlagen/' || cast(v.paper as text), \
             coalesce((select max(coalesce(m.on_date, s.on_date)) from paper_step s \
             left join paper_step_version m on m.tenant = s.tenant and m.paper = s.paper \
             and m.step = s.number and m.version = (select max(n.version) \
             from paper_step_version n where n.tenant = s.tenant and n.paper = s.paper \
             and n.step = s.number) where s.tenant = v.tenant and s.paper = v.paper \
             and coalesce(m.removed, 0) = 0), '') from paper_version v \
             join paper p on p.tenant = v.tenant and p.number = v.paper \
             where v.tenant = $1 and v.file_number = $2 and v.version = (select max(n.version) \
             from paper_version n where n.tenant = v.tenant and n.paper = v.paper) and ",
            $if,
            is_decided_sql!(),
        )
    };
}

/// What is decided, under the kind of its files, and what is not yet.
pub(super) const CASES: [Case; 2] = [
    Case { kind: KIND, action: SEE_PAPERS, list: list!("p.code", "") },
    Case { kind: DRAFT, action: SEE_PAPERS, list: list!("cast(v.paper as text)", "not ") },
];

/// Whether a thing of a Vorgang is a Vorlage, and which.
#[must_use]
pub(crate) fn number_of(kind: &str, path: &str) -> Option<i64> {
    [KIND, DRAFT].contains(&kind).then(|| path.rsplit('/').next()?.parse().ok())?
}

/// Files for a paper, and the numbers of those that are kept as they came.
pub(crate) type Files = (Vec<Attached>, Vec<i64>);

/// The files of Vorlagen, as far as they fit into what is left of bytes: the paper itself, and the
/// adopted ones for who may see all that they print.
pub(crate) async fn files(
    app: &App,
    city: &City,
    viewer: &Viewer,
    (numbers, left): (&[i64], &mut i64),
) -> Result<Files, Failure> {
    if numbers.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let views = PaperView::read_several(app, city, viewer, numbers).await?;
    let readable = |it: &&PaperView| it.reasons.cited.iter().all(|it| it.text.is_some());
    let written: Vec<&PaperView> = views.iter().filter(readable).collect();
    let adopted: Vec<&PaperView> = views.iter().filter(|it| it.shows_adopted()).collect();
    let mut cited: Vec<&Cited> = written.iter().flat_map(|it| &it.reasons.cited).collect();
    cited.extend(adopted.iter().flat_map(|it| &it.adopted.cited));
    citing::note_handed_out(app, viewer, city, cited, "pdf").await?;
    let template = template::template(app, city).await?;
    let mut all = Vec::new();
    for view in written {
        let paper = view.paper();
        all.push(Attached {
            name: format!("vorlage-{}.docx", paper.number),
            media_type: WORD.to_owned(),
            description: paper.draft.subject.clone(),
            bytes: template::filled(app, city, (view, template.clone())).await?,
        });
    }
    let mut fits = |file: &Attachment| {
        let fits = file.withdrawn_at.is_none() && file.size <= *left;
        *left -= if fits { file.size } else { 0 };
        fits
    };
    let mut kept: Vec<(&PaperView, &Attachment)> = Vec::new();
    for view in adopted {
        kept.extend(view.files.iter().filter(|it| fits(it)).map(|it| (view, it)));
    }
    let asked: Vec<&Attachment> = kept.iter().map(|it| it.1).collect();
    let inside = asked.iter().map(|it| it.id).collect();
    let mut read = app.store.read().await?;
    let mut bytes = attachments::read_several(&mut read, city.tenant(), &asked).await?;
    let file = |(view, it): (&PaperView, &Attachment)| {
        let paper = view.paper();
        Some(Attached {
            name: format!("beschluss-{}-{}.pdf", paper.number, it.id),
            media_type: it.media_type.clone(),
            description: format!("{}: {}", paper.draft.subject, it.file_name),
            bytes: bytes.remove(&it.id)?,
        })
    };
    all.extend(kept.into_iter().filter_map(file));
    Ok((all, inside))
}
