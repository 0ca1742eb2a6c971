use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use super::fields;

struct Field {
    name: String,
    kind: u8,
    from: usize,
    to: usize,
}

/// One row's fields by name.
type Row = Vec<(String, String)>;

/// The rows of a dBASE table as text; `None` if it is no such table or
/// it is cut. At most one row more than `limit`.
pub(super) fn rows(bytes: &[u8], code_page: Option<&str>, limit: usize) -> Option<Vec<Row>> {
    let count = u32::from_le_bytes(*bytes.get(4..)?.first_chunk()?) as usize;
    let head = usize::from(u16::from_le_bytes(*bytes.get(8..)?.first_chunk()?));
    let width = usize::from(u16::from_le_bytes(*bytes.get(10..)?.first_chunk()?));
    if width == 0 {
        return None;
    }
    let encoding = encoding(code_page, *bytes.get(29)?);
    let fields = table_fields(bytes.get(32..head)?, encoding, width)?;
    let mut records = bytes.get(head..)?.chunks_exact(width);
    let rows: Vec<Row> = records
        .by_ref()
        .take(count.min(limit.saturating_add(1)))
        // Deleted rows stay: their shapes do too, and both are counted from the start.
        .map(|record| {
            let text = |field: &Field| value(&record[field.from..field.to], field.kind, encoding);
            fields.iter().map(|field| (field.name.clone(), text(field))).collect()
        })
        .collect();
    (rows.len() == count.min(limit.saturating_add(1))).then_some(rows)
}

fn table_fields(bytes: &[u8], encoding: &'static Encoding, width: usize) -> Option<Vec<Field>> {
    let mut fields = Vec::new();
    let mut from = 1;
    let (descriptions, _) = bytes.as_chunks::<32>();
    for description in descriptions.iter().take_while(|it| it[0] != 0x0d) {
        let name = description[..11].split(|byte| *byte == 0).next().unwrap_or_default();
        let to = from + usize::from(description[16]);
        if to > width {
            return None;
        }
        let name = encoding.decode_without_bom_handling(name).0.trim().to_owned();
        fields.push(Field { name, kind: description[11], from, to });
        from = to;
    }
    Some(fields)
}

fn value(bytes: &[u8], kind: u8, encoding: &'static Encoding) -> String {
    let text = encoding.decode_without_bom_handling(bytes).0;
    let text = text.trim_matches(['\0', ' ']);
    match (kind, text.parse::<f64>()) {
        (b'N' | b'F', Ok(number)) if text.contains(['.', 'e', 'E']) => fields::number_text(number),
        _ => text.to_owned(),
    }
}

/// The encoding that a `.cpg` file names, or the language byte of the table; without both,
/// it is that of Windows, as most programs in offices write it.
fn encoding(code_page: Option<&str>, language: u8) -> &'static Encoding {
    let named = code_page.map(str::trim).and_then(|name| {
        let plain = name.to_lowercase().replace([' ', '-', '_'], "");
        match plain.as_str() {
            "utf8" | "65001" => Some(UTF_8),
            "1252" | "ansi1252" | "cp1252" => Some(WINDOWS_1252),
            "88591" | "iso88591" | "latin1" => Some(WINDOWS_1252),
            _ => Encoding::for_label(name.as_bytes()),
        }
    });
    let by_language = || match language {
        0xc8 => Some(encoding_rs::WINDOWS_1250),
        0xc9 => Some(encoding_rs::WINDOWS_1251),
        _ => None,
    };
    named.or_else(by_language).unwrap_or(WINDOWS_1252)
}
