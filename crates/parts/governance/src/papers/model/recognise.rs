//! Finds printed Fundstellen in the text of a paper: `/f/7K3Q`, alone or at the end of an address.
//!
//! A code carries a sign that checks it, so most misprints are none. Where a line is broken within
//! one, with a hyphen or without, all ways of reading it are given: which of them is a Fundstelle of
//! this city its citations say. A program that reads a scan takes signs for others: where nothing can be
//! read as it stands, [`super::doubt`] says what can have been printed there.

use ankunft_platform::citations::read_code;

use super::doubt::{self, Doubt};

/// The longest code; longer ones come when the shorter are used up.
pub(super) const LONGEST: usize = 12;
/// So many places of a text are given: a paper has a hundredth of them.
pub(super) const MOST_PLACES: usize = 5000;
/// So often is gone through what may be doubted, also where nothing comes of it.
const MOST_TRIED: usize = 20_000;

/// What stands before a code, and what programs make of it that read scans: the thin letter between the
/// strokes is taken for another thin one, or for none.
const PRINTED: [&str; 6] = ["/f/", "//", "/t/", "/l/", "/i/", "/j/"];

/// What may stand within a code that a line break has torn apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// A sign that is read.
    Read(char),
    /// The end of a line, with the space around it, and of how many pages.
    Break(u16),
}

/// A place of a text where a Fundstelle is printed, or something that looks like one.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its page, from one.
    pub page: i64,
    /// The signs that stand there.
    pub printed: String,
    /// Whether `/f/` stands before it, so that a person would take it for one.
    pub is_marked: bool,
    /// What can be read as it stands.
    pub codes: Vec<String>,
    /// What else can have been printed there; empty where something can be read as it stands.
    pub doubtful: Vec<Doubt>,
}

impl Place {
    /// All codes that can stand there.
    pub fn readings(&self) -> impl Iterator<Item = &str> {
        let doubtful = self.doubtful.iter().map(|it| it.code.as_str());
        self.codes.iter().map(String::as_str).chain(doubtful)
    }
}

/// A text without what only its layout put there.
pub(super) fn signs(text: &str) -> Vec<Sign> {
    let mut all: Vec<Sign> = Vec::new();
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            // A soft hyphen, and spaces and joiners without width.
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            '\n' | '\r' | '\u{c}' => {
                while matches!(all.last(), Some(Sign::Read(' ' | '\u{a0}' | '\t'))) {
                    all.pop();
                }
                let mut pages = u16::from(sign == '\u{c}');
                while let Some(more) = signs.next_if(|it| it.is_whitespace()) {
                    pages = pages.saturating_add(u16::from(more == '\u{c}'));
                }
                all.push(Sign::Break(pages));
            }
            sign => all.push(Sign::Read(sign)),
        }
    }
    all
}

pub(super) const fn is_hyphen(sign: char) -> bool {
    matches!(sign, '-' | '\u{2010}' | '\u{2011}')
}

/// Reads over a line break, with or without a hyphen before it.
pub(super) fn over(signs: &[Sign], at: usize) -> Option<usize> {
    match (signs.get(at)?, signs.get(at + 1)) {
        (Sign::Break(_), _) => Some(at + 1),
        (Sign::Read(sign), Some(Sign::Break(_))) if is_hyphen(*sign) => Some(at + 2),
        _ => None,
    }
}

/// The place behind `wanted`, which a line break may have torn apart.
fn follow(signs: &[Sign], mut at: usize, wanted: &str) -> Option<usize> {
    for (place, sign) in wanted.chars().enumerate() {
        if place > 0 {
            at = over(signs, at).unwrap_or(at);
        }
        match signs.get(at) {
            Some(Sign::Read(it)) if it.eq_ignore_ascii_case(&sign) => at += 1,
            _ => return None,
        }
    }
    Some(at)
}

/// What stands directly before a place, over so many line breaks: a narrow column tears an address
/// apart anywhere.
pub(super) fn before(signs: &[Sign], at: usize, breaks: usize) -> String {
    let (mut left, mut back) = (breaks, Vec::new());
    for sign in signs[..at].iter().rev() {
        match sign {
            Sign::Read(it) if it.is_whitespace() || "()[]<>\"'„“”»«‚,;%".contains(*it) => {
                break;
            }
            Sign::Read(it) => back.push(*it),
            Sign::Break(_) if left == 0 => break,
            Sign::Break(_) => left -= 1,
        }
    }
    back.into_iter().rev().collect()
}

fn is_host(text: &str) -> bool {
    let fits = |it: char| it.is_alphanumeric() || "-.:".contains(it);
    !text.is_empty() && text.chars().all(fits)
}

/// Whether it is an address without a path.
fn is_address(text: &str) -> bool {
    let Some((scheme, host)) = text.split_once("://") else { return false };
    ["http", "https"].contains(&scheme.to_lowercase().as_str()) && is_host(host)
}

/// Whether it is a host without its scheme.
pub(super) fn is_bare_host(text: &str) -> bool {
    let inside = text.trim_matches('.').contains('.');
    is_host(text) && inside && !text.starts_with('.') && text.chars().any(char::is_alphabetic)
}

/// Whether what stands before `/f/` may stand there: nothing, or an address without a path. A path
/// of files ends with the same signs.
pub(super) fn begins(signs: &[Sign], at: usize) -> bool {
    let here = before(signs, at, 0);
    // A word like „Fundstelle:“ directly before it; a letter and a colon is a drive.
    let is_said = here.ends_with([':', '–', '—']) && here.chars().count() > 2;
    if here.is_empty() || is_said || is_address(&here) || is_bare_host(&here) {
        return true;
    }
    // The rest of a host that began on a line before.
    is_host(&here)
        && (1..=4).any(|breaks| {
            let whole = before(signs, at, breaks);
            let start = &whole[..whole.len() - here.len()];
            is_address(&whole) || (is_bare_host(start) && is_bare_host(&whole))
        })
}

/// The readings of a code that begins here, up to the end of the line and over it, each with the place
/// behind it.
fn readings(signs: &[Sign], from: usize) -> Vec<(String, usize)> {
    let mut all = Vec::new();
    let mut code = String::new();
    let mut at = over(signs, from).unwrap_or(from);
    loop {
        while let Some(Sign::Read(sign)) = signs.get(at) {
            if !sign.is_ascii_alphanumeric() || code.len() > LONGEST {
                break;
            }
            code.push(*sign);
            at += 1;
        }
        if ends(signs, at) {
            all.extend(read_code(&code).map(|it| (it, at)));
        }
        match over(signs, at) {
            Some(next) if code.len() <= LONGEST && !code.is_empty() => {
                // Only a sign of a code goes on; a second break within one is none.
                let goes_on =
                    matches!(signs.get(next), Some(Sign::Read(it)) if it.is_ascii_alphanumeric());
                if !goes_on || all.len() > 4 {
                    return all;
                }
                at = next;
            }
            _ => return all,
        }
    }
}

/// Whether a code may end here: not in the middle of a word, a file name or a path.
pub(super) fn ends(signs: &[Sign], at: usize) -> bool {
    let read = |at: usize| match signs.get(at) {
        Some(Sign::Read(sign)) => Some(*sign),
        _ => None,
    };
    let more = |at: usize| read(at).is_some_and(char::is_alphanumeric);
    match read(at) {
        None => true,
        Some('.' | '/' | '-' | '_' | ':' | '\\' | '@') => !more(at + 1) && read(at) != Some('_'),
        Some(sign) => !sign.is_alphanumeric(),
    }
}

/// All codes that can be read in a text as they stand, each once, in their order.
///
/// ```
/// use ankunft_governance::papers::model::recognise::codes;
///
/// assert_eq!(codes("siehe https://ankunft.example/f/222R."), ["222R"]);
/// assert_eq!(codes("siehe /f/22-\n2R, Seite 3"), ["222R"]);
/// assert!(codes("/home/f/222R, /f/222R.pdf, /f/222O").is_empty());
/// ```
#[must_use]
pub fn codes(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for code in places(text).into_iter().flat_map(|it| it.codes) {
        if !all.contains(&code) {
            all.push(code);
        }
    }
    all
}

/// The places of a text where a Fundstelle stands, or something that looks like one, in their order.
///
/// Takes time in proportion to the text: what can be doubted at one place is limited.
///
/// ```
/// use ankunft_governance::papers::model::recognise::places;
///
/// let misread = places("siehe /f/2Z2R, Seite 3");
/// assert!(misread[0].codes.is_empty());
/// assert!(misread[0].doubtful.iter().any(|it| it.code == "222R"));
/// ```
#[must_use]
pub fn places(text: &str) -> Vec<Place> {
    places_while(text, &|| true).unwrap_or_default()
}

/// As [`places`], as long as somebody waits for it; none if they have gone.
#[must_use]
pub fn places_while(text: &str, is_awaited: &dyn Fn() -> bool) -> Option<Vec<Place>> {
    let signs = signs(text);
    let mut all: Vec<Place> = Vec::new();
    // Behind the last sign of what was read, and of what was doubted.
    let (mut page, mut read, mut doubted, mut tried) = (1, 0, 0, 0);
    for at in 0..signs.len() {
        if !is_awaited() {
            return None;
        }
        if let Sign::Break(pages) = signs[at] {
            page += i64::from(pages);
        }
        if at < read {
            continue;
        }
        let codes = printed(&signs, at).map_or_else(Vec::new, |after| readings(&signs, after));
        if let Some((first, end)) = codes.first() {
            // What was doubted from a sign before this on is what is read here.
            if at < doubted {
                all.pop();
            }
            let printed = format!("/f/{first}");
            read = *end;
            let codes = codes.into_iter().map(|it| it.0).collect();
            all.push(Place { page, printed, is_marked: true, codes, doubtful: Vec::new() });
            continue;
        }
        let is_new = at >= doubted;
        if is_new && (all.len() >= MOST_PLACES || tried >= MOST_TRIED) {
            continue;
        }
        let Some(found) = doubt::read(&signs, at) else { continue };
        tried += 1;
        let Some(end) = found.end else { continue };
        match all.last_mut().filter(|_| !is_new) {
            Some(same) => {
                if found.is_marked && !same.is_marked {
                    same.printed = doubt::shown(&signs[at..end]);
                    same.is_marked = true;
                }
                same.doubtful = doubt::merged(std::mem::take(&mut same.doubtful), found.doubtful);
            }
            None => {
                doubted = end;
                let printed = doubt::shown(&signs[at..end]);
                let (is_marked, doubtful) = (found.is_marked, found.doubtful);
                all.push(Place { page, printed, is_marked, codes: Vec::new(), doubtful });
            }
        }
    }
    Some(all)
}

/// The place behind what is printed before a code, if it begins here.
fn printed(signs: &[Sign], at: usize) -> Option<usize> {
    if signs[at] != Sign::Read('/') {
        return None;
    }
    let (printed, after) = PRINTED.iter().find_map(|it| Some((it, follow(signs, at, it)?)))?;
    // Two strokes alone are also those behind the scheme of an address.
    let is_scheme = *printed == "//" && at > 0 && signs[at - 1] == Sign::Read(':');
    (!is_scheme && begins(signs, at)).then_some(after)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ALPHABET: &[u8] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// A code with its check sign.
    fn code(chance: &[usize]) -> String {
        let start: String =
            chance.iter().map(|it| char::from(ALPHABET[it % ALPHABET.len()])).collect();
        let all = ALPHABET.iter().map(|it| format!("{start}{}", char::from(*it)));
        all.into_iter().find(|it| read_code(it).is_some()).expect("one sign closes the sum")
    }

    #[test]
    fn what_only_looks_like_one_is_not_taken() {
        for text in [
            "/f/222O",
            "/f/0000",
            "/f/",
            "f/222R",
            "/F:/222R",
            "C:/f/222R",
            "/home/f/222R",
            "/etc/f/222R",
            "./f/222R",
            "../f/222R",
            "src/f/222R",
            "/f/222R.pdf",
            "/f/222R/json",
            "/f/222R_alt",
            "/f/222RX",
            "https://ankunft.example/alt/f/222R",
            "ftp://a.example/f/222R",
            "file:///f/222R",
            "222R",
            "/f/ 222R",
            "/g/222R",
            "http://222R",
            "https://222R",
            "file://222R",
            "//222R/raum",
            "// 222R",
            "a//222R",
            "/home//222R",
            "/t/222O",
            "user@/f/222R",
            "/f/222R-neu",
        ] {
            assert!(codes(text).is_empty(), "{text}: {:?}", codes(text));
        }
    }

    #[test]
    fn it_is_found_however_it_is_printed() {
        for text in [
            "/f/222R",
            "(/f/222R)",
            "(//222R)",
            "siehe /t/222R",
            "ankunft.musterstadt.example/l/222R",
            "„/f/222R“",
            "Fundstelle: /f/222R.",
            "/f/222r,",
            "/f/222R;",
            "http://127.0.0.1:8080/f/222R",
            "https://ankunft.musterstadt.example/f/222R!",
            "ankunft.musterstadt.example/f/222R",
            "/f/\n222R",
            "/\nf/222R",
            "/f\n/222R",
            "/f/2\n22R",
            "/f/22-\n  2R",
            "/f/222\u{ad}\nR",
            "/f/22\u{2010}\n2R",
            "/f/222R\nNächste Zeile",
            "Fundstelle:/f/222R",
            "/f/22\u{200b}2R",
            "/f/222R – gemeldet",
            "/f/22 \n 2R",
            "https://ankunft.example/f/\n222R und mehr",
            "/f/222R:",
            "/f/222R/",
            "https://ankunft.exam\nple/f/222R",
            "ankunft.muster\nstadt.exam\nple/f/222R",
            "siehe http://ankunft.example:80\n80/f/22\n2R",
        ] {
            assert_eq!(codes(text), ["222R"], "{text:?}");
        }
    }

    #[test]
    fn what_is_gone_through_in_vain_counts_and_ends_with_who_waits() {
        let text = "(/A ".repeat(MOST_TRIED) + "/f/2Z2R, /f/222R";
        let read: Vec<Vec<String>> = places(&text).into_iter().map(|it| it.codes).collect();
        assert_eq!(read, [["222R"]], "what stands there is read all the same");
        assert!(places_while("/f/222R", &|| false).is_none());
    }

    proptest! {
        #[test]
        fn every_code_is_found_wherever_a_line_is_broken(
            chance in proptest::collection::vec(0_usize..31, 3..7),
            cut in 0_usize..20, hyphen: bool, before in "[a-zäöü ]{0,12}", after in "[a-z]{1,8}",
        ) {
            let code = code(&chance);
            let printed = format!("/f/{code}");
            let cut = cut.min(printed.len());
            let (head, tail) = printed.split_at(cut);
            let mark = if hyphen && cut > 0 && cut < printed.len() { "-" } else { "" };
            let text = format!("{before} {head}{mark}\n{tail} {after}");
            prop_assert!(codes(&text).contains(&code), "{text:?}: {:?}", codes(&text));
        }

        #[test]
        fn one_wrong_sign_is_none(chance in proptest::collection::vec(0_usize..31, 3..7), at in 0_usize..8, other in 0_usize..31) {
            let mut wrong = code(&chance).into_bytes();
            let at = at % wrong.len();
            prop_assume!(wrong[at] != ALPHABET[other]);
            wrong[at] = ALPHABET[other];
            let wrong = String::from_utf8(wrong).expect("ASCII");
            let text = format!("siehe /f/{wrong}, Seite 2");
            prop_assert!(codes(&text).is_empty());
        }

        #[test]
        fn no_text_is_too_strange(text in "\\PC{0,200}(/f/|/f|\n|-){0,4}\\PC{0,40}") {
            let _ = codes(&text);
        }
    }
}
