//! The doors of the atlas: extract, permit, ask, render.

pub mod bring;
pub mod compare;
pub mod files;
pub mod offers;
pub mod read;

use ankunft_disclosure::Audience;
use ankunft_platform::permission::Actor;
use ankunft_platform::web::{City, Viewer};

use crate::pages::overview::Setting;

/// What this actor reads.
fn audience(actor: &Actor) -> Audience {
    actor.audience()
}

/// Where pages of a city begin.
pub(crate) struct Place {
    base: String,
}

impl Place {
    pub(crate) fn of(city: &City) -> Self {
        Self { base: city.at("") }
    }

    pub(crate) fn setting<'a>(
        &'a self,
        viewer: &'a Viewer,
        city: &'a City,
        classes: Option<&'a str>,
    ) -> Setting<'a> {
        Setting {
            t: &viewer.t,
            reader: audience(&viewer.actor),
            base: &self.base,
            city: &city.name,
            classes,
        }
    }
}
