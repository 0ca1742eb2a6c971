//! Taking a file back that should not have been attached: one form, and what stays to be read of it.

use ankunft_platform::attachments::{Attachment, TakenBack};
use ankunft_platform::languages::{Arg, Texts};
use ankunft_platform::names::Names;
use ankunft_platform::page::components::{Button, Choice, Field, Problems, Select};
use ankunft_platform::typed::{LONGEST_LINE, Reading, Typed, sent};
use ankunft_platform::web::FormBlock;

fn there(files: &[Attachment]) -> impl Iterator<Item = &Attachment> {
    files.iter().filter(|it| it.withdrawn_at.is_none())
}

/// Which file, and why; nothing where no file is there.
#[must_use]
pub fn form(
    t: &Texts,
    action: String,
    files: &[Attachment],
    (typed, problems): (&Typed, &Problems),
) -> Option<FormBlock> {
    let current = sent(typed, "zurueck-datei");
    let label = |it: &Attachment| {
        format!("{} ({})", it.file_name, ankunft_platform::words::instant(t, it.created_at))
    };
    let mut choices: Vec<Choice> =
        there(files).map(|it| Choice::new(it.id.to_string(), label(it), current)).collect();
    if choices.is_empty() {
        return None;
    }
    choices.insert(0, Choice::new("", t.get("bitte-waehlen"), current));
    let mut file = Select::new("zurueck-datei", t.get("datei-zurueck-welche"), choices);
    file.error = problems.of("zurueck-datei");
    let reason = Field::new("zurueck-grund", t.get("datei-zurueck-grund"))
        .hint(t.get("datei-zurueck-grund.hinweis"))
        .value(sent(typed, "zurueck-grund"))
        .error(problems.of("zurueck-grund"));
    let button = Button::secondary(t.get("datei-zurueck"));
    Some(FormBlock::new(action, button).select(file).field(reason))
}

/// Which file is to be taken back and why, or what is wrong with what was sent.
///
/// # Errors
///
/// - [`Problems`] say what is missing.
pub fn asked(it: Reading<'_>, files: &[Attachment]) -> Result<(i64, String), Problems> {
    let mut it = it;
    let id = it.sent("zurueck-datei").parse().ok();
    // One that is gone already is told so by who takes it back.
    let file = files.iter().find(|file| Some(file.id) == id);
    if file.is_none() {
        it.wrong("zurueck-datei", "datei-zurueck-fehlt");
    }
    let reason = it.needed("zurueck-grund", LONGEST_LINE, "datei-zurueck-grund-fehlt");
    it.result((file.map_or(0, |it| it.id), reason))
}

/// What was taken back: which, by whom, when and why.
#[must_use]
pub fn told(t: &Texts, names: &Names, gone: &[TakenBack]) -> Vec<String> {
    let line = |it: &TakenBack| {
        let args = [
            ("datei", Arg::from(it.file_name.as_str())),
            ("wer", Arg::from(names.account(t, it.account))),
            ("wann", Arg::from(ankunft_platform::words::instant(t, it.at))),
            ("grund", Arg::from(it.reason.as_str())),
        ];
        t.with("datei-zurueckgenommen", &args)
    };
    gone.iter().map(line).collect()
}
