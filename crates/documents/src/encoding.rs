//! Bytes in, characters out: which encoding it is, told by evidence. What is wrong with single bytes
//! becomes a remark; bytes that are no text become an error. Normalisation (NFC, soft hyphens) is
//! deliberately absent: `danish::Text` does it.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::{DocumentError, Remark};

/// Decodes the bytes of a text file.
///
/// In this order: a byte order mark; UTF-16 without one (every second byte is zero); UTF-8; UTF-8 with a
/// few broken bytes; DOS and Macintosh, by the bytes that their æ, ø and å have; Windows-1252, which
/// holds all of ISO-8859-1 that is text; what chardetng guesses.
/// Text that was encoded as UTF-8 twice (`mÃ¸de`) is put right.
///
/// # Errors
/// [`DocumentError::NotText`] when control characters say that this is no text.
pub(crate) fn decode(
    bytes: &[u8],
    name: &str,
    remarks: &mut Vec<Remark>,
) -> Result<String, DocumentError> {
    let (text, encoding) = decoded(bytes);
    check_is_text(&text, bytes, name)?;
    let broken = text.matches(char::REPLACEMENT_CHARACTER).count();
    if broken > 0 {
        let line = text.lines().position(|line| line.contains(char::REPLACEMENT_CHARACTER));
        let text = format!("{broken} characters are not {encoding} and were read as \u{FFFD}");
        remarks.push(Remark { line: line.map(|n| n as u32 + 1), text });
    }
    let text = match undo_double_utf8(&text) {
        Some(text) => {
            let what = "the text was encoded as UTF-8 twice (`mÃ¸de`) and was put right";
            remarks.push(Remark { line: None, text: what.to_owned() });
            text
        }
        None => text,
    };
    Ok(without_controls(text, remarks))
}

/// The characters, and the name of the encoding they were read in.
fn decoded(bytes: &[u8]) -> (String, &'static str) {
    let within = |encoding: &'static Encoding, bytes: &[u8]| {
        (encoding.decode_without_bom_handling(bytes).0.into_owned(), encoding.name())
    };
    if let Some((encoding, n_bytes)) = Encoding::for_bom(bytes) {
        return within(encoding, bytes.get(n_bytes..).unwrap_or_default());
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return within(encoding, bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), UTF_8.name());
    }
    if is_mostly_utf8(bytes) {
        return (String::from_utf8_lossy(bytes).into_owned(), UTF_8.name());
    }
    let n_windows = n_in_words(bytes, b"\xE6\xF8\xE5");
    if n_in_words(bytes, b"\x9B\x86") > 3 * n_windows {
        return (bytes.iter().copied().map(dos_letter).collect(), "DOS (CP850)");
    }
    let encoding = if n_in_words(bytes, b"\xBE\xBF\x8C") > 3 * n_windows {
        MACINTOSH
    } else if has_danish_letters(bytes) {
        WINDOWS_1252
    } else {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        detector.guess(Some(b"dk"), Utf8Detection::Deny)
    };
    within(encoding, bytes)
}

/// How many of these bytes stand beside an ASCII letter, as a letter of a word does.
fn n_in_words(bytes: &[u8], letters: &[u8]) -> usize {
    let is_letter =
        |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphabetic);
    let places = bytes.iter().enumerate().filter(|(_, byte)| letters.contains(byte));
    places.filter(|(at, _)| is_letter(at.checked_sub(1)) || is_letter(at.checked_add(1))).count()
}

/// The letter of a byte in the code pages that Danish DOS machines had (850 and 865 agree on these). Lines
/// of boxes become spaces.
fn dos_letter(byte: u8) -> char {
    match byte {
        0..=0x7F => char::from(byte),
        0x86 => 'å',
        0x8F => 'Å',
        0x91 => 'æ',
        0x92 => 'Æ',
        0x9B => 'ø',
        0x9D => 'Ø',
        0x81 => 'ü',
        0x82 => 'é',
        0x84 => 'ä',
        0x94 => 'ö',
        0xF5 => '§',
        0xF8 => '°',
        0xFF => '\u{A0}',
        0xAE => '«',
        0xAF => '»',
        0xB0..=0xDF => ' ',
        _ => char::REPLACEMENT_CHARACTER,
    }
}

/// UTF-16 as some Windows programs save it: western letters with a zero byte beside nearly each.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    if !bytes.contains(&0) {
        return None;
    }
    let zeros = |skip: usize| bytes.iter().skip(skip).step_by(2).filter(|byte| **byte == 0).count();
    let (n_pairs, even, odd) = (bytes.len() / 2, zeros(0), zeros(1));
    if n_pairs < 2 || !bytes.len().is_multiple_of(2) {
        None
    } else if odd * 10 >= n_pairs * 9 && even * 10 < n_pairs {
        Some(UTF_16LE)
    } else if even * 10 >= n_pairs * 9 && odd * 10 < n_pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether most bytes above 127 are good UTF-8, so that the others are damage and no other encoding. In
/// Windows-1252 a pair of such bytes is rare: Danish has `æøå` alone between ASCII letters.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    good > 4 * broken
}

/// Whether most bytes above 127 are the Danish letters and signs of Windows-1252. chardetng knows Danish
/// too, but guesses by language and may take a short line for another one.
fn has_danish_letters(bytes: &[u8]) -> bool {
    // æ ø å Æ Ø Å é ü ö ä § ° and the quotes and dashes of Windows.
    const DANISH: &[u8] =
        b"\xE6\xF8\xE5\xC6\xD8\xC5\xE9\xFC\xF6\xE4\xA7\xB0\x91\x92\x93\x94\x96\x97";
    let above = bytes.iter().filter(|byte| !byte.is_ascii());
    let danish = above.clone().filter(|byte| DANISH.contains(byte)).count();
    danish * 10 >= above.count() * 8
}

/// Refuses bytes with too many control characters to be text: one in 50 characters, far above the stray
/// ones of a text (pdftotext and old editors leave one in thousands), far below any binary (one in 10).
fn check_is_text(text: &str, bytes: &[u8], name: &str) -> Result<(), DocumentError> {
    if !may_have_controls(text) {
        return Ok(());
    }
    let controls = text.chars().filter(|c| is_odd_control(*c)).count();
    if controls * 50 <= text.chars().count() {
        return Ok(());
    }
    let odd = |byte: &u8| byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\r' | 0xC);
    let first = bytes.iter().position(odd).unwrap_or_default();
    Err(DocumentError::NotText { name: name.to_owned(), controls, first })
}

/// Control characters that no text needs. Vertical tab is Word's line break.
fn is_odd_control(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}')
}

/// Whether a text may have a control character that [`without_controls`] looks for: most have none, and
/// cost one look at each byte.
fn may_have_controls(text: &str) -> bool {
    let plain = |b: u8| (b >= 0x20 || matches!(b, b'\t' | b'\n' | b'\r' | 0xC)) && b != 0x7F;
    // Those of two bytes begin with C2.
    let is_plain = |part: &[u8]| part.iter().fold(true, |all, b| all & plain(*b) & (*b != 0xC2));
    !text.as_bytes().chunks(64).all(is_plain)
}

/// Leaves out control characters, saying so, and byte order marks; line breaks of Word become plain.
fn without_controls(text: String, remarks: &mut Vec<Remark>) -> String {
    // DOS ends a text with Ctrl-Z: no damage, nothing to remark.
    let text = text.strip_suffix('\u{1A}').map(str::to_owned).unwrap_or(text);
    let text = if text.contains('\u{FEFF}') { text.replace('\u{FEFF}', "") } else { text };
    if !may_have_controls(&text) {
        return text;
    }
    let text = text.replace(['\u{B}', '\u{85}'], "\n");
    let Some(line) = text.lines().position(|line| line.contains(is_odd_control)) else {
        return text;
    };
    let controls = text.chars().filter(|c| is_odd_control(*c)).count();
    let what = format!("{controls} control characters were left out, the first on this line");
    remarks.push(Remark { line: Some(line as u32 + 1), text: what });
    text.replace(is_odd_control, "")
}

/// Undoes UTF-8 that was taken for Windows-1252 and encoded again. Only when the whole text can be read
/// so and Danish letters come of it; else the signs are what the writer meant.
fn undo_double_utf8(text: &str) -> Option<String> {
    let doubled = ["Ã¦", "Ã¸", "Ã¥", "Ã†", "Ã˜", "Ã…"];
    if !doubled.iter().any(|letter| text.contains(letter)) || text.contains(['æ', 'ø', 'å']) {
        return None;
    }
    let (bytes, _, unmappable) = WINDOWS_1252.encode(text);
    if unmappable { None } else { String::from_utf8(bytes.into_owned()).ok() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (Result<String, DocumentError>, Vec<String>) {
        let mut remarks = Vec::new();
        let text = decode(bytes, "prøve.txt", &mut remarks);
        (text, remarks.into_iter().map(|remark| remark.text).collect())
    }

    #[test]
    fn danish_in_each_encoding() {
        let text = "Åse Bødker spurgte, om »ældrerådet« får råd – “måske”.\n";
        let utf16 =
            |from: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(from).collect::<Vec<u8>>();
        let marked = |mark: &[u8], rest: &[u8]| [mark, rest].concat();
        let table: &[(&str, Vec<u8>)] = &[
            ("UTF-8", text.as_bytes().to_vec()),
            ("UTF-8 with mark", marked(b"\xEF\xBB\xBF", text.as_bytes())),
            ("UTF-16LE with mark", marked(b"\xFF\xFE", &utf16(u16::to_le_bytes))),
            ("UTF-16BE with mark", marked(b"\xFE\xFF", &utf16(u16::to_be_bytes))),
            ("UTF-16LE", utf16(u16::to_le_bytes)),
            ("UTF-16BE", utf16(u16::to_be_bytes)),
            ("Windows-1252", WINDOWS_1252.encode(text).0.into_owned()),
        ];
        for (encoding, bytes) in table {
            assert_eq!(read(bytes), (Ok(text.to_owned()), vec![]), "{encoding}");
        }
    }

    #[test]
    fn danish_of_older_machines() {
        let text = "Åse Bødker på Ærø spurgte, om rådet også får nøglerne.\r\n";
        let dos = b"\x8Fse B\x9Bdker p\x86 \x92r\x9B spurgte, om r\x86det ogs\x86 f\x86r n\x9Bglerne.\r\n";
        assert_eq!(read(dos), (Ok(text.to_owned()), vec![]));
        let mac = MACINTOSH.encode(text).0.into_owned();
        assert_eq!(read(&mac), (Ok(text.to_owned()), vec![]));
    }

    #[test]
    fn short_windows_lines() {
        for line in [
            "På",
            "Møde",
            "Ærø",
            "§ 12",
            "Café Åen",
            "d. 3/3 – kl. 19",
            "‘På’",
            "æ’en",
            "1½ år",
            "dødsår †1944",
            "¿?",
            "Hr. Müller",
            "Øl",
        ] {
            let bytes = WINDOWS_1252.encode(line).0.into_owned();
            assert_eq!(read(&bytes), (Ok(line.to_owned()), vec![]), "{line}");
        }
    }

    #[test]
    fn damage_is_remarked() {
        let (text, remarks) =
            read(b"p\xC3\xA5 m\xC3\xB8de\n\xC3\xA6blet \xC3\xA6 \xC3\xB8 \xFF her");
        assert_eq!(text.as_deref(), Ok("på møde\næblet æ ø \u{FFFD} her"));
        assert_eq!(remarks, ["1 characters are not UTF-8 and were read as \u{FFFD}"]);

        let (text, remarks) = read("mÃ¸de pÃ¥ Ã†rÃ¸\n".as_bytes());
        assert_eq!((text.as_deref(), remarks.len()), (Ok("møde på Ærø\n"), 1));

        let long = "Bestyrelsen drøftede sagen. ".repeat(8);
        let (text, remarks) = read(format!("{long}\u{2}slut\u{1A}").as_bytes());
        assert_eq!((text, remarks.len()), (Ok(format!("{long}slut")), 1));
    }

    #[test]
    fn signs_that_are_meant_stay() {
        for text in ["tegnet Ã¦ er en fejl, skriv æ", "São Paulo", "linje\u{2028}skift"] {
            assert_eq!(read(text.as_bytes()), (Ok(text.to_owned()), vec![]));
        }
    }

    #[test]
    fn binary_is_refused() {
        let random: Vec<u8> =
            (0..4000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        for bytes in [&random[..], b"\x00\x01\x02\x03binary\x00\x00", &[0; 64]] {
            assert!(matches!(read(bytes).0, Err(DocumentError::NotText { .. })), "{bytes:?}");
        }
    }
}
