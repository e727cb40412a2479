//! Paragraph after paragraph in, statements out: what each sentence tells, put together with what went
//! before.
//!
//! In: paragraphs in order. Out: statements with speaker, people and decision. Deliberately absent:
//! rules of a sentence (`subject`) and of the floor (`floor`).

mod speaker;

use danish::Date;
use speaker::Spoken;

use super::account::{is_account, is_case};
use super::cast::Cast;
use super::floor::{Floor, Meant, Style};
use super::grammar;
use super::heading::{decided_on, is_of, last_day, presented_by};
use super::heard::{About, Heard, answer_about, pronoun_heard, writes};
use super::loose::{Place, is_loose};
use super::manner::Manner;
use super::name::Who;
use super::role::Roles;
use super::subject::{self, Found, Known};
use super::token::{Token, tokens};
use crate::outline::{Outline, Paragraph};
use crate::sentences::sentences;
use crate::verbs::{Kind, Verbs};
use crate::{How, Statement, decision, mention};

/// The state of a reading.
pub(super) struct Reader<'v> {
    cast: Cast,
    roles: Roles,
    verbs: &'v Verbs,
    body: String,
    floor: Floor,
    decisions: decision::Reader,
    /// The meeting's items tell cases, in blocks.
    cases: bool,
    /// The day of this meeting's decisions.
    last_day: Option<Date>,
    manner: Manner,
    /// The sentence at hand begins a line of the source.
    begins_line: bool,
    /// Item and block of the paragraph before.
    place: Option<(Option<String>, Option<String>)>,
    /// Item and block of a case in which people have begun to talk.
    talk: Option<(Option<String>, Option<String>)>,
}

impl<'v> Reader<'v> {
    /// Knows the people of the header and nothing of the text.
    pub fn new(outline: &Outline, verbs: &'v Verbs) -> Reader<'v> {
        let cast = Cast::new(&outline.people);
        Reader {
            roles: Roles::new(&cast),
            cast,
            verbs,
            body: danish::lowercase(&outline.body).into_owned(),
            floor: Floor::default(),
            decisions: decision::Reader::default(),
            cases: outline.paragraphs.iter().any(|p| p.block.as_deref().is_some_and(is_case)),
            last_day: last_day(outline),
            manner: Manner::default(),
            begins_line: true,
            place: None,
            talk: None,
        }
    }

    /// Another item, block or subheading begins; it may name whoever presents what stands under it.
    pub fn enter(&mut self, paragraph: &Paragraph, title: Option<&str>, number: u32) {
        self.floor.clear();
        for heading in [title, paragraph.subheading.as_deref()].into_iter().flatten() {
            if let Some(who) = is_of(heading, &self.cast, &self.roles) {
                self.floor.opens_with(who, number);
            }
        }
        for heading in [&paragraph.block, &paragraph.subheading].into_iter().flatten() {
            if let Some(who) = presented_by(heading, &self.known()) {
                self.floor.speak(who, None, number, None);
                self.floor.write_down(Style::Report);
            }
        }
    }

    fn known(&self) -> Known<'_> {
        Known { cast: &self.cast, roles: &self.roles, verbs: self.verbs, body: &self.body }
    }

    /// Reads one paragraph.
    pub fn paragraph(
        &mut self,
        paragraph: &Paragraph,
        place: Place,
        election: bool,
        found: &mut Vec<Statement>,
    ) {
        let account = |block: &str| is_case(block) || (self.cases && is_account(block));
        let block = paragraph.block.as_deref();
        let elsewhere = block.and_then(decided_on).is_some_and(|day| Some(day) < self.last_day);
        let told = block.is_some_and(account);
        let here = (paragraph.item.clone(), paragraph.block.clone());
        let first = self.place.as_ref() != Some(&here);
        if told && !first && paragraph.after_blank && self.begins_talk(&paragraph.text) {
            self.talk = Some(here.clone());
        }
        let quiet = elsewhere || told && self.talk.as_ref() != Some(&here);
        self.place = Some(here);
        self.decisions.enter(paragraph.item.as_deref(), paragraph.block.as_deref());
        let ranges = sentences(&paragraph.text);
        let n_sentences = ranges.len();
        for (at, range) in ranges.into_iter().enumerate() {
            let last = at + 1 == n_sentences;
            let place = Place { ends_paragraph: last, ends_item: place.ends_item && last, ..place };
            let text = &paragraph.text[range.clone()];
            let mut statement = Statement {
                item: paragraph.item.clone(),
                block: paragraph.block.clone(),
                text: text.to_owned(),
                paragraph: place.paragraph,
                lines: (
                    line_at(paragraph, range.start),
                    line_at(paragraph, range.end.saturating_sub(1)),
                ),
                page: paragraph.page,
                ..Statement::default()
            };
            let tokens = tokens(text);
            if quiet {
                statement.mentions = mention::mentions(&tokens, &self.cast, None);
            } else {
                self.begins_line =
                    paragraph.lines.binary_search_by_key(&range.start, |line| line.0).is_ok();
                self.sentence(&tokens, &mut statement, place);
                self.elections(&tokens, election);
            }
            found.push(statement);
        }
    }

    /// Whether a paragraph below a case begins with somebody who speaks at the meeting: the label of the
    /// debate was left out.
    fn begins_talk(&self, text: &str) -> bool {
        let Some(first) = sentences(text).into_iter().next() else { return false };
        let tokens = tokens(text.get(first).unwrap_or_default());
        let Found::Speaker(said) = subject::read(&tokens, &self.known()) else { return false };
        let now = tokens
            .iter()
            .find(|t| said.verb.evidence.contains(&t.start) && self.verbs.knows(t.text))
            .is_none_or(|t| t.text.ends_with('r'));
        let dated = tokens.windows(2).any(|pair| {
            matches!(pair[0].text, "den" | "d" | "i")
                && pair[1].text.starts_with(|c: char| c.is_ascii_digit())
        });
        let present = matches!(said.who, Who::Person(id) if self.cast.people[id].present);
        let opens = tokens.first().is_some_and(|t| t.start == said.verb.evidence.start);
        opens && present && said.how == How::Explicit && said.doubt.is_none() && !now && !dated
    }

    fn sentence(&mut self, tokens: &[Token<'_>], statement: &mut Statement, place: Place) {
        self.cast.learn_initials(tokens);
        let known =
            Known { cast: &self.cast, roles: &self.roles, verbs: self.verbs, body: &self.body };
        let seen = self.in_context(subject::read(tokens, &known), tokens, statement.paragraph);
        let told = decision::told(
            tokens,
            &known,
            matches!(seen, Found::We { decide: true }),
            self.decisions.is_deciding(),
        )
        .filter(|told| !self.reported(*told, tokens, statement));
        let mut heard = Spoken::default();
        match seen {
            Found::Speaker(_) | Found::Pronoun { .. } if decision::is_earlier(tokens) => {
                self.floor.end(true)
            }
            Found::Speaker(ref said) if writes(said, tokens, &self.cast) => self.floor.end(true),
            Found::Speaker(said) => {
                if let Some(who) = self.person(&said) {
                    self.manner.count_tense(tokens, &said.verb, self.verbs);
                    heard = self.speaks(tokens, statement, &said.verb, who);
                    statement.attribution = Some(self.attribution(
                        who,
                        said.how,
                        said.verb.evidence.clone(),
                        said.doubt,
                    ));
                }
            }
            Found::Pronoun { gender, verb } => {
                match self.floor.pronoun(pronoun_heard(tokens, gender, &verb), &self.cast) {
                    Some(meant) => {
                        heard = self.speaks(tokens, statement, &verb, meant.who);
                        statement.attribution = Some(self.attribution(
                            meant.who,
                            How::Pronoun,
                            verb.evidence,
                            meant.doubt,
                        ));
                    }
                    None => self.floor.end(true),
                }
            }
            Found::Presents { who } => {
                if let Who::Person(who) = who {
                    self.floor.speak(who, None, statement.paragraph, None);
                    self.floor.write_down(Style::Report);
                }
            }
            Found::Attends { name } => {
                let who = self.cast.add(&name);
                self.floor.end(false);
                self.floor.turn_to(who);
            }
            Found::Nobody { unnamed } | Found::Content { unnamed } => self.floor.end(unnamed),
            Found::We { .. } | Found::Party | Found::Topic => self.floor.end(false),
            Found::Aside => {}
            Found::Open | Found::PronounOpen { .. }
                if told.is_none()
                    && let Some(who) = self.floor.answerer() =>
            {
                self.floor.speak(who, Some(Kind::Answer), statement.paragraph, None);
                let doubt = Some("answers the question: taken for whoever was asked".to_owned());
                statement.attribution = Some(self.attribution(who, How::Continuation, 0..0, doubt));
                heard.who = Some(who);
            }
            Found::Open
                if told.is_none()
                    && let Some(about) = answer_about(tokens)
                    && self.floor.awaits_answer(about) =>
            {
                // A thing by its name may be told by whoever asked, too: nobody's, then.
                let named = matches!(about, About::Noun | About::Else);
                let presenter = self.floor.presenter().filter(|_| !named);
                self.floor.end(presenter.is_none());
                if let Some(who) = presenter {
                    self.floor.speak(who, Some(Kind::Answer), statement.paragraph, None);
                    let doubt = Some("answers: taken for whoever presented the matter".to_owned());
                    statement.attribution =
                        Some(self.attribution(who, How::Continuation, 0..0, doubt));
                    heard.who = Some(who);
                }
            }
            Found::PronounOpen { gender }
                if let Some(who) = self.floor.joined(gender, &self.cast) =>
            {
                self.floor.speak(who, None, statement.paragraph, None);
                let doubt = Some("taken for whoever spoke second in the sentence before".into());
                statement.attribution = Some(self.attribution(who, How::Pronoun, 0..0, doubt));
                heard.who = Some(who);
            }
            Found::PronounOpen { gender } if !self.floor.may_be_holder(gender, &self.cast) => {
                // `Bestyrelsen foreslog Per Vang. Han blev valgt. Han takkede …`
                let meant = self.floor.pronoun(Heard::of(gender), &self.cast);
                self.floor.end(meant.is_none());
                if let Some(meant) = meant {
                    self.floor.turn_to(meant.who);
                }
            }
            Found::Told { ref who } if !self.floor.is_holder(who) => self.floor.end(false),
            Found::Open | Found::PronounOpen { .. } | Found::Told { .. } if told.is_some() => {
                self.floor.end(false)
            }
            Found::Open if self.is_loose(tokens, place) => self.floor.end(false),
            Found::Open | Found::PronounOpen { .. } | Found::Told { .. } => {
                let debate = self.floor.is_direct() && self.manner.is_debate();
                let linked = place.in_list || debate || grammar::leans_back(tokens);
                if let Some(Meant { who, doubt }) = self.floor.open(statement.paragraph, linked) {
                    statement.attribution =
                        Some(self.attribution(who, How::Continuation, 0..0, doubt));
                    heard.who = Some(who);
                }
            }
        }
        let chair = mention::takes_over(tokens, &self.cast, &self.roles);
        chair.into_iter().for_each(|who| self.roles.learn_chair(who));
        self.complete(tokens, statement, heard, told);
    }

    /// What a sentence alone tells, in the light of how the contribution before it is written down.
    fn in_context(&self, found: Found, tokens: &[Token<'_>], paragraph: u32) -> Found {
        let goes_on = self.floor.goes_on_in(paragraph);
        let direct = self.floor.is_direct();
        let presenting = self.floor.holder.is_some_and(|h| h.presents);
        match found {
            // `Borgmesteren havde været lydhør`, of somebody who is not here, or told by whoever has
            // the word alone.
            Found::Told { ref who } if goes_on && presenting => {
                let absent = matches!(who, Who::New(_)) && self.floor.is_alone();
                let reported = self.floor.is_report() && self.floor.is_alone();
                let open = *who == Who::Unknown || absent || reported;
                if open { Found::Open } else { found }
            }
            // `Formanden sagde i foråret, at …`, told by somebody else.
            Found::Speaker(ref said)
                if goes_on
                    && direct
                    && decision::earlier_after(tokens, said.verb.end.saturating_sub(1)) =>
            {
                Found::Open
            }
            Found::Content { .. } if goes_on && (direct || self.manner.is_past()) => Found::Open,
            Found::We { .. } | Found::Party if direct => Found::Open,
            // `… Genhusning: Det tager en uge.`, in the midst of what somebody says.
            Found::Topic if goes_on && (direct || self.floor.is_report() || !self.begins_line) => {
                Found::Open
            }
            found => found,
        }
    }

    /// Whether an open sentence is the minute-taker's, rather than of whoever speaks before it.
    fn is_loose(&self, tokens: &[Token<'_>], place: Place) -> bool {
        let told = self.floor.holder.filter(|h| h.style == Style::Told);
        told.is_some_and(|before| is_loose(tokens, place, before, &self.known()))
    }

    /// Whether what sounds like a decision is told in a report: `Asfalteringen blev udskudt`.
    fn reported(&self, told: decision::Told, tokens: &[Token<'_>], statement: &Statement) -> bool {
        self.floor.is_report()
            && self.floor.goes_on_in(statement.paragraph)
            && !decision::settles(told, tokens)
    }

    /// Whom the sentence names and addresses, and what it decides.
    fn complete(
        &mut self,
        tokens: &[Token<'_>],
        statement: &mut Statement,
        heard: Spoken,
        told: Option<decision::Told>,
    ) {
        let Spoken { who, kind, asked } = heard;
        let mentions = mention::people_in(tokens, &self.cast, who);
        self.floor.names(mentions.iter().filter_map(|(_, id)| *id).collect(), who.is_some());
        statement.mentions = mentions.into_iter().map(|(name, _)| name).collect();
        statement.addressed_to =
            asked.iter().map(|&id| self.cast.people[id].name.clone()).collect();
        let told = told.or_else(|| {
            let after_talk = statement.attribution.is_none() && self.floor.has_spoken();
            let kind = crate::DecisionKind::Other;
            (after_talk && decision::agreed(tokens)).then_some(decision::Told { kind, weak: false })
        });
        let concludes = kind == Some(Kind::Conclude)
            || self.floor.holder.is_some_and(|h| h.concludes && Some(h.who) == who);
        let by = who.map(|w| self.cast.people[w].name.clone());
        statement.decision = self.decisions.decide(tokens, told, by, concludes);
    }

    /// Learns who is elected to run the meeting: `Som dirigent valgtes Yrsa Holm`.
    fn elections(&mut self, tokens: &[Token<'_>], election: bool) {
        for (role, id) in mention::elected(tokens, &self.cast, &self.roles, election) {
            let id = match id {
                Who::Person(id) => id,
                Who::New(name) => self.cast.add(&name),
                Who::Unknown => continue,
            };
            self.roles.learn(&role, id);
        }
    }
}

fn line_at(paragraph: &Paragraph, offset: usize) -> u32 {
    let at = paragraph.lines.partition_point(|(start, _)| *start <= offset);
    paragraph.lines.get(at.saturating_sub(1)).map_or(0, |(_, line)| *line)
}
