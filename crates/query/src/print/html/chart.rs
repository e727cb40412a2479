//! A bar chart of periods in SVG, each bar a link.
//!
//! In: a [`Timeline`], or meetings of each year. Out: [`Chart`], plain strings that `chart.html` puts in
//! place; widths are percentages, so that a chart fits a phone and a wide screen alike. A period without
//! minutes is hatched: it is a gap of the archive, not a silence. Deliberately absent: counting.

use danish::MONTHS;

use super::{links, words};
use crate::{Step, Timeline, Typed, per_ten_thousand};

/// Share of a period's width that its bar takes, in percent. No source: it looks right.
const FILLED: f64 = 72.0;

/// Narrowest period in CSS pixels: room for a year under its bar, and for a finger.
const NARROWEST: u32 = 34;

/// Lowest bar in percent, so that one statement among thousands is still seen.
const LOWEST: f64 = 2.0;

/// A chart ready to be drawn.
pub(super) struct Chart {
    pub caption: &'static str,
    /// The way to the longer period that this one is part of.
    pub wider: Option<(String, &'static str)>,
    pub bars: Vec<Bar>,
    /// Narrowest width in CSS pixels.
    pub strut: u32,
    pub has_gaps: bool,
}

/// One period.
pub(super) struct Bar {
    /// Where its bar leads; `None` where there is nothing to show.
    pub href: Option<String>,
    /// What stands under it.
    pub label: String,
    /// The period and its numbers, in words.
    pub said: String,
    pub n: String,
    pub is_gap: bool,
    pub x: String,
    pub width: String,
    pub y: String,
    pub height: String,
    pub middle: String,
}

/// A period before it has a place.
struct Measured {
    href: Option<String>,
    /// What people call it.
    name: String,
    label: String,
    said: String,
    n: usize,
    is_gap: bool,
    /// How much wider than others it is: several periods without minutes stand as one.
    slots: u32,
}

/// Periods without minutes that each have a place of their own; more of them side by side are one.
const GAPS: usize = 3;

/// How often something is said; `None` where there is only one period, which tells nothing.
pub(super) fn of_timeline(typed: &Typed, timeline: &Timeline) -> Option<Chart> {
    let measured = timeline.periods.iter().map(|period| {
        let is_gap = period.n_meetings == 0;
        let name = match timeline.step {
            Step::Year => period.name.clone(),
            Step::Month => month(&period.name),
        };
        let rate = per_ten_thousand(period.n, period.n_words);
        Measured {
            href: links::within(typed, &period.name).filter(|_| period.n > 0),
            label: match timeline.step {
                Step::Year => period.name.clone(),
                Step::Month => name.chars().take(3).collect(),
            },
            said: match is_gap {
                true => words::gap(&name),
                false => words::bar(&name, period.n, rate),
            },
            name,
            n: period.n,
            is_gap,
            slots: 1,
        }
    });
    let wider = (timeline.step == Step::Month).then(|| {
        let all = Typed { from: None, to: None, year: None, ..links::first(typed) };
        (links::search(&all), words::ALL_YEARS)
    });
    let caption = match timeline.step {
        Step::Year => words::OVER_TIME,
        Step::Month => words::BY_MONTH,
    };
    chart(caption, wider, measured.collect())
}

/// The same from the first period in which somebody speaks to the last.
pub(super) fn of_life(typed: &Typed, timeline: &Timeline) -> Option<Chart> {
    let speaks = |period: &crate::Period| period.n > 0;
    let first = timeline.periods.iter().position(speaks)?;
    let last = timeline.periods.iter().rposition(speaks)?;
    let periods = timeline.periods.get(first..=last)?.to_vec();
    of_timeline(typed, &Timeline { periods, ..timeline.clone() })
}

/// How many meetings there are of each year, from the first year to the last.
pub(super) fn of_meetings(years: &[(i16, usize)], href: impl Fn(&str) -> String) -> Option<Chart> {
    let measured = years.iter().map(|(year, n)| {
        let name = year.to_string();
        Measured {
            href: (*n > 0).then(|| href(&name)),
            said: match n {
                0 => words::gap(&name),
                n => format!("{name}: {}", words::meetings(*n)),
            },
            label: name.clone(),
            name,
            n: *n,
            is_gap: *n == 0,
            slots: 1,
        }
    });
    chart(words::MEETINGS_OVER_TIME, None, measured.collect())
}

fn chart(
    caption: &'static str,
    wider: Option<(String, &'static str)>,
    measured: Vec<Measured>,
) -> Option<Chart> {
    if measured.len() < 2 && wider.is_none() {
        return None;
    }
    let measured = folded(measured);
    let most = measured.iter().map(|m| m.n).max().unwrap_or(0).max(1) as f64;
    let n_slots = measured.iter().map(|m| m.slots).sum::<u32>().max(1);
    let step = 100.0 / f64::from(n_slots);
    // A lone month is no wall.
    let filled = FILLED.min(1_200.0 / step) / 100.0;
    let has_gaps = measured.iter().any(|m| m.is_gap);
    let bars: Vec<Bar> = measured
        .into_iter()
        .scan(0_u32, |taken, one| {
            let before = *taken;
            *taken += one.slots;
            Some((one, before))
        })
        .map(|(one, before)| {
            let middle = (f64::from(before) + f64::from(one.slots) / 2.0) * step;
            let height = match one.n {
                0 => 0.0,
                n => (n as f64 / most * 100.0).max(LOWEST),
            };
            let width = step * (f64::from(one.slots) - 1.0 + filled);
            Bar {
                href: one.href,
                label: one.label,
                said: one.said,
                n: words::number(one.n),
                is_gap: one.is_gap,
                x: percent(middle - width / 2.0),
                width: percent(width),
                y: percent(100.0 - height),
                height: percent(height),
                middle: percent(middle),
            }
        })
        .collect();
    Some(Chart { caption, wider, strut: NARROWEST * n_slots, bars, has_gaps })
}

/// Many gaps side by side as one, from its first period to its last: `1947–2017`.
fn folded(measured: Vec<Measured>) -> Vec<Measured> {
    let mut folded: Vec<Measured> = Vec::with_capacity(measured.len());
    let mut gaps: Vec<Measured> = Vec::new();
    for one in measured {
        if one.is_gap {
            gaps.push(one);
        } else {
            folded.extend(joined(std::mem::take(&mut gaps)));
            folded.push(one);
        }
    }
    folded.extend(joined(gaps));
    folded
}

fn joined(gaps: Vec<Measured>) -> Vec<Measured> {
    match gaps.as_slice() {
        [first, .., last] if gaps.len() > GAPS => {
            let name = format!("{}–{}", first.name, last.name);
            vec![Measured {
                href: None,
                label: format!("{}–{}", first.label, last.label),
                said: words::gap(&name),
                name,
                n: 0,
                is_gap: true,
                slots: 2,
            }]
        }
        _ => gaps,
    }
}

fn percent(share: f64) -> String {
    format!("{share:.2}%")
}

/// `2021-03` as `marts 2021`.
fn month(name: &str) -> String {
    let (year, month) = name.split_once('-').unwrap_or((name, ""));
    let named = month.parse::<usize>().ok().and_then(|m| MONTHS.get(m.checked_sub(1)?));
    named.map_or_else(|| name.to_owned(), |month| format!("{month} {year}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Period;

    #[test]
    fn a_gap_is_not_a_silence() {
        let period = |name: &str, n, n_meetings| Period {
            name: name.to_owned(),
            n,
            n_words: 1_000,
            n_meetings,
        };
        let periods = vec![period("2019", 1, 1), period("2020", 0, 0), period("2021", 0, 2)];
        let timeline = Timeline { step: Step::Year, periods, n_undated: 0 };
        let typed = Typed { words: "havn".to_owned(), ..Typed::default() };
        let chart = of_timeline(&typed, &timeline).unwrap();
        let told: Vec<_> = chart
            .bars
            .iter()
            .map(|bar| (bar.said.as_str(), bar.is_gap, bar.href.is_some()))
            .collect();
        assert_eq!(
            told,
            [
                ("2019: 1 udsagn, 10,0 pr. 10.000 ord", false, true),
                ("2020: ingen referater i arkivet", true, false),
                ("2021: 0 udsagn, 0,0 pr. 10.000 ord", false, false),
            ]
        );
        assert_eq!(chart.bars[0].href.as_deref(), Some("/?q=havn&from=2019&to=2019"));
        assert_eq!((chart.bars[0].y.as_str(), chart.bars[2].height.as_str()), ("0.00%", "0.00%"));
    }

    #[test]
    fn many_gaps_are_one() {
        let years: Vec<(i16, usize)> =
            (1945..=2021).map(|year| (year, usize::from(!(1947..=2018).contains(&year)))).collect();
        let chart = of_meetings(&years, str::to_owned).unwrap();
        let labels: Vec<&str> = chart.bars.iter().map(|bar| bar.label.as_str()).collect();
        assert_eq!(labels, ["1945", "1946", "1947–2018", "2019", "2020", "2021"]);
        assert_eq!((chart.strut, chart.has_gaps), (7 * NARROWEST, true));
        assert_eq!(chart.bars[2].said, "1947–2018: ingen referater i arkivet");
    }

    #[test]
    fn months_have_names() {
        assert_eq!(month("2021-03"), "marts 2021");
        assert_eq!((month("2021-13").as_str(), month("2021").as_str()), ("2021-13", "2021"));
    }
}
