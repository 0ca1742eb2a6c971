//! Rounds of scoring that nobody can get round, and a register that says what happened.

mod register;
mod rounds;
mod together;
mod words;

use crate::common::desk::Story;

/// A story on each database.
macro_rules! on_both {
    ($($name:ident, $on_postgres:ident, $story:path;)*) => {$(
        #[tokio::test]
        async fn $name() {
            $story(Story::new().await).await;
        }

        #[tokio::test]
        async fn $on_postgres() {
            if let Some(address) = ankunft_testkit::postgres() {
                $story(Story::at(address).await).await;
            }
        }
    )*};
}

on_both! {
    nobody_sees_or_changes_what_they_must_not,
    nobody_sees_or_changes_what_they_must_not_on_postgres, rounds::independent;
    sixty_four_at_once_have_one_effect, sixty_four_at_once_have_one_effect_on_postgres,
        together::one_effect;
    what_was_handed_in_before_is_round_one, what_was_handed_in_before_is_round_one_on_postgres,
        together::from_before;
    the_register_says_what_happened, the_register_says_what_happened_on_postgres,
        register::what_happened;
    a_result_is_worded_for_one_two_and_many, a_result_is_worded_for_one_two_and_many_on_postgres,
        words::result;
}
