/// What a file may be at most. Whatever is greater is refused before it fills the memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a file, and of all that an archive unpacks to.
    pub bytes: u64,
    /// Columns of a table.
    pub columns: usize,
    /// Rows of a table.
    pub rows: usize,
    /// Bytes of one cell.
    pub cell_bytes: usize,
    /// How many times larger than packed an archive may unpack to.
    pub zip_ratio: u64,
    /// Members of an archive.
    pub zip_members: usize,
    /// Bytes that a workbook unpacks to: in memory it takes several times as much.
    pub workbook_bytes: u64,
    /// Cells of a sheet, empty ones between others included.
    pub sheet_cells: u64,
    /// Findings of one kind that are named one by one.
    pub findings_of_a_kind: usize,
}

impl Default for Limits {
    /// Enough for the 100 m grid of all Germany (3.2 million rows), and no more.
    fn default() -> Self {
        Self {
            bytes: 256 << 20,
            columns: 4_096,
            rows: 5_000_000,
            cell_bytes: 32_767,
            zip_ratio: 150,
            zip_members: 1_000,
            workbook_bytes: 64 << 20,
            sheet_cells: 4_000_000,
            findings_of_a_kind: 500,
        }
    }
}
