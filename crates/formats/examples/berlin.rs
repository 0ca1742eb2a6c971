//! How long reading and joining the whole population register of Berlin takes.
//! Run with the folder that has `population` and `areas`.

#![expect(clippy::disallowed_methods, clippy::disallowed_types, reason = "reads and measures")]
#![allow(clippy::print_stdout)]

use std::path::Path;
use std::time::Instant;

use ankunft_formats::table::{ReadOptions, read};
use ankunft_formats::{AreaIndex, Target, built_in_profiles, observe, recognise};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("say the folder")?;
    let start = Instant::now();
    let (mut files, mut rows, mut series) = (0, 0, 0);
    for entry in std::fs::read_dir(Path::new(&folder).join("population"))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path)?;
        let Ok((table, _)) = read(&bytes, &name, &ReadOptions::default()) else { continue };
        let Some(profile) = recognise(&table, &name, built_in_profiles()) else { continue };
        let codes = table.rows().map(|row| (row.field(0).to_owned(), String::new()));
        let index = AreaIndex::new("own", codes.collect());
        let (observations, _) = observe(&table, profile, &Target::of(&index));
        files += 1;
        rows += observations.rows.joined;
        series += observations.series.len();
    }
    println!("{files} files, {rows} rows, {series} series in {:.2?}", start.elapsed());
    Ok(())
}
