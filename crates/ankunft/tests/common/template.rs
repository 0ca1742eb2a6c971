//! The demo installation that tests copy: made once for each build of the program.
//!
//! Each test has a process of its own, so the template lies in the target folder, and who finds
//! none makes it while the others wait.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use ankunft_platform::accounts::{self, Membership, NewAccount};
use ankunft_platform::changes::Author;
use ankunft_platform::config::Config;
use ankunft_platform::permission::Role;
use ankunft_platform::tenant;
use ankunft_platform::web::App;

/// Everything that the demo depends on is linked into the program.
const PROGRAM: &str = env!("CARGO_BIN_EXE_ankunft");
const FOLDER: &str = env!("CARGO_TARGET_TMPDIR");

/// In a template for PostgreSQL: the whole database.
const DUMP: &str = "demo.dump";

/// Copies the demo installation into a folder, and into the fresh database of an address if there is one.
pub async fn copy_into(folder: &Path, database: &str) {
    // Held until all is copied: nobody takes the template away meanwhile.
    let (template, _lock) = template(if database.is_empty() { "file" } else { "server" }).await;
    for file in fs::read_dir(&template).expect("the template") {
        let file = file.expect("a file");
        if file.file_name() == DUMP {
            ankunft_testkit::restore(database, &file.path());
        } else {
            fs::copy(file.path(), folder.join(file.file_name())).expect("a copy");
        }
    }
}

/// The template with the database in a file, or from a server.
async fn template(kind: &str) -> (PathBuf, File) {
    let program = fs::metadata(PROGRAM).expect("the program");
    let built = program.modified().expect("a time").duration_since(UNIX_EPOCH).expect("a time");
    // With the day, because what was brought in the demo was brought today.
    let today = jiff::tz::Offset::UTC.to_datetime(jiff::Timestamp::now()).date();
    let before = format!("demo-{kind}-");
    let name = format!("{before}{today}-{}-{}", built.as_nanos(), program.len());
    let place = Path::new(FOLDER).join(name);
    let lock = File::create(Path::new(FOLDER).join(format!("{kind}.lock"))).expect("a lock");
    lock.lock().expect("a lock");
    if !place.is_dir() {
        remove_old(&before);
        let under_way = tempfile::tempdir_in(FOLDER).expect("a folder");
        let database = match kind {
            "server" => ankunft_testkit::postgres().expect("the server that gave the address"),
            _ => String::new(),
        };
        make(under_way.path(), database).await;
        fs::rename(under_way.path(), &place).expect("the template");
    }
    (place, lock)
}

/// The templates of earlier builds.
fn remove_old(before: &str) {
    for entry in fs::read_dir(FOLDER).expect("the folder").flatten() {
        if entry.file_name().to_string_lossy().starts_with(before) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

async fn make(folder: &Path, database: String) {
    let mut config = Config::local(folder, 8080);
    config.database.clone_from(&database);
    ankunft::demo::create(&config).await.expect("a demo installation");
    let app = App::open(config, ankunft::parts()).await.expect("an application");
    for role in Role::ALL {
        add_reader(&app, role).await;
    }
    // Closing brings the log into the file.
    app.store.close().await;
    if !database.is_empty() {
        ankunft_testkit::dump(&database, &folder.join(DUMP));
    }
}

/// The demo has no person of each role; each test needs one.
async fn add_reader(app: &App, role: Role) {
    let mut change = app.store.change(Author::program("test")).await.expect("a change");
    let city = tenant::by_slug(&mut change, "musterstadt").await.expect("a database");
    let tenant = city.expect("Musterstadt").tenant;
    let email = super::email(role);
    let new = NewAccount { email: &email, name: "Leser", password_hash: None, language: "de" };
    let account = accounts::create(&mut change, new).await.expect("an account");
    let membership = Membership { tenant, account, role, person: None };
    accounts::grant(&mut change, &membership).await.expect("a role");
    change.commit().await.expect("a commit");
}
