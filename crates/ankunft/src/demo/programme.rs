//! What the twelve cities of the demo have in common: Kernindikatoren, and tables that go to the
//! programme, to research and to a neighbour.

use ankunft_platform::accounts::{self, Membership, NewAccount};
use ankunft_platform::changes::Author;
use ankunft_platform::config::Config;
use ankunft_platform::password;
use ankunft_platform::permission::Role;
use ankunft_platform::store::Change;
use ankunft_platform::tenant::{self, NewTenant, Tenant, TenantInfo, TenantKind};
use ankunft_platform::web::App;
use ankunft_programme::core::model::{Own, Text};
use ankunft_programme::core::store as core;
use ankunft_programme::exchange::make::sharable;
use ankunft_programme::exchange::model::Recipient;
use ankunft_programme::exchange::store::grants::{self, NewGrant};
use ankunft_programme::library::{model::Text as Card, store as library};
use ankunft_programme::together::model::{Appointment, Profile};
use ankunft_programme::together::store as together;
use jiff::civil::date;

use super::{AUTHOR, PASSWORD};
use crate::console::Problem;

/// Who keeps the programme together: address and name.
pub(super) const OFFICE: (&str, &str) = ("leonie.brandt@programm.example", "Leonie Brandt");

/// The research team's tenant.
const RESEARCH: (&str, &str) = ("begleitforschung", "Begleitforschung");

/// An invented Kernindikator, and the measure of the cities that fits.
struct Invented {
    code: &'static str,
    name: &'static str,
    definition: &'static str,
    unit: &'static str,
    deviations: &'static str,
    measure: &'static str,
}

const INVENTED: &[Invented] = &[
    Invented {
        code: "einwohner",
        name: "Einwohner",
        definition: "Personen mit Hauptwohnung im Gebiet",
        unit: "persons",
        deviations: "Personen mit Nebenwohnung, wenn die Abweichung benannt ist",
        measure: "population",
    },
    Invented {
        code: "auslaenderanteil",
        name: "Ausländeranteil",
        definition: "Personen ohne deutsche Staatsangehörigkeit je 100 Einwohner",
        unit: "percent",
        deviations: "",
        measure: "share_foreigners",
    },
    Invented {
        code: "zuzug-ausland",
        name: "Zuzug aus dem Ausland",
        definition: "Zuzüge aus dem Ausland im Jahr je 1.000 Einwohner",
        unit: "per-1000",
        deviations: "Kalenderhalbjahre, verdoppelt",
        measure: "arrivals_abroad_rate",
    },
];

/// Writes it down, unless it is there.
pub(super) async fn share(config: &Config) -> Result<(), Problem> {
    let app = App::open(config.clone(), crate::parts()).await.map_err(Problem::internal)?;
    let all = tenant::all(&mut *app.store.read().await?).await?;
    let programme = all.iter().find(|it| it.kind == TenantKind::Programme);
    let known = all.iter().any(|it| it.kind == TenantKind::Research);
    if let Some(programme) = programme.filter(|_| !known) {
        let mut change = app.store.change(Author::program(AUTHOR)).await?;
        let research = people(&mut change, programme.tenant).await?;
        let cities: Vec<&TenantInfo> =
            all.iter().filter(|it| it.kind == TenantKind::Kommune).collect();
        define(&mut change, programme.tenant, &cities).await?;
        let compare = "Vergleich der Bevölkerung in den zwölf Städten";
        let research_of = "Begleitforschung: Phasen des Ankommens";
        for (city, to, table, purpose) in [
            ("musterstadt", programme.tenant, "foreigners", compare),
            ("musterstadt", programme.tenant, "arrivals_abroad", compare),
            ("gradlingen", programme.tenant, "foreigners", compare),
            ("medianfurth", programme.tenant, "foreigners", compare),
            ("stichelsund", programme.tenant, "foreigners", compare),
            ("musterstadt", research, "arrivals_abroad", research_of),
            ("gradlingen", research, "arrivals_abroad", research_of),
        ] {
            let Some(city) = cities.iter().find(|it| it.slug == city) else { continue };
            give(&app, &mut change, city, (to, table, purpose)).await?;
        }
        if let [first, .., last] = &cities[..] {
            let purpose = "Austausch unter Nachbarn";
            give(&app, &mut change, last, (first.tenant, "foreigners", purpose)).await?;
        }
        tell(&mut change, programme.tenant, &cities).await?;
        change.commit().await?;
    }
    app.store.close().await;
    Ok(())
}

/// The programme's office and the research team, with their log-ins.
async fn people(change: &mut Change, programme: Tenant) -> Result<Tenant, Problem> {
    let hash = password::hash(PASSWORD).map_err(Problem::internal)?;
    let new = NewTenant {
        kind: TenantKind::Research,
        slug: RESEARCH.0,
        name: RESEARCH.1,
        ags: None,
        language: "de",
    };
    let research = tenant::found(change, new).await?;
    let team = ankunft_musterstadt::programme(super::SEED).research_team;
    let team =
        team.iter().map(|it| (it.email.as_str(), it.name.as_str(), research, Role::Research));
    let office = (OFFICE.0, OFFICE.1, programme, Role::Coordination);
    for (email, name, tenant, role) in std::iter::once(office).chain(team) {
        let new = NewAccount { email, name, password_hash: Some(&hash), language: "de" };
        let account = accounts::create(change, new).await?;
        accounts::grant(change, &Membership { tenant, account, role, person: None }).await?;
    }
    Ok(research)
}

/// The Kernindikatoren, and what most cities say of theirs.
async fn define(
    change: &mut Change,
    programme: Tenant,
    cities: &[&TenantInfo],
) -> Result<(), Problem> {
    for it in INVENTED {
        let text = Text {
            name: it.name.to_owned(),
            definition: it.definition.to_owned(),
            population_concept: "Hauptwohnung".to_owned(),
            reference_day: if it.unit == "per-1000" { "Kalenderjahr" } else { "31.12." }.to_owned(),
            unit: it.unit.to_owned(),
            deviations: it.deviations.to_owned(),
            retired: false,
        };
        core::write(change, programme, (it.code, 1), &text).await?;
        for (at, city) in cities.iter().enumerate() {
            // Two cities have said nothing yet, and one counts otherwise.
            if at % 5 == 3 {
                continue;
            }
            let differs = at % 6 == 1;
            let own = Own {
                measure: Some(it.measure.to_owned()).filter(|it| !it.is_empty()),
                population_concept: if differs { "wohnberechtigt" } else { "Hauptwohnung" }
                    .to_owned(),
                reference_day: text.reference_day.clone(),
                deviation: if differs { "mit Nebenwohnungen" } else { "" }.to_owned(),
            };
            core::map(change, (city.tenant, programme), (it.code, 1, 1), &own).await?;
        }
    }
    Ok(())
}

/// What some cities tell of themselves, what they ask, and what helped.
async fn tell(
    change: &mut Change,
    programme: Tenant,
    cities: &[&TenantInfo],
) -> Result<(), Problem> {
    let ways = ["querschnitt", "chefsache", "einzelne", "anlaufstelle", "impulsgeber"];
    let invented = ankunft_musterstadt::programme(super::SEED).cities;
    for (at, city) in cities.iter().enumerate().filter(|it| it.0 % 4 != 3) {
        let own = invented.iter().find(|it| it.slug == city.slug);
        let quarters = own.map_or(&[][..], |it| it.quarters()).iter().rev().take(2);
        let quarters: Vec<&str> = quarters.map(|it| it.name.as_str()).collect();
        let profile = Profile {
            organisation: ways[at % ways.len()].to_owned(),
            lead_unit: ["Referat Stadtentwicklung", "Stabsstelle Integration"][at % 2].to_owned(),
            contacts: String::new(),
            quarters: match city.slug.as_str() {
                "musterstadt" => "Fuchsrain, Lerchenfeld".to_owned(),
                _ => quarters.join(", "),
            },
            intent: ["signed", "drafted", "signed"][at % 3].to_owned(),
            doing: [
                "Ein Stadtteilbüro wird zum Ort für Alte und Neue",
                "Schule als Mitte des Quartiers",
            ][at % 2]
                .to_owned(),
        };
        together::tell(change, city.tenant, 1, &profile).await?;
    }
    let meeting = Appointment {
        title: "Werkstatt: Orte, die beim Ankommen helfen".to_owned(),
        starts_on: date(2027, 3, 11),
        ends_on: Some(date(2027, 3, 12)),
        place: "Musterstadt".to_owned(),
        about: "Jede Kommune bringt eine Wirkungskarte mit.".to_owned(),
        cancelled: false,
    };
    together::appoint(change, programme, (None, 1), &meeting).await?;
    let [first, second, ..] = cities else { return Ok(()) };
    let question =
        ("Wer hat Lotsinnen für den Weg zur Kita?", "Wir suchen Erfahrungen mit Honoraren.");
    let both = |city: &TenantInfo| (programme, city.tenant);
    let number = together::say(change, both(first), None, question).await?;
    let answer = ("", "Wir, seit zwei Jahren. Die Wirkungskarte steht in der Bibliothek.");
    together::say(change, both(second), Some(number), answer).await?;
    let card = Card {
        title: "Lotsinnen für den Weg zu Kita und Sprachkurs".to_owned(),
        problem: "Neue Familien fanden den Weg zum Kitaplatz nicht; die Beratung sah sie zu spät."
            .to_owned(),
        done: "Vier Nachbarinnen begleiten zu Terminen, zwei Nachmittage in der Woche.".to_owned(),
        marks: ["zuzug-ausland", "jung", "neu"].map(str::to_owned).into(),
        place: "Quartier am Bahnhof".to_owned(),
        cost: "Honorare für acht Stunden in der Woche, ein Raum in der Schule.".to_owned(),
        evidence: "gezaehlt".to_owned(),
        effect:
            "Nach drei Monaten wusste jede zweite Familie, wann sie einen Platz bekommt; vorher \
                 war es jede fünfte."
                .to_owned(),
        failed: "Abends kam niemand. Ohne festen Raum zerfiel die Gruppe im Sommer.".to_owned(),
        advice: "Erst den Raum sichern, dann werben.".to_owned(),
        published: true,
    };
    library::write(change, second.tenant, (None, 1, ""), &card).await?;
    Ok(())
}

/// Gives the newest table of a city that may leave it and counts this, beside all residents or alone.
async fn give(
    app: &App,
    change: &mut Change,
    city: &TenantInfo,
    (to, counts, purpose): (Tenant, &str, &str),
) -> Result<(), Problem> {
    for version in ankunft_platform::datasets::versions(change, city.tenant).await? {
        let Some(what) = sharable(change, app, (city, version.id)).await? else { continue };
        let has = |code: &str| what.indicators.iter().any(|it| it == code);
        if !has(counts) || (counts == "foreigners" && !has("population")) {
            continue;
        }
        let new = NewGrant {
            dataset_version: version.id,
            recipient: Recipient::Here(to.id()),
            purpose,
            until: date(2028, 12, 31),
            with_outlines: true,
            needs_office: !what.is_public,
            releases: &what.releases,
        };
        grants::propose(change, city.tenant, &new).await?;
        return Ok(());
    }
    Ok(())
}
