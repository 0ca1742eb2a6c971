//! What somebody could do to a package. Each is refused with its reason, and nothing is half done.

use ankunft_formats::bundle::{Member, pack};
use ankunft_platform::permission::Role;
use ankunft_platform::secrets::hex;
use ankunft_platform::web::{App, Clock};
use ankunft_testkit::Browser;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use sha2::Digest;

use super::elsewhere::bring;
use super::people::{TAKER, World, files, findings, text};
use crate::common::employed;

/// What is brought, and what the page then says.
type Attack = (&'static str, Vec<u8>, &'static str);

fn with(package: &[u8], change: impl FnOnce(&mut Vec<Member>)) -> Vec<u8> {
    let mut all = files(package);
    change(&mut all);
    pack(&all).expect("an archive")
}

fn file<'a>(all: &'a mut [Member], name: &str) -> &'a mut Vec<u8> {
    &mut all.iter_mut().find(|it| it.0 == name).expect("a file").1
}

fn replaced(all: &mut [Member], name: &str, from: &str, to: &str) {
    let text = String::from_utf8(file(all, name).clone()).expect("UTF-8");
    assert!(text.contains(from), "{from} is not in {name}");
    *file(all, name) = text.replace(from, to).into_bytes();
}

/// One bit of each file.
fn altered(package: &[u8]) -> Vec<Attack> {
    let altered = "nicht die, die unterschrieben wurde";
    ["figures.csv", "codebook.csv", "codebook.json", "consent.json", "areas.csv", "areas.geojson"]
        .map(|name| {
            let bytes = with(package, |all| {
                let bytes = file(all, name);
                let at = bytes.len() / 2;
                bytes[at] ^= 1;
            });
            (name, bytes, altered)
        })
        .to_vec()
}

/// What the signature does not fit, or somebody else's.
fn forged(package: &[u8], other: &[u8]) -> Vec<Attack> {
    let signature = "Die Unterschrift von";
    vec![
        (
            "a later day",
            with(package, |all| {
                replaced(
                    all,
                    "manifest.json",
                    "\"expires\": \"2027-12-31\"",
                    "\"expires\": \"2029-12-31\"",
                );
            }),
            signature,
        ),
        (
            "a hash that fits an altered file",
            with(package, |all| {
                let before = hex(&sha2::Sha256::digest(file(all, "figures.csv").as_slice()));
                let bytes = file(all, "figures.csv");
                let at = bytes.len() - 3;
                bytes[at] ^= 1;
                let after = hex(&sha2::Sha256::digest(bytes.as_slice()));
                replaced(all, "manifest.json", &before, &after);
            }),
            signature,
        ),
        (
            "the signature",
            with(package, |all| {
                let bytes = file(all, "manifest.sig");
                bytes[0] = if bytes[0] == b'0' { b'1' } else { b'0' };
            }),
            signature,
        ),
        ("no signature", with(package, |all| all.retain(|it| it.0 != "manifest.sig")), signature),
        (
            "the manifest of another package",
            with(package, |all| {
                let mut theirs = files(other);
                *file(all, "manifest.json") = file(&mut theirs, "manifest.json").clone();
            }),
            signature,
        ),
        (
            "manifest and signature of another package",
            with(package, |all| {
                let mut theirs = files(other);
                for name in ["manifest.json", "manifest.sig"] {
                    *file(all, name) = file(&mut theirs, name).clone();
                }
            }),
            "nicht für diese Stadt",
        ),
        ("another recipient", other.to_vec(), "nicht für diese Stadt"),
    ]
}

/// A manifest that says something else.
fn relabelled(package: &[u8]) -> Vec<Attack> {
    vec![
        (
            "another version",
            with(package, |all| {
                replaced(all, "manifest.json", "austauschpaket/1", "austauschpaket/9");
            }),
            "eine andere Fassung",
        ),
        (
            "a key that nobody has compared",
            with(package, |all| {
                let manifest =
                    String::from_utf8(file(all, "manifest.json").clone()).expect("UTF-8");
                let key = manifest.split("\"key\": \"").nth(1).expect("a key")[..64].to_owned();
                replaced(all, "manifest.json", &key, &"ab".repeat(32));
            }),
            "ist hier nicht bekannt",
        ),
    ]
}

/// Archives that are none, or not this one.
fn misshapen(package: &[u8]) -> Vec<Attack> {
    vec![
        ("a file less", with(package, |all| all.retain(|it| it.0 != "consent.json")), "fehlt"),
        (
            "a file more",
            with(package, |all| {
                all.push(("macro.xlsm".to_owned(), vec![1]));
            }),
            "gehört nicht zum Paket",
        ),
        (
            "a way out",
            with(package, |all| {
                all.push(("../../etc/passwd".to_owned(), vec![1]));
            }),
            "führt aus dem Archiv heraus",
        ),
        (
            "a bomb",
            pack(&[("manifest.json".to_owned(), vec![b' '; 300_000_000])]).expect("an archive"),
            "größer als erlaubt",
        ),
        ("no archive", b"gebiet;wert\n1;2\n".to_vec(), "kein ZIP-Archiv"),
        ("half of it", package[..package.len() / 2].to_vec(), "kein ZIP-Archiv"),
        (
            "no manifest",
            with(package, |all| all.retain(|it| it.0 != "manifest.json")),
            "manifest.json",
        ),
        ("the very same again", package.to_vec(), "schon angenommen"),
    ]
}

fn attacks(package: &[u8], other: &[u8]) -> Vec<Attack> {
    let kinds = [altered(package), forged(package, other), relabelled(package), misshapen(package)];
    kinds.concat()
}

pub async fn each_is_refused_with_its_reason(here: &mut World, there: &mut World, package: &[u8]) {
    // A package of the same sender for somebody else.
    let page = "/musterstadt/austausch/partner";
    let key = "17".repeat(32);
    let form = [("name", "Dritte"), ("schluessel", key.as_str()), ("verglichen", "ja")];
    let _ = here.giver.post(page, page, &form).await.expect_status(303);
    let grant = here.propose("partner:2", "2027-12-31").await;
    let _ = here.office.post(&grant, &format!("{grant}/zustimmen"), &[]).await.expect_status(303);
    let other = here.giver.get(&format!("{grant}/paket.zip")).await.expect_status(200).body;
    for (what, bytes, reason) in attacks(package, &other) {
        let kept = there.taker.upload(&bring(), &bring(), "paket.zip", &bytes).await;
        let draft = kept.expect_status(303).location().expect("a draft");
        let page = there.taker.get(&draft).await.expect_status(200);
        let said = findings(&page);
        assert!(said.contains(reason), "{what}: {said} {}", page.text("h1"));
        let accept = format!("{draft}/annehmen");
        let refused = there.taker.post(&draft, &accept, &[]).await;
        assert_eq!(refused.status, 422, "{what} is accepted by whoever presses nonetheless");
    }
    let list = there.taker.get(&format!("/{TAKER}/austausch")).await.expect_status(200);
    assert_eq!(list.texts("main table tbody tr").len(), 1, "only what was accepted is there");
    an_expired_one_is_refused(there, package).await;
}

/// The day after the last on which it may be used, with the clock of who gets it.
async fn an_expired_one_is_refused(there: &World, package: &[u8]) {
    let manifest = text(package, "manifest.json");
    let manifest: serde_json::Value = serde_json::from_str(&manifest).expect("JSON");
    let last: Date = manifest["expires"].as_str().expect("a day").parse().expect("a day");
    let noon = last.tomorrow().expect("a day").at(12, 0, 0, 0);
    let noon = TimeZone::UTC.to_timestamp(noon).expect("a time");
    let clock = Clock::new(move || noon);
    let config = there.demo.app.config.clone();
    let email = employed(&there.demo, TAKER, Role::Coordination).await;
    let app = App::open_at(config, ankunft::parts(), clock).await.expect("an application");
    let mut taker = Browser::log_in(&app, &email, "de").await;
    let kept = taker.upload(&bring(), &bring(), "paket.zip", package).await.expect_status(303);
    let draft = kept.location().expect("a draft");
    let page = taker.get(&draft).await.expect_status(200);
    let reason = format!("bis {} genutzt werden", last.strftime("%d.%m.%Y"));
    assert!(findings(&page).contains(&reason), "{}", findings(&page));
    let refused = taker.post(&draft, &format!("{draft}/annehmen"), &[]).await;
    assert_eq!(
        refused.status, 422,
        "an expired package is accepted by whoever presses nonetheless"
    );
}
