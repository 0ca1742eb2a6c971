//! What can have been printed where a program that reads scans has taken signs for others.
//!
//! Nothing is guessed here: all that can stand at a place is given, with how many signs must have been
//! misread for it. Each has its check sign right, so of the many that look alike only few are left; which
//! of them is a Fundstelle of a city its citations say.

use ankunft_platform::citations::read_code;

use super::recognise::{LONGEST, Sign, before, begins, ends, is_bare_host, over};

/// A code that can have been printed at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The code.
    pub code: String,
    /// How much must have been misread for it: signs, a space within, and how far what stands before it is
    /// from `/f/`.
    pub wrong: u8,
}

/// What was gone through at a place.
pub(super) struct Found {
    /// Behind its last sign; none if nothing there can be doubted.
    pub end: Option<usize>,
    /// Whether `/f/` stands before it.
    pub is_marked: bool,
    /// What can have been printed there.
    pub doubtful: Vec<Doubt>,
}

/// So much may be wrong at a place: with more nearly everything looks alike.
const MOST_WRONG: u8 = 3;
/// So many readings of a place are given.
const MOST_READINGS: usize = 64;

/// What is printed where a sign is read, beside the sign itself: as programs were seen to take them in
/// scans of all signs.
const LOOK_ALIKES: [(char, &str); 45] = [
    ('0', "QDU"),
    ('1', "JT7"),
    ('2', "Z"),
    ('3', "8BS"),
    ('4', "A"),
    ('5', "S"),
    ('6', "GB8"),
    ('7', "TZ2"),
    ('8', "BS36"),
    ('9', "GYQ"),
    ('A', "4"),
    ('B', "863"),
    ('C', "G"),
    ('D', "Q"),
    ('E', "F6"),
    ('F', "EP"),
    ('G', "6C9"),
    ('H', "NM"),
    ('I', "JT7"),
    ('J', "T7"),
    ('K', "X"),
    ('L', "EJ"),
    ('M', "NH"),
    ('N', "HM"),
    ('O', "QDU"),
    ('P', "FR"),
    ('Q', "DG9"),
    ('R', "PK"),
    ('S', "5839"),
    ('T', "7J"),
    ('U', "VD"),
    ('V', "UY"),
    ('W', "VM"),
    ('X', "K"),
    ('Y', "V9J"),
    ('Z', "27"),
    // What is none of a code's signs.
    ('$', "S5"),
    ('§', "S58"),
    ('&', "8"),
    ('ß', "B8"),
    ('|', "JT"),
    ('!', "JT"),
    ('€', "CE"),
    ('®', "8"),
    ('©', "Q"),
];

/// Two signs that are read where one is printed, beside one that is read twice.
const TORN: [(&str, char); 4] = [("VV", 'W'), ("RN", 'M'), ("II", 'H'), ("LJ", 'U')];

/// Small letters that are drawn as their capitals: of no other is it unknown which it is.
const DRAWN_ALIKE: &str = "ckopsuvwxz";

fn alike(sign: char) -> &'static str {
    LOOK_ALIKES.iter().find(|it| it.0 == sign).map_or("", |it| it.1)
}

/// A sign as part of what may be a code, in capital letters.
fn as_sign(sign: Sign) -> Option<char> {
    match sign {
        Sign::Read(it) if it.is_ascii_alphanumeric() => Some(it.to_ascii_uppercase()),
        Sign::Read(it) if !alike(it).is_empty() => Some(it),
        _ => None,
    }
}

/// What is read of the strokes and the letter of `/f/`.
const MARK: &str = "/#?YHfFtTlIijJr1!|\\£E{}[(VÄ’'";
/// The most signs that are read of it.
const LONGEST_MARK: usize = 6;

/// What can be a `/f/`, behind which a code begins.
struct Mark {
    after: usize,
    /// How far it is from it: 0 as it stands, 1 with the letter misread or lost, 2 hardly anything.
    wrong: u8,
}

/// All that can be a misread `/f/` here: the first signs of a code look like its last.
fn marks(signs: &[Sign], at: usize) -> Vec<Mark> {
    let mut all = Vec::new();
    let (mut read, mut next) = (String::new(), at);
    while read.chars().count() < LONGEST_MARK {
        // Line breaks within it are read with it.
        let here = if read.is_empty() { next } else { over(signs, next).unwrap_or(next) };
        match signs.get(here) {
            Some(Sign::Read(it)) if MARK.contains(*it) => read.push(*it),
            _ => break,
        }
        next = here + 1;
        let strokes = read.chars().filter(|it| "/#".contains(*it)).count();
        let has_letters = |text: &str| text.chars().any(char::is_alphabetic);
        let wrong = match (read.to_lowercase().as_str(), strokes) {
            ("/f/", _) => 0,
            (_, 0) => continue,
            // A path that ends as an address of ours does.
            (all, 3..) if has_letters(all) => continue,
            (all, _) if all.strip_suffix("/f/").is_some_and(has_letters) => continue,
            (_, 1) if read.chars().count() < 3 => 2,
            _ => 1,
        };
        all.push(Mark { after: next, wrong });
    }
    all
}

/// What can be doubted at a place; none where a Fundstelle cannot even begin.
pub(super) fn read(signs: &[Sign], at: usize) -> Option<Found> {
    let marks = marks(signs, at);
    if marks.is_empty() {
        return None;
    }
    let glued = match (begins(signs, at), is_glued(signs, at)) {
        (true, _) => 0,
        (false, true) => 1,
        (false, false) => return None,
    };
    let is_marked = glued == 0 && marks.iter().any(|it| it.wrong == 0);
    let mut end: Option<usize> = None;
    let mut doubtful: Vec<Doubt> = Vec::new();
    for mark in marks {
        for run in runs(signs, mark.after) {
            if mark.wrong > 0 && !run.is_capital {
                continue;
            }
            let wrong = run.wrong + mark.wrong + glued;
            let mut reading =
                Reading { signs: &run.signs, code: String::new(), most: 0, found: &mut doubtful };
            for most in wrong..=MOST_WRONG {
                reading.most = most;
                reading.from(0, wrong);
            }
            let is_like = mark.wrong == 0 && (4..=LONGEST).contains(&run.signs.len());
            if is_like || !reading.found.is_empty() {
                end = Some(end.map_or(run.end, |it| it.min(run.end)));
            }
        }
    }
    Some(Found { end, is_marked, doubtful: merged(doubtful, Vec::new()) })
}

/// What can have been printed as the one or the other says, each code once and as likely as it can be.
pub(super) fn merged(mut all: Vec<Doubt>, others: Vec<Doubt>) -> Vec<Doubt> {
    all.extend(others);
    all.sort_by(|a, b| (&a.code, a.wrong).cmp(&(&b.code, b.wrong)));
    all.dedup_by(|a, b| a.code == b.code);
    all
}

/// Whether what stands before a place is nearly what may stand there: a noun, with the space between them
/// lost, or an address whose scheme is misread.
fn is_glued(signs: &[Sign], at: usize) -> bool {
    let word = before(signs, at, 0);
    let is_noun = word.chars().all(char::is_alphabetic) && word.starts_with(char::is_uppercase);
    (is_noun && word.chars().count() >= 5) || word.strip_prefix("//").is_some_and(is_bare_host)
}

/// Signs that can be a code as a whole.
struct Run {
    signs: Vec<char>,
    end: usize,
    wrong: u8,
    /// Whether its letters are capitals, or drawn as those are.
    is_capital: bool,
}

/// The runs of signs that begin here: up to the end of the line, over it, and over one space.
fn runs(signs: &[Sign], from: usize) -> Vec<Run> {
    let mut all = Vec::new();
    let (mut run, mut wrong, mut is_capital) = (Vec::new(), 0, true);
    let mut word = None;
    let mut at = over(signs, from).unwrap_or(from);
    for _ in 0..4 {
        let before = run.len();
        while let Some((sign, raw)) = signs.get(at).and_then(|it| Some((as_sign(*it)?, *it))) {
            if run.len() > LONGEST {
                return all;
            }
            let is_small = matches!(raw, Sign::Read(it) if it.is_lowercase());
            if !is_small {
                word = None;
            } else if word.is_none() {
                word = Some((run.len(), at, is_capital));
            }
            is_capital &= !is_small || DRAWN_ALIKE.contains(sign.to_ascii_lowercase());
            run.push(sign);
            at += 1;
        }
        if run.len() == before {
            break;
        }
        if ends(signs, at) {
            all.push(Run { signs: run.clone(), end: at, wrong, is_capital });
            // The space behind it is lost: a word in small letters follows.
            if let Some((length, end, is_capital)) = word.filter(|it| run.len() > it.0 + 1) {
                let signs = run[..length].to_vec();
                all.push(Run { signs, end, wrong: wrong + 1, is_capital });
            }
            // What ends a sentence is read as a sign, too.
            if run.len() > 1 && run.last().is_some_and(|it| "!|".contains(*it)) {
                let signs = run[..run.len() - 1].to_vec();
                all.push(Run { signs, end: at - 1, wrong, is_capital });
            }
        }
        at = match over(signs, at) {
            Some(next) => next,
            None if wrong == 0 && is_gap(signs, at) => {
                wrong = 1;
                at + 1
            }
            None => break,
        };
    }
    all
}

/// Whether a space tears a code apart here: on it follow few signs, and no small letter.
fn is_gap(signs: &[Sign], at: usize) -> bool {
    let is_space = matches!(signs.get(at), Some(Sign::Read(' ' | '\u{a0}')));
    let rest = signs.iter().skip(at + 1).map_while(|it| match it {
        Sign::Read(it) if it.is_alphanumeric() => Some(*it),
        _ => None,
    });
    let rest: Vec<char> = rest.take(6).collect();
    is_space && (1..6).contains(&rest.len()) && !rest.iter().any(|it| it.is_lowercase())
}

/// The readings of a run that are gone through.
struct Reading<'a> {
    signs: &'a [char],
    code: String,
    /// So much may be wrong; the likelier readings are gone through first.
    most: u8,
    found: &'a mut Vec<Doubt>,
}

impl Reading<'_> {
    fn from(&mut self, at: usize, wrong: u8) {
        if wrong > self.most || self.found.len() >= MOST_READINGS {
            return;
        }
        let Some(sign) = self.signs.get(at).copied() else {
            if wrong == self.most {
                self.found.extend(read_code(&self.code).map(|code| Doubt { code, wrong }));
            }
            return;
        };
        // What no code has is dropped with the check at its end, so it need not be gone through.
        if sign.is_ascii_alphanumeric() && !"01ILO".contains(sign) {
            self.with(sign, (at + 1, wrong));
        }
        for other in alike(sign).chars() {
            self.with(other, (at + 1, wrong + 1));
        }
        // A stroke or a mark that nobody has printed.
        if "1I".contains(sign) || !sign.is_ascii_alphanumeric() {
            self.from(at + 1, wrong + 1);
        }
        let Some(second) = self.signs.get(at + 1).copied() else { return };
        // One sign that is read as both of what it looks like.
        if sign == second || alike(sign).contains(second) || alike(second).contains(sign) {
            self.with(sign, (at + 2, wrong + 1));
            if sign != second {
                self.with(second, (at + 2, wrong + 1));
            }
        }
        for whole in alike(sign).chars().filter(|it| alike(second).contains(*it)) {
            self.with(whole, (at + 2, wrong + 1));
        }
        for (torn, whole) in TORN {
            if torn.chars().eq([sign, second]) {
                self.with(whole, (at + 2, wrong + 1));
            }
        }
    }

    fn with(&mut self, sign: char, (next, wrong): (usize, u8)) {
        self.code.push(sign);
        self.from(next, wrong);
        self.code.pop();
    }
}

/// The signs of a place as one line, for a person to find them again.
pub(super) fn shown(signs: &[Sign]) -> String {
    let signs = signs.iter().filter_map(|it| match it {
        Sign::Read(it) => Some(*it),
        Sign::Break(_) => None,
    });
    signs.take(40).collect()
}
