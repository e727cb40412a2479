//! One line of Markdown in, its words out: emphasis, links, code, tags and escapes undone. Blocks
//! (headings, lists, tables) are deliberately absent; `markdown` knows them.

/// How far a bracket or a tag is looked for, in characters: longer ones are signs that are meant, and
/// the limit keeps a line of a million brackets from costing their square. No source.
const REACH_CHARS: usize = 2_000;

/// How deep links may stand in links; CommonMark allows a picture in a link, which is two.
const DEPTH: usize = 4;

/// Takes the signs of Markdown out of a line.
///
/// `**Beslutning:** se [bilag 2](bilag.pdf)` becomes `Beslutning: se bilag 2`. A sign that marks nothing
/// (`5 * 3`, `fil_navn`, `Underskrift: ____`) stays.
pub(crate) fn plain(line: &str) -> String {
    plain_at(&line.chars().collect::<Vec<_>>(), DEPTH)
}

/// Part of a line: words, or a run of emphasis signs that may open or close something.
enum Piece {
    Words(String),
    Run { sign: char, n_signs: usize, opens: bool },
}

fn plain_at(chars: &[char], depth: usize) -> String {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut words = String::new();
    // Runs that are still open, by sign: `*`, `_`, `~`.
    let mut open: [Vec<usize>; 3] = Default::default();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let rest = chars.get(at..).unwrap_or_default();
        if let Some((text, n_chars)) = undone(rest, depth) {
            words.push_str(&text);
            at += n_chars;
        } else if let Some(kind) = ['*', '_', '~'].iter().position(|sign| *sign == c) {
            let n_signs = rest.iter().take_while(|next| **next == c).count();
            let before = at.checked_sub(1).and_then(|at| chars.get(at)).copied();
            let after = chars.get(at + n_signs).copied();
            at += n_signs;
            if c == '~' && n_signs != 2 {
                words.extend(std::iter::repeat_n(c, n_signs));
                continue;
            }
            let (opens, closes) = flanks(c, before, after);
            pieces.push(Piece::Words(std::mem::take(&mut words)));
            let left = if closes { close(&mut pieces, &mut open[kind], n_signs) } else { n_signs };
            if left > 0 {
                if opens {
                    open[kind].push(pieces.len());
                }
                // Two or more that touch a word are emphasis over several lines.
                let opens = opens || closes;
                pieces.push(Piece::Run { sign: c, n_signs: left, opens });
            }
        } else {
            words.push(c);
            at += 1;
        }
    }
    pieces.push(Piece::Words(words));

    let mut line = String::new();
    for piece in pieces {
        match piece {
            Piece::Words(words) => line.push_str(&words),
            Piece::Run { n_signs, opens: true, .. } if n_signs >= 2 => {}
            Piece::Run { sign, n_signs, .. } => line.extend(std::iter::repeat_n(sign, n_signs)),
        }
    }
    line
}

/// Closes open runs with `n_signs` signs; gives how many signs found nothing to close.
fn close(pieces: &mut [Piece], open: &mut Vec<usize>, n_signs: usize) -> usize {
    let mut left = n_signs;
    while let Some(opener) = open.last().and_then(|at| pieces.get_mut(*at)) {
        let Piece::Run { n_signs, .. } = opener else { break };
        let taken = left.min(*n_signs);
        *n_signs -= taken;
        left -= taken;
        if *n_signs > 0 {
            break;
        }
        open.pop();
    }
    left
}

/// Whether a run of signs may open and may close emphasis, by what stands beside it (CommonMark 6.2).
fn flanks(sign: char, before: Option<char>, after: Option<char>) -> (bool, bool) {
    let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let punctuation =
        |c: Option<char>| c.is_some_and(|c| !c.is_alphanumeric() && !c.is_whitespace());
    let left = !space(after) && (!punctuation(after) || space(before) || punctuation(before));
    let right = !space(before) && (!punctuation(before) || space(after) || punctuation(after));
    if sign == '_' {
        (left && (!right || punctuation(before)), right && (!left || punctuation(after)))
    } else {
        (left, right)
    }
}

/// The words of a construct that begins here, and how many characters it takes.
fn undone(rest: &[char], depth: usize) -> Option<(String, usize)> {
    match rest {
        ['\\'] => Some((String::new(), 1)),
        ['\\', c, ..] if c.is_ascii_punctuation() => Some((c.to_string(), 2)),
        ['`', ..] => code(rest),
        ['!', '[', ..] if depth > 0 => {
            let (text, n_chars) = link(rest.get(1..)?, depth)?;
            Some((text, n_chars + 1))
        }
        ['[', ..] if depth > 0 => link(rest, depth),
        ['<', ..] => tag(rest),
        ['&', ..] => entity(rest),
        _ => None,
    }
}

/// `` `code` ``: the same number of backquotes on both sides.
fn code(rest: &[char]) -> Option<(String, usize)> {
    let n_quotes = rest.iter().take_while(|c| **c == '`').count();
    let mut at = n_quotes;
    while at < rest.len().min(REACH_CHARS) {
        let here = rest.get(at..)?.iter().take_while(|c| **c == '`').count();
        if here == n_quotes {
            return Some((rest.get(n_quotes..at)?.iter().collect(), at + n_quotes));
        }
        at += here.max(1);
    }
    // No partner: the whole run is meant, or the next of its quotes would be tried again.
    Some((rest.get(..n_quotes)?.iter().collect(), n_quotes))
}

/// `[text](target)`, `[text][reference]` and `[^1]`; brackets that are none of these stay.
fn link(rest: &[char], depth: usize) -> Option<(String, usize)> {
    let end = closing(rest, '[', ']')?;
    let inner = rest.get(1..end)?;
    let after = rest.get(end + 1..)?;
    let n_target = match after.first() {
        Some('(') => closing(after, '(', ')')? + 1,
        Some('[') => closing(after, '[', ']')? + 1,
        _ if inner.first() == Some(&'^') => return Some((String::new(), end + 1)),
        _ => return None,
    };
    Some((plain_at(inner, depth - 1), end + 1 + n_target))
}

/// Where the bracket that opens `chars` is closed.
fn closing(chars: &[char], open: char, close: char) -> Option<usize> {
    let mut depth = 0_usize;
    let mut escaped = false;
    for (at, &c) in chars.iter().enumerate().take(REACH_CHARS) {
        if escaped {
            escaped = false;
        } else if c == '\\' {
            escaped = true;
        } else if c == open {
            depth += 1;
        } else if c == close {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

/// `<https://…>` and `<navn@kommune.dk>` keep what they hold, `<br>` is a space, other tags are nothing.
fn tag(rest: &[char]) -> Option<(String, usize)> {
    let end = rest.iter().take(REACH_CHARS).position(|c| *c == '>')?;
    let inner: String = rest.get(1..end)?.iter().collect();
    let name = inner.trim_start_matches('/');
    let is_address = !inner.contains(char::is_whitespace)
        && (inner.contains("://") || inner.contains('@') || inner.starts_with("mailto:"));
    if is_address {
        Some((inner.trim_start_matches("mailto:").to_owned(), end + 1))
    } else if name.to_ascii_lowercase().starts_with("br")
        && name.trim_end_matches(['/', ' ']).len() == 2
    {
        Some((" ".to_owned(), end + 1))
    } else if inner.starts_with("!--") || name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        // `<punkt 3>` is a tag to a browser as well: it would show nothing.
        Some((String::new(), end + 1))
    } else {
        None
    }
}

/// The entities that Danish writers and converters use.
fn entity(rest: &[char]) -> Option<(String, usize)> {
    const NAMED: &[(&str, &str)] = &[
        ("amp", "&"),
        ("lt", "<"),
        ("gt", ">"),
        ("quot", "\""),
        ("apos", "'"),
        ("nbsp", "\u{A0}"),
        ("shy", "\u{AD}"),
        ("ndash", "–"),
        ("mdash", "—"),
        ("aelig", "æ"),
        ("oslash", "ø"),
        ("aring", "å"),
        ("AElig", "Æ"),
        ("Oslash", "Ø"),
        ("Aring", "Å"),
        ("sect", "§"),
        ("eacute", "é"),
    ];
    let end = rest.iter().take(12).position(|c| *c == ';')?;
    let name: String = rest.get(1..end)?.iter().collect();
    let text = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| !c.is_control())?.to_string()
        }
        None => NAMED.iter().find(|(known, _)| *known == name)?.1.to_owned(),
    };
    Some((text, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_undone() {
        for (line, want) in [
            ("**Beslutning:** Godkendt", "Beslutning: Godkendt"),
            ("Til stede: *Åse Holm* og __Ib Krog__", "Til stede: Åse Holm og Ib Krog"),
            ("***vigtigt*** og ~~slettet~~", "vigtigt og slettet"),
            ("**over flere", "over flere"),
            ("linjer**.", "linjer."),
            ("Sundheds**journalen**", "Sundhedsjournalen"),
            ("se [bilag 2](bilag/2.pdf \"Bilag\") her", "se bilag 2 her"),
            ("se [bilag **2**][b] og ![plan](plan.png)", "se bilag 2 og plan"),
            ("note[^1] her", "note her"),
            ("`kode **her**` slut", "kode **her** slut"),
            ("skriv til <post@kommune.dk>", "skriv til post@kommune.dk"),
            ("a<br/>b <b>fed</b><!-- skjult -->", "a b fed"),
            ("1\\. juli, 5 \\* 3", "1. juli, 5 * 3"),
            ("K&oslash;b &amp; salg &#167; 3", "Køb & salg § 3"),
            ("linjen fortsætter\\", "linjen fortsætter"),
        ] {
            assert_eq!(plain(line), want);
        }
    }

    #[test]
    fn signs_that_mark_nothing_stay() {
        for line in [
            "5 * 3 = 15",
            "fil_navn_her.pdf",
            "Underskrift: ________",
            "[se bilag]",
            "a < b > c",
            "A & B",
            "ca. ~5 %",
            "* fodnote",
            "2*",
            "`",
            "Punkt [3] og (4)",
            "&ukendt;",
            "</",
            "<3",
        ] {
            assert_eq!(plain(line), line);
        }
    }

    #[test]
    fn long_nonsense_is_quick() {
        for sign in ["[", "*a", "<", "`", "![](", "_a_*", "[[a](", "&#"] {
            let line = sign.repeat(20_000);
            assert!(plain(&line).len() <= line.len(), "{sign}");
        }
    }
}
