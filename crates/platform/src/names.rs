//! Who stands behind the numbers of accounts and Stellen, as pages say it.

use std::collections::BTreeMap;

use sqlx::AnyConnection;

use crate::accounts;
use crate::languages::Texts;
use crate::permission::Role;
use crate::register::posts;
use crate::store::StoreError;
use crate::tenant::Tenant;

/// The names of a city's accounts and Stellen.
#[derive(Clone, Debug)]
pub struct Names {
    accounts: BTreeMap<i64, String>,
    posts: BTreeMap<i64, String>,
}

impl Names {
    /// Reads them: two statements.
    ///
    /// # Errors
    ///
    /// - [`StoreError::Database`] if the database refuses it.
    pub async fn read(connection: &mut AnyConnection, tenant: Tenant) -> Result<Self, StoreError> {
        let accounts = accounts::accounts_of_city(connection, tenant).await?;
        let posts = posts::posts(connection, tenant).await?;
        Ok(Self {
            accounts: accounts.into_iter().map(|it| (it.id, it.name)).collect(),
            posts: posts.into_iter().map(|it| (it.id, it.title)).collect(),
        })
    }

    /// The name of an account; the program itself if there is none.
    #[must_use]
    pub fn account(&self, t: &Texts, account: Option<i64>) -> String {
        match account {
            Some(id) => self.accounts.get(&id).cloned().unwrap_or_else(|| t.get("protokoll-fremd")),
            None => t.get("protokoll-programm"),
        }
    }

    /// The name of an account of the city.
    #[must_use]
    pub fn account_name(&self, account: Option<i64>) -> Option<String> {
        account.and_then(|id| self.accounts.get(&id).cloned())
    }

    /// The names of all accounts.
    pub(crate) fn people(&self) -> impl Iterator<Item = &str> {
        self.accounts.values().map(String::as_str)
    }

    /// The title of a Stelle.
    #[must_use]
    pub fn post(&self, post: Option<i64>) -> Option<String> {
        post.and_then(|id| self.posts.get(&id).cloned())
    }

    /// In which role and Stelle something was done; none if nobody knows.
    pub(crate) fn duty(&self, t: &Texts, role: Option<&str>, post: Option<i64>) -> Option<String> {
        let role = role.and_then(Role::from_code).map(|it| t.get(&format!("role-{}", it.code())));
        let duty: Vec<String> = [role, self.post(post)].into_iter().flatten().collect();
        (!duty.is_empty()).then(|| duty.join(" · "))
    }
}
