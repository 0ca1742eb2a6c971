use super::super::components::{
    Button, Choice, Choices, Column, Empty, Excerpt, Field, Hint, HintKind, KeyFigure, Notice,
    Pages, Pair, Picture, Problems, Progress, Remember, Row, RowCell, Select, Tab, Table, Upload,
};
use super::super::{Kind, Link};
use super::{Component, Example};
use crate::languages::Texts;

/// One example or more of every component, in the order of the gallery.
#[must_use]
pub fn examples(t: &Texts) -> Vec<Example> {
    let mut all = figures(t);
    all.extend(forms(t));
    all.extend(words(t));
    all.extend(findings(t));
    all
}

fn figures(t: &Texts) -> Vec<Example> {
    let city = |value: String| t.with("beispiel-stadt-wert", &[("wert", value.into())]);
    let remembered = Link::new(t.get("in-der-mappe"), "#key_figures");
    let figures = vec![
        KeyFigure::new(t.get("beispiel-einwohner"), t.integer(8640))
            .note(t.date(jiff::civil::date(2024, 12, 31)))
            .remember(remember(t, "beispiel-einwohner", None)),
        KeyFigure::new(t.get("beispiel-ohne-pass"), t.percent(44.6, 1))
            .note(city(t.percent(21.0, 1)))
            .remember(remember(t, "beispiel-ohne-pass", Some(remembered))),
        KeyFigure::new(t.get("beispiel-zugezogen"), t.integer(61))
            .unit(t.get("beispiel-von-tausend"))
            .note(city(t.integer(18))),
        KeyFigure::new(t.get("beispiel-kurz-hier"), t.percent(47.9, 1))
            .note(city(t.percent(31.2, 1)))
            .link(Link::new(t.get("was-heisst-das"), "#reading")),
    ];
    let row = |name: &str, percent: f64, residents: i64| Row {
        head: RowCell::link(name, "#table"),
        cells: vec![
            RowCell::new(t.percent(percent, 1)).bar(percent / 100.0),
            RowCell::new(t.integer(residents)),
        ],
    };
    let table = Table {
        caption: t.get("beispiel-tabelle"),
        quiet_caption: false,
        columns: vec![
            Column::words(t.get("beispiel-teil")),
            Column::words(t.get("beispiel-ohne-pass")),
            Column::numbers(t.get("beispiel-einwohner")),
        ],
        rows: vec![
            row("Hochhäuser Nord", 58.1, 3910),
            row("Einfamilienhäuser", 14.2, 2180),
            row("Siedlung Süd", 49.8, 2550),
        ],
    };
    let picture = Picture {
        caption: Some(t.get("beispiel-linie")),
        data: vec![Link::new(t.get("tabelle"), "#table"), Link::new("CSV", "#csv")],
        reference: Some("/f/9HTB".to_owned()),
        ..Picture::new(format!(
            "<svg class=\"reihe\" viewBox=\"0 0 640 190\" role=\"img\" aria-label=\"{}\">{LINE}</svg>",
            t.get("beispiel-linie")
        ))
    };
    vec![
        Example { name: "key_figures", component: Component::KeyFigures(figures) },
        Example {
            name: "remember",
            component: Component::Remember(remember(t, "beispiel-ohne-pass", None)),
        },
        Example { name: "table", component: Component::Table(table) },
        Example { name: "picture", component: Component::Picture(picture) },
        Example { name: "reading", component: Component::Reading(t.get("beispiel-lesen")) },
        Example {
            name: "details",
            component: Component::Details(t.get("wie-berechnet"), t.get("beispiel-lesen")),
        },
    ]
}

fn remember(t: &Texts, thing: &str, lies_in: Option<Link>) -> Remember {
    Remember {
        label: t.get("fuer-vorlage-merken"),
        thing: t.get(thing),
        action: "#".to_owned(),
        fields: vec![("csrf", "abc".to_owned())],
        lies_in,
        ways: Vec::new(),
    }
}

const LINE: &str = concat!(
    "<path class=\"netz\" d=\"M44 160H500M44 110H500M44 60H500\"/>",
    "<path class=\"bruch\" d=\"M363.5 20V160\"/>",
    "<polyline class=\"q\" points=\"44,114 119,107 194,76 269,60 344,54\"/>",
    "<polyline class=\"q\" points=\"382,48 419,35 456,25 494,22\"/>",
    "<polyline class=\"s\" points=\"44,150 194,140 344,133\"/>",
    "<polyline class=\"s\" points=\"382,130 494,116\"/>",
);

fn forms(t: &Texts) -> Vec<Example> {
    let name = Field::new("name", t.get("beispiel-feld"))
        .hint(t.get("beispiel-feld.hinweis"))
        .value("Nordstadt");
    let wrong = Field::new("stichtag", t.get("beispiel-stichtag"))
        .value("31.13.2020")
        .error(Some(t.get("beispiel-stichtag.fehler")));
    let area = Field::new("hindernis", t.get("beispiel-hindernis")).rows(4).optional();
    let answers = || {
        vec![
            Choice::new("a", t.get("beispiel-ohne-pass"), "a"),
            Choice::new("b", t.get("beispiel-zugezogen"), "a"),
        ]
    };
    let mut problems = Problems::default();
    problems.add("stichtag", t.get("beispiel-stichtag.fehler"));
    let upload = Upload {
        name: "datei".to_owned(),
        label: t.get("beispiel-datei"),
        hint: Some(t.get("beispiel-datei.hinweis")),
        error: None,
        accept: Some(".csv,.xlsx".to_owned()),
    };
    let buttons = vec![
        Button::primary(t.get("absenden")),
        Button::secondary(t.get("abbrechen")),
        Button::quiet(t.get("abbrechen"), t.get("absenden")),
    ];
    let merkmal = t.get("beispiel-merkmal");
    let component = [
        ("problems", Component::Problems(problems)),
        ("field", Component::Field(name)),
        ("field-fehler", Component::Field(wrong)),
        ("field-mehrzeilig", Component::Field(area)),
        ("select", Component::Select(Select::new("merkmal", &merkmal, answers()))),
        ("choices-eine", Component::Choices(Choices::one("eine", &merkmal, answers()))),
        ("choices-mehrere", Component::Choices(Choices::several("mehrere", &merkmal, answers()))),
        ("upload", Component::Upload(upload)),
        ("button", Component::Buttons(buttons)),
        ("filters", Component::Filters(vec![Select::new("filter", &merkmal, answers())])),
    ];
    component.into_iter().map(|(name, component)| Example { name, component }).collect()
}

fn words(t: &Texts) -> Vec<Example> {
    let notice = |kind| {
        Component::Notice(Notice {
            kind,
            title: t.get("beispiel-meldung"),
            text: t.get("beispiel-meldung.text"),
        })
    };
    let pairs = vec![
        Pair::new(t.get("beispiel-stichtag"), t.date(jiff::civil::date(2024, 12, 31))),
        Pair {
            href: Some("#pairs".to_owned()),
            ..Pair::new(t.get("beispiel-einwohner"), t.integer(8640))
        },
    ];
    let tab = |id: &str, current| Tab { label: t.get(id), href: "#tabs".to_owned(), current };
    let pages = Pages {
        position: t
            .with("seiten-stand", &[("von", 21.into()), ("bis", 40.into()), ("alle", 542.into())]),
        previous: Some(Link::new(t.get("seite-zurueck"), "#pagination")),
        next: Some(Link::new(t.get("seite-weiter"), "#pagination")),
    };
    let progress = Progress {
        id: "fortschritt-beispiel".to_owned(),
        label: t.get("beispiel-fortschritt"),
        done: 4,
        total: 18,
        events: None,
    };
    let empty = Empty {
        text: t.get("beispiel-leer"),
        step: Some(Link::new(t.get("beispiel-datei"), "#upload")),
    };
    let tabs = vec![tab("karte", true), tab("tabelle", false)];
    let component = [
        ("notice-info", notice(Kind::Info)),
        ("notice-success", notice(Kind::Success)),
        ("notice-warning", notice(Kind::Warning)),
        ("notice-danger", notice(Kind::Danger)),
        ("badge", Component::Badge(Kind::Warning, t.get("beispiel-marke"))),
        ("pairs", Component::Pairs(pairs)),
        ("tabs", Component::Tabs(t.get("ansicht"), tabs)),
        ("pagination", Component::Pages(pages)),
        ("progress", Component::Progress(progress)),
        ("empty", Component::Empty(empty)),
        ("button_link", Component::ButtonLink(Link::new(t.get("beispiel-datei"), "#upload"))),
    ];
    component.into_iter().map(|(name, component)| Example { name, component }).collect()
}

fn findings(t: &Texts) -> Vec<Example> {
    let excerpt = |line: &str, after: &str| Excerpt {
        line: line.to_owned(),
        before: String::new(),
        marked: "06010102".to_owned(),
        after: after.to_owned(),
    };
    let hint = |kind| Hint {
        kind,
        title: t.get("beispiel-hinweis"),
        text: t.get("beispiel-hinweis.text"),
        lines: Vec::new(),
        place: None,
        step: None,
    };
    let hints = vec![
        Hint {
            lines: vec![
                excerpt("218", ";Schloßstraße;8123;2210"),
                excerpt("431", ";Schloßstraße;4460;1518"),
            ],
            place: Some(t.get("beispiel-hinweis.ort")),
            step: Some(Link::new(t.get("beispiel-datei"), "#upload")),
            ..hint(HintKind::Error)
        },
        hint(HintKind::Warning),
        hint(HintKind::Note),
    ];
    let counts = vec![
        Pair::new(t.get("beispiel-gelesen"), t.integer(542)),
        Pair::new(t.get("hinweis-fehler"), t.integer(2)),
    ];
    vec![
        Example { name: "balance", component: Component::Balance(counts) },
        Example { name: "hints", component: Component::Hints(hints) },
    ]
}
