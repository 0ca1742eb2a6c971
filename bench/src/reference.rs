//! The reference files, where they are.

use std::path::{Path, PathBuf};

/// A file below `ANKUNFT_REFERENCE` (default `../shared`), if it is there.
#[must_use]
pub fn file(path: &str) -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folder =
        std::env::var_os("ANKUNFT_REFERENCE").map_or_else(|| "../shared".into(), PathBuf::from);
    Some(root.join(folder).join(path)).filter(|it| it.exists())
}

/// The bytes of a reference file; says so if it is not there.
#[must_use]
pub fn bytes(path: &str) -> Option<Vec<u8>> {
    let found = file(path).and_then(|it| std::fs::read(it).ok());
    if found.is_none() {
        eprintln!("left out, because the reference data lack it: {path}");
    }
    found
}
