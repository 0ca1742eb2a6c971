//! The collections as layers of a Masterportal: what goes into its `services.json`.

use serde::Serialize;

use super::PATH;
use super::call::Call;
use super::crs::Crs;
use super::layer::Collection;

/// A layer of the kind `OAF`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Service {
    id: String,
    name: String,
    url: String,
    typ: &'static str,
    collection: String,
    crs: &'static str,
    limit: u32,
    gfi_attributes: &'static str,
    layer_attribution: String,
    legend: bool,
}

/// So many features at once: a whole city in one answer.
const LIMIT: u32 = 1_000;

pub(super) fn services(call: &Call, all: &[Collection]) -> Vec<Service> {
    let service = |it: &Collection| {
        let west = it.frame.map_or(0.0, |it| it.center().x);
        Service {
            id: format!("ankunft-{}-{}", call.city.slug, it.geography.code),
            name: format!("{} ({})", it.geography.name, call.city.name),
            url: format!("{}{}", call.app.config.base_address, call.city.at(PATH)),
            typ: "OAF",
            collection: it.geography.code.clone(),
            crs: if west < 12.0 { Crs::Utm32 } else { Crs::Utm33 }.address(),
            limit: LIMIT,
            gfi_attributes: "showAll",
            layer_attribution: call.viewer.t.get("offen-hinweis.sinn"),
            legend: false,
        }
    };
    all.iter().map(service).collect()
}
