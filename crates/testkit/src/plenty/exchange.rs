//! What cities give one another: Weitergaben, received packages, the register, frozen states.

use ankunft_platform::ids;
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::Tenant;

use super::rows::{Cell, insert, last, row};
use super::{Ground, Made, Size, moment};

pub(super) async fn write(
    change: &mut Change,
    (programme, ground): (Tenant, &Ground),
    size: &Size,
    made: &mut Made,
) -> Result<(), StoreError> {
    let tenant = ground.tenant.id();
    let query = sqlx::query_as(
        "select min(dataset_version), min(id) from release where tenant = $1 \
         and withdrawn_at is null group by dataset_version order by 1",
    );
    // Dataset version, a release of it.
    let states: Vec<(i64, i64)> = query.bind(tenant).fetch_all(&mut **change).await?;
    let partner = last(change, ground.tenant, ("exchange_partner", "number")).await?;
    let grant = last(change, ground.tenant, ("exchange_grant", "number")).await?;
    let received = last(change, ground.tenant, ("exchange_received", "number")).await?;
    let frozen = last(change, programme, ("frozen_state", "number")).await?;
    let mut rows = Rows::default();
    for at in 1..=size.shared {
        let state = states[usize::try_from(at).unwrap_or_default() % states.len()];
        rows.partner(ground, partner + at);
        rows.grant(ground, (grant + at, programme), state);
        rows.received(ground, received + at, state.0);
        rows.frozen((ground, programme), frozen + at, (grant + at, size.depth));
    }
    made.grant = grant + size.shared;
    made.received = received + size.shared;
    made.frozen = frozen + size.shared;
    rows.insert(change).await
}

#[derive(Default)]
struct Rows {
    partners: Vec<Vec<Cell>>,
    grants: Vec<Vec<Cell>>,
    releases: Vec<Vec<Cell>>,
    steps: Vec<Vec<Cell>>,
    copies: Vec<Vec<Cell>>,
    received: Vec<Vec<Cell>>,
    transfers: Vec<Vec<Cell>>,
    states: Vec<Vec<Cell>>,
    packages: Vec<Vec<Cell>>,
}

impl Rows {
    fn partner(&mut self, ground: &Ground, number: i64) {
        let key = ids::secret::<32>().to_vec();
        self.partners.push(row![
            ground.tenant.id(),
            number,
            format!("Stadt {number}"),
            key,
            None::<i64>,
            ground.post(1),
            moment(ground.day(-200)),
            None::<i64>,
        ]);
    }

    fn grant(
        &mut self,
        ground: &Ground,
        (number, recipient): (i64, Tenant),
        (version, release): (i64, i64),
    ) {
        let (tenant, post, at) = (ground.tenant.id(), ground.post(1), moment(ground.day(-90)));
        let until = ground.day(400);
        self.grants.push(row![
            tenant,
            number,
            version,
            Some(recipient.id()),
            None::<i64>,
            "Vergleich der Städte",
            until,
            false,
            false,
            None::<i64>,
            post,
            at + number,
        ]);
        self.releases.push(row![tenant, number, release]);
        let step = row![tenant, number, "coordination", "", None::<i64>, post, at + number];
        self.steps.push(step);
        self.copies.push(row![tenant, number, at + number + 1, None::<i64>, None::<String>]);
        self.transfers.push(row![
            ids::next(),
            tenant,
            "fetched",
            format!("{tenant}-{number}"),
            "Bevölkerung",
            "Programm",
            "Vergleich der Städte",
            ids::secret::<32>().to_vec(),
            None::<i64>,
            post,
            at,
            until,
        ]);
    }

    fn received(&mut self, ground: &Ground, number: i64, version: i64) {
        let (tenant, at) = (ground.tenant.id(), moment(ground.day(-60)));
        self.received.push(row![
            tenant,
            number,
            format!("paket-{number}"),
            "Nachbarstadt",
            ids::secret::<32>().to_vec(),
            "Bevölkerung",
            "Austausch unter Nachbarn",
            ground.day(300),
            ids::secret::<32>().to_vec(),
            b"PK".to_vec(),
            version,
            None::<i64>,
            ground.post(1),
            at,
            None::<i64>,
        ]);
    }

    /// A state of the programme with packages that this city gave.
    fn frozen(&mut self, (ground, programme): (&Ground, Tenant), number: i64, of: (i64, i64)) {
        let (tenant, at) = (programme.id(), moment(ground.day(-20)));
        let hash = ids::secret::<32>().to_vec();
        let title = format!("Datenstand {number}");
        self.states.push(row![tenant, number, title, hash.clone(), None::<i64>, None::<i64>, at]);
        for position in 0..of.1 {
            self.packages.push(row![
                tenant,
                number,
                position,
                format!("paket-{}-{position}", of.0),
                "Bevölkerung",
                "Musterstadt",
                Some(ground.tenant.id()),
                Some(of.0),
                None::<i64>,
                hash.clone(),
                b"PK".to_vec(),
                None::<i64>,
            ]);
        }
    }

    async fn insert(self, change: &mut Change) -> Result<(), StoreError> {
        let tables = [
            (
                "exchange_partner",
                "tenant, number, name, public_key, account, post, at, ended_at",
                self.partners,
            ),
            (
                "exchange_grant",
                "tenant, number, dataset_version, recipient_tenant, partner, purpose, until, \
                 with_outlines, needs_office, account, post, at",
                self.grants,
            ),
            ("exchange_grant_release", "tenant, grant_number, release", self.releases),
            ("exchange_step", "tenant, grant_number, step, note, account, post, at", self.steps),
            (
                "exchange_copy",
                "tenant, grant_number, delivered_at, confirmed_at, confirmed_by",
                self.copies,
            ),
            (
                "exchange_received",
                "tenant, number, package, issuer_name, issuer_key, title, purpose, until, hash, \
                 bytes, dataset_version, account, post, at, deleted_at",
                self.received,
            ),
            (
                "transfer",
                "id, tenant, kind, package, title, counterpart, purpose, hash, account, post, at, \
                 keep_until",
                self.transfers,
            ),
            ("frozen_state", "tenant, number, title, hash, account, post, at", self.states),
            (
                "frozen_package",
                "tenant, state, position, package, title, issuer, issuer_tenant, grant_number, \
                 received, hash, bytes, gone_at",
                self.packages,
            ),
        ];
        for (table, columns, rows) in tables {
            insert(change, (table, columns), rows).await?;
        }
        Ok(())
    }
}
