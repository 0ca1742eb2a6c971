//! An address for each route of governance and programme, of what has the most around it.

use super::Made;

/// What is asked for behind an address, where a page shows more with it.
const ASKED: &[(&str, &str)] = &[
    ("/{kommune}/anfragen/{number}", "?suche=Nachbarn+Quartier+Fest+Raum+Einwohner"),
    ("/{kommune}/bibliothek", "?suche=kita"),
    (
        "/{kommune}/steuerung/massnahmen/{number}/suchen",
        "?suche=Nachbarn+Quartier+Fest+Raum+Einwohner",
    ),
];

/// Pages that only the programme has.
const PROGRAMME: &[&str] = &[
    "/{kommune}/austausch/datenstaende",
    "/{kommune}/austausch/datenstaende/neu",
    "/{kommune}/austausch/datenstaende/{number}",
    "/{kommune}/austausch/datenstaende/{number}/json",
    "/{kommune}/austausch/datenstaende/{number}/datenstand.zip",
    "/{kommune}/austausch/erhalten/{von}/{number}",
    "/{kommune}/austausch/erhalten/{von}/{number}/paket.zip",
    "/{kommune}/kernindikatoren/neu",
    "/{kommune}/kernindikatoren/{code}/aendern",
    "/{kommune}/programm/termine/neu",
    "/{kommune}/programm/termine/{number}",
    "/{kommune}/austausch/vorlage.xlsx",
];

impl Made {
    /// The address of a route; none where nothing stands for a part of it.
    #[must_use]
    pub fn address(&self, route: &str) -> Option<String> {
        let mut address = String::new();
        let mut before = String::new();
        for segment in route.split('/').skip(1) {
            let filled = match segment {
                "{kommune}" if PROGRAMME.contains(&route) => self.programme.clone(),
                "{kommune}" => self.slug.clone(),
                // What is closed or adopted is not changed any more.
                "{sitzung}" if route.ends_with("/aendern") => self.meeting_ahead.to_string(),
                "{nummer}" if route.ends_with("/aendern") => self.paper_open.to_string(),
                "{geheim}" if route.ends_with("{seite}") => self.secret_draft.clone(),
                "{geheim}" if !route.ends_with("{geheim}") => self.secret_paid.clone(),
                it if it.starts_with('{') => self.part(&before, it)?,
                it => it.to_owned(),
            };
            address.push('/');
            address.push_str(&filled);
            if segment != "{kommune}" {
                before.push('/');
                before.push_str(segment);
            }
        }
        let asked = ASKED.iter().find(|it| it.0 == route).map_or("", |it| it.1);
        let case = if route.contains("/vorgang") { "?az=50-4711/26" } else { "" };
        if route.ends_with("/vorgang/ablegen") {
            return Some(format!("{address}?ding=measure:{}", self.measure));
        }
        let thing = match route.ends_with("/gremien/tagesordnung") {
            true => format!("?ding=observation:{}", self.observation),
            false => String::new(),
        };
        Some(format!("{address}{asked}{case}{thing}"))
    }

    /// What stands for a part of a route behind another.
    fn part(&self, before: &str, part: &str) -> Option<String> {
        let number = match (before, part) {
            ("/steuerung/massnahmen", _) | ("/befunde/{art}", _) => self.measure,
            ("/steuerung/ziele/{number}/indikatoren", _) => 1,
            (_, "{indicator}") => self.indicator,
            (_, "{line}") => 1,
            ("/steuerung/berichte", _) => self.round,
            (_, "{request}") => self.request,
            (_, "{schritt}") => 1,
            ("/steuerung/ziele", _) => self.goal,
            ("/steuerung/zusagen", _) => self.commitment,
            (_, "{promise}") => self.promise,
            ("/steuerung/zusagen/{number}/urkunde", _) => self.commitment_file,
            ("/gremien/aufgaben", _) => self.task,
            ("/gremien/beobachtungen", _) => self.observation,
            (_, "{gremium}") => self.body,
            (_, "{sitzung}") => self.meeting,
            ("/gremien/{gremium}/sitzungen/{sitzung}/unterlagen", _) => self.meeting_file,
            ("/beschluesse/vorlagen", _) => self.paper,
            ("/beschluesse/vorlagen/{nummer}/beschlossen", _) => self.paper_file,
            ("/anfragen", _) => self.enquiry,
            ("/fonds", _) => self.fund,
            ("/fonds/antraege", _) => self.application,
            ("/fonds/antraege/{number}/belege", _) => self.receipt,
            ("/bibliothek" | "/bibliothek/{von}", "{number}") => self.card,
            ("/austausch/weitergaben" | "/austausch/erhalten/{von}", _) => self.grant,
            ("/austausch/pakete", _) => self.received,
            ("/austausch/datenstaende", _) => self.frozen,
            ("/programm/fragen", _) => self.question,
            ("/programm/termine", _) => self.appointment,
            _ => return self.word(before, part),
        };
        Some(number.to_string())
    }

    fn word(&self, before: &str, part: &str) -> Option<String> {
        let word = match (before, part) {
            ("/beschluesse/oeffentlich", _) => &self.paper_code,
            ("/kernindikatoren", _) => &self.core,
            (_, "{von}") => &self.slug,
            ("/faden", "{art}") => "figure",
            ("/befunde", "{art}") => "measure",
            ("/steuerung/quartiere", "{level}") => &self.level,
            ("/steuerung/quartiere/{level}", "{area}") => &self.area,
            ("/faden/{art}", "{id}") => &self.figure,
            ("/fonds/antrag", "{geheim}") => &self.secret,
            ("/fonds/antrag/{geheim}", "{seite}") => "idee",
            (_, "{format}") => "docx",
            _ => return None,
        };
        Some(word.to_owned())
    }
}
