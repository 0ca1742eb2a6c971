use super::fonts::Fonts;

/// `text` with only what can be printed: one line, no control signs, no sign without a glyph.
///
/// PDF/UA refuses a page on which a sign is an empty box; a name in a script that no font has
/// must not keep its whole paper from being printed.
pub(super) fn legible(text: &str, fonts: &Fonts) -> String {
    let mut printed = String::with_capacity(text.len());
    let mut base = ' ';
    for sign in text.chars() {
        match sign {
            '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                printed.push(' ');
                base = ' ';
            }
            sign if is_unprintable(sign) => {}
            // A mark is set onto its letter, which only a font with both can do.
            sign if is_mark(sign) => {
                if fonts.has(&[base, sign]) {
                    printed.push(sign);
                }
            }
            sign if is_silent(sign) || fonts.has(&[sign]) => {
                printed.push(sign);
                base = sign;
            }
            _ => {
                base = if fonts.has(&['\u{fffd}']) { '\u{fffd}' } else { '?' };
                printed.push(base);
            }
        }
    }
    printed
}

fn is_unprintable(sign: char) -> bool {
    sign.is_control()
        || matches!(sign, '\u{ad}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}')
        || matches!(sign, '\u{e000}'..='\u{f8ff}' | '\u{e0000}'..)
        || u32::from(sign) & 0xfffe == 0xfffe
        || matches!(sign, '\u{fdd0}'..='\u{fdef}')
}

/// Signs that steer and leave no trace: joiners, marks of direction.
fn is_silent(sign: char) -> bool {
    matches!(sign, ' ' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
}

fn is_mark(sign: char) -> bool {
    matches!(sign,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e8}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe20}'..='\u{fe2f}')
}
