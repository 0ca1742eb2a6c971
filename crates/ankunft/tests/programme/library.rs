//! What the twelve tell one another, and what helped where.

use super::people::{TAKER, World, other};

pub async fn the_twelve_tell_one_another(world: &mut World) {
    let profile = "/musterstadt/programm/profil";
    let refused =
        world.giver.post(profile, profile, &[("version", "0"), ("kontakt", "R 12")]).await;
    let refused = refused.expect_status(422);
    assert_eq!(refused.texts(".fehlerliste li").len(), 3, "type, lead, Letter of Intent");
    let form = [
        ("version", "0"),
        ("organisation", "querschnitt"),
        ("federfuehrung", "Referat Stadtentwicklung"),
        ("loi", "signed"),
        ("woran", "Lotsinnen im Fuchsrain"),
    ];
    let _ = world.giver.post(profile, profile, &form).await.expect_status(303);
    let late = world.giver.post(profile, profile, &form).await.expect_status(422);
    assert!(late.body_text().contains("Inzwischen hat"), "the second sees the difference");
    for (browser, slug) in [(&mut world.taker, TAKER), (&mut world.programme, "programm")] {
        let page = browser.get(&format!("/{slug}/programm")).await.expect_status(200);
        assert!(page.body_text().contains("Lotsinnen im Fuchsrain"), "{slug}");
        assert!(page.body_text().contains("In einer ist der Letter of Intent unterzeichnet"));
    }
    let city = world.demo.tenant("musterstadt").await;
    let mut read = world.demo.app.store.read().await.expect("a connection");
    let told = ankunft_programme::together::store::profiles_for(&mut read, city).await;
    assert!(told.expect("a database").is_empty(), "all profiles are for the programme alone");
    drop(read);
    let front = world.programme.get("/programm").await.expect_status(200);
    assert!(front.body_text().contains("Lotsinnen im Fuchsrain"), "on its first page too");

    let new = "/programm/programm/termine/neu";
    assert_eq!(world.giver.get("/musterstadt/programm/termine/neu").await.status, 404);
    let wrong = [("titel", "Zweite Werkstatt"), ("ab", "2037-05-10"), ("bis", "2037-05-09")];
    let _ = world.programme.post(new, new, &wrong).await.expect_status(422);
    let right = [("titel", "Zweite Werkstatt"), ("ab", "2037-05-10"), ("ort", "Kassel")];
    let _ = world.programme.post(new, new, &right).await.expect_status(303);
    let page = world.taker.get(&format!("/{TAKER}/programm/termine")).await.expect_status(200);
    assert!(page.body_text().contains("10.05.2037: Zweite Werkstatt, Kassel"));

    let asked = "/musterstadt/programm/fragen";
    let form = [("titel", "Wer hat Erfahrung mit Lotsinnen?"), ("worte", "")];
    let done = world.giver.post(asked, asked, &form).await.expect_status(303);
    assert_eq!(done.location(), Some(format!("{asked}/1")));
    let theirs = format!("/{TAKER}/programm/fragen/1");
    let done = world.taker.post(&theirs, &theirs, &[("worte", "Wir, seit 2024.")]).await;
    let _ = done.expect_status(303);
    let page = world.giver.get(&format!("{asked}/1")).await.expect_status(200);
    assert!(
        page.body_text().contains("Wir, seit 2024.") && page.body_text().contains("Gradlingen")
    );
    // The morning tells each of what the other did, and nobody of what they did themselves.
    let theirs = world.taker.get(&format!("/{TAKER}")).await.expect_status(200).body_text();
    assert!(theirs.contains("Musterstadt fragt: Wer hat Erfahrung mit Lotsinnen?"), "{theirs}");
    let own = world.giver.get("/musterstadt").await.expect_status(200).body_text();
    assert!(own.contains("Gradlingen hat auf Ihre Frage geantwortet"), "{own}");
    assert!(!own.contains("Musterstadt fragt"));
    // The programme has no atlas and no measures; its own rooms it has.
    let nav = world.programme.get("/programm").await.expect_status(200).texts("header nav a");
    assert!(nav.contains(&"Programm".to_owned()), "{nav:?}");
    for of_cities in ["Atlas", "Steuerung", "Mappe", "Daten"] {
        assert!(!nav.contains(&of_cities.to_owned()), "{of_cities}: {nav:?}");
    }
}

/// A card is written from a measure, stays a draft until it is published, and stands on the thread.
pub async fn a_card_is_written_from_a_measure(world: &mut World) {
    measure(world, 1).await;
    let new = "/musterstadt/bibliothek/neu";
    let unknown = world.giver.get(&format!("{new}?massnahme=99")).await.expect_status(422);
    assert!(unknown.body_text().contains("Diese Maßnahme gibt es hier nicht."));
    let address = "/musterstadt/steuerung/massnahmen/1";
    let page = world.giver.get(&format!("{new}?massnahme={address}")).await.expect_status(200);
    let title = page.attribute("input[name=titel]", "value").expect("a title");
    assert_eq!(title, "Lotsinnen im Quartier", "prefilled from the measure");
    assert!(page.text("textarea[name=wirkung]").contains("Jedes zweite Kind hat einen Platz"));
    let of_measure = world.giver.get(address).await.expect_status(200);
    let ways = of_measure.attributes("main a", "href");
    assert!(ways.contains(&format!("{new}?aus=measure%3A1")), "one press from the measure");
    let mut form = vec![("version", "0"), ("massnahme", "1"), ("titel", title.as_str())];
    let _ = world.giver.post(new, new, &form).await.expect_status(303);
    let own = "/musterstadt/bibliothek/musterstadt/1";
    assert!(world.giver.get(own).await.expect_status(200).body_text().contains("Entwurf"));
    let theirs = format!("/{TAKER}/bibliothek/musterstadt/1");
    assert_eq!(world.taker.get(&theirs).await.status, 404, "a draft is nobody else's");

    // What it rests on is searched for from its page, by its city alone.
    let ways = world.giver.get(own).await.expect_status(200).attributes("main a", "href");
    let search = ways.iter().find(|it| it.contains("/befunde/")).expect("a way to the search");
    let found = world.giver.get(&format!("{search}?suche=Lotsinnen")).await.expect_status(200);
    assert!(found.body_text().contains("Lotsinnen im Quartier"));
    let foreign = search.replace("/musterstadt/", &format!("/{TAKER}/"));
    assert_eq!(world.taker.get(&foreign).await.status, 404, "a card is its city's own");

    let edit = "/musterstadt/bibliothek/1/aendern";
    form[0].1 = "1";
    form.push(("veroeffentlichen", "ja"));
    let refused = world.giver.post(edit, edit, &form).await.expect_status(422);
    assert_eq!(refused.texts(".fehlerliste li").len(), 6, "a story is whole before it is read");
    form.extend([
        ("anlass", "Wege zur Kita waren lang"),
        ("getan", "Vier Lotsinnen begleiten"),
        ("wirkung", "Nach drei Monaten hat jedes zweite Kind einen Platz"),
        ("gescheitert", "Abends kam niemand außer Frau Nowak"),
        ("beleg", "gezaehlt"),
        ("merkmal", "zuzug-ausland"),
        ("merkmal", "jung"),
    ]);
    let _ = world.giver.post(edit, edit, &form).await.expect_status(303);
    let late = world.giver.post(edit, edit, &form).await.expect_status(422);
    assert!(late.body_text().contains("Inzwischen hat") && late.body_text().contains("Abends kam"));
    let page = world.giver.get(own).await.expect_status(200).body_text();
    assert!(page.contains("„Frau Nowak“ sieht aus wie ein Name."), "who wrote it is told: {page}");
    others_find_it(world, &theirs).await;
    a_long_list_comes_in_pieces(world).await;
    let thread = world.giver.get("/musterstadt/faden/measure/1").await.expect_status(200);
    let effect = thread.text(".faden > li:nth-child(4)");
    assert!(effect.contains("Nach drei Monaten") || effect.contains("Lotsinnen"), "{effect}");
    let mut public = ankunft_testkit::Browser::new(&world.demo.app, "de");
    assert_eq!(public.get(own).await.status, 303);

    form[0].1 = "2";
    form.retain(|it| it.0 != "veroeffentlichen");
    let _ = world.giver.post(edit, edit, &form).await.expect_status(303);
    assert_eq!(world.taker.get(&theirs).await.status, 404, "without the tick it is taken back");
    assert!(world.giver.get(own).await.expect_status(200).body_text().contains("Entwurf"));
}

/// Others read it, and find it by words and by what marks the quarter.
async fn others_find_it(world: &mut World, theirs: &str) {
    let page = world.taker.get(theirs).await.expect_status(200);
    assert!(page.body_text().contains("Abends kam niemand"), "what failed too");
    assert!(!page.body_text().contains("sieht aus wie"), "who cannot mend it is not told");
    assert!(page.body_text().contains("Vorher und nachher gezählt"));
    assert!(!page.body_text().contains("Federführung"), "the measure itself stays in its city");
    let slug = other();
    for (query, found) in [
        ("", 1),
        ("?suche=kita+LOTSIN", 1),
        ("?suche=Schwimmbad", 0),
        ("?suche=Lotsin+für+die+Kitas", 1),
        ("?suche=MONAT+Kinder", 1),
        ("?suche=Kinder+Schwimmbad", 0),
        ("?merkmal=jung", 1),
        ("?merkmal=rand", 0),
        ("?quartier=nirgendwo:1&merkmal=jung", 1),
    ] {
        let list = world.other.get(&format!("/{slug}/bibliothek{query}")).await.expect_status(200);
        let links = list.attributes("main ul li a", "href");
        let cards = links.iter().filter(|it| it.ends_with("/musterstadt/1")).count();
        assert_eq!(cards, found, "{query}");
    }
    let list = format!("/{slug}/bibliothek?suche=MONAT+lotsin");
    let list = world.other.get(&list).await.expect_status(200);
    assert_eq!(
        list.texts("main mark"),
        ["Lotsinnen", "Monaten"],
        "in the title, and where it hits"
    );
}

/// A hundred cards on a page; what was searched for stays on the next.
async fn a_long_list_comes_in_pieces(world: &mut World) {
    use ankunft_programme::library::{model::Text, store};
    let app = &world.demo.app;
    let tenant = world.demo.tenant(TAKER).await;
    let author = ankunft_platform::changes::Author::program("test");
    let mut change = app.store.change(author).await.expect("a change");
    for number in 1..=103 {
        let card = Text {
            title: format!("Reihe {number}"),
            marks: ["neu".to_owned()].into(),
            published: number <= 102,
            ..Text::default()
        };
        store::write(&mut change, tenant, (None, 1, ""), &card).await.expect("a card");
    }
    change.commit().await.expect("a commit");
    let slug = other();
    let asked = format!("/{slug}/bibliothek?suche=reihe&quartier=&merkmal=neu");
    let first = world.other.get(&asked).await.expect_status(200);
    let cards = |page: &ankunft_testkit::Page| {
        let links = page.attributes("main ul li a", "href");
        links.into_iter().filter(|it| it.contains(&format!("/bibliothek/{TAKER}/"))).count()
    };
    assert_eq!(cards(&first), 100);
    assert!(first.body_text().contains("102"), "how many there are");
    let next = first.attributes("main a", "href").into_iter().find(|it| it.contains("seite=2"));
    let next = next.expect("a way to the rest");
    let second = world.other.get(&next).await.expect_status(200);
    assert_eq!(cards(&second), 2, "{next}: a draft is nobody else's");
    let words = second.attribute("input[name=suche]", "value");
    assert_eq!(words.as_deref(), Some("reihe"), "{next}");
    let ticked = second.attributes("input[name=merkmal][checked]", "value");
    assert_eq!(ticked, ["neu"], "{next}");
    let back = second.attributes("main a", "href");
    assert!(back.contains(&asked), "{back:?}");
}

/// A measure to write of.
async fn measure(world: &mut World, number: i64) {
    use ankunft_governance::measures::model::{Plan, State};
    let tenant = world.demo.tenant("musterstadt").await;
    let app = &world.demo.app;
    let author = ankunft_platform::changes::Author::program("test");
    let mut change = app.store.change(author).await.expect("a change");
    let posts = ankunft_platform::register::posts::posts(&mut change, tenant).await;
    let lead = posts.expect("Stellen")[0].id;
    let plan = Plan {
        title: "Lotsinnen im Quartier".into(),
        place: None,
        lead,
        due: jiff::civil::date(2027, 6, 30),
        sign: "Jedes zweite Kind hat einen Platz".into(),
        state: State::Done,
        description: String::new(),
        target_group: String::new(),
        starts_on: None,
        review_on: None,
        regular_service: String::new(),
        contributing: vec![],
        informed: vec![],
    };
    let added = ankunft_governance::measures::store::add(&mut change, tenant, &plan).await;
    assert_eq!(added.expect("a measure"), number);
    change.commit().await.expect("a commit");
}

/// A finding for each circle that the second measure rests on; gives their Fundstellen.
async fn found(world: &mut World) -> Vec<String> {
    use ankunft_disclosure::Nutzung;
    use ankunft_platform::citations::{self, NewCitation, Snapshot};
    let tenant = world.demo.tenant("musterstadt").await;
    let author = ankunft_platform::changes::Author::program("test");
    let mut change = world.demo.app.store.change(author).await.expect("a change");
    let mut codes = Vec::new();
    for (at, title, value, nutzung) in [
        (1, "Anteil im Fuchsrain", "18,613", Nutzung::Public),
        (2, "Zuzüge im Fuchsrain", "28,713", Nutzung::Programme),
        (3, "Wegzüge im Fuchsrain", "38,813", Nutzung::Administration),
    ] {
        let snapshot = Snapshot {
            title: title.into(),
            text: format!("{title}: {value}."),
            value: Some(value.into()),
            source: "Melderegister".into(),
            date: "2021-12-31".into(),
            link: "/musterstadt/atlas".into(),
        };
        let id = format!("quartier:population:2021-12-31:nirgendwo-{at}");
        let cited = ("figure", id.as_str());
        let new = NewCitation { cited, snapshot: &snapshot, nutzung, releases: &[] };
        let it = citations::cite(&mut change, tenant, new).await.expect("a citation");
        citations::place(&mut change, tenant, it.id, ("measure", "2")).await.expect("placed");
        codes.push(it.code);
    }
    change.commit().await.expect("a commit");
    codes
}

/// What the measure rests on stands on the card too; others read of it what everybody may know. A draft
/// stands in no report of its quarter.
pub async fn a_card_takes_what_its_measure_rests_on(world: &mut World) {
    measure(world, 2).await;
    let codes = found(world).await;
    let new = "/musterstadt/bibliothek/neu";
    let page = world.giver.get(&format!("{new}?massnahme=2")).await.expect_status(200);
    let told = page.text("textarea[name=anlass]");
    let public = "Anteil im Fuchsrain: 18,613. (Melderegister, 31.12.2021; /f/";
    assert!(told.contains(&format!("{public}{})", codes[0])), "{told}");
    assert!(told.contains("Zuzüge im Fuchsrain (Melderegister, 31.12.2021; /f/"), "{told}");
    assert!(!told.contains("28,713") && !told.contains("Wegzüge"), "{told}");

    let (quarter, place) = quarter(world).await;
    let report = format!("/musterstadt/steuerung/quartiere/quartier/{quarter}");
    let mut form = vec![
        ("version", "0"),
        ("massnahme", "2"),
        ("titel", "Lotsinnen zum Zweiten"),
        ("anlass", told.as_str()),
        ("ort", place.as_str()),
    ];
    let done = world.giver.post(new, new, &form).await.expect_status(303);
    let own = done.location().expect("an address");
    let number = own.rsplit('/').next().expect("a number").to_owned();
    let page = world.giver.get(&own).await.expect_status(200);
    let ways = page.attributes("main a", "href");
    for code in &codes {
        assert!(ways.contains(&format!("/f/{code}")), "{code}: {ways:?}");
    }
    let before = world.giver.get(&report).await.expect_status(200).body_text();
    assert!(!before.contains("Lotsinnen zum Zweiten"), "a draft is no report's");

    let edit = format!("/musterstadt/bibliothek/{number}/aendern");
    form[0].1 = "1";
    form.extend([
        ("getan", "Vier Lotsinnen begleiten"),
        ("wirkung", "Wege sind kürzer"),
        ("gescheitert", "Abends kam niemand"),
        ("beleg", "erzaehlt"),
        ("merkmal", "jung"),
        ("veroeffentlichen", "ja"),
    ]);
    let _ = world.giver.post(&edit, &edit, &form).await.expect_status(303);
    let after = world.giver.get(&report).await.expect_status(200).body_text();
    assert!(after.contains("Lotsinnen zum Zweiten"), "{after}");
    let theirs = format!("/{TAKER}/bibliothek/musterstadt/{number}");
    let page = world.taker.get(&theirs).await.expect_status(200);
    let text = page.body_text();
    assert!(text.contains("18,613"), "{text}");
    for inside in ["28,713", "38,813", "Wegzüge"] {
        assert!(!text.contains(inside), "{inside}: {text}");
    }
    let ways = page.attributes("main a", "href");
    assert!(ways.iter().all(|it| !it.starts_with("/f/")), "{ways:?}");
}

/// Key and name of a quarter of Musterstadt as it is today.
async fn quarter(world: &World) -> (String, String) {
    use ankunft_platform::register::areas;
    let tenant = world.demo.tenant("musterstadt").await;
    let mut read = world.demo.app.store.read().await.expect("a connection");
    let geographies = areas::geographies(&mut read, tenant).await.expect("geographies");
    let geography = geographies.iter().find(|it| it.code == "quartier").expect("quarters");
    let versions = areas::versions(&mut read, tenant).await.expect("versions");
    let newest = versions.iter().rfind(|it| it.geography == geography.id).expect("a version");
    let unit = areas::areas(&mut read, tenant, newest.id).await.expect("areas").remove(0);
    (unit.code, unit.name)
}
