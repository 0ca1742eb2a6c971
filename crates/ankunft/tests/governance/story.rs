//! One city from its Letter of Intent to its effect card: what one room writes down, the next cites, and
//! the red thread shows all of it although nobody opened a citation picker.

mod answering;
mod deciding;
mod doing;
mod giving;
mod promising;
mod telling;
mod town;

use town::Town;

#[tokio::test]
async fn a_city_goes_from_a_letter_to_an_effect() {
    goes(Town::at(String::new()).await).await;
}

#[tokio::test]
async fn a_city_goes_from_a_letter_to_an_effect_on_postgres() {
    if let Some(address) = ankunft_testkit::postgres() {
        goes(Town::at(address).await).await;
    }
}

async fn goes(mut town: Town) {
    promising::a_mayor_signs(&mut town).await;
    promising::a_quarter_is_chosen(&mut town).await;
    promising::a_council_adopts_goals(&mut town).await;
    doing::a_measure_is_made_of_the_decision(&mut town).await;
    doing::it_rests_on_a_figure_that_stays_inside(&mut town).await;
    doing::four_stellen_and_a_partner_take_part(&mut town).await;
    for period in ["2026q1", "2026q2", "2026q3"] {
        doing::the_partner_reports(&mut town, period).await;
    }
    deciding::what_hinders_comes_before_a_body(&mut town).await;
    deciding::a_paper_is_decided_and_comes_back(&mut town).await;
    giving::a_group_gets_money(&mut town).await;
    answering::the_council_asks(&mut town).await;
    giving::the_research_team_gets_a_package(&mut town).await;
    telling::somebody_new_takes_over(&mut town).await;
    telling::what_helped_is_told(&mut town).await;
    telling::the_thread_shows_the_whole_chain(&mut town).await;
    telling::the_public_follows_what_is_public(&mut town).await;
    telling::no_canary_reaches_anybody_outside(&town).await;
}
