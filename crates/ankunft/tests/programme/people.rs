//! Who takes part, and what they press.

use std::collections::BTreeSet;

use ankunft_disclosure::Nutzung;
use ankunft_formats::bundle::{self, Limits, Member};
use ankunft_platform::datasets::Protection;
use ankunft_platform::permission::Role;
use ankunft_testkit::{Browser, Page};

pub use crate::common::staff;

use crate::common::Demo;
use crate::common::planting::{Planted, plant, protected};

/// An installation with planted tables, and people at its doors.
pub struct World {
    pub demo: Demo,
    /// Coordination of the city that gives.
    pub giver: Browser,
    /// Its statistics office.
    pub office: Browser,
    /// Coordination of the city that gets.
    pub taker: Browser,
    /// Coordination of a city that gets nothing.
    pub other: Browser,
    /// The programme's own people.
    pub programme: Browser,
    /// Released for the programme.
    pub shared: Planted,
    /// Of the statistics office alone.
    pub hidden: Planted,
    /// Released inside the administration.
    pub inside: Planted,
}

/// The slugs of the city that gets, and of the one that gets nothing.
pub const TAKER: &str = "gradlingen";

pub fn other() -> String {
    let programme = ankunft_musterstadt::programme(ankunft::demo::SEED);
    let mut slugs = programme.cities.into_iter().map(|it| it.slug);
    slugs.find(|it| it != "musterstadt" && it != TAKER).expect("a third city")
}

impl World {
    pub async fn new() -> Self {
        Self::at(String::new()).await
    }

    pub async fn at(database: String) -> Self {
        let demo = Demo::at(database).await;
        let programme = ankunft_musterstadt::programme(ankunft::demo::SEED);
        let city = |slug: &str| {
            programme.cities.iter().find(|it| it.slug == slug).cloned().expect("a city")
        };
        let giver = city("musterstadt");
        let secret = (Protection::Unprotected, Nutzung::StatisticsOffice);
        let hidden = plant(&demo, &giver, 15_829_363, secret).await;
        let inside = plant(&demo, &giver, 12_582_917, (protected(), Nutzung::Administration)).await;
        let shared = plant(&demo, &giver, 14_048_909, (protected(), Nutzung::Programme)).await;
        Self {
            giver: staff(&demo, "musterstadt", Role::Coordination).await,
            office: staff(&demo, "musterstadt", Role::StatisticsOffice).await,
            taker: staff(&demo, TAKER, Role::Coordination).await,
            other: staff(&demo, &other(), Role::Coordination).await,
            programme: staff(&demo, "programm", Role::Coordination).await,
            demo,
            shared,
            hidden,
            inside,
        }
    }

    /// Proposes a grant of the shared table; gives its address.
    pub async fn propose(&mut self, to: &str, until: &str) -> String {
        let form = [
            ("tabelle", self.shared.accepted.version.to_string()),
            ("an", to.to_owned()),
            ("zweck", "Vergleich der Zuzüge".to_owned()),
            ("bis", until.to_owned()),
            ("grenzen", "ja".to_owned()),
        ];
        let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
        let done = self.giver.post(NEW, NEW, &form).await.expect_status(303);
        done.location().expect("an address")
    }

    /// What a form sends for a tenant of this installation.
    pub async fn here(&self, slug: &str) -> String {
        format!("hier:{}", self.demo.tenant(slug).await.id())
    }
}

pub const NEW: &str = "/musterstadt/austausch/weitergaben/neu";

/// The files of an archive.
pub fn files(bytes: &[u8]) -> Vec<Member> {
    let limits = Limits { members: 50, bytes: 1 << 28, ratio: 1000 };
    bundle::unpack(bytes, "x.zip", &limits).expect("an archive")
}

/// A file of an archive as text.
pub fn text(bytes: &[u8], name: &str) -> String {
    let file = files(bytes).into_iter().find(|it| it.0 == name);
    String::from_utf8(file.unwrap_or_else(|| panic!("no {name}")).1).expect("UTF-8")
}

/// The planted numbers that stand in any file of an archive.
pub fn numbers(bytes: &[u8], planted: &Planted) -> BTreeSet<u64> {
    let mut found = BTreeSet::new();
    for (_, file) in files(bytes) {
        let text = String::from_utf8_lossy(&file).into_owned();
        let runs = text.split(|it: char| !it.is_ascii_digit());
        found.extend(
            runs.filter_map(|it| it.parse().ok()).filter(|it| planted.numbers.contains(it)),
        );
    }
    found
}

/// The findings that a page shows.
pub fn findings(page: &Page) -> String {
    page.texts(".hinweise li").join("\n")
}
