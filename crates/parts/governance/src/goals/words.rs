//! Goals in words.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;

use super::model::{Edition, Kind, Tree, Wording};
use crate::known::post;

/// The name of a kind.
#[must_use]
pub fn kind(t: &Texts, kind: Kind) -> String {
    t.get(&format!("ziel-art-{}", kind.code()))
}

/// An edition with how far it is.
#[must_use]
pub fn edition(t: &Texts, edition: &Edition) -> String {
    let name = [("name", Arg::from(edition.name.as_str()))];
    match &edition.adoption {
        None => t.with("ziele-fassung-entwurf", &name),
        Some(it) => {
            let args = [
                ("name", Arg::from(edition.name.as_str())),
                ("gremium", Arg::from(it.body.as_str())),
                ("tag", Arg::from(t.date(it.on))),
            ];
            t.with("ziele-fassung-beschlossen", &args)
        }
    }
}

/// A field of a goal; its name is the text `ziel-feld-<code>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// [`Wording::kind`]
    Kind,
    /// [`Wording::title`]
    Title,
    /// [`Wording::parent`]
    Parent,
    /// [`Wording::body`]
    Body,
    /// [`Wording::sign`]
    Sign,
    /// [`Wording::owner`]
    Owner,
    /// [`Wording::horizon`]
    Horizon,
}

impl Part {
    /// All fields, in the order of the form and of a pasted table.
    pub const ALL: [Self; 7] =
        [Self::Kind, Self::Title, Self::Parent, Self::Body, Self::Sign, Self::Owner, Self::Horizon];

    /// Its name in forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Kind => "art",
            Self::Title => "titel",
            Self::Parent => "unter",
            Self::Body => "text",
            Self::Sign => "woran",
            Self::Owner => "stelle",
            Self::Horizon => "jahr",
        }
    }

    /// Its name in words.
    #[must_use]
    pub fn name(self, t: &Texts) -> String {
        t.get(&format!("ziel-feld-{}", self.code()))
    }

    /// What a wording says in it; nothing where it says nothing.
    #[must_use]
    pub fn value(self, t: &Texts, (names, tree): (&Names, &Tree), it: &Wording) -> String {
        match self {
            Self::Kind => kind(t, it.kind),
            Self::Title => it.title.clone(),
            Self::Parent => it
                .parent
                .and_then(|parent| tree.get(parent))
                .map_or_else(String::new, |it| it.wording.title.clone()),
            Self::Body => it.body.clone(),
            Self::Sign => it.sign.clone(),
            Self::Owner => it.owner.map_or_else(String::new, |it| post(t, names, it)),
            Self::Horizon => it.horizon.map_or_else(String::new, |it| it.to_string()),
        }
    }
}
