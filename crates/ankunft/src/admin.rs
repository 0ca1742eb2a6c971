//! `ankunft admin`: the first administrator, and help when nobody can log in.

use std::io::Read;

use ankunft_platform::accounts::{self, Membership, NewAccount};
use ankunft_platform::changes::Author;
use ankunft_platform::permission::Role;
use ankunft_platform::tenant::{self, NewTenant, Tenant, TenantInfo, TenantKind};
use ankunft_platform::{ids, password, secrets};

use crate::cli::AdminCommand;
use crate::console::{Problem, print};
use crate::installation::Installation;

/// Who writes, in the change log.
const AUTHOR: &str = "ankunft admin";

/// Does what an administrator asks for at the console.
pub async fn run(command: AdminCommand) -> Result<(), Problem> {
    match command {
        AdminCommand::CreateCity { ags, name, slug, place } => {
            let installation = Installation::of_place(&place).await?;
            found_city(&installation, &ags, &name, slug.as_deref()).await?;
            installation.store.close().await;
            Ok(())
        }
        AdminCommand::CreateTenant { kind, name, slug, place } => {
            let installation = Installation::of_place(&place).await?;
            found_other(&installation, &kind, &name, slug.as_deref()).await?;
            installation.store.close().await;
            Ok(())
        }
        AdminCommand::CreateUser { email, name, kommune, role, password_stdin, place } => {
            let installation = Installation::of_place(&place).await?;
            let role = Role::from_code(&role).ok_or_else(|| {
                let all = Role::ALL.map(Role::code).join(", ");
                Problem::usage(format!("--role {role}: write one of {all}"))
            })?;
            let city = city(&installation, &kommune).await?;
            let password = Password::get(password_stdin)?;
            create_user(&installation, (&email, &name), (city.tenant, role), &password.0).await?;
            password.show(password_stdin);
            installation.store.close().await;
            Ok(())
        }
        AdminCommand::ResetPassword { email, password_stdin, place } => {
            let installation = Installation::of_place(&place).await?;
            let password = Password::get(password_stdin)?;
            reset_password(&installation, &email, &password.0).await?;
            password.show(password_stdin);
            installation.store.close().await;
            Ok(())
        }
    }
}

/// A password that was given or made up.
struct Password(String);

impl Password {
    fn get(from_stdin: bool) -> Result<Self, Problem> {
        if !from_stdin {
            return Ok(Self(secrets::hex(&ids::secret::<10>())));
        }
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map_err(Problem::input)?;
        let password = text.trim_end_matches(['\r', '\n']).to_owned();
        if password.chars().count() < password::SHORTEST {
            let shortest = password::SHORTEST;
            return Err(Problem::input(format!("a password needs at least {shortest} characters")));
        }
        Ok(Self(password))
    }

    fn show(&self, from_stdin: bool) {
        if !from_stdin {
            print(&self.0);
        }
    }
}

/// Founds a city.
pub async fn found_city(
    installation: &Installation,
    ags: &str,
    name: &str,
    slug: Option<&str>,
) -> Result<Tenant, Problem> {
    let slug = slug.map_or_else(|| slug_of(name), str::to_owned);
    if !tenant::is_slug(&slug) {
        return Err(Problem::usage(format!(
            "--slug {slug}: write small letters, digits and hyphens, and none of the program's \
             own addresses"
        )));
    }
    if ags.len() != 8 || !ags.bytes().all(|it| it.is_ascii_digit()) {
        return Err(Problem::usage(format!("--ags {ags}: an AGS has eight digits, like 07312000")));
    }
    let mut change = installation.store.change(Author::program(AUTHOR)).await?;
    let new =
        NewTenant { kind: TenantKind::Kommune, slug: &slug, name, ags: Some(ags), language: "de" };
    match tenant::found(&mut change, new).await {
        Ok(tenant) => {
            change.commit().await?;
            Ok(tenant)
        }
        Err(error) if error.is_duplicate() => {
            Err(Problem::input(format!("there is a city with AGS {ags} or the address /{slug}")))
        }
        Err(error) => Err(error.into()),
    }
}

/// Founds the programme or a research team.
async fn found_other(
    installation: &Installation,
    kind: &str,
    name: &str,
    slug: Option<&str>,
) -> Result<(), Problem> {
    let (kind, slug) = match kind {
        "programme" => (TenantKind::Programme, tenant::PROGRAMME_SLUG.to_owned()),
        "research" => (TenantKind::Research, slug.map_or_else(|| slug_of(name), str::to_owned)),
        _ => return Err(Problem::usage(format!("--kind {kind}: write programme or research"))),
    };
    if kind == TenantKind::Research && !tenant::is_slug(&slug) {
        return Err(Problem::usage(format!(
            "--slug {slug}: write small letters, digits and hyphens, and none of the program's \
             own addresses"
        )));
    }
    let mut change = installation.store.change(Author::program(AUTHOR)).await?;
    let new = NewTenant { kind, slug: &slug, name, ags: None, language: "de" };
    match tenant::found(&mut change, new).await {
        Ok(_) => Ok(change.commit().await?),
        Err(error) if error.is_duplicate() => {
            Err(Problem::input(format!("somebody has the address /{slug}")))
        }
        Err(error) => Err(error.into()),
    }
}

/// A name as it stands in addresses: `Mülheim an der Ruhr` becomes `muelheim-an-der-ruhr`.
pub fn slug_of(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.to_lowercase().chars() {
        match letter {
            'ä' => slug.push_str("ae"),
            'ö' => slug.push_str("oe"),
            'ü' => slug.push_str("ue"),
            'ß' => slug.push_str("ss"),
            it if it.is_ascii_alphanumeric() => slug.push(it),
            _ if !slug.ends_with('-') && !slug.is_empty() => slug.push('-'),
            _ => {}
        }
    }
    slug.trim_end_matches('-').to_owned()
}

async fn city(installation: &Installation, text: &str) -> Result<TenantInfo, Problem> {
    let mut read = installation.store.read().await?;
    let found = match tenant::by_ags(&mut read, text).await? {
        Some(city) => Some(city),
        None => tenant::by_slug(&mut read, text).await?,
    };
    found.ok_or_else(|| Problem::input(format!("--kommune {text}: there is no such city")))
}

async fn create_user(
    installation: &Installation,
    (email, name): (&str, &str),
    (tenant, role): (Tenant, Role),
    plain: &str,
) -> Result<(), Problem> {
    let hash = password::hash(plain).map_err(Problem::internal)?;
    let mut change = installation.store.change(Author::program(AUTHOR)).await?;
    let new = NewAccount { email, name, password_hash: Some(&hash), language: "de" };
    let account = match accounts::create(&mut change, new).await {
        Ok(account) => account,
        Err(error) if error.is_duplicate() => {
            return Err(Problem::input(format!("{email} has an account already")));
        }
        Err(error) => return Err(error.into()),
    };
    accounts::grant(&mut change, &Membership { tenant, account, role, person: None }).await?;
    Ok(change.commit().await?)
}

async fn reset_password(
    installation: &Installation,
    email: &str,
    plain: &str,
) -> Result<(), Problem> {
    let hash = password::hash(plain).map_err(Problem::internal)?;
    let mut change = installation.store.change(Author::program(AUTHOR)).await?;
    let account = accounts::by_email(&mut change, email)
        .await?
        .ok_or_else(|| Problem::input(format!("{email} has no account")))?;
    accounts::set_password(&mut change, account.id, &account.password_hash, &hash).await?;
    Ok(change.commit().await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_addresses() {
        assert_eq!(slug_of("Mülheim an der Ruhr"), "muelheim-an-der-ruhr");
        assert_eq!(slug_of("  Groß-Gerau (Kreis) "), "gross-gerau-kreis");
    }
}
