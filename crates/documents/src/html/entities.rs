//! `&oslash;` → `ø`: the characters that web pages write by name or number.
//!
//! **Source:** HTML 4.01, section 24; the names of letters and signs that European pages use. Deliberately
//! absent: the two thousand names of mathematics.

/// Longest name that is looked for, in bytes.
const LONGEST: usize = 10;

/// Text with its named and numbered characters put in; what is none stays as it is.
pub(super) fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        match character(after) {
            Some((c, n_bytes)) => {
                out.push(c);
                rest = after.get(n_bytes..).unwrap_or_default();
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// The character that a text begins with after its `&`, and how many bytes it takes.
fn character(text: &str) -> Option<(char, usize)> {
    if let Some(number) = text.strip_prefix('#') {
        let (digits, radix, n_before) = match number.strip_prefix(['x', 'X']) {
            Some(hex) => (hex, 16, 2),
            None => (number, 10, 1),
        };
        let end = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
        let value = u32::from_str_radix(digits.get(..end)?, radix).ok()?;
        let has_end = digits.get(end..).is_some_and(|rest| rest.starts_with(';'));
        return Some((of_number(value), n_before + end + usize::from(has_end)));
    }
    let end = text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len()).min(LONGEST);
    let name = text.get(..end)?;
    let has_end = text.get(end..).is_some_and(|rest| rest.starts_with(';'));
    let found = NAMES.iter().find(|(own, _)| *own == name)?;
    // Without its end only the letters of old pages count: `&aelig` but not `&to`.
    (has_end || found.1 as u32 <= 0xFF).then_some((found.1, end + usize::from(has_end)))
}

/// Numbers 128 to 159 mean what they do in Windows-1252, as all browsers read them.
fn of_number(value: u32) -> char {
    let windows =
        |byte: u8| encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next();
    match value {
        0 => char::REPLACEMENT_CHARACTER,
        128..=159 => {
            u8::try_from(value).ok().and_then(windows).unwrap_or(char::REPLACEMENT_CHARACTER)
        }
        _ => char::from_u32(value).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}

const NAMES: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{A0}'),
    ("shy", '\u{AD}'),
    ("aelig", 'æ'),
    ("oslash", 'ø'),
    ("aring", 'å'),
    ("AElig", 'Æ'),
    ("Oslash", 'Ø'),
    ("Aring", 'Å'),
    ("eacute", 'é'),
    ("Eacute", 'É'),
    ("egrave", 'è'),
    ("ecirc", 'ê'),
    ("euml", 'ë'),
    ("aacute", 'á'),
    ("agrave", 'à'),
    ("acirc", 'â'),
    ("atilde", 'ã'),
    ("auml", 'ä'),
    ("Auml", 'Ä'),
    ("oacute", 'ó'),
    ("ograve", 'ò'),
    ("ocirc", 'ô'),
    ("otilde", 'õ'),
    ("ouml", 'ö'),
    ("Ouml", 'Ö'),
    ("uacute", 'ú'),
    ("ugrave", 'ù'),
    ("ucirc", 'û'),
    ("uuml", 'ü'),
    ("Uuml", 'Ü'),
    ("iacute", 'í'),
    ("icirc", 'î'),
    ("iuml", 'ï'),
    ("ntilde", 'ñ'),
    ("ccedil", 'ç'),
    ("Ccedil", 'Ç'),
    ("yacute", 'ý'),
    ("eth", 'ð'),
    ("ETH", 'Ð'),
    ("thorn", 'þ'),
    ("THORN", 'Þ'),
    ("szlig", 'ß'),
    ("sect", '§'),
    ("para", '¶'),
    ("deg", '°'),
    ("plusmn", '±'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("micro", 'µ'),
    ("middot", '·'),
    ("frac12", '½'),
    ("frac14", '¼'),
    ("frac34", '¾'),
    ("times", '×'),
    ("divide", '÷'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("pound", '£'),
    ("copy", '©'),
    ("reg", '®'),
    ("acute", '´'),
    ("uml", '¨'),
    ("iexcl", '¡'),
    ("iquest", '¿'),
    ("ordm", 'º'),
    ("ordf", 'ª'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("hellip", '…'),
    ("bull", '•'),
    ("euro", '€'),
    ("trade", '™'),
    ("dagger", '†'),
    ("permil", '‰'),
    ("prime", '′'),
    ("minus", '−'),
    ("le", '≤'),
    ("ge", '≥'),
    ("ne", '≠'),
    ("asymp", '≈'),
    ("rarr", '→'),
    ("larr", '←'),
    ("hArr", '⇔'),
    ("rArr", '⇒'),
    ("oelig", 'œ'),
    ("OElig", 'Œ'),
    ("scaron", 'š'),
    ("Scaron", 'Š'),
    ("thinsp", '\u{2009}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("zwj", '\u{200D}'),
    ("zwnj", '\u{200C}'),
    ("check", '✓'),
    ("hyphen", '‐'),
    ("newline", '\n'),
    ("tab", '\t'),
    ("num", '#'),
    ("lpar", '('),
    ("rpar", ')'),
    ("comma", ','),
    ("period", '.'),
    ("colon", ':'),
    ("semi", ';'),
    ("excl", '!'),
];
