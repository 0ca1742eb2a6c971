//! What Musterstadt gives to groups of residents: a fund for Lerchenfeld, with applications in
//! different states.

use ankunft_governance::funds::actions::{self, Decision, Here, Refused};
use ankunft_governance::funds::model::{
    Contact, Cost, Majority, Proof, Request, Shares, Spending, Terms, Vote,
};
use ankunft_governance::funds::store::{self, applications, contacts, drafts};
use ankunft_governance::known::Place;
use ankunft_platform::changes::Author;
use ankunft_platform::ids;
use ankunft_platform::register::posts;
use ankunft_platform::store::Change;
use ankunft_platform::tenant::Tenant;
use ankunft_platform::web::App;
use jiff::ToSpan;

use super::measures::place;
use super::{AUTHOR, CITY};
use crate::console::Problem;

/// How far an invented application is.
#[derive(Clone, Copy, PartialEq)]
enum Until {
    Received,
    Declined(&'static str),
    Granted(i64),
    Paid(i64),
    Closed(i64),
}

/// An invented application.
struct Invented {
    title: &'static str,
    what: &'static str,
    place: &'static str,
    applicant: &'static str,
    costs: &'static [(&'static str, i64)],
    own: i64,
    votes: &'static [Vote],
    until: Until,
}

const INVENTED: &[Invented] = &[
    Invented {
        title: "Bänke für den Platz an der Lerche",
        what: "Wir bauen drei Bänke und stellen sie dorthin, wo alte und neue Nachbarn warten.",
        place: "Platz an der Lerche",
        applicant: "Nachbarschaftskreis Lerchenweg",
        costs: &[("Holz", 62_000), ("Schrauben und Farbe", 14_000)],
        own: 38_000,
        votes: &[Vote::Yes, Vote::Yes, Vote::Yes],
        until: Until::Closed(38_000),
    },
    Invented {
        title: "Kochabende in sechs Sprachen",
        what: "Einmal im Monat kochen wir zusammen. Jedes Mal zeigt eine andere Familie ein Rezept.",
        place: "Küche im Gemeindehaus",
        applicant: "Kochgruppe Topf und Deckel",
        costs: &[("Lebensmittel für sechs Abende", 48_000), ("Töpfe", 12_000)],
        own: 30_000,
        votes: &[Vote::Yes, Vote::Abstain, Vote::Yes],
        until: Until::Paid(30_000),
    },
    Invented {
        title: "Lesezeichen: Vorlesen auf Arabisch und Deutsch",
        what: "Wir lesen Kindern jeden Samstag vor, immer in zwei Sprachen.",
        place: "Stadtteilbücherei",
        applicant: "Vorlesekreis",
        costs: &[("Bücher in zwei Sprachen", 18_500)],
        own: 0,
        votes: &[Vote::Yes, Vote::Yes, Vote::Conflict],
        until: Until::Granted(18_500),
    },
    Invented {
        title: "Feuerwerk zum Stadtteilfest",
        what: "Zum Abschluss des Festes soll es ein Feuerwerk geben.",
        place: "Festwiese",
        applicant: "Freundeskreis Festwiese",
        costs: &[("Feuerwerk", 90_000)],
        own: 45_000,
        votes: &[Vote::No, Vote::No, Vote::Abstain],
        until: Until::Declined(
            "Der Fonds zahlt, was Menschen zusammenbringt und im Quartier bleibt.",
        ),
    },
    Invented {
        title: "Fahrradwerkstatt für alle",
        what: "Zweimal in der Woche reparieren wir Räder, und wer mag, lernt es dabei.",
        place: "Garage hinter der Grundschule",
        applicant: "Schraubergruppe Lerchenfeld",
        costs: &[("Werkzeug", 74_000), ("Ersatzteile", 21_000)],
        own: 50_000,
        votes: &[Vote::Yes],
        until: Until::Received,
    },
];

/// Founds the fund, unless one is there.
pub(super) async fn found(app: &App, tenant: Tenant) -> Result<(), Problem> {
    let there = store::funds(&mut *app.store.read().await?, tenant).await?;
    let Some(city) = app.city(CITY).await?.filter(|_| there.is_empty()) else { return Ok(()) };
    let t = app.texts_of(&city);
    let here = Here { city: &city, t: &t, today: app.today() };
    let quarter = place(&mut app.store.read().await?, tenant, "Lerchenfeld").await?;
    let mut change = app.store.change(Author::program(AUTHOR)).await?;
    let fund = open(&mut change, here, quarter).await?;
    for it in INVENTED {
        apply(&mut change, here, fund, it).await.map_err(|it| match it {
            Refused::Store(error) => Problem::from(error),
            other => Problem::internal(format!("{other:?}")),
        })?;
    }
    change.commit().await?;
    Ok(())
}

async fn open(change: &mut Change, here: Here<'_>, place: Option<Place>) -> Result<i64, Problem> {
    let Here { city, today, .. } = here;
    let all = posts::posts(change, city.tenant).await?;
    let post = |title: &str| {
        let found = all.iter().find(|it| it.title == title).map(|it| it.id);
        found.ok_or_else(|| Problem::internal(format!("no Stelle {title}")))
    };
    let mut members = vec![
        post("Integrationsbeauftragte")?,
        post("Jugendhilfeplanung")?,
        post("Schulentwicklung")?,
    ];
    members.sort_unstable();
    let terms = Terms {
        name: "Verfügungsfonds Lerchenfeld".to_owned(),
        place,
        programme: "Sozialer Zusammenhalt".to_owned(),
        file_number: "61.20-VF".to_owned(),
        shares: Shares { permille: 500, full_up_to: 20_000, largest: 150_000 },
        spending: Spending::Any,
        criteria: "Ihre Idee bringt Menschen zusammen: alte und neue Nachbarn.\n\
                   Alle dürfen mitmachen. Es geschieht in Lerchenfeld."
            .to_owned(),
        call: Some((today.saturating_sub(60.days()), today.saturating_add(120.days()))),
        lead: post("Koordination Ankunftsquartiere")?,
        payer: post("Soziale Stadterneuerung")?,
        members,
        quorum: 2,
        majority: Majority::Simple,
    };
    let fund = store::found(change, city.tenant, &terms).await?;
    let year = i64::from(today.year());
    let booked = (year, 1_500_000, "Ratsbeschluss zum Haushalt");
    let done = actions::change_budget(change, here, (fund, 0), booked).await;
    done.map_err(|it| Problem::internal(format!("{it:?}")))?;
    Ok(fund)
}

async fn apply(
    change: &mut Change,
    here: Here<'_>,
    fund: i64,
    it: &Invented,
) -> Result<(), Refused> {
    let tenant = here.city.tenant;
    let secret = ids::secret::<32>();
    let now = jiff::Timestamp::now();
    drafts::begin(change, tenant, fund, (&secret, "de"), now).await?;
    let draft = drafts::by_secret(change, tenant, &secret).await?.ok_or(Refused::Gone)?;
    let costs = it.costs.iter().map(|it| Cost { what: it.0.to_owned(), cents: it.1 }).collect();
    let request = Request {
        title: it.title.to_owned(),
        what: it.what.to_owned(),
        place: it.place.to_owned(),
        for_whom: "alle, die mitmachen wollen".to_owned(),
        starts_on: here.today.saturating_add(20.days()),
        ends_on: here.today.saturating_add(50.days()),
        costs,
        own: it.own,
        applicant: it.applicant.to_owned(),
        conflict: String::new(),
    };
    let contact = Contact {
        person: "Mina Muster".to_owned(),
        email: "mina.muster@nachbarn.example".to_owned(),
        ..Contact::default()
    };
    let (from, what) = ((&draft, secret.as_slice()), (&request, &contact));
    let sent = applications::submit(change, tenant, from, what, here.today).await?;
    let number = sent.ok_or(Refused::Gone)?;
    let members = store::fund(change, tenant, fund).await?.ok_or(Refused::Gone)?.terms.members;
    for (post, vote) in members.iter().zip(it.votes) {
        let reason =
            if *vote == Vote::Conflict { "Eine der Vorleserinnen ist meine Frau." } else { "" };
        actions::vote(change, here, (number, *post), (*vote, reason)).await?;
    }
    carry_on(change, here, number, it).await
}

async fn carry_on(
    change: &mut Change,
    here: Here<'_>,
    number: i64,
    it: &Invented,
) -> Result<(), Refused> {
    let cents = match it.until {
        Until::Received => return Ok(()),
        Until::Declined(why) => {
            return actions::decide(change, here, number, &Decision::Decline(why.to_owned())).await;
        }
        Until::Granted(cents) | Until::Paid(cents) | Until::Closed(cents) => cents,
    };
    actions::decide(change, here, number, &Decision::Grant(cents, String::new())).await?;
    let account = (it.applicant, "DE89370400440532013000");
    actions::set_account(change, here, number, account).await?;
    if matches!(it.until, Until::Granted(_)) {
        return Ok(());
    }
    let contact = contacts::contact(change, here.city.tenant, number).await?;
    let seen = contact.map(|it| it.account()).unwrap_or_default();
    actions::pay(change, here, (number, &seen)).await?;
    if let Until::Closed(_) = it.until {
        let spent = it.costs.iter().map(|it| Cost { what: it.0.to_owned(), cents: it.1 - 1_500 });
        let report = "Die Bänke stehen. Beim Bauen waren zwanzig Menschen dabei.".to_owned();
        let proof = Proof { spent: spent.collect(), own: it.own, report };
        actions::hand_in(change, here, number, &proof).await?;
        actions::accept(change, here, number, (3_000, "")).await?;
        let title = Some(it.title);
        applications::publish(change, here.city.tenant, number, title).await?;
    }
    Ok(())
}
