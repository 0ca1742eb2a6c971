//! Enquiries that the Stelle answers or helps to answer.

use ankunft_platform::changes::Recorded;
use ankunft_platform::parts::{Chronicle, Said, Whom, number};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::App;

use super::on_duty;
use crate::enquiries::address;
use crate::enquiries::permissions::SEE;
use crate::enquiries::store::KIND;
use crate::enquiries::view::Board;

/// What happened to enquiries.
pub(super) struct Enquiries;

impl Chronicle for Enquiries {
    const KINDS: &'static [&'static str] = &[KIND];
    const ABOUT: &'static str = "neues-anfragen";
    type Seen = Board;

    fn tells(whom: &Whom<'_>) -> bool {
        on_duty(whom, SEE)
    }

    async fn read(app: &App, whom: &Whom<'_>, _: &[Recorded]) -> Result<Board, StoreError> {
        Board::read(&mut app.store.read().await?, whom.city.tenant()).await
    }

    fn say(whom: &Whom<'_>, seen: &Board, change: &Recorded) -> Option<Said> {
        let wanted = number(change)?;
        let enquiry = seen.enquiries.iter().find(|it| it.number == wanted)?;
        let text = match change.action.as_str() {
            "enquiry.receive" => "neues-anfrage",
            "enquiry.change" => "neues-anfrage-geaendert",
            "enquiry.answer" => "neues-antwort-geschrieben",
            "enquiry.send" => "neues-antwort",
            _ => return None,
        };
        let href = address(&whom.city, enquiry.number);
        let concerns = whom.works_in(|post| enquiry.frame.is_of(post));
        concerns.then(|| Said::of(text, ("betreff", &enquiry.frame.subject), href))
    }
}
