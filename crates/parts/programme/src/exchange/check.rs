//! What a brought file is, and whether it can be accepted: unpacked and read before any transaction,
//! held against what stands inside it.

use ankunft_formats::{Finding, Severity};
use ankunft_platform::store::{Change, StoreError};
use ankunft_platform::tenant::{self, Tenant, TenantInfo, TenantKind};
use ankunft_platform::web::{App, Failure};
use sqlx::AnyConnection;

use super::make;
use super::model::{Grant, Recipient, State};
use super::parties::{Parties, package_of, party};
use super::store::{grants, received};
use crate::core::view::{Comparison, Line};
use crate::package::manifest::Kind;
use crate::package::open::{Expected, Opened, Table, open, table};
use crate::template::{self, Filled};

/// The member that makes an archive a workbook.
const TABLES: &[u8] = b"xl/workbook.xml";

/// A file that can be accepted.
#[derive(Debug)]
pub enum Checked {
    /// Figures.
    Package(Box<(Opened, Table)>),
    /// That a package may be used no more.
    Revocation(Box<Opened>),
    /// That the copies of a Weitergabe of this tenant are deleted.
    Deletion(Box<Opened>),
    /// The figures of a city without Ankunft.
    Template(Box<Filled>),
}

impl Checked {
    /// What a signed file says of itself.
    #[must_use]
    pub fn opened(&self) -> Option<&Opened> {
        match self {
            Self::Package(it) => Some(&it.0),
            Self::Revocation(it) | Self::Deletion(it) => Some(it),
            Self::Template(_) => None,
        }
    }

    /// The figures, if there are any.
    #[must_use]
    pub fn table(&self) -> Option<&Table> {
        match self {
            Self::Package(it) => Some(&it.1),
            Self::Template(it) => Some(&it.table),
            Self::Revocation(_) | Self::Deletion(_) => None,
        }
    }
}

/// What a file is held against, read before it is unpacked: no transaction waits for its unpacking.
struct Ground {
    parties: Parties,
    own: TenantInfo,
    core: Option<Comparison>,
}

impl Ground {
    async fn read(
        connection: &mut AnyConnection,
        own: &TenantInfo,
        (bytes, _): (&[u8], &str),
    ) -> Result<Self, StoreError> {
        let parties = Parties::read(connection, own.tenant).await?;
        // The template is read where the programme or research reads it in.
        let core = match is_workbook(bytes) && own.kind != TenantKind::Kommune {
            true => Comparison::read(connection).await?,
            false => None,
        };
        Ok(Self { parties, own: own.clone(), core })
    }

    /// What is wrong with the file itself; no question to the database.
    fn examine(
        &self,
        app: &App,
        (bytes, file_name): (&[u8], &str),
    ) -> Result<Checked, Vec<Finding>> {
        if is_workbook(bytes) {
            return self.filled(app, (bytes, file_name));
        }
        let (senders, former) = (self.parties.senders(app), self.parties.former());
        let own = app.keys.signing(self.own.tenant).public();
        let expected = Expected { own, senders: &senders, former: &former, today: app.today() };
        let opened = open(bytes, file_name, &expected)?;
        Ok(match opened.manifest.kind {
            Kind::Revocation => Checked::Revocation(Box::new(opened)),
            Kind::Deletion => Checked::Deletion(Box::new(opened)),
            Kind::Package => {
                let table = table(&opened, file_name)?;
                Checked::Package(Box::new((opened, table)))
            }
        })
    }

    fn filled(
        &self,
        app: &App,
        (bytes, file_name): (&[u8], &str),
    ) -> Result<Checked, Vec<Finding>> {
        let Some(core) = &self.core else {
            return Err(vec![Finding::new(Severity::Error, file_name, "template-not-here")]);
        };
        let t = app.texts_of(&self.own);
        let core: Vec<_> = core.lines.iter().map(Line::newest).collect();
        let read = template::read(&t, (bytes, file_name), &core, app.today());
        read.map(|it| Checked::Template(Box::new(it)))
    }
}

/// Whether a file is a workbook and no package.
pub(crate) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.windows(TABLES.len()).any(|it| it == TABLES)
}

/// Checks a file, outside of any transaction and on a thread of its own, because unpacking takes long;
/// the inner result says why it is refused.
///
/// # Errors
///
/// - [`Failure`] if the database refuses it.
pub async fn check(
    app: &App,
    own: &TenantInfo,
    file: (&[u8], &str),
) -> Result<Result<Checked, Vec<Finding>>, Failure> {
    let ground = Ground::read(&mut *app.store.read().await?, own, file).await?;
    let (bytes, name, here) = (file.0.to_vec(), file.1.to_owned(), app.clone());
    let examined = tokio::task::spawn_blocking(move || ground.examine(&here, (&bytes, &name)));
    let checked = match examined.await.map_err(Failure::internal)? {
        Ok(it) => it,
        Err(findings) => return Ok(Err(findings)),
    };
    let mut read = app.store.read().await?;
    Ok(stands(&mut read, app, own.tenant, (&checked, file.1)).await?.map(|()| checked))
}

/// Whether a checked file can be accepted as things stand: who accepts it asks again in the
/// transaction, where nothing of it changes any more.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn stands(
    connection: &mut AnyConnection,
    app: &App,
    tenant: Tenant,
    (checked, file_name): (&Checked, &str),
) -> Result<Result<(), Vec<Finding>>, StoreError> {
    let code = match checked {
        Checked::Package(it) => stands_against(connection, app, tenant, it).await?,
        Checked::Deletion(opened) => {
            let parties = Parties::read(connection, tenant).await?;
            let found = deleted(connection, tenant, &parties, opened).await?;
            found.is_none().then_some("package-not-ours")
        }
        Checked::Template(it) => came_before(connection, tenant, it).await?,
        Checked::Revocation(_) => None,
    };
    Ok(code.map_or(Ok(()), |code| Err(vec![finding(checked, file_name, code)])))
}

/// Why a checked file is not accepted, in words that name it.
#[must_use]
pub fn finding(checked: &Checked, file_name: &str, code: &str) -> Finding {
    let finding = Finding::new(Severity::Error, file_name, code);
    let opened: &Opened = match checked {
        Checked::Template(it) => return finding.arg("name", it.issuer()),
        Checked::Package(it) => &it.0,
        Checked::Revocation(it) | Checked::Deletion(it) => it,
    };
    let finding = finding.arg("package", &opened.manifest.package).arg("name", &opened.sender);
    finding.arg("fingerprint", opened.issuer.fingerprint())
}

/// Whether this workbook is here already, or was and has been deleted.
async fn came_before(
    connection: &mut AnyConnection,
    tenant: Tenant,
    filled: &Filled,
) -> Result<Option<&'static str>, StoreError> {
    let all = received::all(connection, tenant).await?;
    let same = all.iter().find(|it| it.key.is_none() && it.package == filled.package());
    Ok(same.map(|it| match it.deleted_at {
        Some(_) => "template-deleted",
        None => "template-known-already",
    }))
}

/// Whoever of this installation has to wait while a file is accepted: who accepts it and who gave it,
/// who may be taking it back.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn lock(
    change: &mut Change,
    app: &App,
    tenant: Tenant,
    checked: &Checked,
) -> Result<(), StoreError> {
    let parties = Parties::read(change, tenant).await?;
    let giver = checked.opened().and_then(|it| parties.here(app, &it.issuer));
    tenant::lock_all(change, giver.map(|it| it.tenant).into_iter().chain([tenant])).await
}

/// What stands against a package whose signature holds: it is here already, was taken back, or its
/// sender is believed no more.
async fn stands_against(
    connection: &mut AnyConnection,
    app: &App,
    tenant: Tenant,
    (opened, table): &(Opened, Table),
) -> Result<Option<&'static str>, StoreError> {
    let parties = Parties::read(connection, tenant).await?;
    let package = opened.manifest.package.as_str();
    if !parties.senders(app).iter().any(|it| it.0 == opened.issuer) {
        return Ok(Some("package-unknown-sender"));
    }
    if received::is_revoked(connection, tenant, (&opened.issuer, package)).await? {
        return Ok(Some("package-revoked"));
    }
    if let Some(issuer) = parties.here(app, &opened.issuer) {
        // What a neighbour in this installation gives is asked there.
        let grants = grants::granted_to(connection, tenant).await?;
        let grant = grants
            .iter()
            .find(|(of, it)| *of == issuer.tenant && package_of(issuer, it) == package);
        let grant = grant.filter(|(_, it)| it.state(app.today()) == State::Active);
        let Some((_, grant)) = grant else { return Ok(Some("package-revoked")) };
        if !is_whole(connection, app, (issuer, tenant), (grant, opened)).await? {
            return Ok(Some("package-withdrawn"));
        }
    }
    let all = received::all(connection, tenant).await?;
    let is_same = |it: &&received::Received| it.key == Some(opened.issuer) && it.package == package;
    let known: Vec<&received::Received> = all.iter().filter(is_same).collect();
    Ok(known_already(&known, (opened, table)))
}

/// Whether a package of this number is here, the newest first, and does not make room: only what its
/// issuer made anew after a Sperrung, later than that, takes its place. Another list of figures with
/// a signature that holds is not enough: it can be the older one.
fn known_already(
    known: &[&received::Received],
    (opened, table): (&Opened, &Table),
) -> Option<&'static str> {
    let newest = known.first()?;
    if newest.hash == opened.hash {
        return Some("package-known-already");
    }
    if known.iter().any(|it| it.hash == opened.hash) {
        return Some("package-replaced");
    }
    let anew = table.made_anew(&opened.manifest).map(jiff::Timestamp::as_microsecond);
    let is_newer = anew.is_some_and(|it| newest.made_at.is_none_or(|before| before < it));
    (!is_newer).then_some("package-other-known")
}

/// Whether nothing that a file holds was withdrawn since: then the package is still the same.
async fn is_whole(
    connection: &mut AnyConnection,
    app: &App,
    (issuer, tenant): (&TenantInfo, Tenant),
    (grant, opened): (&Grant, &Opened),
) -> Result<bool, StoreError> {
    if grant.lost_at.is_none() {
        return Ok(true);
    }
    let Some(own) = tenant::info_of(connection, tenant).await? else { return Ok(false) };
    let recipient = party(app, &own);
    let made = make::package(connection, app, (issuer, &recipient), grant).await?;
    Ok(made.is_some_and(|it| it.hash == opened.hash))
}

/// The Weitergabe of whose copies a partner says that they are deleted.
///
/// # Errors
///
/// - [`StoreError::Database`] if the database refuses it.
pub async fn deleted(
    connection: &mut AnyConnection,
    tenant: Tenant,
    parties: &Parties,
    opened: &Opened,
) -> Result<Option<i64>, StoreError> {
    let Some(own) = parties.members.tenant(tenant.id()) else { return Ok(None) };
    let all = grants::given(connection, tenant).await?;
    let fits = |it: &&Grant| {
        let is_theirs = match it.recipient {
            Recipient::Elsewhere(number) => {
                parties.partner(number).is_some_and(|it| it.key == opened.issuer)
            }
            Recipient::Here(_) => false,
        };
        is_theirs && package_of(own, it) == opened.manifest.package
    };
    Ok(all.iter().find(fits).map(|it| it.number))
}
