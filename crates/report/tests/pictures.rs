//! Every picture is well-formed, says what it shows, and takes no orders from its words.

mod support;

use ankunft_report::{
    Area, Bar, Break, Detail, Dot, DotPlot, Interval, LayerKind, Line, LineRole, Look, MapBase,
    MapPicture, Place, Point, SeriesChart, Shade, Sparkline, Strip, bar, interval, sparkline,
    swatch,
};
use geo::{MultiPolygon, line_string, polygon};
use proptest::prelude::*;
use support::check;

const ATTACK: &str = "\"'><script>alert(1)</script>&lt;]]>\u{0}\u{b}<!--";

fn chart(text: &str, points: &[Point], breaks: &[f64]) -> String {
    let breaks: Vec<Break<'_>> = breaks.iter().map(|at| Break { at: *at, note: text }).collect();
    SeriesChart {
        id: text,
        title: text,
        description: text,
        width: 620.0,
        height: 260.0,
        lines: &[
            Line { label: text, role: LineRole::Reference, points },
            Line { label: text, role: LineRole::Main, points },
            Line { label: text, role: LineRole::Other(1), points },
        ],
        breaks: &breaks,
        from_zero: true,
        number: &|_, _| text.to_owned(),
        unit: text,
        time: &|_| text.to_owned(),
    }
    .draw()
}

fn map(text: &str) -> String {
    let shape =
        MultiPolygon::new(vec![polygon![(x: 7.0, y: 49.0), (x: 7.1, y: 49.0), (x: 7.1, y: 49.1)]]);
    let areas = [Area { code: text, name: text, shape: &shape }];
    let map = MapBase::new(&areas, 1000, Detail::Tolerance(1.0)).expect("a map");
    let river = map.layer(
        LayerKind::River,
        Place::Over,
        &[line_string![(x: 7.0, y: 49.0), (x: 7.1, y: 49.05)]],
    );
    let picture = MapPicture {
        id: text,
        title: text,
        description: text,
        classes: 7,
        selected: Some(text),
        layers: &[river],
    };
    map.draw(&picture, |_, _| Look {
        shade: Shade::NotShown,
        text: text.to_owned(),
        href: Some(format!("javascript:{text}")),
    })
}

#[test]
fn words_stay_words() {
    let point =
        |at, value| Point { at, value: Some(value), range: Some((value - 1.0, value + 1.0)) };
    let points = [point(2019.0, 1.0), point(2020.0, 2.0)];
    let dots = [Dot { label: ATTACK, text: ATTACK, value: Some(3.0), range: None, selected: true }];
    let reference = Some((2.0, ATTACK));
    let number = |_: f64, _: usize| ATTACK.to_owned();
    let dot_plot = DotPlot {
        id: ATTACK,
        title: ATTACK,
        description: ATTACK,
        width: 600.0,
        dots: &dots,
        reference,
        from_zero: true,
        number: &number,
        unit: ATTACK,
    };
    let strip = Strip {
        id: ATTACK,
        title: ATTACK,
        description: ATTACK,
        width: 600.0,
        dots: &dots,
        reference,
        from_zero: true,
        number: &number,
        unit: ATTACK,
    };
    let range = Interval { value: 1.0, low: 0.0, high: 2.0, scale: (0.0, 3.0), label: ATTACK };
    let spark = Sparkline { points: &points, breaks: &[], scale: None, label: ATTACK };
    for svg in [
        chart(ATTACK, &points, &[2019.5]),
        map(ATTACK),
        dot_plot.draw(),
        strip.draw(),
        interval(&range),
        sparkline(&spark),
        swatch(ATTACK, 5, Shade::Class(2)),
        bar(Bar { value: f64::NAN, full: 0.0, reference: Some(f64::INFINITY) }),
    ] {
        check(&svg);
        assert!(!svg.contains("javascript:"), "{svg}");
        assert!(!svg.contains('\0'), "{svg}");
    }
}

#[test]
fn a_break_parts_the_line_and_a_lone_value_is_a_point() {
    let point = |at, value| Point { at, value: Some(value), range: None };
    let gap = Point { at: 2021.0, value: None, range: None };
    let points =
        [point(2018.0, 1.0), point(2019.0, 2.0), point(2020.0, 3.0), gap, point(2022.0, 4.0)];
    let svg = SeriesChart {
        id: "a",
        title: "a",
        description: "",
        width: 620.0,
        height: 260.0,
        lines: &[Line { label: "", role: LineRole::Main, points: &points }],
        breaks: &[Break { at: 2019.5, note: "neue Grenzen" }],
        from_zero: true,
        number: &|value, _| value.to_string(),
        unit: "",
        time: &|at| at.to_string(),
    }
    .draw();
    let line = svg.split("<path class=\"q\" d=\"").nth(1).expect("a line");
    let line = line.split('"').next().expect("its path");
    assert_eq!(line.matches('M').count(), 1, "2018 to 2019 only: {line}");
    assert_eq!(svg.matches("q punkt").count(), 2, "2020 and 2022 stand alone");
    assert!(svg.contains(">neue Grenzen</text>"));
}

#[test]
fn a_map_with_links_is_a_group_and_without_one_image() {
    let shape =
        MultiPolygon::new(vec![polygon![(x: 7.0, y: 49.0), (x: 7.1, y: 49.0), (x: 7.1, y: 49.1)]]);
    let areas = [Area { code: "1", name: "Nord", shape: &shape }];
    let map = MapBase::new(&areas, 1000, Detail::Tolerance(1.0)).expect("a map");
    let picture = MapPicture {
        id: "k",
        title: "Karte",
        description: "",
        classes: 5,
        selected: None,
        layers: &[],
    };
    let look = |href: Option<&str>| Look {
        shade: Shade::Class(0),
        text: String::new(),
        href: href.map(str::to_owned),
    };
    assert!(map.draw(&picture, |_, _| look(Some("/a"))).contains("role=\"group\""));
    assert!(map.draw(&picture, |_, _| look(None)).contains("role=\"img\""));
}

fn points() -> impl Strategy<Value = Vec<Point>> {
    let value = prop_oneof![-1e3..1e3_f64, any::<f64>()];
    let point = (
        2000.0..2030.0_f64,
        prop::option::of(value.clone()),
        prop::option::of((value.clone(), value)),
    );
    prop::collection::vec(point.prop_map(|(at, value, range)| Point { at, value, range }), 0..30)
}

proptest! {
    #[test]
    fn any_series_is_drawn(points in points(), breaks in prop::collection::vec(1990.0..2040.0_f64, 0..5)) {
        check(&chart("reihe", &points, &breaks));
        check(&sparkline(&Sparkline { points: &points, breaks: &breaks, scale: None, label: "a" }));
    }

    #[test]
    fn any_text_is_escaped(text in any::<String>()) {
        check(&chart(&text, &[Point { at: 2020.0, value: Some(1.0), range: None }], &[]));
        check(&map(&text));
    }
}
