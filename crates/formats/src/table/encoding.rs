use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::collect::Collector;

/// How the bytes of a text file stand for letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextEncoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Windows-1252, which is also what most call Latin-1 or ANSI.
    Windows1252,
}

impl TextEncoding {
    /// The encoding of a name as people write it: `utf-8`, `windows-1252`, `latin1`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let encoding = Encoding::for_label(name.trim().as_bytes())?;
        [Self::Utf8, Self::Utf16Le, Self::Utf16Be, Self::Windows1252]
            .into_iter()
            .find(|it| it.encoding() == encoding)
    }

    /// Its usual name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Windows1252 => "Windows-1252",
        }
    }

    fn encoding(self) -> &'static Encoding {
        match self {
            Self::Utf8 => UTF_8,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
            Self::Windows1252 => WINDOWS_1252,
        }
    }

    fn recognise(bytes: &[u8]) -> Self {
        if let Some((encoding, _)) = Encoding::for_bom(bytes) {
            return if encoding == UTF_16LE {
                Self::Utf16Le
            } else if encoding == UTF_16BE {
                Self::Utf16Be
            } else {
                Self::Utf8
            };
        }
        let sample = &bytes[..bytes.len().min(4096)];
        let zeros = |at: usize| sample.iter().skip(at).step_by(2).filter(|it| **it == 0).count();
        let most = sample.len() / 4;
        if most > 0 && zeros(1) > most && zeros(0) <= most / 8 {
            return Self::Utf16Le;
        }
        if most > 0 && zeros(0) > most && zeros(1) <= most / 8 {
            return Self::Utf16Be;
        }
        match std::str::from_utf8(bytes) {
            Err(error) if !is_mostly_utf8(bytes, error.valid_up_to()) => Self::Windows1252,
            _ => Self::Utf8,
        }
    }
}

/// Whether more letters beyond ASCII are UTF-8 than are not. `first` is the first bad byte.
fn is_mostly_utf8(bytes: &[u8], first: usize) -> bool {
    let long = |text: &str| text.chars().filter(|it| !it.is_ascii()).count();
    let good = std::str::from_utf8(&bytes[..first]).map_or(0, long);
    let (mut good, mut bad) = (good, 0);
    for chunk in bytes[first..].utf8_chunks() {
        good += long(chunk.valid());
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good >= bad
}

/// The text of the bytes. Bytes that do not fit are findings at their line; they become
/// U+FFFD, so that the lines of the text stay those of the file.
pub(crate) fn decode<'a>(
    bytes: &'a [u8],
    wish: Option<TextEncoding>,
    findings: &mut Collector,
) -> (Cow<'a, str>, TextEncoding) {
    let chosen = wish.unwrap_or_else(|| TextEncoding::recognise(bytes));
    let text = match chosen {
        TextEncoding::Utf8 => {
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            report_broken_utf8(bytes, findings);
            String::from_utf8_lossy(bytes)
        }
        TextEncoding::Windows1252 => {
            report_unknown_1252(bytes, findings);
            WINDOWS_1252.decode_without_bom_handling(bytes).0
        }
        TextEncoding::Utf16Le | TextEncoding::Utf16Be => {
            let (text, _) = chosen.encoding().decode_with_bom_removal(bytes);
            let broken = text.lines().zip(1_u64..).filter(|(line, _)| line.contains('\u{fffd}'));
            for (line, number) in broken {
                let finding = findings.error("wrong-encoding").line(number);
                findings.push(finding.arg("encoding", chosen.name()).excerpt(line));
            }
            text
        }
    };
    (text, chosen)
}

fn report_broken_utf8(bytes: &[u8], findings: &mut Collector) {
    if std::str::from_utf8(bytes).is_ok() {
        return;
    }
    for (line, number) in bytes.split(|it| *it == b'\n').zip(1_u64..) {
        if let Err(error) = std::str::from_utf8(line) {
            let byte = format!("0x{:02X}", line[error.valid_up_to()]);
            let finding = findings.error("mixed-encoding").line(number).arg("byte", byte);
            let meant = WINDOWS_1252.decode_without_bom_handling(line).0;
            let finding = finding.arg("encoding", "UTF-8").excerpt(&meant);
            findings.push(finding);
        }
    }
}

fn report_unknown_1252(bytes: &[u8], findings: &mut Collector) {
    let unknown = |byte: &u8| matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d);
    if !bytes.iter().any(unknown) {
        return;
    }
    for (line, number) in bytes.split(|it| *it == b'\n').zip(1_u64..) {
        if let Some(byte) = line.iter().find(|byte| unknown(byte)) {
            let finding = findings.error("wrong-encoding").line(number);
            let finding = finding.arg("encoding", "Windows-1252");
            findings.push(finding.arg("byte", format!("0x{byte:02X}")));
        }
    }
}

/// Whether the text looks like UTF-8 that somebody read as Windows-1252: `StraÃŸe`.
pub(crate) fn is_mojibake(text: &str) -> bool {
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let lead = matches!(letter, 'Ã' | 'Â' | 'Ä' | 'Å');
        let next = letters.peek().copied().unwrap_or(' ');
        let (bytes, _, unmappable) = {
            let mut buffer = [0; 4];
            let text: &str = next.encode_utf8(&mut buffer);
            let (bytes, encoding, bad) = WINDOWS_1252.encode(text);
            (bytes.first().copied().unwrap_or(0), encoding, bad)
        };
        if lead && !unmappable && (0x80..0xc0).contains(&bytes) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::is_mojibake;

    #[test]
    fn sees_letters_that_were_read_wrongly() {
        assert!(is_mojibake("SchloÃŸstraÃŸe"));
        assert!(is_mojibake("MÃ¼llerstraße"));
        assert!(!is_mojibake("Schloßstraße"));
        assert!(!is_mojibake("Ärztehaus"));
        assert!(!is_mojibake("Åland"));
    }
}
