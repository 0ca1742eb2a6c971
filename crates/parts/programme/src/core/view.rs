//! What pages and files of Kernindikatoren are made from.

use std::collections::BTreeMap;
use std::sync::Arc;

use ankunft_platform::signing::PublicKey;
use ankunft_platform::store::StoreError;
use ankunft_platform::tenant::{Tenant, TenantInfo};
use jiff::civil::Date;
use sqlx::AnyConnection;

use super::model::{Core, Fit, fit};
use super::store::{self, Mapping, Said};
use crate::exchange::model::ags_of;
use crate::exchange::store::received::{self, Received};
use crate::exchange::store::said;
use crate::members::Members;

/// A Kernindikator with what every city says of it.
#[derive(Clone, Debug)]
pub struct Line {
    /// All versions, the newest first; there is one at least.
    pub versions: Vec<Core>,
    /// Those of this installation by name, then those of which a file alone came.
    pub cities: Vec<Beside>,
}

/// A city beside the others.
#[derive(Clone, Debug)]
pub struct Beside {
    /// What it is called.
    pub name: String,
    /// The city, if it is one of this installation.
    pub here: Option<TenantInfo>,
    /// What it says here.
    pub own: Option<Mapping>,
    /// How that fits.
    pub fit: Fit,
    /// What the newest file of it says that came to who reads and may be used.
    pub file: Option<OfFile>,
}

/// What a file says of a Kernindikator.
#[derive(Clone, Debug)]
pub struct OfFile {
    /// The package or the workbook.
    pub came: Arc<Received>,
    /// What it says.
    pub said: Said,
    /// How that fits.
    pub fit: Fit,
}

/// What stands of a city beside the others, and the file that it is taken from, if it is.
pub type Told<'a> = (Option<&'a Said>, Fit, Option<&'a Received>);

impl Beside {
    /// What it says here; what its file says, if it says nothing here. So nobody is counted twice.
    #[must_use]
    pub fn told(&self) -> Told<'_> {
        match (&self.own, self.told_by_file()) {
            (None, Some(told)) => told,
            (own, _) => (own.as_ref().map(|it| &it.said), self.fit, None),
        }
    }

    /// What its file says.
    #[must_use]
    pub fn told_by_file(&self) -> Option<Told<'_>> {
        self.file.as_ref().map(|it| (Some(&it.said), it.fit, Some(&*it.came)))
    }

    /// Whether it is this one.
    #[must_use]
    pub fn is(&self, city: Tenant) -> bool {
        self.here.as_ref().is_some_and(|it| it.tenant == city)
    }
}

impl Line {
    /// The newest version.
    ///
    /// # Panics
    ///
    /// Never: a line is made of versions.
    #[must_use]
    pub fn newest(&self) -> &Core {
        self.versions.first().expect("a line has a version")
    }

    /// How many cities fit so.
    #[must_use]
    pub fn count(&self, wanted: Fit) -> usize {
        self.cities.iter().filter(|it| it.told().1 == wanted).count()
    }

    /// A city of this installation.
    #[must_use]
    pub fn of(&self, city: Tenant) -> Option<&Beside> {
        self.cities.iter().find(|it| it.is(city))
    }
}

/// All Kernindikatoren of the programme, side by side.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The programme.
    pub programme: TenantInfo,
    /// By code, those that rest last.
    pub lines: Vec<Line>,
}

impl Comparison {
    /// Reads what the cities of this installation say: three statements. None in an installation
    /// without a programme.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn read(connection: &mut AnyConnection) -> Result<Option<Self>, StoreError> {
        let members = Members::read(connection).await?;
        let Some(programme) = members.programme else { return Ok(None) };
        let versions = store::versions(connection, programme.tenant).await?;
        let mappings = store::mappings_for(connection, programme.tenant).await?;
        let mut lines: Vec<Line> = Vec::new();
        for version in versions {
            match lines.last_mut().filter(|it| it.newest().code == version.code) {
                Some(line) => line.versions.push(version),
                None => lines.push(line(version, &members.cities, &mappings)),
            }
        }
        lines.sort_by_key(|it| it.newest().text.retired);
        Ok(Some(Self { programme, lines }))
    }

    /// The same with what came to a tenant as files and may be used on a day: two statements more.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn with_files(
        mut self,
        connection: &mut AnyConnection,
        (reader, today): (Tenant, Date),
    ) -> Result<Self, StoreError> {
        let mut all = received::all(connection, reader).await?;
        all.retain(|it| it.is_usable(today));
        let files = files(all, said::all(connection, reader).await?);
        for line in &mut self.lines {
            put(line, &files);
        }
        Ok(self)
    }

    /// The Kernindikator of a code.
    #[must_use]
    pub fn line(&self, code: &str) -> Option<&Line> {
        self.lines.iter().find(|it| it.newest().code == code)
    }
}

fn line(newest: Core, cities: &[TenantInfo], mappings: &[Mapping]) -> Line {
    let said = |city: &TenantInfo| {
        let id = city.tenant.id();
        let own = mappings.iter().find(|it| it.city == id && it.code == newest.code).cloned();
        Beside {
            name: city.name.clone(),
            here: Some(city.clone()),
            fit: fits(&newest, own.as_ref().map(|it| &it.said)),
            own,
            file: None,
        }
    };
    let cities = cities.iter().map(said).collect();
    Line { versions: vec![newest], cities }
}

fn fits(core: &Core, said: Option<&Said>) -> Fit {
    let own = said.map(|it| (it.own(), it.core_version));
    let own = own.as_ref().map(|(own, of)| (own, *of));
    fit((&core.text, core.version), own, said.and_then(|it| it.unit.as_deref()))
}

/// By what a city is told from others: its key, or that by which it signs, where it has none.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    Ags(String),
    Key(Option<PublicKey>),
}

fn sign(it: &Received) -> Sign {
    match ags_of(&it.package) {
        Some(ags) => Sign::Ags(ags.to_owned()),
        None => Sign::Key(it.key),
    }
}

/// A city of which files came.
struct Sender {
    /// As its newest file calls it.
    name: String,
    /// By Kernindikator, each of the newest file that says something of it.
    says: BTreeMap<String, (Arc<Received>, Said)>,
}

/// The cities of which files came that say something of Kernindikatoren.
fn files(all: Vec<Received>, said: Vec<(i64, String, Said)>) -> BTreeMap<Sign, Sender> {
    let mut of_file: BTreeMap<i64, Vec<(String, Said)>> = BTreeMap::new();
    for (number, code, said) in said {
        of_file.entry(number).or_default().push((code, said));
    }
    let mut senders = BTreeMap::new();
    // The newest first.
    for came in all {
        let Some(said) = of_file.remove(&came.number) else { continue };
        let sender = senders
            .entry(sign(&came))
            .or_insert_with(|| Sender { name: came.issuer.clone(), says: BTreeMap::new() });
        let came = Arc::new(came);
        for (code, said) in said {
            sender.says.entry(code).or_insert_with(|| (Arc::clone(&came), said));
        }
    }
    senders
}

/// Puts files beside what the cities say: in the row of who is here, or in one of its own.
fn put(line: &mut Line, files: &BTreeMap<Sign, Sender>) {
    let core = line.newest().clone();
    let mut strangers = Vec::new();
    for (sign, sender) in files {
        let file = sender.says.get(&core.code).map(|(came, said)| OfFile {
            came: Arc::clone(came),
            fit: fits(&core, Some(said)),
            said: said.clone(),
        });
        let is_it = |it: &&mut Beside| match (sign, &it.here) {
            (Sign::Ags(ags), Some(here)) => here.ags.as_ref() == Some(ags),
            _ => false,
        };
        match line.cities.iter_mut().find(is_it) {
            Some(city) => city.file = file,
            None => strangers.push(Beside {
                name: sender.name.clone(),
                here: None,
                own: None,
                fit: Fit::Unsaid,
                file,
            }),
        }
    }
    strangers.sort_by(|a, b| a.name.cmp(&b.name));
    line.cities.extend(strangers);
}
