//! Who works here, and what they may.

use axum::extract::State;
use axum::response::Response;
use serde::Deserialize;

use super::crumbs;
use crate::accounts::{self, Account, Membership, NewAccount};
use crate::languages::{Arg, Texts};
use crate::links::Purpose;
use crate::page::Kind;
use crate::page::components::{Button, Choice, Empty, Field, Notice, Problems, Select};
use crate::permission::Role;
use crate::register::posts::{self, Person};
use crate::store::StoreError;
use crate::web::{App, Block, City, Failure, Form, FormBlock, Item, Sheet, Viewer, send_link};

#[derive(Default, Deserialize)]
pub(super) struct Invitation {
    name: String,
    email: String,
    rolle: String,
    person: String,
}

#[derive(Deserialize)]
pub(super) struct Revocation {
    konto: i64,
    rolle: String,
}

#[derive(Deserialize)]
pub(super) struct OfAccount {
    konto: i64,
    was: String,
}

/// What the page shows.
struct Everyone {
    accounts: Vec<Account>,
    memberships: Vec<Membership>,
    people: Vec<Person>,
}

async fn everyone(app: &App, city: &City) -> Result<Everyone, StoreError> {
    let mut read = app.store.read().await?;
    Ok(Everyone {
        accounts: accounts::accounts_of_city(&mut read, city.tenant()).await?,
        memberships: accounts::of_city(&mut read, city.tenant()).await?,
        people: posts::people(&mut read, city.tenant()).await?,
    })
}

/// `GET /{kommune}/system/personen`
pub(super) async fn show(
    State(app): State<App>,
    viewer: Viewer,
    city: City,
) -> Result<Response, Failure> {
    let all = everyone(&app, &city).await?;
    Ok(page(&viewer, &city, &all, (&Invitation::default(), Problems::default()), None).answer())
}

fn page(
    viewer: &Viewer,
    city: &City,
    all: &Everyone,
    (sent, problems): (&Invitation, Problems),
    notice: Option<Notice>,
) -> Sheet {
    let t = &viewer.t;
    let items: Vec<Item> = all.accounts.iter().map(|it| item(t, city, all, it)).collect();
    let list = if items.is_empty() {
        Block::Empty(Empty { text: t.get("personen-leer"), step: None })
    } else {
        Block::Items(items)
    };
    let form = invitation(t, city, &all.people, sent, &problems);
    let mut blocks = vec![Block::Problems(problems)];
    blocks.extend(notice.map(Block::Notice));
    blocks.extend([list, Block::Heading(t.get("personen-einladen")), Block::Form(form)]);
    let shell = viewer
        .page(t.get("system-personen"))
        .crumbs(crumbs(viewer, city))
        .lead(t.get("personen-leit"));
    Sheet::new(shell, blocks)
}

fn item(t: &Texts, city: &City, all: &Everyone, account: &Account) -> Item {
    let roles: Vec<&Membership> =
        all.memberships.iter().filter(|it| it.account == account.id).collect();
    let mut notes = vec![account.email.clone()];
    if !account.has_password() {
        notes.push(t.get("konto-ohne-passwort"));
    }
    if account.is_disabled() {
        notes.push(t.get("konto-gesperrt"));
    }
    let name = Arg::from(&account.name);
    let mut forms: Vec<FormBlock> = roles
        .iter()
        .map(|it| {
            let role = Arg::from(t.get(&format!("role-{}", it.role.code())));
            let label = t.with("rolle-entziehen", &[("rolle", role), ("name", name.clone())]);
            FormBlock::new(city.at("/system/rolle"), Button::secondary(label))
                .hidden("konto", account.id.to_string())
                .hidden("rolle", it.role.code())
        })
        .collect();
    let (block, text) = if account.is_disabled() {
        ("oeffnen", "konto-oeffnen")
    } else {
        ("sperren", "konto-sperren")
    };
    for (what, text) in [("link", "konto-link"), (block, text)] {
        let label = t.with(text, &[("name", name.clone())]);
        forms.push(
            FormBlock::new(city.at("/system/konto"), Button::secondary(label))
                .hidden("konto", account.id.to_string())
                .hidden("was", what),
        );
    }
    Item { notes, forms, ..Item::new(account.name.clone()) }
}

fn invitation(
    t: &Texts,
    city: &City,
    people: &[Person],
    sent: &Invitation,
    problems: &Problems,
) -> FormBlock {
    let roles = Role::ALL
        .map(|it| Choice::new(it.code(), t.get(&format!("role-{}", it.code())), &sent.rolle));
    let nobody = Choice::new("", t.get("person-neu"), &sent.person);
    let known = people.iter().map(|it| Choice::new(it.id.to_string(), &it.name, &sent.person));
    let people = std::iter::once(nobody).chain(known).collect();
    FormBlock::new(city.at("/system/personen"), Button::primary(t.get("personen-einladen")))
        .field(Field::new("name", t.get("konto-name")).value(&sent.name).error(problems.of("name")))
        .field(
            Field::new("email", t.get("konto-email"))
                .kind("email")
                .value(&sent.email)
                .error(problems.of("email")),
        )
        .select(Select::new("rolle", t.get("person-rolle"), roles.to_vec()))
        .select(Select::new("person", t.get("person-register"), people))
}

/// `POST /{kommune}/system/personen`: grants a role, to a new account with a link to begin.
pub(super) async fn invite(
    State(app): State<App>,
    viewer: Viewer,
    city: City,
    Form(sent): Form<Invitation>,
) -> Result<Response, Failure> {
    let t = &viewer.t;
    let all = everyone(&app, &city).await?;
    let mut problems = Problems::default();
    if sent.name.trim().is_empty() || sent.name.len() > 200 {
        problems.add("name", t.get("person-name-fehlt"));
    }
    let email = accounts::plain_email(&sent.email);
    if email.len() > 200 || email.parse::<lettre::Address>().is_err() {
        problems.add("email", t.get("person-email-falsch"));
    }
    let known = accounts::by_email(&mut *app.store.read().await?, &email).await?;
    // Who owns an account elsewhere was not checked by this city: only the operator joins the two.
    if known.as_ref().is_some_and(|it| !all.accounts.iter().any(|own| own.id == it.id)) {
        problems.add("email", t.get("person-anderswo"));
    }
    if !problems.is_empty() {
        return Ok(page(&viewer, &city, &all, (&sent, problems), None).refused());
    }
    let role = Role::from_code(&sent.rolle).ok_or_else(|| Failure::refused("no such role"))?;
    let person = all.people.iter().find(|it| it.id.to_string() == sent.person).map(|it| it.id);
    let account = grant(&app, &viewer, &city, (&sent, known), (role, person)).await?;
    if account.has_password() {
        return Ok(viewer.done(&city.at("/system/personen"), Some("meldung-rolle-erteilt")));
    }
    hand_out(&app, &viewer, &city, &account, Purpose::Invite).await
}

async fn grant(
    app: &App,
    viewer: &Viewer,
    city: &City,
    (sent, known): (&Invitation, Option<Account>),
    (role, person): (Role, Option<i64>),
) -> Result<Account, Failure> {
    let tenant = city.tenant();
    let mut change = app.store.change(viewer.author()).await?;
    let account = match &known {
        Some(account) => account.id,
        None => {
            let (email, name) = (sent.email.as_str(), sent.name.as_str());
            let new = NewAccount { email, name, password_hash: None, language: &city.language };
            accounts::create(&mut change, new).await?
        }
    };
    let person = match person {
        Some(person) => person,
        None => {
            let own = accounts::of_account(&mut change, account).await?;
            match own.iter().filter(|it| it.tenant == tenant).find_map(|it| it.person) {
                Some(person) => person,
                None => {
                    let email = Some(sent.email.trim());
                    posts::add_person(&mut change, tenant, sent.name.trim(), email).await?
                }
            }
        }
    };
    let membership = Membership { tenant, account, role, person: Some(person) };
    accounts::grant(&mut change, &membership).await?;
    let account = accounts::by_id(&mut change, account).await?.ok_or_else(Failure::not_found)?;
    change.commit().await?;
    Ok(account)
}

/// Sends a link, or shows it once if this installation sends no mail.
async fn hand_out(
    app: &App,
    viewer: &Viewer,
    city: &City,
    account: &Account,
    purpose: Purpose,
) -> Result<Response, Failure> {
    let href = send_link(app, account, purpose).await?;
    if app.mail.is_on() {
        return Ok(viewer.done(&city.at("/system/personen"), Some("meldung-link-gesendet")));
    }
    let all = everyone(app, city).await?;
    let notice = Notice {
        kind: Kind::Success,
        title: viewer.t.with("link-weitergeben", &[("name", Arg::from(&account.name))]),
        text: href,
    };
    let page =
        page(viewer, city, &all, (&Invitation::default(), Problems::default()), Some(notice));
    Ok(page.answer())
}

/// `POST /{kommune}/system/rolle`: takes a role away; the last admin stays.
pub(super) async fn revoke(
    State(app): State<App>,
    viewer: Viewer,
    city: City,
    Form(sent): Form<Revocation>,
) -> Result<Response, Failure> {
    let role = Role::from_code(&sent.rolle).ok_or_else(|| Failure::refused("no such role"))?;
    let mut change = app.store.change(viewer.author()).await?;
    let memberships = accounts::of_city(&mut change, city.tenant()).await?;
    let is_one = |it: &&Membership| it.account == sent.konto && it.role == role;
    if !memberships.iter().any(|it| is_one(&it)) {
        return Err(Failure::not_found());
    }
    let admins = memberships.iter().filter(|it| it.role == Role::Admin).count();
    if role == Role::Admin && admins == 1 {
        return Err(Failure::refused("the last admin").advice(viewer.t.get("letzte-verwaltung")));
    }
    accounts::revoke(&mut change, city.tenant(), sent.konto, role).await?;
    change.commit().await?;
    Ok(viewer.done(&city.at("/system/personen"), Some("meldung-rolle-entzogen")))
}

/// `POST /{kommune}/system/konto`: a link for a new password, or closing an account.
pub(super) async fn account(
    State(app): State<App>,
    viewer: Viewer,
    city: City,
    Form(sent): Form<OfAccount>,
) -> Result<Response, Failure> {
    let mut read = app.store.read().await?;
    let memberships = accounts::of_account(&mut read, sent.konto).await?;
    let account = accounts::by_id(&mut read, sent.konto).await?;
    drop(read);
    let is_here = memberships.iter().any(|it| it.tenant == city.tenant());
    let account = account.filter(|_| is_here).ok_or_else(Failure::not_found)?;
    // An account that others have roles for is not this city's to open or close.
    if memberships.iter().any(|it| it.tenant != city.tenant()) {
        let advice = viewer.t.get("konto-auch-anderswo");
        return Err(Failure::forbidden("an account of several cities").advice(advice));
    }
    if sent.was == "link" {
        let purpose = if account.has_password() { Purpose::Reset } else { Purpose::Invite };
        return hand_out(&app, &viewer, &city, &account, purpose).await;
    }
    if viewer.actor.account == Some(account.id) {
        return Err(Failure::refused("oneself").advice(viewer.t.get("konto-eigenes")));
    }
    let disabled = sent.was == "sperren";
    let mut change = app.store.change(viewer.author()).await?;
    accounts::disable(&mut change, city.tenant(), account.id, disabled).await?;
    change.commit().await?;
    Ok(viewer.done(&city.at("/system/personen"), Some("meldung-gespeichert")))
}
