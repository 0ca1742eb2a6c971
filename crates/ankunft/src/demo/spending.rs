//! What Musterstadt has spent on its measures: some bookings, one of them corrected, one kind of cost
//! over its plan.

use ankunft_governance::around::money::CostKind;
use ankunft_governance::measures::store as measures;
use ankunft_governance::spending::model::{Payer, Says};
use ankunft_governance::spending::store::{self, New};
use ankunft_platform::changes::Author;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::App;
use jiff::civil::{Date, date};

use super::AUTHOR;
use crate::console::Problem;

const OFFICE: &str = "Stadtteilbüro mit Sprechstunde in sechs Sprachen";
const GUIDES: &str = "Lotsinnen für den Weg zu Kita und Sprachkurs";

/// A booking: measure, day, cents, kind, who pays, what for, and the booking that it corrects.
type Booked = (
    &'static str,
    Date,
    i64,
    CostKind,
    Option<(&'static str, &'static str)>,
    &'static str,
    Option<(i64, &'static str)>,
);

const LAND: Option<(&str, &str)> = Some(("Land", "Sozialer Zusammenhalt"));
const BUND: Option<(&str, &str)> = Some(("Bund", "Sozialer Zusammenhalt"));

const INVENTED: [Booked; 9] = [
    (OFFICE, date(2026, 2, 27), 600_000, CostKind::Staff, LAND, "Personal, Januar bis März", None),
    (OFFICE, date(2026, 3, 9), 318_400, CostKind::Investment, BUND, "Möbel und Theke", None),
    (
        OFFICE,
        date(2026, 3, 31),
        61_880,
        CostKind::Material,
        None,
        "Miete und Strom, erstes Quartal",
        None,
    ),
    (OFFICE, date(2026, 5, 29), 600_000, CostKind::Staff, LAND, "Personal, April bis Juni", None),
    (
        OFFICE,
        date(2026, 6, 12),
        415_000,
        CostKind::Contracts,
        BUND,
        "Dolmetschen, erstes Halbjahr",
        None,
    ),
    (OFFICE, date(2026, 9, 4), 385_300, CostKind::Contracts, BUND, "Dolmetschen, Sommer", None),
    (
        OFFICE,
        date(2026, 3, 31),
        61_880,
        CostKind::Material,
        LAND,
        "Miete und Strom, erstes Quartal",
        Some((3, "Förderfähig, Bescheid vom 2. April")),
    ),
    (
        GUIDES,
        date(2026, 6, 30),
        1_280_000,
        CostKind::Staff,
        Some(("EU", "ESF Plus")),
        "Zwei halbe Stellen, erstes Halbjahr",
        None,
    ),
    (GUIDES, date(2026, 7, 15), 46_750, CostKind::Material, None, "Taschen und Stadtpläne", None),
];

/// Writes it down for measures of which nothing is booked yet.
pub(super) async fn book(app: &App, city: Tenant) -> Result<(), Problem> {
    let mut change = app.store.change(Author::program(AUTHOR)).await?;
    let all = measures::measures(&mut change, city).await?;
    let mut is_new = false;
    for title in [OFFICE, GUIDES] {
        let Some(it) = all.iter().find(|it| it.plan.title == title) else { continue };
        if !store::book(&mut change, city, it.number).await?.is_empty() {
            continue;
        }
        let own = INVENTED.iter().filter(|it| it.0 == title);
        for ((_, day, cents, kind, payer, note, corrects), line) in own.zip(1_i64..) {
            let payer = payer.map_or(Payer::Own, |(name, programme)| Payer::Source {
                name: name.to_owned(),
                programme: programme.to_owned(),
            });
            let (kind, note) = (Some(*kind), (*note).to_owned());
            let says = Says { day: *day, cents: *cents, kind, payer, note };
            let form_key = format!("demo-{line}");
            let new = New { says: &says, corrects: *corrects, form_key: &form_key };
            store::append(&mut change, city, (it.number, line), new).await?;
            is_new = true;
        }
    }
    if is_new {
        change.commit().await?;
    }
    Ok(())
}
