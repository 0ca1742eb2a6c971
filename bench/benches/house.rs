//! What a reader waits for: views, pages and files of a city of 542 areas × 18 half-years × 190
//! indicators on SQLite, in this process and without a network.

use std::hint::black_box;

use ankunft_atlas::Atlas;
use ankunft_atlas::view::overview::{Asker, Question, overview};
use ankunft_atlas::view::profile::profile;
use ankunft_bench::city::{self, Size};
use ankunft_bench::installation::{self, SLUG};
use ankunft_disclosure::Audience;
use ankunft_platform::config::Config;
use ankunft_platform::tenant;
use ankunft_platform::web::App;
use axum::body::Body;
use axum::http::{Request, header};
use criterion::{Criterion, criterion_group, criterion_main};
use http_body_util::BodyExt;
use tokio::runtime::Runtime;
use tower::ServiceExt;

struct House {
    runtime: Runtime,
    app: App,
    _folder: tempfile::TempDir,
}

impl House {
    fn build() -> Result<Self, ankunft_bench::Failure> {
        let runtime = Runtime::new()?;
        let folder = tempfile::tempdir()?;
        runtime.block_on(installation::make(folder.path(), Size::JUDGED))?;
        let mut config = Config::local(folder.path(), 8080);
        config.limits.requests_per_minute = u32::MAX;
        let app = runtime.block_on(App::open(config, ankunft::parts()))?;
        Ok(Self { runtime, app, _folder: folder })
    }

    /// Asks through the router and gives the length of the answer as it would be sent.
    fn ask(&self, path: &str, headers: &[(header::HeaderName, &str)]) -> usize {
        self.answer(path, headers).1
    }

    /// The tag of an answer, and its length.
    fn answer(&self, path: &str, headers: &[(header::HeaderName, &str)]) -> (String, usize) {
        let mut request = Request::get(path);
        for (name, value) in headers {
            request = request.header(name, *value);
        }
        let request = request.body(Body::empty()).expect("a request");
        let router = self.app.router();
        self.runtime.block_on(async {
            let response = router.oneshot(request).await.expect("infallible");
            assert!(response.status().as_u16() < 400, "{path}: {}", response.status());
            let tag = response.headers().get(header::ETAG).and_then(|it| it.to_str().ok());
            let tag = tag.unwrap_or_default().to_owned();
            let body = response.into_body().collect().await.expect("a whole body");
            (tag, body.to_bytes().len())
        })
    }
}

fn views(criterion: &mut Criterion, house: &House) {
    let atlas = Atlas::default();
    let (app, runtime) = (&house.app, &house.runtime);
    let city = runtime.block_on(app.city(SLUG)).expect("a database").expect("the city");
    let asker = Asker {
        tenant: city.tenant,
        audience: Audience::Public,
        key: &app.keys.release,
        memory: &atlas.memory,
    };
    let question = Question {
        geography: Some(city::PLANNING.to_owned()),
        measure: Some("share_foreigners".to_owned()),
        period: Some("2020h2".to_owned()),
        nearest: false,
    };
    let mut group = criterion.benchmark_group("views");
    group.bench_function("overview, 542 × 18 × 190", |it| {
        it.iter(|| {
            runtime.block_on(async {
                let mut read = app.store.read().await.expect("a connection");
                let view = overview(&mut read, asker, black_box(&question)).await;
                view.expect("a view").figures.is_some()
            })
        });
    });
    group.bench_function("profile of an area, 18 half-years", |it| {
        let code = city::code(7);
        it.iter(|| {
            runtime.block_on(async {
                let mut read = app.store.read().await.expect("a connection");
                let view = profile(&mut read, asker, Some(city::PLANNING), black_box(&code)).await;
                view.expect("a view").map(|it| it.series.len())
            })
        });
    });
    group.bench_function("the state of a city", |it| {
        it.iter(|| {
            runtime.block_on(async {
                let mut read = app.store.read().await.expect("a connection");
                tenant::state(&mut read, city.tenant).await.expect("a state")
            })
        });
    });
    group.finish();
}

fn answers(criterion: &mut Criterion, house: &House) {
    let query = format!("ebene={}&merkmal=share_foreigners&stichtag=2020h2", city::PLANNING);
    let german = (header::ACCEPT_LANGUAGE, "de");
    let gzip = (header::ACCEPT_ENCODING, "gzip");
    let mut group = criterion.benchmark_group("answers");
    let page = format!("/{SLUG}/atlas?{query}");
    for (name, headers) in [
        ("overview page, plain", vec![german.clone()]),
        ("overview page, compressed", vec![german.clone(), gzip.clone()]),
    ] {
        group.bench_function(name, |it| it.iter(|| house.ask(&page, &headers)));
    }
    let (tag, _) = house.answer(&page, &[german.clone(), gzip.clone()]);
    let known = [german.clone(), gzip.clone(), (header::IF_NONE_MATCH, tag.as_str())];
    group.bench_function("overview page, known to the asker", |it| {
        it.iter(|| assert_eq!(house.ask(&page, &known), 0, "304"));
    });
    for kind in ["csv", "json", "geojson"] {
        let path = format!("/{SLUG}/atlas.{kind}?{query}");
        group.bench_function(format!("overview as {kind}, plain"), |it| {
            it.iter(|| house.ask(&path, std::slice::from_ref(&german)));
        });
    }
    let path = format!("/{SLUG}/atlas/quartiere/{}?ebene={}", city::code(7), city::PLANNING);
    group.bench_function("page of an area, compressed", |it| {
        it.iter(|| house.ask(&path, &[german.clone(), gzip.clone()]));
    });
    group.finish();
}

fn house(criterion: &mut Criterion) {
    let house = House::build().expect("the invented city");
    views(criterion, &house);
    answers(criterion, &house);
}

criterion_group!(benches, house);
criterion_main!(benches);
