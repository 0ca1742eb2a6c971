//! `/{kommune}/fonds/antrag/{secret}/…`: a group applies, one thing at a time, on a phone.

use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::page::components::{
    Button, Choice, Choices, Field, Kind, Notice, Pair, Problems,
};
use ankunft_platform::page::{Account, Link, Shell};
use ankunft_platform::typed::{LONGEST_LINE, Reading, Typed, sent};
use ankunft_platform::web::{Block, City, FormBlock, Sheet, Viewer};
use jiff::civil::Date;

use crate::funds::answers::{self, Page};
use crate::funds::model::{Fund, sum};
use crate::funds::{address, secret_address, words};

/// A page for a group: its address is a secret, so it leads to no log-in.
pub(super) fn frame(viewer: &Viewer, city: &City, fund: &Fund, title: String) -> Shell {
    let crumbs = vec![Link::new(fund.terms.name.clone(), address(city, fund.number))];
    viewer.page_with_form(title).crumbs(crumbs).account(Account::Unmentioned)
}

/// What a group should know before it begins.
pub fn start(viewer: &Viewer, city: &City, fund: &Fund, today: Date) -> Sheet {
    let t = &viewer.t;
    let crumbs = vec![Link::new(fund.terms.name.clone(), address(city, fund.number))];
    let shell = viewer.page_with_form(t.get("antrag-start-titel")).crumbs(crumbs);
    let shell = shell.lead(t.get("antrag-start-leit"));
    if !fund.terms.is_open(today) {
        let text = words::call(t, &fund.terms, today);
        return Sheet::new(shell, vec![Block::Text(text)]);
    }
    let args = [("regel", Arg::from(words::rule(t, fund.terms.shares)))];
    let form = FormBlock::new(
        format!("{}/antrag", address(city, fund.number)),
        Button::primary(t.get("antrag-anfangen")),
    );
    let blocks = vec![
        Block::Text(t.with("antrag-start-text", &args)),
        Block::Heading(t.get("antrag-start-daten")),
        Block::Text(t.get("antrag-start-daten.text")),
        Block::Form(form),
    ];
    Sheet::new(shell, blocks)
}

/// One short page.
pub fn page(
    viewer: &Viewer,
    city: &City,
    (fund, secret): (&Fund, &str),
    page: Page,
    (typed, problems): (&Typed, Problems),
) -> Sheet {
    let t = &viewer.t;
    let title = t.get(&format!("antrag-seite-{}", page.code()));
    let mut shell = frame(viewer, city, fund, title);
    let step = [("nummer", Arg::from(page.number())), ("von", Arg::from(Page::ALL.len()))];
    shell = shell.lead(t.with("antrag-schritt", &step));
    let mut blocks = vec![Block::Problems(problems.clone())];
    if page == Page::Idea {
        blocks.extend(keep_address(viewer, city, secret));
    }
    let action = secret_address(city, secret, &format!("/{}", page.code()));
    let button = Button::primary(t.get("antrag-weiter")).sends("absicht", "weiter");
    let form = FormBlock::new(action, button);
    let fields = Fields { t, typed, problems: &problems };
    if page == Page::Costs {
        blocks.push(Block::Text(words::rule(t, fund.terms.shares)));
    }
    blocks.push(Block::Form(match page {
        Page::Idea => fields.idea(form),
        Page::Where => fields.place(form),
        Page::Costs => fields.costs(form),
        Page::Group => fields.group(form),
        Page::Check => form,
    }));
    if let Some(before) = page.before() {
        let way = secret_address(city, secret, &format!("/{}", before.code()));
        blocks.push(Block::Links(vec![Link::new(t.get("antrag-zurueck"), way)]));
    }
    Sheet::new(shell, blocks)
}

/// The address, to be kept.
pub(super) fn keep_address(viewer: &Viewer, city: &City, secret: &str) -> [Block; 2] {
    let t = &viewer.t;
    let address = format!("{}{}", viewer.base_address(), secret_address(city, secret, ""));
    let (title, text) = (t.get("antrag-adresse"), t.get("antrag-adresse-text"));
    [Block::Notice(Notice { kind: Kind::Info, title, text }), Block::Copy(address)]
}

/// The fields of a page.
struct Fields<'a> {
    t: &'a Texts,
    typed: &'a Typed,
    problems: &'a Problems,
}

impl Fields<'_> {
    fn field(&self, name: &str) -> Field {
        let id = format!("antrag-feld-{name}");
        let hint = format!("{id}.hinweis");
        let field = Field::new(name, self.t.get(&id))
            .value(sent(self.typed, name))
            .error(self.problems.of(name));
        if self.t.has(&hint) { field.hint(self.t.get(&hint)) } else { field }
    }

    fn idea(&self, form: FormBlock) -> FormBlock {
        form.field(self.field("titel")).field(self.field("was").rows(6))
    }

    fn place(&self, form: FormBlock) -> FormBlock {
        form.field(self.field("ort"))
            .field(self.field("fuer-wen"))
            .field(self.field("ab").kind("date"))
            .field(self.field("bis").kind("date"))
    }

    fn costs(&self, mut form: FormBlock) -> FormBlock {
        for row in 1..=answers::rows(self.typed) {
            let name = format!("posten-{row}");
            let number = [("nummer", Arg::from(row))];
            let what = Field::new(&name, self.t.with("antrag-posten-nummer", &number))
                .value(sent(self.typed, &name))
                .error(self.problems.of(&name));
            let name = format!("betrag-{row}");
            let amount = Field::new(&name, self.t.with("antrag-betrag-nummer", &number))
                .value(sent(self.typed, &name))
                .inputmode("decimal")
                .error(self.problems.of(&name));
            let (what, amount) = match row {
                1 => (
                    what.hint(self.t.get("antrag-posten-nummer.hinweis")),
                    amount.hint(self.t.get("eingabe-betrag-beispiel")),
                ),
                _ => (what.optional(), amount.optional()),
            };
            form = form.field(what).field(amount);
        }
        form.field(self.field("eigenes").inputmode("decimal").optional())
    }

    fn group(&self, form: FormBlock) -> FormBlock {
        let current = sent(self.typed, "naehe");
        let choice = |it: &str| Choice::new(it, self.t.get(&format!("antrag-naehe-{it}")), current);
        let mut near = Choices::one(
            "naehe",
            self.t.get("antrag-feld-naehe"),
            vec![choice("nein"), choice("ja")],
        );
        near.hint = Some(self.t.get("antrag-feld-naehe.hinweis"));
        near.error = self.problems.of("naehe");
        form.field(self.field("gruppe"))
            .field(self.field("person").autocomplete("name"))
            .field(self.field("email").kind("email").autocomplete("email").optional())
            .field(self.field("telefon").kind("tel").autocomplete("tel").optional())
            .choices(near)
            .field(self.field("naehe-was").optional())
    }
}

/// All of it once more, and the button that sends it.
pub fn check(
    viewer: &Viewer,
    city: &City,
    (fund, secret): (&Fund, &str),
    (typed, problems): (&Typed, &Problems),
) -> Sheet {
    let t = &viewer.t;
    let title = t.get("antrag-seite-pruefen");
    let step = [("nummer", Arg::from(Page::Check.number())), ("von", Arg::from(Page::ALL.len()))];
    let shell = frame(viewer, city, fund, title).lead(t.with("antrag-schritt", &step));
    let mut blocks = Vec::new();
    let wrong = answers::pages_with(problems);
    if !wrong.is_empty() {
        let (title, text) = (t.get("antrag-noch-offen"), t.get("antrag-noch-offen.text"));
        blocks.push(Block::Notice(Notice { kind: Kind::Warning, title, text }));
        let link = |page: &Page| {
            let said = answers::problems_of(*page, problems);
            let said = said.items.first().map_or_else(String::new, |it| it.label.clone());
            let name = t.get(&format!("antrag-seite-{}", page.code()));
            let way = secret_address(city, secret, &format!("/{}?pruefen=ja", page.code()));
            (Link::new(name, way), said)
        };
        blocks.push(Block::Doors(wrong.iter().map(link).collect()));
    }
    for page in Page::ALL.into_iter().filter(|it| *it != Page::Check) {
        blocks.push(Block::Heading(t.get(&format!("antrag-seite-{}", page.code()))));
        blocks.push(Block::Pairs(said(t, page, typed)));
        let way = secret_address(city, secret, &format!("/{}", page.code()));
        let name = t.get(&format!("antrag-seite-{}", page.code()));
        let label = t.with("antrag-aendern", &[("seite", Arg::from(name))]);
        blocks.push(Block::Links(vec![Link::new(label, way)]));
    }
    blocks.push(Block::Text(t.get("antrag-absenden-hinweis")));
    let form = FormBlock::new(
        secret_address(city, secret, "/absenden"),
        Button::primary(t.get("antrag-absenden")),
    );
    blocks.push(Block::Form(form));
    blocks.extend(keep_address(viewer, city, secret));
    Sheet::new(shell, blocks)
}

/// What was typed on a page, in its words.
fn said(t: &Texts, page: Page, typed: &Typed) -> Vec<Pair> {
    let pair = |name: &str| {
        let value = match name {
            "naehe" => match sent(typed, name) {
                it @ ("ja" | "nein") => t.get(&format!("antrag-naehe-{it}")),
                _ => String::new(),
            },
            "ab" | "bis" => {
                let text = sent(typed, name);
                ankunft_platform::typed::day(text).map_or_else(|| text.to_owned(), |it| t.date(it))
            }
            _ => sent(typed, name).chars().take(LONGEST_LINE * 3).collect(),
        };
        (!value.is_empty()).then(|| Pair::new(t.get(&format!("antrag-feld-{name}")), value))
    };
    let names: &[&str] = match page {
        Page::Idea => &["titel", "was"],
        Page::Where => &["ort", "fuer-wen", "ab", "bis"],
        Page::Costs => &[],
        Page::Group => &["gruppe", "person", "email", "telefon", "naehe", "naehe-was"],
        Page::Check => &[],
    };
    if page != Page::Costs {
        return names.iter().filter_map(|it| pair(it)).collect();
    }
    let mut form = Reading::new(t, typed);
    let costs = answers::costs(&mut form);
    let own = form.cents("eigenes").unwrap_or_default();
    let mut pairs: Vec<Pair> =
        costs.iter().map(|it| Pair::new(it.what.clone(), t.euros(it.cents))).collect();
    let cost = sum(&costs);
    pairs.push(Pair::new(t.get("antrag-summe"), t.euros(cost)));
    pairs.push(Pair::new(t.get("antrag-feld-eigenes"), t.euros(own)));
    pairs.push(Pair::new(t.get("antrag-vom-fonds"), t.euros(cost - own)));
    pairs
}
