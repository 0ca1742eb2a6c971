//! What a part tells of a thing to another that writes it down, and what can be made of a
//! thing of another part. Neither knows the other.

use ankunft_disclosure::Audience;
use jiff::Timestamp;
use jiff::civil::Date;

use super::{BoxFuture, Quarter};
use crate::page::components::Table;
use crate::permission::Action;
use crate::store::StoreError;
use crate::tenant::Tenant;
use crate::web::{App, City, Failure, Viewer};

/// A thing as a story: why it was begun, where, what it cost, what came of it. Empty where nothing
/// is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// Its title.
    pub title: String,
    /// What was found before.
    pub problem: String,
    /// What was done.
    pub done: String,
    /// Where.
    pub place: String,
    /// The geography and area unit of that place.
    pub area: Option<(String, String)>,
    /// What it cost, and who paid.
    pub cost: String,
    /// What was reached.
    pub effect: String,
    /// What stood in the way.
    pub hindered: String,
}

/// A kind of thing of which a story can be told.
pub trait Tale: Send + Sync {
    /// The kind's code: `measure`.
    fn kind(&self) -> &'static str;

    /// The story of a thing as this viewer knows it; none if there is no such thing for them.
    /// Figures stand in it only where this circle may read them.
    fn tell<'a>(
        &'a self,
        app: &'a App,
        viewer: &'a Viewer,
        about: (Tenant, &'a str),
        circle: Audience,
    ) -> BoxFuture<'a, Result<Option<Story>, StoreError>>;
}

/// What the profile of a city tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// How far its Letter of Intent is: `drafted`, `signed`.
    Intent,
    /// Its arrival quarters, by name.
    Quarters,
}

/// Something that was written down anyway, from which a profile can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// What it says something of.
    pub theme: Theme,
    /// Its kind and id, by which it is cited.
    pub thing: (&'static str, String),
    /// What it says of that.
    pub value: String,
    /// Which it is, in the language of the reader: of what day, by whom, until when.
    pub text: String,
}

/// A part from whose things the profile of a city can be taken.
pub trait Offer: Send + Sync {
    /// What it offers to this reader; where there are several for a theme, they stand together.
    fn offers<'a>(
        &'a self,
        app: &'a App,
        city: &'a City,
        viewer: &'a Viewer,
    ) -> BoxFuture<'a, Result<Vec<Offered>, StoreError>>;
}

/// What a part has to say in the report of a quarter.
#[derive(Clone, Debug, Default)]
pub struct Chapter {
    /// Its heading.
    pub title: String,
    /// What it says in sentences; may be empty.
    pub lead: String,
    /// What it says in tables.
    pub sections: Vec<Section>,
    /// The dataset versions of its figures that are not public: the change log notes who takes them out
    /// of the house.
    pub internal: Vec<i64>,
}

/// A table of a chapter. Its caption is its heading.
#[derive(Clone, Debug)]
pub struct Section {
    /// The table.
    pub table: Table,
    /// What is said where it has no rows.
    pub none: String,
}

/// A part that has a chapter in the report of a quarter. Chapters stand in the order of the parts; what
/// a reader may not know is not in them.
pub trait QuarterChapter: Send + Sync {
    /// Whether it stands on paper too. The atlas opens the paper with its profile, which says the same.
    fn is_printed(&self) -> bool {
        true
    }

    /// What it says to this viewer of an area unit, which is called so; none for who may not see it.
    fn tell<'a>(
        &'a self,
        app: &'a App,
        here: (&'a City, &'a Viewer),
        about: (Quarter<'a>, &'a str),
    ) -> BoxFuture<'a, Result<Option<Chapter>, Failure>>;
}

/// What can be made of a thing that was found or decided: a way to its form, which cites the thing
/// when it is sent. So the red thread goes on without anybody opening a Mappe.
#[derive(Clone, Copy, Debug)]
pub struct FollowUp {
    /// The id of its text.
    pub text: &'static str,
    /// The address of its form behind the city's.
    pub path: &'static str,
    /// What one must be permitted to see it.
    pub action: Action,
    /// The kinds of things that it is made of.
    pub of: &'static [&'static str],
}

impl FollowUp {
    /// The name of the field that says what something is made of: `kind:id`.
    pub const FIELD: &'static str = "aus";
}

/// One or several days of something that no body of the city calls: it stands in the calendar of its
/// Stellen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// What it is called for ever.
    pub uid: String,
    /// How often it was changed.
    pub sequence: i64,
    /// When it was changed last.
    pub changed: Timestamp,
    /// Its title.
    pub title: String,
    /// Where.
    pub place: String,
    /// Its page, behind the address of the installation.
    pub page: String,
    /// The first and the last day.
    pub days: (Date, Date),
    /// Whether it does not take place.
    pub cancelled: bool,
}

/// Days that concern all Stellen of a city. Whoever subscribes has the secret address of one of them.
pub trait Calendar: Send + Sync {
    /// The days.
    fn days<'a>(
        &'a self,
        app: &'a App,
        city: &'a City,
    ) -> BoxFuture<'a, Result<Vec<Dated>, StoreError>>;
}
