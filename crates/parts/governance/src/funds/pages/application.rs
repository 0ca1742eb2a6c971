//! `/{kommune}/fonds/antraege/{number}`: what does a group want to do, what does the board say, and
//! what became of the money?

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::Link;
use ankunft_platform::page::components::{
    Column, Empty, Kind, Notice, Pair, Problems, Remember, Row, RowCell, Table,
};
use ankunft_platform::typed::Typed;
use ankunft_platform::web::{Block, City, Sheet, Viewer};

use super::{costs, frame_of, fund, one_forms};
use crate::asks;
use crate::funds::model::{State, Step, Verdict, Vote};
use crate::funds::rights::Rights;
use crate::funds::store::applications::Application;
use crate::funds::store::votes::Cast;
use crate::funds::store::{APPLICATION, DECISION, PROOF};
use crate::funds::view::OneView;
use crate::funds::{address_of, iban, words};
use crate::{known, thread};

/// The page; `form` is what was typed into one of its forms and what is wrong with it.
pub fn show(
    viewer: &Viewer,
    city: &City,
    (view, remember): (&OneView, Option<Remember>),
    rights: Rights,
    (typed, problems): (&Typed, &Problems),
) -> Sheet {
    let (t, it) = (&viewer.t, &view.it);
    let shell = frame_of(viewer, city, &view.fund, (it.request.title.clone(), lead(t, view)));
    let shell = shell.mark(t.get("fonds-nur-intern"));
    let mut blocks = vec![Block::Problems(problems.clone())];
    blocks.extend(request(t, view, rights));
    blocks.push(Block::Heading(t.get("antrag-gremium")));
    blocks.extend(board(t, view));
    blocks.extend(overturned(t, view).map(Block::Notice));
    let forms = one_forms::Forms { t, city, view, rights, form: (typed, problems) };
    blocks.extend(forms.board());
    blocks.extend(money(t, city, view, rights));
    blocks.extend(forms.money());
    blocks.extend(proof(t, city, view));
    blocks.extend(forms.proof());
    blocks.extend(forms.closing());
    if it.is_funded() {
        blocks.push(Block::Heading(t.get("antrag-oeffentlich")));
        let id =
            if it.published.is_some() { "antrag-ist-oeffentlich" } else { "antrag-ist-intern" };
        let title = it.published.as_deref().unwrap_or_default();
        blocks.push(Block::Text(t.with(id, &[("titel", Arg::from(title))])));
        blocks.extend(forms.publication());
        let thread = thread::address(city, (newest_kind(it), &it.number.to_string()));
        blocks.push(Block::Ways(vec![Link::new(t.get("faden-zeigen"), thread)]));
        if let Some(remember) = remember {
            blocks.push(Block::Panel(asks::remember(t, remember)));
        }
    }
    blocks.push(Block::Table(history(t, view)));
    Sheet::new(shell, blocks)
}

/// Where the thread of an application is looked at from.
fn newest_kind(it: &Application) -> &'static str {
    match it.state() {
        State::Closed if !it.is_given_up() => PROOF,
        State::Received => DECISION,
        _ => APPLICATION,
    }
}

fn lead(t: &Texts, view: &OneView) -> String {
    let it = &view.it;
    let args = [
        ("gruppe", Arg::from(it.request.applicant.as_str())),
        ("beantragt", Arg::from(t.euros(it.request.asked()))),
        ("bewilligt", Arg::from(t.euros(view.granted.unwrap_or_default()))),
    ];
    let what = match (it.is_given_up(), it.step(State::Paid)) {
        (false, _) if it.is_taken_up_again() => t.with("antrag-leit-wieder", &args),
        (false, _) => t.with(&format!("antrag-leit-{}", it.state().code()), &args),
        (true, None) => t.with("antrag-leit-aufgegeben", &args),
        (true, Some(_)) => t.with("antrag-leit-aufgegeben.gezahlt", &args),
    };
    match (it.state(), view.verdict()) {
        (State::Received, Verdict::Missing(votes)) => {
            let missing = t.with("antrag-fehlen-stimmen", &[("anzahl", Arg::from(votes))]);
            format!("{what} {missing}.")
        }
        (State::Received, Verdict::Yes) => format!("{what} {}", t.get("antrag-gremium-ja")),
        (State::Received, Verdict::No) => format!("{what} {}", t.get("antrag-gremium-nein")),
        _ => what,
    }
}

/// What the group wants to do.
fn request(t: &Texts, view: &OneView, rights: Rights) -> Vec<Block> {
    let (it, lang) = (&view.it.request, fund::lang(t, &view.it));
    let own = |term: &str, text: &str| Pair::new(t.get(term), text).lang(lang);
    let mut pairs = vec![
        own("antrag-gruppe", &it.applicant),
        own("antrag-ort", &it.place),
        own("antrag-fuer-wen", &it.for_whom),
        Pair::new(t.get("antrag-wann"), words::when(t, &view.it)),
        Pair::new(t.get("antrag-feld-eigenes"), t.euros(it.own)),
        Pair::new(t.get("antrag-beantragt"), t.euros(it.asked())),
    ];
    if it.conflict.is_empty() {
        pairs.push(Pair::new(t.get("antrag-naehe"), t.get("antrag-naehe-keine")));
    } else {
        pairs.push(own("antrag-naehe", &it.conflict));
    }
    if rights.leads {
        pairs.push(Pair::new(t.get("antrag-kontakt"), contact(t, view)));
    }
    vec![
        Block::Text(it.what.clone()),
        Block::Pairs(pairs),
        Block::Table(costs(t, t.get("antrag-kosten"), &it.costs)),
    ]
}

/// Whom the lead can ask; when that is deleted.
fn contact(t: &Texts, view: &OneView) -> String {
    let Some(it) = &view.contact else { return t.get("antrag-kontakt-geloescht") };
    let reached = [&it.person, &it.email, &it.phone];
    let reached: Vec<&str> =
        reached.into_iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    let until = it.forget_on.map(|on| {
        let args = [("tag", Arg::from(t.date(on)))];
        format!(" ({})", t.with("antrag-kontakt-bis", &args))
    });
    format!("{}{}", reached.join(", "), until.unwrap_or_default())
}

/// How the board has voted so far.
fn board(t: &Texts, view: &OneView) -> Vec<Block> {
    let terms = &view.fund.terms;
    let args = [
        ("anzahl", Arg::from(terms.quorum)),
        ("mehrheit", Arg::from(t.get(&format!("fonds-mehrheit-{}", terms.majority.code())))),
    ];
    let mut blocks = vec![Block::Text(t.with("antrag-regel", &args))];
    if view.votes.is_empty() {
        blocks.push(Block::Empty(Empty { text: t.get("antrag-keine-stimmen"), step: None }));
        return blocks;
    }
    let row = |it: &Cast| {
        let mut vote = RowCell::new(t.get(&format!("antrag-stimme-{}", it.vote.code())));
        let reason = (it.vote == Vote::Conflict).then(|| it.reason.clone());
        let before = view.before.iter().rev().filter(|was| was.post == it.post);
        let notes = reason.into_iter().chain(before.map(|it| corrected(t, view, it)));
        let notes: Vec<String> = notes.filter(|it| !it.is_empty()).collect();
        if !notes.is_empty() {
            vote = vote.note(notes.join(" "));
        }
        Row {
            head: RowCell::new(known::post(t, &view.names, it.post)),
            cells: vec![vote, RowCell::new(view.names.account(t, it.account))],
        }
    };
    blocks.push(Block::Table(Table {
        caption: t.get("antrag-stimmen"),
        quiet_caption: true,
        columns: ["antrag-mitglied", "antrag-stimme", "antrag-festgehalten-von"]
            .map(|it| Column::words(t.get(it)))
            .to_vec(),
        rows: view.votes.iter().map(row).collect(),
    }));
    blocks
}

/// What stood before a vote was corrected, and who had written it down when.
fn corrected(t: &Texts, view: &OneView, was: &Cast) -> String {
    let args = [
        ("stimme", Arg::from(t.get(&format!("antrag-stimme-{}", was.vote.code())))),
        ("wer", Arg::from(view.names.account(t, was.account))),
        ("wann", Arg::from(ankunft_platform::words::instant(t, was.at))),
    ];
    t.with("antrag-stimme-vorher", &args)
}

/// That a grant is no longer carried by the votes, while nothing is paid.
fn overturned(t: &Texts, view: &OneView) -> Option<Notice> {
    let is_it = view.is_overturned && view.it.state() == State::Granted;
    let (title, text) = ("antrag-traegt-nicht", "antrag-traegt-nicht.text");
    is_it.then(|| Notice { kind: Kind::Warning, title: t.get(title), text: t.get(text) })
}

/// What was granted and paid; the whole account number for nobody but who pays.
fn money(t: &Texts, city: &City, view: &OneView, rights: Rights) -> Vec<Block> {
    let Some(granted) = view.granted.filter(|_| view.it.state().is_funded()) else {
        return Vec::new();
    };
    let mut pairs = vec![
        Pair::new(t.get("antrag-bewilligt"), t.euros(granted)),
        Pair::new(t.get("fonds-ausgezahlt"), t.euros(view.money.paid)),
    ];
    if view.money.returned > 0 {
        pairs.push(Pair::new(t.get("fonds-zurueck"), t.euros(view.money.returned)));
    }
    if view.to_reclaim() > 0 {
        let due = t.euros(view.to_reclaim());
        pairs.push(Pair::new(t.get("antrag-zurueckfordern.posten"), due));
    }
    if !view.it.is_funded() {
        pairs.push(Pair::new(t.get("fonds-buchung-release"), t.euros(granted)));
    }
    let account = view.contact.as_ref().filter(|it| !it.iban.is_empty());
    let account = account.filter(|_| !view.is_overturned);
    if let Some(it) = account {
        let number = if rights.pays { iban::grouped(&it.iban) } else { iban::masked(&it.iban) };
        pairs.push(Pair::new(t.get("antrag-konto"), number));
        if rights.pays {
            pairs.push(Pair::new(t.get("antrag-inhaber"), it.holder.clone()));
        }
    } else if view.it.state() == State::Granted && !view.is_overturned {
        pairs.push(Pair::new(t.get("antrag-konto"), t.get("antrag-konto-fehlt")));
    }
    let mut blocks = vec![Block::Heading(t.get("antrag-geld")), Block::Pairs(pairs)];
    if rights.pays && account.is_some() {
        let base = format!("{}/auszahlung", address_of(city, view.it.number));
        let link = |kind: &str| {
            let args = [("art", Arg::from(kind.to_uppercase()))];
            Link::new(t.with("antrag-anordnung-datei", &args), format!("{base}/{kind}"))
        };
        blocks.push(Block::Links(vec![link("pdf"), link("docx")]));
    }
    blocks
}

/// What the group has shown.
fn proof(t: &Texts, city: &City, view: &OneView) -> Vec<Block> {
    let Some(it) = &view.proof else { return Vec::new() };
    let mut blocks = vec![
        Block::Heading(t.get("antrag-nachweis")),
        Block::Text(it.report.clone()),
        Block::Table(costs(t, t.get("antrag-ausgegeben"), &it.spent)),
        Block::Pairs(vec![
            Pair::new(t.get("antrag-feld-eigenes"), t.euros(it.own)),
            Pair::new(t.get("antrag-zurueck-soll"), t.euros(view.due_back())),
        ]),
    ];
    let link = |(at, it): (usize, &ankunft_platform::attachments::Attachment)| {
        let args = [("nummer", Arg::from(at + 1)), ("datei", Arg::from(&it.file_name))];
        let href = format!("{}/belege/{}", address_of(city, view.it.number), it.id);
        Link::new(t.with("antrag-beleg", &args), href)
    };
    if view.receipts.is_empty() {
        let (title, text) = (t.get("antrag-ohne-belege"), t.get("antrag-ohne-belege.text"));
        blocks.push(Block::Notice(Notice { kind: Kind::Info, title, text }));
    } else {
        blocks.push(Block::Links(view.receipts.iter().enumerate().map(link).collect()));
    }
    blocks
}

fn history(t: &Texts, view: &OneView) -> Table {
    let row = |(it, state): (&Step, String)| {
        let is_group = it.account.is_none() && it.state.is_taken_by_group();
        let who = match is_group {
            true => t.get("antrag-von-gruppe"),
            false => view.names.account(t, it.account),
        };
        Row {
            head: RowCell::new(t.date(it.on_day)),
            cells: vec![RowCell::new(state), RowCell::new(it.reason.clone()), RowCell::new(who)],
        }
    };
    Table {
        caption: t.get("fonds-verlauf"),
        quiet_caption: false,
        columns: ["fonds-tag", "antrag-stand", "antrag-begruendung", "fonds-wer"]
            .map(|it| Column::words(t.get(it)))
            .to_vec(),
        rows: words::steps(t, &view.it).rev().map(row).collect(),
    }
}
