//! The sheets of the workbook and their columns.

/// A sheet of the workbook that comes back; its name is the text `arbeitsmappe-blatt-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leaf {
    /// One row a measure.
    Measures,
    /// One row an indicator.
    Indicators,
    /// One row an indicator and period.
    Values,
    /// One row what was spent.
    Spending,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The key of the row.
    Key,
    /// The measure that the row belongs to.
    Measure,
    /// The indicator that the row belongs to.
    Indicator,
    /// Something that is only shown.
    Shown,
    /// A text.
    Text,
    /// Texts, one a line.
    Lines,
    /// A day.
    Day,
    /// A number with at most two decimals.
    Number,
    /// An amount of money; less than nothing came back.
    Money,
    /// A place.
    Place,
    /// A Stelle.
    Post,
    /// Stellen.
    Posts,
    /// The state of a measure.
    State,
    /// A step of the Wirkungstreppe.
    Step,
    /// What an indicator counts.
    Counted,
    /// How its values become one.
    Rule,
    /// Its path of days and values.
    Targets,
    /// Who reports it.
    Reporter,
    /// What a value was told apart by.
    Parts,
    /// A kind of cost.
    Cost,
    /// From whose money.
    Payer,
    /// Yes or nothing.
    Yes,
    /// A Berichtszeitraum.
    Period,
}

/// A column of a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// The field of the form that asks the same.
    pub code: &'static str,
    /// The text that names it.
    pub text: &'static str,
    /// What stands in it.
    pub kind: Kind,
    /// How wide it is, in characters.
    pub width: u16,
}

const fn column(code: &'static str, text: &'static str, kind: Kind, width: u16) -> Column {
    Column { code, text, kind, width }
}

/// The column with the keys.
pub const KEY: &str = "schluessel";
/// The column with the measure that a row belongs to.
pub const MEASURE: &str = "massnahme";
/// The column with the indicator that a row belongs to.
pub const INDICATOR: &str = "indikator";
/// The column with the period of a value.
pub const PERIOD: &str = "zeitraum";
/// The column with what a value was told apart by.
pub const PARTS: &str = "teile";
/// The column with why a booking is corrected.
pub const REASON: &str = "grund";

const MEASURES: [Column; 14] = [
    column(KEY, "arbeitsmappe-schluessel", Kind::Key, 20),
    column("titel", "massnahme-feld-titel", Kind::Text, 44),
    column("quartier", "massnahme-feld-quartier", Kind::Place, 22),
    column("federfuehrung", "massnahme-feld-federfuehrung", Kind::Post, 30),
    column("bis", "massnahme-feld-bis", Kind::Day, 13),
    column("woran", "massnahme-feld-woran", Kind::Text, 44),
    column("stand", "massnahme-feld-stand", Kind::State, 15),
    column("was", "massnahme-feld-was", Kind::Text, 50),
    column("fuer-wen", "massnahme-feld-fuer-wen", Kind::Text, 30),
    column("ab", "massnahme-feld-ab", Kind::Day, 13),
    column("wiedervorlage", "massnahme-feld-wiedervorlage", Kind::Day, 15),
    column("regeldienst", "massnahme-feld-regeldienst", Kind::Text, 40),
    column("mitwirkung", "massnahme-feld-mitwirkung", Kind::Posts, 40),
    column("kenntnisnahme", "massnahme-feld-kenntnisnahme", Kind::Posts, 40),
];

const INDICATORS: [Column; 15] = [
    column(KEY, "arbeitsmappe-schluessel", Kind::Key, 22),
    column(MEASURE, "massnahme", Kind::Measure, 44),
    column("stufe", "indikator-feld-stufe", Kind::Step, 8),
    column("name", "indikator-feld-name", Kind::Text, 40),
    column("einheit", "indikator-feld-einheit", Kind::Text, 16),
    column("art", "indikator-feld-art", Kind::Counted, 18),
    column("regel", "arbeitsmappe-regel", Kind::Rule, 22),
    column("ausgangswert", "indikator-feld-ausgangswert", Kind::Number, 14),
    column("ausgangstag", "indikator-ausgangstag", Kind::Day, 13),
    column("zielpfad", "indikator-feld-zielpfad", Kind::Targets, 34),
    column("quelle", "indikator-feld-quelle", Kind::Text, 30),
    column("gliederung", "indikator-feld-gliederung", Kind::Lines, 24),
    column("wer-berichtet", "indikator-feld-wer-berichtet", Kind::Reporter, 30),
    column("beendet", "arbeitsmappe-beendet", Kind::Yes, 10),
    column("merkmal", "indikator-feld-merkmal", Kind::Shown, 26),
];

const VALUES: [Column; 10] = [
    column(KEY, "arbeitsmappe-schluessel", Kind::Key, 28),
    column(MEASURE, "massnahme", Kind::Measure, 44),
    column(INDICATOR, "arbeitsmappe-indikator", Kind::Indicator, 40),
    column(PERIOD, "wert-zeitraum", Kind::Period, 12),
    column("wert", "wert", Kind::Number, 12),
    column("von", "wert-nenner", Kind::Number, 14),
    column("fehlanzeige", "wert-fehlanzeige", Kind::Yes, 13),
    column("notiz", "wert-notiz", Kind::Text, 40),
    column("stand", "wert-stand", Kind::Shown, 30),
    column(PARTS, "wert-teile", Kind::Parts, 30),
];

const SPENDING: [Column; 8] = [
    column(KEY, "arbeitsmappe-schluessel", Kind::Key, 22),
    column(MEASURE, "massnahme", Kind::Measure, 44),
    column("tag", "ausgabe-tag", Kind::Day, 13),
    column("betrag", "ausgabe-betrag", Kind::Money, 14),
    column("art", "plan-ausgabeart", Kind::Cost, 26),
    column("mittel", "ausgabe-mittel", Kind::Payer, 34),
    column("notiz", "ausgabe-notiz", Kind::Text, 40),
    column(REASON, "arbeitsmappe-grund", Kind::Text, 30),
];

impl Leaf {
    /// All of them, in their order.
    pub const ALL: [Self; 4] = [Self::Measures, Self::Indicators, Self::Values, Self::Spending];

    /// The text that names it.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Measures => "arbeitsmappe-blatt-massnahmen",
            Self::Indicators => "arbeitsmappe-blatt-indikatoren",
            Self::Values => "arbeitsmappe-blatt-werte",
            Self::Spending => "arbeitsmappe-blatt-ausgaben",
        }
    }

    /// Its columns, in their usual order.
    #[must_use]
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Measures => &MEASURES,
            Self::Indicators => &INDICATORS,
            Self::Values => &VALUES,
            Self::Spending => &SPENDING,
        }
    }

    /// The column of this code.
    #[must_use]
    pub fn column(self, code: &str) -> Option<&'static Column> {
        self.columns().iter().find(|it| it.code == code)
    }
}

impl Kind {
    /// Whether it says something that can be changed.
    #[must_use]
    pub const fn is_said(self) -> bool {
        !matches!(self, Self::Key | Self::Measure | Self::Indicator | Self::Shown | Self::Period)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::effects::model::Part as OfIndicator;
    use crate::measures::model::Part as OfMeasure;

    #[test]
    fn every_field_of_the_forms_has_a_column() {
        for it in OfMeasure::ALL {
            assert!(Leaf::Measures.column(it.code()).is_some(), "{it:?}");
        }
        for it in OfIndicator::ALL {
            assert!(Leaf::Indicators.column(it.code()).is_some(), "{it:?}");
        }
    }
}
