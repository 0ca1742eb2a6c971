use std::fmt::Write;

use crate::{
    City, FileKind, GeneratedFile,
    tables::{THEMES, Theme, profile_id},
};

pub(crate) fn files(city: &City) -> Vec<GeneratedFile> {
    let mut files = Vec::new();
    for theme in THEMES {
        for protected in [true, false] {
            let id = profile_id(city, theme, protected);
            files.push(GeneratedFile {
                name: format!("{id}.toml"),
                bytes: profile(city, theme, protected, &id).into_bytes(),
                kind: FileKind::Profile { id },
            });
        }
    }
    files
}

// Writing to a string cannot fail, so the results of `writeln!` are dropped.
fn profile(city: &City, theme: Theme, protected: bool, id: &str) -> String {
    let (office, side) = (
        format!("{}, Statistikstelle (erfunden)", city.name),
        if protected { "5er" } else { "intern" },
    );
    let title = format!(
        "{}: {} ({})",
        city.name,
        title(theme),
        if protected { "öffentlich, 5er-Rundung" } else { "intern, ungeschützt" }
    );
    let mut text = String::new();
    let _ = writeln!(text, "id = \"{id}\"\ntitle = \"{title}\"\nlayout = \"wide\"");
    let _ = writeln!(text, "area = {{ column = \"gebiet\", by = \"code\" }}");
    let _ = writeln!(text, "period = {{ column = \"{}\" }}\n", theme.period_column());
    let _ = writeln!(text, "[recognise]\ncolumns = [{}]", quoted(&theme.columns()));
    let _ = writeln!(text, "file-name = \"{}-{}-*-{side}.csv\"\n", city.slug, theme.name());
    let _ = writeln!(
        text,
        "[source]\npublisher = \"{office}\"\nlicence = \"CC0 1.0\"\npopulation-concept = \"Hauptwohnung\""
    );
    if protected {
        let _ = writeln!(text, "protection = {{ rule = \"5er-Rundung\", office = \"{office}\" }}");
    }
    for (column, indicator) in theme.fields() {
        let _ = writeln!(
            text,
            "\n[[columns]]\ncolumn = \"{column}\"\nindicator = \"{indicator}\"\nkind = \"count\""
        );
    }
    if theme == Theme::Benefits {
        let _ = writeln!(
            text,
            "\n[[columns]]\ncolumn = \"anteil_sgb2\"\nindicator = \"share_sgb2\"\nkind = \"percent\""
        );
    }
    for (mark, means) in [(".", "suppressed"), ("…", "missing"), ("–", "zero")] {
        let _ = writeln!(text, "\n[[marks]]\ntext = \"{mark}\"\nmeans = \"{means}\"");
    }
    sum_rules(&mut text, theme, protected);
    let _ = writeln!(text, "\n[[whole]]\ncolumn = \"gebiet\"\nequals = \"Gesamt\"");
    text
}

/// Rounded cells may miss their sum by two for every part and two for the whole.
fn sum_rules(text: &mut String, theme: Theme, protected: bool) {
    for (whole, parts) in theme.sums() {
        let tolerance = if protected { 2 * (parts.len() + 1) } else { 0 };
        let parts = quoted(&parts);
        let _ = writeln!(
            text,
            "\n[[sums]]\nwhole = \"{whole}\"\nparts = [{parts}]\ntolerance = {tolerance}"
        );
    }
}

fn title(theme: Theme) -> &'static str {
    match theme {
        Theme::Population => "Einwohnerinnen und Einwohner",
        Theme::Origins => "Ausländerinnen und Ausländer nach Staatsangehörigkeit",
        Theme::Ages => "Alter",
        Theme::Residence => "Wohndauer an der Adresse",
        Theme::Moves => "Bewegungen",
        Theme::Benefits => "Leistungen nach SGB II",
    }
}

fn quoted(columns: &[&str]) -> String {
    columns.iter().map(|column| format!("\"{column}\"")).collect::<Vec<_>>().join(", ")
}
