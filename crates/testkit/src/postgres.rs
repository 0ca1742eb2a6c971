use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// What the server needs, and nothing that outlives its input: when the test program ends,
/// however it ends, its pipe closes, the server stops and its folder goes.
const KEEPER: &str = r#"
set -e
trap '' INT
export LC_ALL=C
dir=$(mktemp -d /tmp/ankunft-postgres.XXXXXX)
trap 'rm -rf "$dir"' EXIT
"$0/initdb" -D "$dir/data" -U ankunft -A trust -E UTF8 --locale=C --wal-segsize=1 --no-sync \
    >"$dir/log" 2>&1 ||
    { cat "$dir/log" >&2; exit 1; }
"$0/postgres" -D "$dir/data" -k "$dir" -c listen_addresses= -c fsync=off \
    -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 >>"$dir/log" 2>&1 &
server=$!
until "$0/pg_isready" -q -h "$dir" -U ankunft; do kill -0 $server; sleep 0.05; done
echo "$dir"
cat >/dev/null || true
kill -QUIT $server
wait $server || true
"#;

struct Server {
    programs: PathBuf,
    folder: String,
    // Keeps the pipe open: see `KEEPER`.
    _keeper: Child,
}

static SERVER: OnceLock<Option<Server>> = OnceLock::new();
static DATABASES: AtomicU32 = AtomicU32::new(0);

/// The address of a fresh, empty database on a PostgreSQL server of this test program's own.
///
/// The server is started when the first test asks for it. Without PostgreSQL on this machine
/// there is none, and the test says so and passes; where `CI` is set, it fails instead.
///
/// # Panics
///
/// If PostgreSQL is there and does not start, or is not there and `CI` is set.
#[must_use]
pub fn postgres() -> Option<String> {
    let Some(server) = SERVER.get_or_init(start) else {
        crate::peers::skipped("PostgreSQL");
        return None;
    };
    let name = format!("t{}", DATABASES.fetch_add(1, Ordering::Relaxed));
    let made = Command::new(server.programs.join("createdb"))
        .args(["-h", &server.folder, "-U", "ankunft", &name])
        .status()
        .expect("createdb runs");
    assert!(made.success(), "createdb {name}");
    Some(format!("postgres://ankunft@localhost/{name}?host={}", server.folder))
}

/// Writes all of a database of [`postgres`] into a file.
///
/// # Panics
///
/// If that cannot be done.
pub fn dump(address: &str, file: &Path) {
    run("pg_dump", &["--format=custom", "--compress=0", "--dbname", address, "--file"], file);
}

/// Fills an empty database of [`postgres`] with what [`dump`] has written.
///
/// # Panics
///
/// If that cannot be done.
pub fn restore(address: &str, file: &Path) {
    run("pg_restore", &["--exit-on-error", "--dbname", address], file);
}

fn run(program: &str, arguments: &[&str], file: &Path) {
    let programs = programs().expect("PostgreSQL is on this machine");
    let done = Command::new(programs.join(program)).args(arguments).arg(file).status();
    assert!(done.expect("it runs").success(), "{program} {}", file.display());
}

fn start() -> Option<Server> {
    let programs = programs()?;
    let mut keeper = as_nobody(&programs)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a shell starts PostgreSQL");
    let mut folder = String::new();
    let output = keeper.stdout.take().expect("its output is piped");
    BufReader::new(output).read_line(&mut folder).expect("its output is text");
    let folder = folder.trim().to_owned();
    assert!(!folder.is_empty(), "PostgreSQL in {} does not start", programs.display());
    Some(Server { programs, folder, _keeper: keeper })
}

/// The folder with the server's programs: from `PATH`, or the newest where Debian puts them.
fn programs() -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    if let Ok(versions) = std::fs::read_dir("/usr/lib/postgresql") {
        let mut found: Vec<PathBuf> = versions.flatten().map(|it| it.path().join("bin")).collect();
        found.sort();
        folders.extend(found.into_iter().rev());
    }
    let has = |folder: &Path, name: &str| folder.join(name).is_file();
    let needed = ["initdb", "postgres", "pg_isready", "createdb", "pg_dump", "pg_restore"];
    folders.into_iter().find(|folder| needed.iter().all(|name| has(folder, name)))
}

/// PostgreSQL refuses to run as root; then it runs as `nobody`.
fn as_nobody(programs: &Path) -> Command {
    let is_root = Command::new("id").arg("-u").output().is_ok_and(|it| it.stdout == b"0\n");
    let mut command = if is_root {
        let mut command = Command::new("runuser");
        command.args(["-u", "nobody", "--", "sh"]);
        command
    } else {
        Command::new("sh")
    };
    command.args(["-c", KEEPER]).arg(programs).current_dir("/");
    command
}
