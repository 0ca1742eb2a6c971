//! A paper with every kind of block, and fonts to set it with.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use ankunft_report::paper::{
    Align, Block, Column, Day, Fonts, KeyFigure, LegendItem, Level, Note, PageWords, Paper,
    Picture, Row, Table, Text,
};
use ankunft_report::{
    Area, Break, Detail, Line, LineRole, Look, MapBase, MapPicture, Point, SeriesChart, Shade,
    Sparkline, sparkline, swatch,
};
use geo::{MultiPolygon, polygon};

/// The fonts of the web build, that of the text first.
pub static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/dist");
    let files = std::fs::read_dir(folder).expect("web/dist: run `make assets`");
    let name = |it: &PathBuf| it.file_name().expect("a name").to_string_lossy().into_owned();
    let mut files: Vec<PathBuf> = files.map(|it| it.expect("an entry").path()).collect();
    files.retain(|it| name(it).starts_with("paper-"));
    files.sort_by_key(|it| (!name(it).starts_with("paper-text-400"), name(it)));
    Fonts::new(files.iter().map(|it| std::fs::read(it).expect("a font"))).expect("fonts")
});

pub fn paper(blocks: Vec<Block>) -> Paper {
    Paper {
        title: "Hafen".to_owned(),
        subtitle: "Quartiersprofil".to_owned(),
        mark: Some("Nur intern".to_owned()),
        language: "de".to_owned(),
        author: "Stadt Musterstadt".to_owned(),
        date: Day { year: 2026, month: 11, day: 26 },
        date_words: "26. November 2026".to_owned(),
        keywords: vec!["Ankunftsquartier".to_owned(), "Musterstadt".to_owned()],
        foot: "Fundstellen: https://ankunft.example/f/".to_owned(),
        landscape: false,
        page_words: PageWords { page: "Seite".to_owned(), of: "von".to_owned() },
        blocks,
    }
}

pub fn series() -> String {
    let at = |year: u16, value| Point { at: f64::from(year), value, range: None };
    let points: Vec<Point> = (2015..2025)
        .map(|year| at(year, (year != 2019).then(|| f64::from(year - 1990) * 1.2)))
        .collect();
    SeriesChart {
        id: "reihe",
        title: "Anteil",
        description: "Der Anteil steigt.",
        width: 640.0,
        height: 250.0,
        lines: &[Line { label: "Hafen 40,8 %", role: LineRole::Main, points: &points }],
        breaks: &[Break { at: 2018.75, note: "Bruch 2019" }],
        from_zero: true,
        number: &|value, decimals| format!("{value:.decimals$}"),
        unit: "\u{a0}%",
        time: &|year| format!("{year:.0}"),
    }
    .draw()
}

pub fn trend() -> String {
    let point = |at: u16| Point { at: f64::from(at), value: Some(f64::from(at)), range: None };
    let points: Vec<Point> = (2015..2020).map(point).collect();
    sparkline(&Sparkline { points: &points, breaks: &[], scale: None, label: "" })
}

pub fn map() -> Picture {
    let square = |x: f64| {
        MultiPolygon::new(vec![polygon![
            (x: x, y: 49.0), (x: x + 0.1, y: 49.0), (x: x + 0.1, y: 49.1), (x: x, y: 49.1),
        ]])
    };
    let shapes = [square(7.0), square(7.1), square(7.2)];
    let names = ["West & Mitte", "Hafen", "Süd"];
    let areas: Vec<Area<'_>> =
        shapes.iter().zip(names).map(|(shape, name)| Area { code: name, name, shape }).collect();
    let map = MapBase::new(&areas, 1000, Detail::Tolerance(1.0)).expect("a map");
    let picture = MapPicture {
        id: "karte",
        title: "Karte",
        description: "",
        classes: 5,
        selected: Some("Hafen"),
        layers: &[],
    };
    let shades = [Shade::Class(0), Shade::Class(4), Shade::NotShown];
    let svg = map.draw(&picture, |at, _| Look {
        shade: shades[at],
        text: "nicht gezeigt".to_owned(),
        href: Some("/musterstadt".to_owned()),
    });
    let field =
        |shade, text: &str| LegendItem { svg: swatch("karte", 5, shade), text: text.to_owned() };
    Picture {
        svg,
        alt: "Drei Quartiere: West & Mitte hell, Hafen dunkel, Süd ohne Angabe".to_owned(),
        caption: Text::from("Wo der Hafen liegt"),
        legend: vec![field(Shade::Class(0), "unter 10 %"), field(Shade::NotShown, "nicht gezeigt")],
        width_percent: 60,
        beside: vec!["Daneben & fett".into(), "Daneben, ein Satz.".into()],
    }
}

pub fn table() -> Table {
    let row = |name: &str, value: &str, total| Row {
        cells: vec![name.into(), Text::default().link(value, "https://ankunft.example/f/7K3Q")],
        total,
    };
    Table {
        caption: "Menschen ohne deutschen Pass".to_owned(),
        columns: vec![
            Column { title: "Quartier".to_owned(), align: Align::Start },
            Column::numbers("Anteil"),
        ],
        row_headings: true,
        rows: vec![
            row("Hafen", "44,6 %", false),
            Row {
                cells: vec!["Nord".into(), Text::default().drawing(trend(), 14, "Steigt & steigt")],
                total: false,
            },
            row("Süd", "nicht gezeigt", false),
            row("Musterstadt", "21,0 %", true),
        ],
        notes: vec!["Ein Strich heißt: nicht veröffentlicht.".into()],
    }
}

/// Every kind of block.
pub fn everything() -> Paper {
    let chart = Picture {
        svg: series(),
        alt: "Der Anteil steigt von 30 auf 41 Prozent.".to_owned(),
        caption: Text::from("Anteil seit 2015"),
        legend: Vec::new(),
        width_percent: 100,
        beside: Vec::new(),
    };
    let figure = |name: &str, value: &str| KeyFigure {
        name: name.to_owned(),
        value: Text::default().link(value, "https://ankunft.example/quelle?a=1&b=2"),
        notes: vec!["Musterstadt: 21,0 %".into(), "n = 5.120".into()],
    };
    paper(vec![
        Block::paragraph(
            Text::from("Am 31.12.2024 wohnten im Hafen ").strong("5.120 Menschen").and("."),
        ),
        Block::KeyFigures {
            figures: vec![
                figure("Menschen", "5.120"),
                figure("Menschen ohne deutschen Pass", "44,6 %"),
                figure("Zuzüge aus dem Ausland", "nicht gezeigt"),
                figure("Umzüge", "12,1 %"),
            ],
        },
        Block::heading(Level::One, "Verlauf"),
        Block::Picture(chart),
        Block::heading(Level::Two, "Unterbrechungen"),
        Block::List { numbered: false, items: vec!["2019: neue Grenzen".into(), "2022".into()] },
        Block::List { numbered: true, items: vec!["erstens".into(), "zweitens".into()] },
        Block::heading(Level::Three, "Teile"),
        Block::Table(table()),
        Block::Note(Note {
            title: "Vorsicht".to_owned(),
            text: vec!["Die Teile unterscheiden sich stark.".into()],
        }),
        Block::Picture(map()),
        Block::PageBreak,
        Block::heading(Level::One, "Quellen"),
        Block::Sources { lines: vec!["Statistikstelle, Datenstand 7".into()] },
    ])
}
