//! Archives of minutes of any size: a seed and a number in, minutes as an office files them out, in the
//! manner of `tests/sample/` (head, agenda, attributed speech, decisions, wrapped lines, page numbers).
//!
//! The same seed gives the same archive on every machine. Words and speakers are as unevenly spread as in
//! real archives (Zipf): a few speakers say most, most compounds are rare. Deliberately absent: sense.
//!
//! ```ignore
//! let plan = archive::Plan { seed: 7, n_meetings: 1_000 };
//! let counts = archive::write(plan, dir.path())?;
//! assert_eq!(counts.n_meetings, 1_000);
//! ```

use std::io;
use std::path::Path;

use danish::MONTHS;
use words::*;

#[path = "archive/words.rs"]
mod words;

/// Which archive to make.
#[derive(Debug, Clone, Copy)]
pub struct Plan {
    /// Another seed, another archive.
    pub seed: u64,
    /// How many meetings; one meeting is one file of about 5 KiB and 58 statements.
    pub n_meetings: usize,
}

/// The minutes of one meeting.
#[derive(Debug, Clone)]
pub struct Minutes {
    /// Path within the archive: `vandraadet/2014-03-11 Referat.txt`.
    pub path: String,
    /// The text, wrapped, with page numbers; UTF-8, lines end in LF.
    pub text: String,
    /// What is in it.
    pub counts: Counts,
}

/// What an archive holds, to be asserted where it is measured.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Meetings, which are files.
    pub n_meetings: usize,
    /// Sentences under an item.
    pub n_statements: usize,
    /// Sentences that somebody said.
    pub n_spoken: usize,
    /// Sentences that are decisions.
    pub n_decisions: usize,
    /// Size of all texts, in bytes.
    pub n_bytes: usize,
}

/// The meetings of an archive, one after the other; none is kept in memory.
pub fn minutes(plan: Plan) -> impl Iterator<Item = Minutes> {
    (0..plan.n_meetings).map(move |number| meeting(plan.seed, number))
}

/// Writes an archive into a folder and tells what it holds.
///
/// # Errors
/// When a file or folder cannot be written.
pub fn write(plan: Plan, folder: &Path) -> io::Result<Counts> {
    let mut counts = Counts::default();
    for minutes in minutes(plan) {
        let path = folder.join(&minutes.path);
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(path, &minutes.text)?;
        counts.add(minutes.counts);
    }
    Ok(counts)
}

impl Counts {
    fn add(&mut self, other: Counts) {
        self.n_meetings += other.n_meetings;
        self.n_statements += other.n_statements;
        self.n_spoken += other.n_spoken;
        self.n_decisions += other.n_decisions;
        self.n_bytes += other.n_bytes;
    }
}

/// One meeting. A body has 12 members and meets 6 times a year; its members change slowly.
fn meeting(seed: u64, number: usize) -> Minutes {
    // A body for each 60 meetings: ten years of each, as archives of municipalities are.
    let body = number / 60;
    let time = number % 60;
    let (year, month, day) = (2010 + time / 6, 1 + 2 * (time % 6), 1 + (body * 7 + time * 3) % 28);
    let mut chance = Chance::new(seed, number as u64);
    let body_name = body_name(body);
    let people = members(seed, body, year);
    let month_name = MONTHS[month - 1];

    let mut page = Sheet::default();
    page.paragraph(&format!("Referat fra møde i {body_name} den {day}. {month_name} {year}"));
    page.blank();
    page.paragraph("Deltagere");
    let n_absent = chance.below(3);
    let (present, absent) = people.split_at(people.len() - n_absent);
    page.paragraph(&list(present));
    if !absent.is_empty() {
        page.blank();
        page.paragraph("Afbud");
        page.paragraph(&list(absent));
    }
    for item in 1..=5 + chance.below(4) {
        page.blank();
        let letter = ["(O)", "(B)", "(D)"][chance.below(3)];
        let topic = capital(&compound(&mut chance).definite);
        page.paragraph(&format!("{item}. {topic} {letter}"));
        debate(present, &mut chance, &mut page);
    }
    let mut counts = page.counts;
    let text = page.printed();
    counts.n_meetings = 1;
    counts.n_bytes = text.len();
    let folder = body_name.to_lowercase().replace('å', "aa").replace('ø', "oe").replace('æ', "ae");
    let folder = format!("{:04}-{}", body, folder.replace(' ', "-"));
    Minutes { path: format!("{folder}/{year}-{month:02}-{day:02} Referat.txt"), text, counts }
}

/// The speech under one item, and the decision at its end.
fn debate(present: &[Person], chance: &mut Chance, page: &mut Sheet) {
    for _ in 0..2 + chance.below(3) {
        let speaker = &present[chance.zipf(present.len())];
        let mut said = format!("{} {}, at {}.", speaker.name, chance.one(VERBS), clause(chance));
        let (mut n_sentences, mut n_spoken) = (1, 1);
        if chance.below(10) < 7 {
            let verb = chance.one(VERBS);
            said += &format!(" {} {verb} desuden, at {}.", speaker.pronoun, clause(chance));
            n_sentences += 1;
            n_spoken += 1;
        }
        if chance.below(10) < 3 {
            said += &format!(" {}.", capital(&clause(chance)));
            n_sentences += 1;
            n_spoken += 1;
        }
        if chance.below(10) < 4 {
            let other = &present[chance.zipf(present.len())];
            if other.name != speaker.name {
                let asked = clause(chance);
                said += &format!(" {} spurgte {}, om {asked}.", other.name, speaker.name);
                said += &format!(" Hertil svarede {}, at {}.", speaker.name, clause(chance));
                n_sentences += 2;
                n_spoken += 2;
            }
        }
        page.paragraph(&said);
        page.counts.n_statements += n_sentences;
        page.counts.n_spoken += n_spoken;
        page.blank();
    }
    let chair = &present[0];
    let what = compound(chance).definite;
    let (decision, n_spoken) = match chance.below(4) {
        0 => (format!("{} konkluderede, at {what} blev godkendt.", chair.name), 1),
        1 => ("Orienteringen blev taget til efterretning.".to_owned(), 0),
        2 => (format!("Det blev besluttet at udsætte {what} til næste møde."), 0),
        _ => (format!("{} blev vedtaget.", capital(&what)), 0),
    };
    page.paragraph(&decision);
    page.counts.n_statements += 1;
    page.counts.n_spoken += n_spoken;
    page.counts.n_decisions += 1;
}

/// A clause as it stands after `at`: `havnefondsplanen mangler finansiering i Askerup`.
fn clause(chance: &mut Chance) -> String {
    let (first, second) = (compound(chance), compound(chance));
    let amount = 1 + chance.zipf(900);
    match chance.below(9) {
        0 => {
            format!("{} koster {amount} mio. kr.", first.definite).trim_end_matches('.').to_owned()
        }
        1 => format!("{} hænger sammen med {}", first.definite, second.definite),
        2 => format!("{} mangler finansiering i {}", first.definite, place(chance)),
        3 => format!("{} skal være på plads inden {}", first.definite, chance.one(&MONTHS)),
        4 => format!("{} og {} bør ses under ét", first.plural, second.plural),
        5 => format!("der er {amount} henvendelser om {} fra {}", first.plural, place(chance)),
        6 => format!("{} er forsinket på grund af {}", first.definite, second.plural),
        7 => format!("borgerne i {} venter på {}", place(chance), first.definite),
        _ => format!("{} ikke må stoppe arbejdet med {}", first.definite, second.definite),
    }
}

/// A compound in the forms that sentences need.
struct Compound {
    definite: String,
    plural: String,
}

fn compound(chance: &mut Chance) -> Compound {
    let (definite, plural) = LASTS[chance.skewed(LASTS.len())];
    let mut first = FIRSTS[chance.skewed(FIRSTS.len())].to_owned();
    // One in three has three parts: the long tail of an administration's words.
    if chance.below(3) == 0 {
        first += MIDDLES[chance.skewed(MIDDLES.len())];
    }
    Compound { definite: format!("{first}{definite}"), plural: format!("{first}{plural}") }
}

/// A village. There are some 3,000, most of them rare: the long tail that every archive has.
fn place(chance: &mut Chance) -> String {
    let number = chance.skewed(PLACE_STARTS.len() * PLACE_MIDDLES.len() * PLACE_ENDS.len());
    let (start, rest) = (number % PLACE_STARTS.len(), number / PLACE_STARTS.len());
    let (middle, end) = (rest / PLACE_ENDS.len(), rest % PLACE_ENDS.len());
    format!("{}{}{}", PLACE_STARTS[start], PLACE_MIDDLES[middle], PLACE_ENDS[end])
}

fn body_name(body: usize) -> String {
    let (first, kind) = (FIRSTS[body % FIRSTS.len()], BODIES[(body / FIRSTS.len()) % BODIES.len()]);
    match body / (FIRSTS.len() * BODIES.len()) {
        0 => capital(&format!("{first}{kind}")),
        district => format!("{} i distrikt {district}", capital(&format!("{first}{kind}"))),
    }
}

/// Somebody who meets.
struct Person {
    name: String,
    pronoun: &'static str,
    office: &'static str,
}

/// The members of a body in a year: each seat changes hands every fifth year, not all at once.
fn members(seed: u64, body: usize, year: usize) -> Vec<Person> {
    let seat = |seat: usize| {
        let term = (year + seat) / 5;
        let mut chance =
            Chance::new(seed ^ 0x5EA7, (body * 100_000 + seat * 1_000 + term % 1_000) as u64);
        let (given, pronoun) = GIVEN[chance.zipf(GIVEN.len())];
        let (middle, last) = (chance.one(SURNAMES), SURNAMES[chance.zipf(SURNAMES.len())]);
        // Few people of one body share a whole name: a third of them have a middle name.
        let name = match chance.below(3) {
            0 if middle != last => format!("{given} {middle} {last}"),
            _ => format!("{given} {last}"),
        };
        Person { name, pronoun, office: OFFICES[seat % OFFICES.len()] }
    };
    let mut people: Vec<Person> = Vec::new();
    for person in (0..12).map(seat) {
        if people.iter().all(|other| other.name != person.name) {
            people.push(person);
        }
    }
    people
}

fn list(people: &[Person]) -> String {
    let entry = |person: &Person| format!("{} ({})", person.name, person.office);
    people.iter().map(entry).collect::<Vec<_>>().join(", ")
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

/// Lines as they are printed: wrapped at 100 letters with hyphens, a page number after 55.
#[derive(Default)]
struct Sheet {
    lines: Vec<String>,
    counts: Counts,
}

impl Sheet {
    const WIDTH_CHARS: usize = 100;
    const LINES_A_PAGE: usize = 55;

    fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    fn paragraph(&mut self, text: &str) {
        let mut line = String::new();
        for word in text.split(' ') {
            let room = Sheet::WIDTH_CHARS.saturating_sub(line.chars().count() + 1);
            if word.chars().count() > room {
                let (left, right) = break_word(word, room);
                if !left.is_empty() {
                    line += &format!(" {left}-");
                }
                self.lines.push(std::mem::take(&mut line));
                line.push_str(right);
            } else {
                if !line.is_empty() {
                    line.push(' ');
                }
                line.push_str(word);
            }
        }
        self.lines.push(line);
    }

    fn printed(self) -> String {
        let mut text = String::new();
        for (n, page) in self.lines.chunks(Sheet::LINES_A_PAGE).enumerate() {
            for line in page {
                text += line;
                text.push('\n');
            }
            text += &format!("\n\n{}\n\n\n", n + 1);
        }
        text
    }
}

/// Breaks a compound after its first part, when that and a hyphen fit into `room` letters.
fn break_word(word: &str, room: usize) -> (&str, &str) {
    let fits = |first: &&&str| first.chars().count() < room && word.len() > first.len() + 4;
    let longest = FIRSTS.iter().filter(fits).filter(|first| word.starts_with(**first));
    match longest
        .max_by_key(|first| first.len())
        .and_then(|first| word.split_at_checked(first.len()))
    {
        Some(parts) => parts,
        None => ("", word),
    }
}

/// Numbers that look like chance and are the same for the same seed (splitmix64, Steele and others 2014).
struct Chance(u64);

impl Chance {
    fn new(seed: u64, number: u64) -> Chance {
        let mut chance = Chance(seed ^ number.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        chance.next();
        chance
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    /// A number below `n`, each as likely.
    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    /// A number below `n`, the k-th about as likely as 1/k.
    fn zipf(&mut self, n: usize) -> usize {
        // The inverse of the harmonic sum is nearly exponential.
        let rank = (n as f64 + 1.0).powf(self.part()).floor() as usize;
        rank.saturating_sub(1).min(n.saturating_sub(1))
    }

    /// A number below `n`, the first ones likelier: the k-th about as likely as 1/√k.
    fn skewed(&mut self, n: usize) -> usize {
        let part = self.part();
        ((part * part * n as f64) as usize).min(n.saturating_sub(1))
    }

    /// A fraction from 0 up to below 1; 53 bits are what an `f64` holds.
    fn part(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn one(&mut self, from: &[&'static str]) -> &'static str {
        from[self.below(from.len())]
    }
}
