use crate::plan::Plan;

/// The structure of a city's administration, with those who work in and with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// Dezernate with their Ämter and Stellen.
    pub dezernate: Vec<Dezernat>,
    /// Everybody who has a log-in or holds a Stelle.
    pub people: Vec<Person>,
    /// Träger, associations, Stadtteilbüros.
    pub organisations: Vec<Organisation>,
}

/// The highest level below the mayor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dezernat {
    /// Its name.
    pub name: String,
    /// Its Ämter.
    pub aemter: Vec<Amt>,
}

/// An office of the city.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amt {
    /// Its name.
    pub name: String,
    /// Its Stellen.
    pub stellen: Vec<Stelle>,
}

/// A post, which people hold one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stelle {
    /// Its key within the city: `51-2`.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// Who held it, oldest first.
    pub holdings: Vec<Holding>,
    /// Who stands in (Vertretung), by e-mail address.
    pub deputy: Option<String>,
}

/// A person on a Stelle, from–to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// The person, by e-mail address.
    pub person: String,
    /// First day as ISO text.
    pub from: String,
    /// Last day as ISO text; without it the person still holds the Stelle.
    pub until: Option<String>,
}

/// An invented person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// First and last name.
    pub name: String,
    /// Address at an `.example` domain; unique in the programme.
    pub email: String,
    /// What the person does on the platform.
    pub role: Role,
    /// The organisation of a person from outside the administration, by name.
    pub organisation: Option<String>,
}

/// What a person does on the platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Looks after people, roles and settings.
    Admin,
    /// Stadtentwicklung, integration commissioner.
    Coordination,
    /// The Statistikstelle.
    StatisticsOffice,
    /// A Ressort.
    Department,
    /// A local institution.
    Institution,
    /// The research team.
    Research,
    /// Somebody inside the administration who reads.
    Reader,
}

/// A local organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its name.
    pub name: String,
    /// What it is: `Stadtteilbüro`, `Träger`, `Verein`.
    pub kind: String,
    /// The key of the quarter where it sits.
    pub quarter: Option<String>,
    /// Address at an `.example` domain.
    pub email: String,
}

/// Dezernat, Amt, key, title, names of holders with the day each began, Vertretung.
type Post = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static [(&'static str, &'static str)],
    Option<&'static str>,
);

const POSTS: [Post; 13] = [
    (
        "Dezernat I – Oberbürgermeisterin",
        "Hauptamt",
        "10-1",
        "Organisation und IT",
        &[("Jonas Petersen", "2017-03-01")],
        Some("Mirjam Vogt"),
    ),
    (
        "Dezernat I – Oberbürgermeisterin",
        "Hauptamt",
        "10-2",
        "Systemverwaltung",
        &[("Mirjam Vogt", "2019-08-01")],
        Some("Jonas Petersen"),
    ),
    (
        "Dezernat I – Oberbürgermeisterin",
        "Statistikstelle",
        "12-1",
        "Leitung Statistikstelle",
        &[("Gerd Ahlers", "2008-01-01"), ("Leyla Demirtaş", "2021-04-01")],
        Some("Oskar Brandt"),
    ),
    (
        "Dezernat I – Oberbürgermeisterin",
        "Statistikstelle",
        "12-2",
        "Kleinräumige Statistik",
        &[("Oskar Brandt", "2016-10-01")],
        Some("Leyla Demirtaş"),
    ),
    (
        "Dezernat II – Soziales und Integration",
        "Stabsstelle Integration",
        "02-1",
        "Integrationsbeauftragte",
        &[("Amira Haddad", "2018-05-01")],
        Some("Tomasz Wieczorek"),
    ),
    (
        "Dezernat II – Soziales und Integration",
        "Stabsstelle Integration",
        "02-2",
        "Koordination Ankunftsquartiere",
        &[("Tomasz Wieczorek", "2023-06-01")],
        Some("Amira Haddad"),
    ),
    (
        "Dezernat II – Soziales und Integration",
        "Sozialamt",
        "50-1",
        "Sozialplanung",
        &[("Karin Schönfeld", "2012-02-01"), ("Samuel Okonkwo", "2022-09-01")],
        Some("Helene Marković"),
    ),
    (
        "Dezernat II – Soziales und Integration",
        "Sozialamt",
        "50-2",
        "Unterbringung und Wohnhilfen",
        &[("Helene Marković", "2015-09-15")],
        Some("Samuel Okonkwo"),
    ),
    (
        "Dezernat III – Jugend, Schule, Kultur",
        "Jugendamt",
        "51-1",
        "Jugendhilfeplanung",
        &[("Ngoc Anh Tran", "2019-01-01")],
        Some("Peter Lindholm"),
    ),
    (
        "Dezernat III – Jugend, Schule, Kultur",
        "Schulamt",
        "40-1",
        "Schulentwicklung",
        &[("Peter Lindholm", "2014-08-01")],
        Some("Ngoc Anh Tran"),
    ),
    (
        "Dezernat IV – Bauen und Stadtentwicklung",
        "Referat Stadtentwicklung",
        "61-1",
        "Leitung Stadtentwicklung",
        &[("Dorothea Krüger", "2011-01-01")],
        Some("Elif Yıldız"),
    ),
    (
        "Dezernat IV – Bauen und Stadtentwicklung",
        "Referat Stadtentwicklung",
        "61-2",
        "Soziale Stadterneuerung",
        &[("Elif Yıldız", "2020-02-01")],
        Some("Dorothea Krüger"),
    ),
    (
        "Dezernat IV – Bauen und Stadtentwicklung",
        "Ordnungsamt",
        "32-1",
        "Wohnungsaufsicht",
        &[("Vasil Dimitrov", "2018-11-01")],
        None,
    ),
];

const ORGANISATIONS: [(&str, &str, Option<&str>, &str); 11] = [
    ("Stadtteilbüro Bahnhofsviertel", "Stadtteilbüro", Some("02"), "Fatima El Amrani"),
    ("Stadtteilbüro Fuchsrain", "Stadtteilbüro", Some("12"), "Rolf Hagemann"),
    ("Nachbarschaftshaus Lerchenfeld", "Träger", Some("14"), "Olena Kovalenko"),
    ("Sozialwerk an der Sahle", "Träger", None, "Birgit Neumann"),
    ("Migrationsberatung am Kaiserplatz", "Träger", Some("02"), "Yusuf Rahmani"),
    ("Deutsch-Türkischer Kulturverein Nordstadt", "Verein", Some("25"), "Selin Aksoy"),
    ("Ukrainischer Verein Musterstadt", "Verein", None, "Iryna Bondar"),
    ("Sportfreunde Eisenbahn 1911", "Verein", Some("04"), "Marek Zieliński"),
    ("Wohnungsgesellschaft Musterstadt", "Wohnungsunternehmen", None, "Ursula Behrend"),
    ("Grundschule am Ringofen", "Schule", Some("10"), "Daniel Abebe"),
    ("Freiwilligenagentur Musterstadt", "Verein", Some("01"), "Charlotte Weiß"),
];

/// Names for the administrations of the neighbours, eleven times four.
const FIRST: [&str; 12] = [
    "Anna", "Mehmet", "Sabine", "Ivan", "Leonie", "Kofi", "Hannah", "Rashid", "Greta", "Nikola",
    "Uwe", "Parisa",
];
const LAST: [&str; 13] = [
    "Winkler",
    "Özkan",
    "Baumann",
    "Petrović",
    "Seidel",
    "Mensah",
    "Lorenz",
    "Nazari",
    "Hoffmeister",
    "Popescu",
    "Thiele",
    "Karimi",
    "Rossi",
];

pub(crate) fn register(plan: &Plan) -> Register {
    if plan.slug == "musterstadt" { musterstadt() } else { small(plan) }
}

pub(crate) fn research_team() -> Vec<Person> {
    ["Katharina Feldmann", "Emre Arslan", "Luise Hartwig", "Björn Adeyemi"]
        .map(|name| person(name, "begleitforschung.example", Role::Research, None))
        .to_vec()
}

fn musterstadt() -> Register {
    let domain = "musterstadt.example";
    let posts = POSTS
        .iter()
        .map(|&(dezernat, amt, key, title, holders, deputy)| {
            (dezernat, amt, stelle(key, title, holders, deputy, domain))
        })
        .collect();
    let mut register = Register { dezernate: joined(posts), ..Register::default() };
    for (_, amt, _, title, holders, _) in POSTS {
        let role = match (amt, title) {
            (_, "Systemverwaltung") => Role::Admin,
            ("Statistikstelle", _) => Role::StatisticsOffice,
            ("Stabsstelle Integration" | "Referat Stadtentwicklung", _) => Role::Coordination,
            ("Hauptamt", _) => Role::Reader,
            _ => Role::Department,
        };
        register.people.extend(holders.iter().map(|(name, _)| person(name, domain, role, None)));
    }
    for (name, kind, quarter, contact) in ORGANISATIONS {
        let member = person(contact, domain, Role::Institution, Some(name));
        register.organisations.push(Organisation {
            name: name.to_owned(),
            kind: kind.to_owned(),
            quarter: quarter.map(str::to_owned),
            email: member.email.clone(),
        });
        register.people.push(member);
    }
    register
}

/// Who comes next begins a month after the one before left: the Stelle is vacant in between.
fn stelle(
    key: &str,
    title: &str,
    holders: &[(&str, &str)],
    deputy: Option<&str>,
    domain: &str,
) -> Stelle {
    let holdings = holders
        .iter()
        .enumerate()
        .map(|(at, (name, from))| Holding {
            person: email(name, domain),
            from: (*from).to_owned(),
            until: holders.get(at + 1).map(|(_, next)| month_before(next)),
        })
        .collect();
    Stelle {
        key: key.to_owned(),
        title: title.to_owned(),
        holdings,
        deputy: deputy.map(|name| email(name, domain)),
    }
}

/// The 28th of the second month before an ISO day: long enough for every calendar.
fn month_before(day: &str) -> String {
    let month = day.get(5..7).and_then(|month| month.parse::<u32>().ok()).unwrap_or(3);
    let year = day.get(..4).unwrap_or("2020");
    format!("{year}-{:02}-28", month.saturating_sub(2).max(1))
}

fn small(plan: &Plan) -> Register {
    let domain = format!("{}.example", plan.slug);
    let number = plan.ags.bytes().fold(0_usize, |sum, byte| sum * 10 + usize::from(byte - b'0'))
        / 1000
        % 100;
    let name = |at: usize| {
        format!(
            "{} {}",
            FIRST[(number * 5 + at * 7) % FIRST.len()],
            LAST[(number * 3 + at * 5) % LAST.len()]
        )
    };
    let (coordination, statistics, admin, social) = (name(0), name(1), name(2), name(3));
    let posts = [
        ("Bürgermeisteramt", "Hauptamt", "10-1", "Systemverwaltung", &admin, &statistics),
        ("Bürgermeisteramt", "Hauptamt", "12-1", "Statistik", &statistics, &admin),
        (
            "Fachbereich Soziales",
            "Integration",
            "02-1",
            "Koordination Ankunftsquartier",
            &coordination,
            &social,
        ),
        ("Fachbereich Soziales", "Sozialamt", "50-1", "Sozialplanung", &social, &coordination),
    ];
    let mut dezernate = Vec::new();
    for (dezernat, amt, key, title, holder, deputy) in posts {
        let stelle = stelle(key, title, &[(holder, "2022-01-01")], Some(deputy), &domain);
        dezernate.push((dezernat, amt, stelle));
    }
    let people = [
        (&coordination, Role::Coordination),
        (&statistics, Role::StatisticsOffice),
        (&admin, Role::Admin),
        (&social, Role::Department),
    ];
    let office = format!("Stadtteilbüro {}", plan.name);
    Register {
        dezernate: joined(dezernate),
        people: people.map(|(name, role)| person(name, &domain, role, None)).to_vec(),
        organisations: vec![Organisation {
            name: office,
            kind: "Stadtteilbüro".to_owned(),
            quarter: plan.quarters.get(1).map(|quarter| quarter.id.clone()),
            email: format!("stadtteilbuero@{domain}"),
        }],
    }
}

fn joined(posts: Vec<(&str, &str, Stelle)>) -> Vec<Dezernat> {
    let mut dezernate: Vec<Dezernat> = Vec::new();
    for (dezernat, amt, stelle) in posts {
        if dezernate.last().is_none_or(|last| last.name != dezernat) {
            dezernate.push(Dezernat { name: dezernat.to_owned(), aemter: Vec::new() });
        }
        let Some(last) = dezernate.last_mut() else { continue };
        match last.aemter.last_mut().filter(|last| last.name == amt) {
            Some(last) => last.stellen.push(stelle),
            None => last.aemter.push(Amt { name: amt.to_owned(), stellen: vec![stelle] }),
        }
    }
    dezernate
}

fn person(name: &str, domain: &str, role: Role, organisation: Option<&str>) -> Person {
    Person {
        name: name.to_owned(),
        email: email(name, domain),
        role,
        organisation: organisation.map(str::to_owned),
    }
}

/// `leyla.demirtas@…`: the name in plain letters.
fn email(name: &str, domain: &str) -> String {
    let plain: String = name
        .to_lowercase()
        .chars()
        .map(|letter| match letter {
            'ä' | 'á' => "ae".to_owned(),
            'ö' => "oe".to_owned(),
            'ü' => "ue".to_owned(),
            'ß' => "ss".to_owned(),
            'ş' => "s".to_owned(),
            'ı' => "i".to_owned(),
            'ć' => "c".to_owned(),
            'ń' => "n".to_owned(),
            ' ' => ".".to_owned(),
            other => other.to_string(),
        })
        .collect();
    format!("{plain}@{domain}")
}
