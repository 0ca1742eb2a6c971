//! Cities give figures to one another and to research: with consent, for a purpose, until a day; inside
//! one installation and between two. What is altered, expired, foreign or revoked is refused with the
//! reason, and nothing crosses without a grant.

#[path = "../common/mod.rs"]
mod common;

mod attacks;
mod beside;
mod core;
mod elsewhere;
mod library;
mod people;
mod profile;
mod selection;
mod sharing;
mod table;
mod taken;
mod template;
mod values;

use ankunft_platform::changes;
use people::World;

#[tokio::test]
async fn cities_of_one_installation_share_with_consent() {
    shares(World::new().await).await;
}

#[tokio::test]
async fn cities_of_one_installation_share_with_consent_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        shares(World::at(address).await).await;
    }
}

async fn shares(mut world: World) {
    sharing::only_what_is_released_for_the_programme_can_go(&mut world).await;
    sharing::nobody_sees_anything_before_the_office_consents(&mut world).await;
    sharing::one_of_many_consents_takes_effect(&mut world).await;
    sharing::the_package_says_what_the_page_says(&mut world).await;
    sharing::nothing_crosses_without_a_grant(&mut world).await;
    sharing::a_state_is_frozen_once(&mut world).await;
    values::only_what_was_given_stands_in_the_report(&mut world).await;
    sharing::a_widerruf_ends_access_at_once(&mut world).await;
    sharing::a_refusal_and_a_sperrung_give_nothing(&mut world).await;
    core::what_all_define_alike(&mut world).await;
    template::a_city_without_ankunft_fills_it(&mut world).await;
    library::the_twelve_tell_one_another(&mut world).await;
    library::a_card_is_written_from_a_measure(&mut world).await;
    library::a_card_takes_what_its_measure_rests_on(&mut world).await;
    table::the_front_door_says_who_reads_what_is_behind_it(&mut world).await;
    table::what_one_lays_there_all_read(&mut world).await;
    table::only_what_was_published_is_chosen(&mut world).await;
    table::meetings_stand_in_the_calendar_at_home(&mut world).await;
    all_of_it_stands_in_the_log(&world).await;
}

#[tokio::test]
async fn a_profile_is_taken_from_what_is_written_down_anyway() {
    profile::story(World::new().await).await;
}

#[tokio::test]
async fn a_profile_is_taken_from_what_is_written_down_anyway_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        profile::story(World::at(address).await).await;
    }
}

#[tokio::test]
async fn a_city_shows_its_candidates_and_takes_that_back() {
    selection::story(World::new().await).await;
}

#[tokio::test]
async fn a_city_shows_its_candidates_and_takes_that_back_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        selection::story(World::at(address).await).await;
    }
}

#[tokio::test]
async fn what_may_be_used_no_more_goes_where_it_was_taken_in() {
    taken::story(World::new().await).await;
}

#[tokio::test]
async fn what_may_be_used_no_more_goes_where_it_was_taken_in_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        taken::story(World::at(address).await).await;
    }
}

#[tokio::test]
async fn cities_without_ankunft_stand_beside_the_others() {
    beside::story(World::new().await).await;
}

#[tokio::test]
async fn cities_without_ankunft_stand_beside_the_others_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        beside::story(World::at(address).await).await;
    }
}

/// Two installations again: what one city says of Kernindikatoren stands in the other's comparison.
#[tokio::test]
async fn a_package_of_another_installation_stands_beside_the_others() {
    let Some(address) = ankunft_testkit::postgres() else { return };
    let (mut here, mut there) = (World::new().await, World::at(address).await);
    elsewhere::partners_compare_their_keys(&mut here, &mut there).await;
    beside::a_package_stands_there(&mut here, &mut there).await;
}

async fn all_of_it_stands_in_the_log(world: &World) {
    let tenant = world.demo.tenant("musterstadt").await;
    let mut read = world.demo.app.store.read().await.expect("a connection");
    let log = changes::newest(&mut read, tenant, None, 5000).await.expect("a log");
    for action in [
        "grant.propose",
        "grant.consent",
        "grant.revoke",
        "grant.deliver",
        "grant.deleted",
        "core.map",
    ] {
        assert!(log.iter().any(|it| it.action == action), "{action} left no trace");
    }
    let notes = log.iter().filter(|it| it.thing_kind.starts_with("exchange"));
    for it in notes {
        assert!(!it.note.contains("Vergleich"), "the log says no contents: {}", it.note);
    }
}

/// Two installations, each with a database and a secret of its own.
#[tokio::test]
async fn two_installations_exchange_packages() {
    let Some(address) = ankunft_testkit::postgres() else { return };
    let (mut here, mut there) = (World::new().await, World::at(address).await);
    elsewhere::partners_compare_their_keys(&mut here, &mut there).await;
    let package = elsewhere::a_package_goes_and_comes(&mut here, &mut there).await;
    attacks::each_is_refused_with_its_reason(&mut here, &mut there, &package).await;
    elsewhere::a_widerruf_and_a_confirmation_travel(&mut here, &mut there, &package).await;
}
