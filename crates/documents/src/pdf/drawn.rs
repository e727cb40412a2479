//! Letters with their places in, lines out: where a line ends, where a word ends, and where the distance
//! between two lines says that a paragraph ends. Columns need no care: writers draw them one by one.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

/// The most letters a page may have. A newspaper page has 60,000; no source. Keeps a page that draws
/// itself for ever from filling the memory.
const MAX_CHARS: usize = 4_000_000;

/// A page as the engine draws it.
pub(super) struct DrawnPage {
    lines: Vec<DrawnLine>,
    height: f64,
    bottom: f64,
    n_chars: usize,
    starts_word: bool,
    stop: Arc<AtomicBool>,
}

/// A line and where it stands. Lengths in points; `y` counts downwards from the top of the page.
struct DrawnLine {
    text: String,
    y: f64,
    /// Where the first letter begins.
    start: f64,
    /// Where the last letter ends.
    end: f64,
    size: f64,
}

impl DrawnPage {
    /// An empty page that stops to be drawn when `stop` is set.
    pub(super) fn new(stop: Arc<AtomicBool>) -> DrawnPage {
        let (height, bottom) = (842.0, 0.0);
        DrawnPage { lines: Vec::new(), height, bottom, n_chars: 0, starts_word: false, stop }
    }

    /// The lines from top to bottom, blank ones where a paragraph ends; none before the first line.
    pub(super) fn into_lines(mut self, pitch: f64) -> Vec<String> {
        self.put_rows_together();
        self.put_margins_in_place();
        let mut texts: Vec<String> = Vec::with_capacity(self.lines.len());
        let mut above: Option<&DrawnLine> = None;
        for line in self.lines.iter().filter(|line| !line.text.trim().is_empty()) {
            // 1.3: paragraphs are set apart by half a line or more, lines of one by a tenth at most.
            if above
                .and_then(|above| distance(above, line))
                .is_some_and(|lines| lines > 1.3 * pitch)
            {
                texts.push(String::new());
            }
            texts.push(tidy(&line.text));
            above = Some(line);
        }
        texts
    }

    /// Undoes what writers draw twice, to make it bold, and puts a number before the heading that it was
    /// drawn after.
    fn put_rows_together(&mut self) {
        let mut rows: Vec<DrawnLine> = Vec::with_capacity(self.lines.len());
        for line in std::mem::take(&mut self.lines) {
            match rows.last_mut() {
                Some(row) if (line.y - row.y).abs() <= row.size * 0.2 => {
                    if line.text.trim() == row.text.trim()
                        && (line.start - row.start).abs() < row.size
                    {
                        continue;
                    } else if line.end <= row.start {
                        row.text = format!("{} {}", line.text, row.text);
                        row.start = line.start;
                    } else {
                        rows.push(line);
                    }
                }
                _ => rows.push(line),
            }
        }
        self.lines = rows;
    }

    /// Puts running heads first and page numbers last, where a writer draws them before or after the
    /// text. Only a few lines in the margins (6.5 % of the height) are moved.
    fn put_margins_in_place(&mut self) {
        let (top, bottom) = (self.height * 0.065, self.height * 0.935);
        let is_high = |line: &&DrawnLine| line.y < top;
        let is_low = |line: &&DrawnLine| line.y > bottom;
        let n_low = self.lines.iter().rev().take_while(is_low).count();
        let n_high = self.lines.iter().rev().skip(n_low).take_while(is_high).count();
        let end = self.lines.len() - n_low;
        let n_rest = end - n_high;
        let drawn_late = (1..=3).contains(&n_high) && n_rest > 0;
        if drawn_late
            && !self.lines.iter().take(n_rest).any(|line| is_high(&line))
            && let Some(moved) = self.lines.get_mut(..end)
        {
            moved.rotate_right(n_high);
        }
        let n_high = self.lines.iter().take_while(is_high).count();
        let n_low = self.lines.iter().skip(n_high).take_while(is_low).count();
        let drawn_early = (1..=3).contains(&n_low) && n_high <= 3;
        if drawn_early
            && !self.lines.iter().skip(n_high + n_low).any(|line| is_low(&line))
            && let Some(moved) = self.lines.get_mut(n_high..)
        {
            moved.rotate_left(n_low);
        }
    }
}

/// The distance from one line down to the next, in letter sizes; `None` when the next is not below.
fn distance(above: &DrawnLine, line: &DrawnLine) -> Option<f64> {
    let size = above.size.min(line.size);
    let lines = (line.y - above.y) / size;
    (size > 0.0 && lines > 0.0).then_some(lines)
}

/// The usual distance between lines of one paragraph, in letter sizes: the tenth part of all distances
/// is smaller. Not the middle one, since a list of short items has more ends of paragraphs than lines.
pub(super) fn pitch<'a>(pages: impl Iterator<Item = &'a DrawnPage>) -> f64 {
    let mut distances: Vec<f64> = Vec::new();
    for page in pages {
        let pairs = page.lines.iter().zip(page.lines.iter().skip(1));
        // Below 0.9 lies a raised figure, above 3 a gap.
        let between = pairs.filter_map(|(above, line)| distance(above, line));
        distances.extend(between.filter(|lines| (0.9..3.0).contains(lines)));
    }
    distances.sort_by(f64::total_cmp);
    distances.get(distances.len() / 10).copied().unwrap_or(1.2)
}

impl OutputDev for DrawnPage {
    fn begin_page(
        &mut self,
        _number: u32,
        media_box: &MediaBox,
        _art_box: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.height = (media_box.ury - media_box.lly).abs();
        self.bottom = media_box.lly;
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _spacing: f64,
        font_size: f64,
        letters: &str,
    ) -> Result<(), OutputError> {
        self.n_chars += 1;
        if self.n_chars > MAX_CHARS || self.stop.load(Ordering::Relaxed) {
            return Err(OutputError::FormatError(std::fmt::Error));
        }
        // The side of the square that the letter's box would fill.
        let (wide, high) =
            (font_size * (place.m11 + place.m21), font_size * (place.m12 + place.m22));
        let size = (wide * high).abs().sqrt();
        let x = place.m31;
        let y = self.height - (place.m32 - self.bottom);
        let starts_word = std::mem::replace(&mut self.starts_word, false);
        match self.lines.last_mut() {
            Some(line) if !(starts_word && ends_line(line, x, y, size)) => {
                if starts_word && x > line.end + size * 0.1 {
                    line.text.push(' ');
                }
                line.text.push_str(letters);
                line.y = y;
                line.end = x + width * size;
                line.size = line.size.max(size);
            }
            _ => {
                let (text, end) = (letters.to_owned(), x + width * size);
                self.lines.push(DrawnLine { text, y, start: x, end, size });
            }
        }
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        self.starts_word = true;
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

/// Whether a letter at this place begins a new line: it stands clearly higher or lower, and further left
/// or so far off that it cannot be a raised figure; or further left than kerning goes.
fn ends_line(line: &DrawnLine, x: f64, y: f64, size: f64) -> bool {
    let off = (y - line.y).abs();
    off > size * 1.5 || (off > size * 0.5 && x < line.end) || x < line.end - size * 1.5
}

/// A line without the double spaces of justified text, without ligatures and without spaces around.
fn tidy(text: &str) -> String {
    const LIGATURES: &[(char, &str)] = &[
        ('ﬀ', "ff"),
        ('ﬁ', "fi"),
        ('ﬂ', "fl"),
        ('ﬃ', "ffi"),
        ('ﬄ', "ffl"),
        ('ﬅ', "st"),
        ('ﬆ', "st"),
    ];
    let mut tidy = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() {
            if !tidy.ends_with(' ') && !tidy.is_empty() {
                tidy.push(' ');
            }
        } else if let Some((_, letters)) = LIGATURES.iter().find(|(ligature, _)| *ligature == c) {
            tidy.push_str(letters);
        } else if c != '\0' {
            tidy.push(c);
        }
    }
    tidy.truncate(tidy.trim_end().len());
    tidy
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page of lines at the given heights, in letters of 10 points.
    fn page(lines: &[(f64, &str)]) -> DrawnPage {
        let mut page = DrawnPage::new(Arc::default());
        let line = |&(y, text): &(f64, &str)| DrawnLine {
            text: text.into(),
            y,
            start: 60.0,
            end: 90.0,
            size: 10.0,
        };
        page.lines = lines.iter().map(line).collect();
        page
    }

    fn texts(lines: &[(f64, &str)]) -> Vec<String> {
        let pitch = pitch(std::iter::once(&page(lines)));
        page(lines).into_lines(pitch)
    }

    #[test]
    fn paragraphs_are_told_by_distance() {
        let tight = [(100.0, "a"), (112.0, "b"), (130.0, "c"), (142.0, "d"), (154.0, "e")];
        assert_eq!(texts(&tight), ["a", "b", "", "c", "d", "e"]);
        let wide = [(100.0, "a"), (124.0, "b"), (148.0, "c"), (172.0, "d"), (220.0, "e")];
        assert_eq!(texts(&wide), ["a", "b", "c", "d", "", "e"]);
    }

    #[test]
    fn a_new_column_ends_no_paragraph() {
        let columns = [(100.0, "a"), (112.0, "b"), (124.0, "c"), (100.0, "d"), (112.0, "e")];
        assert_eq!(texts(&columns), ["a", "b", "c", "d", "e"]);
    }

    #[test]
    fn margins_come_first_and_last() {
        let head_last = [(100.0, "a"), (112.0, "b"), (124.0, "c"), (40.0, "hoved")];
        assert_eq!(texts(&head_last), ["hoved", "", "a", "b", "c"]);
        let both_last = [(100.0, "a"), (112.0, "b"), (124.0, "c"), (40.0, "hoved"), (800.0, "fod")];
        assert_eq!(texts(&both_last), ["hoved", "", "a", "b", "c", "", "fod"]);
        let columns = [(800.0, "fod"), (100.0, "a"), (112.0, "b"), (100.0, "c"), (112.0, "d")];
        assert_eq!(texts(&columns), ["a", "b", "c", "d", "", "fod"]);
        let foot_first = [(40.0, "hoved"), (800.0, "fod"), (100.0, "a"), (112.0, "b")];
        assert_eq!(texts(&foot_first), ["hoved", "", "a", "b", "", "fod"]);
    }

    #[test]
    fn rows_are_put_together() {
        let mut drawn =
            page(&[(100.0, "Velkomst"), (100.0, "Velkomst"), (112.0, "a"), (112.0, "b")]);
        let number = DrawnLine { text: "1.".into(), y: 100.0, start: 40.0, end: 50.0, size: 10.0 };
        drawn.lines.insert(2, number);
        assert_eq!(drawn.into_lines(1.2), ["1. Velkomst", "a", "b"]);
    }

    #[test]
    fn spaces_and_ligatures_are_made_plain() {
        assert_eq!(tidy(" \u{A0}den  ﬁne   ﬂue "), "den fine flue");
    }
}
