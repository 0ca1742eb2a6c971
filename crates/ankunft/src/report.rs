//! `ankunft report`: papers from a data folder, without server.

use std::path::Path;

use ankunft_atlas::api::internal_versions;
use ankunft_atlas::assess;
use ankunft_atlas::papers::quarter::Around;
use ankunft_atlas::papers::{Format, Letterhead, city, quarter};
use ankunft_atlas::store::Memory;
use ankunft_atlas::view::overview::{Asker, Origin};
use ankunft_atlas::view::{profile, report};
use ankunft_disclosure::Audience;
use ankunft_platform::changes::Author;
use ankunft_platform::downloads;
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::tenant::{self, TenantInfo};
use ankunft_report::paper::Paper;

use crate::cli::{ReportArgs, ReportKind, ReportReader};
use crate::console::{self, Problem, say, texts};
use crate::installation::{self, Installation};

/// Who hands out, in the change log.
const AUTHOR: &str = "ankunft report";

/// Makes a paper and writes it. What of it is not public is noted in the change log first.
pub async fn run(arguments: ReportArgs) -> Result<(), Problem> {
    let t = texts(&arguments.language)?;
    let format = format(&arguments.out, &t)?;
    installation::check_ags(&arguments.kommune)?;
    if !arguments.data.is_dir() {
        let folder = arguments.data.display().to_string();
        return Err(Problem::input(
            t.with("bericht-kein-ordner", &[("ordner", Arg::from(folder))]),
        ));
    }
    let installation = Installation::of_folder(&arguments.data).await?;
    let done = write(&installation, &arguments, (format, &t)).await;
    installation.store.close().await;
    done?;
    say(&arguments.out.display().to_string());
    Ok(())
}

/// The format by the ending of the file.
fn format(out: &Path, t: &Texts) -> Result<Format, Problem> {
    let ending = out.extension().and_then(|it| it.to_str()).unwrap_or_default();
    Format::from_code(ending).ok_or_else(|| {
        let file = out.display().to_string();
        Problem::usage(t.with("bericht-endung", &[("datei", Arg::from(file))]))
    })
}

async fn write(
    installation: &Installation,
    arguments: &ReportArgs,
    (format, t): (Format, &Texts),
) -> Result<(), Problem> {
    let ags = &arguments.kommune;
    let info = tenant::by_ags(&mut *installation.store.read().await?, ags).await?;
    let info = info.ok_or_else(|| {
        Problem::input(t.with("bericht-keine-kommune", &[("ags", Arg::from(ags.as_str()))]))
    })?;
    let (paper, sources) = paper(installation, arguments, (&info, t)).await?;
    let file = format.file(&paper).map_err(Problem::internal)?;
    let versions = internal_versions(&sources);
    if !versions.is_empty() {
        let mut change = installation.store.change(Author::program(AUTHOR)).await?;
        downloads::record(&mut change, info.tenant, &versions, format.code()).await?;
        change.commit().await?;
    }
    console::write(t, &arguments.out, &file)
}

async fn paper(
    installation: &Installation,
    arguments: &ReportArgs,
    (info, t): (&TenantInfo, &Texts),
) -> Result<(Paper, Vec<Origin>), Problem> {
    let memory = Memory::default();
    let reader = audience(arguments.reader);
    let asker = Asker {
        tenant: info.tenant,
        audience: reader,
        key: &installation.keys.release,
        memory: &memory,
    };
    let address = arguments.address.as_ref();
    let head = Letterhead {
        t,
        reader,
        city: &info.name,
        address: address.map(|it| format!("{}/{}", it.trim_end_matches('/'), info.slug)),
        day: arguments.date.unwrap_or_else(installation::today),
    };
    let geography = arguments.geography.as_deref();
    // There may be no worker on this folder: what an assessment lacks is computed here.
    let keys = &installation.keys;
    assess::bring_up_to_date(&installation.store, keys, &memory, info.tenant).await?;
    let mut read = installation.store.read().await?;
    let may = reader <= Audience::Administration;
    match (arguments.kind, arguments.id.as_deref()) {
        (ReportKind::Quartier, id) => {
            let id = id.unwrap_or_default();
            let found = profile::profile(&mut read, asker, geography, id).await?;
            let view = found.ok_or_else(|| {
                Problem::input(t.with("bericht-kein-quartier", &[("id", Arg::from(id))]))
            })?;
            let about = assess::about(&mut read, asker, (&view.geography.code, may)).await?;
            let around = Around { about: &about, with_annex: arguments.annex };
            let sources = [view.sources.as_slice(), about.sources()].concat();
            Ok((quarter::paper(&head, &view, around), sources))
        }
        (ReportKind::Kommune, _) => {
            let found = report::report(&mut read, asker, geography).await?;
            let view = found.ok_or_else(|| Problem::input(t.get("bericht-nichts-frei")))?;
            let about = assess::about(&mut read, asker, (&view.geography.code, may)).await?;
            let sources = [view.sources.as_slice(), about.sources()].concat();
            Ok((city::paper(&head, &view, &about), sources))
        }
    }
}

const fn audience(reader: ReportReader) -> Audience {
    match reader {
        ReportReader::Public => Audience::Public,
        ReportReader::Administration => Audience::Administration,
    }
}
