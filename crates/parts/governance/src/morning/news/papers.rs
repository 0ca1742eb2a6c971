//! Vorlagen that the Stelle writes or is asked to countersign, on their way to a decision and back.

use ankunft_platform::changes::Recorded;
use ankunft_platform::parts::{Chronicle, Said, Whom, number};
use ankunft_platform::store::StoreError;
use ankunft_platform::web::App;

use super::on_duty;
use crate::papers::address;
use crate::papers::store::DRAFT;
use crate::papers::view::Papers;
use crate::permissions::SEE_PAPERS;

/// What happened to Vorlagen.
pub(super) struct Drafts;

impl Chronicle for Drafts {
    const KINDS: &'static [&'static str] = &[DRAFT];
    const ABOUT: &'static str = "neues-vorlagen";
    type Seen = Papers;

    fn tells(whom: &Whom<'_>) -> bool {
        on_duty(whom, SEE_PAPERS)
    }

    async fn read(app: &App, whom: &Whom<'_>, _: &[Recorded]) -> Result<Papers, StoreError> {
        Papers::read(&mut app.store.read().await?, whom.city.tenant()).await
    }

    fn say(whom: &Whom<'_>, seen: &Papers, change: &Recorded) -> Option<Said> {
        let wanted = number(change)?;
        let paper = seen.papers.iter().find(|it| it.number == wanted)?;
        let leads = whom.is(paper.draft.lead);
        let asked = whom.works_in(|post| seen.asked.contains(&(paper.number, post)));
        let waits = || whom.works_in(|post| seen.wants_sign(paper, post));
        let (text, concerns) = match change.action.as_str() {
            "paper.ask" => ("neues-vorlage-gefragt", asked && waits()),
            "paper.change" => ("neues-vorlage-fassung", leads || asked),
            "paper.sign" => ("neues-vorlage-mitgezeichnet", leads),
            "paper.step" => ("neues-vorlage-folge", leads || asked),
            "paper.resolve" if seen.is_decided(paper.number) => {
                ("neues-vorlage-beschlossen", leads || asked)
            }
            "paper.resolve" => ("neues-vorlage-beraten", leads || asked),
            "paper.return" => ("neues-vorlage-zurueck", leads || asked),
            _ => return None,
        };
        let href = address(&whom.city, paper.number);
        concerns.then(|| Said::of(text, ("betreff", &paper.draft.subject), href))
    }
}
