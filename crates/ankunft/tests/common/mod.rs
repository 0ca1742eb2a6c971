//! A demo installation for tests, and its readers.

#![allow(dead_code, reason = "each test uses a part of it")]

pub mod console;
pub mod desk;
pub mod folder;
pub mod papers;
pub mod planting;
pub mod server;
pub mod statements;
mod template;
pub mod unsaved;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use ankunft_platform::accounts::{self, Membership, NewAccount};
use ankunft_platform::changes::Author;
use ankunft_platform::config::Config;
use ankunft_platform::languages::Language;
use ankunft_platform::permission::{Actor, Role};
use ankunft_platform::register::areas;
use ankunft_platform::tenant::{self, Tenant, TenantInfo};
use ankunft_platform::web::App;
use ankunft_testkit::Browser;
use tempfile::TempDir;

/// The demo installation, open.
pub struct Demo {
    pub app: App,
    pub folder: TempDir,
}

/// Somebody at the door of Musterstadt.
pub struct Reader {
    pub name: &'static str,
    pub email: Option<String>,
    pub role: Option<Role>,
}

impl Demo {
    pub async fn new() -> Self {
        Self::at(String::new()).await
    }

    /// As [`Demo::new`], in the database of an address; SQLite in the folder if it is empty.
    pub async fn at(database: String) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut config = Config::local(folder.path(), 8080);
        config.limits.requests_per_minute = 1_000_000;
        config.limits.uploads_per_hour = 1_000_000;
        template::copy_into(folder.path(), &database).await;
        config.database = database;
        let app = App::open(config, ankunft::parts()).await.expect("an application");
        Self { app, folder }
    }

    /// Computes what the worker would: the arrival quarters of a city.
    pub async fn assess(&self, slug: &str) {
        let (tenant, memory) = (self.tenant(slug).await, ankunft_atlas::store::Memory::default());
        let (store, keys) = (&self.app.store, &self.app.keys);
        let done = ankunft_atlas::assess::bring_up_to_date(store, keys, &memory, tenant).await;
        done.expect("an assessment");
    }

    /// The keys of the first quarter and the first sub-zone of today, with their geographies.
    pub async fn codes(&self, slug: &str) -> Vec<(String, String)> {
        let mut read = self.app.store.read().await.expect("a connection");
        let city = tenant::by_slug(&mut read, slug).await.expect("a database").expect("the city");
        let geographies = areas::geographies(&mut read, city.tenant).await.expect("geographies");
        let versions = areas::versions(&mut read, city.tenant).await.expect("versions");
        let mut codes = Vec::new();
        for geography in geographies {
            let newest = versions.iter().rfind(|it| it.geography == geography.id);
            let newest = newest.expect("a version");
            let units = areas::areas(&mut read, city.tenant, newest.id).await.expect("areas");
            codes.push((geography.code, units[0].code.clone()));
        }
        codes
    }

    /// The tenant of a city.
    pub async fn tenant(&self, slug: &str) -> Tenant {
        self.info(slug).await.tenant
    }

    /// What is known of a city, or of the programme.
    pub async fn info(&self, slug: &str) -> TenantInfo {
        let mut read = self.app.store.read().await.expect("a connection");
        tenant::by_slug(&mut read, slug).await.expect("a database").expect("the city")
    }

    /// A table of all quarters of Musterstadt that no profile knows: so many columns over so
    /// many half-years. Another seed gives other figures.
    pub async fn table(&self, columns: usize, periods: usize, seed: usize) -> Vec<u8> {
        let tenant = self.tenant("musterstadt").await;
        let mut read = self.app.store.read().await.expect("a connection");
        let geography = areas::geography(&mut read, tenant, "quartier").await.expect("a database");
        let geography = geography.expect("quarters").id;
        let versions = areas::versions(&mut read, tenant).await.expect("versions");
        let newest = versions.iter().rfind(|it| it.geography == geography).expect("a version");
        let units = areas::areas(&mut read, tenant, newest.id).await.expect("areas");
        let names: Vec<String> = (0..columns).map(|it| format!("zahl_{it}")).collect();
        let mut text = format!("gebiet;stichtag;{}\n", names.join(";"));
        for period in 0..periods {
            let (year, day) = (2024 - period / 2, ["31.12.", "30.06."][period % 2]);
            for (row, unit) in units.iter().enumerate() {
                let cell = |it: usize| ((it * 7 + row * 13 + period + seed * 29) % 977).to_string();
                let cells: Vec<String> = (0..columns).map(cell).collect();
                text.push_str(&format!("{};{day}{year};{}\n", unit.code, cells.join(";")));
            }
        }
        text.into_bytes()
    }

    /// All paths that answer to GET.
    pub fn paths(&self) -> Vec<&'static str> {
        self.app.parts.routes().filter(|it| it.method() == "GET").map(|it| it.path()).collect()
    }
}

impl Reader {
    /// The public, and one person of each role that has a name on pages. A role without one
    /// cannot be shown a page and is not handed out either.
    pub fn all(app: &App) -> Vec<Self> {
        let public = Self { name: "public", email: None, role: None };
        let texts = app.languages.texts(Language::German);
        let named = |role: &Role| texts.has(&format!("role-{}", role.code()));
        let people = Role::ALL.into_iter().filter(named).map(|role| Self {
            name: role.code(),
            email: Some(email(role)),
            role: Some(role),
        });
        std::iter::once(public).chain(people).collect()
    }

    pub fn actor(&self) -> Actor {
        Actor {
            account: self.email.as_ref().map(|_| 1),
            roles: self.role.into_iter().collect(),
            ..Actor::default()
        }
    }

    pub async fn browser(&self, app: &App, language: &'static str) -> Browser {
        match &self.email {
            Some(email) => Browser::log_in(app, email, language).await,
            None => Browser::new(app, language),
        }
    }
}

fn email(role: Role) -> String {
    format!("{}@leser.example", role.code())
}

/// Somebody with a role in a tenant, logged in.
pub async fn staff(demo: &Demo, slug: &str, role: Role) -> Browser {
    let email = employed(demo, slug, role).await;
    Browser::log_in(&demo.app, &email, "de").await
}

/// The address of somebody new with a role in a tenant.
pub async fn employed(demo: &Demo, slug: &str, role: Role) -> String {
    // More than one of a role may come.
    static COME: AtomicUsize = AtomicUsize::new(0);
    let number = COME.fetch_add(1, Ordering::SeqCst);
    let email = format!("{}-{number}@{slug}.tausch.example", role.code());
    let mut change = demo.app.store.change(Author::program("test")).await.expect("a change");
    let info = tenant::by_slug(&mut change, slug).await.expect("a database").expect("a tenant");
    let name = format!("{slug} {}", role.code());
    let new = NewAccount { email: &email, name: &name, password_hash: None, language: "de" };
    let account = accounts::create(&mut change, new).await.expect("an account");
    let membership = Membership { tenant: info.tenant, account, role, person: None };
    accounts::grant(&mut change, &membership).await.expect("a role");
    change.commit().await.expect("a commit");
    email
}

/// An address of a path: its city and area unit filled in, everything else with the number 1.
pub fn address(path: &str, slug: &str, code: &str) -> String {
    let part = |part: &str| match part {
        "{kommune}" => slug.to_owned(),
        "{code}" => code.to_owned(),
        it if it.starts_with('{') => "1".to_owned(),
        it => it.to_owned(),
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// The reference data, if they are there; otherwise says that a test is skipped.
#[allow(clippy::print_stdout, reason = "a test says that it was skipped")]
pub fn reference() -> Option<PathBuf> {
    let root = root();
    let place = std::env::var_os("ANKUNFT_REFERENCE")
        .map_or(root.join("../shared"), |it| root.join(PathBuf::from(it)));
    if place.join("data").is_dir() {
        return Some(place);
    }
    println!("skipped: no reference data");
    None
}

/// The root of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
