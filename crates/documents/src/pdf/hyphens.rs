//! Lines of a PDF in, the same lines with plain hyphens out. Whether a hyphen at a line end belongs to
//! the word is deliberately not asked: the one who joins the lines decides that.

/// Makes every hyphen a plain `-` without a space before it.
///
/// Writers draw the hyphen of a wrapped word as `-`, ` -` (LibreOffice, justified), a soft hyphen or
/// ` \u{AD}` (typst), and the last also for a hyphen inside a line (`Lyck \u{AD} Jensen`).
pub(super) fn make_plain(pages: &mut [Vec<String>]) {
    let lines = || pages.iter().flatten();
    // A writer who sets ` - ` as a dash may end a line with it as well.
    let has_dashes = lines().any(|line| line.contains(" - "));
    let starts: Vec<bool> = lines().map(|line| line.starts_with(char::is_lowercase)).collect();
    for (n, line) in pages.iter_mut().flatten().enumerate() {
        let goes_on =
            starts.get(n + 1..).and_then(|next| next.first()).copied().unwrap_or_default();
        if let Some(word) = line.strip_suffix('\u{AD}').map(str::trim_end) {
            *line = format!("{word}-");
        } else if let Some(word) = line.strip_suffix(" -").map(str::trim_end)
            && goes_on
            && !has_dashes
            && word.ends_with(char::is_alphabetic)
        {
            *line = format!("{word}-");
        }
        if line.contains(" \u{AD} ") {
            *line = line.replace(" \u{AD} ", "-");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hyphens() {
        for (lines, want) in [
            (["Sundheds-", "journalen"], ["Sundheds-", "journalen"]),
            (["Sundheds -", "journalen"], ["Sundheds-", "journalen"]),
            (["Sundheds \u{AD}", "journalen"], ["Sundheds-", "journalen"]),
            (["Sundheds\u{AD}", "journalen"], ["Sundheds-", "journalen"]),
            (["Julie Lyck \u{AD} Jensen", "kom"], ["Julie Lyck-Jensen", "kom"]),
            (["emnet -", "Ib svarede"], ["emnet -", "Ib svarede"]),
            (["emnet - som kendt -", "er nyt"], ["emnet - som kendt -", "er nyt"]),
            (["i 2021 -", "og frem"], ["i 2021 -", "og frem"]),
            (["social- og", "ældre\u{AD}området"], ["social- og", "ældre\u{AD}området"]),
        ] {
            let mut pages = [lines.map(str::to_owned).to_vec()];
            make_plain(&mut pages);
            assert_eq!(pages[0], want);
        }
    }
}
