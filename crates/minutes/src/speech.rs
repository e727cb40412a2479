//! Paragraphs in, statements out: who said each sentence, to whom, and what was decided.
//!
//! The way of a sentence: `token` cuts it, `subject` reads it alone (with `name`, `cast`, `role`
//! for whom words name, `grammar` and `nobody` for what is no speaker), `floor` adds what went
//! before. Deliberately absent: guesses. What cannot be known has no speaker; what can be doubted
//! says why.

pub(crate) mod cast;
mod floor;
#[cfg(test)]
mod gold;
pub(crate) mod grammar;
mod inverted;
pub(crate) mod name;
mod named;
pub(crate) mod nobody;
pub(crate) mod role;
mod second;
pub(crate) mod subject;
#[cfg(test)]
mod tests;
pub(crate) mod token;

use cast::Cast;
use floor::Floor;
use name::Who;
use role::Roles;
use subject::{Found, Known, Speaker, Verb};
use token::{Token, tokens};

use crate::outline::{Outline, Paragraph};
use crate::sentences::sentences;
use crate::verbs::{Kind, Verbs};
use crate::{Attribution, How, Remark, Statement, Vocabulary, decision, mention};

/// The statements of a meeting, every sentence once and in order.
pub(crate) fn statements(
    outline: &Outline,
    vocabulary: &Vocabulary,
    remarks: &mut Vec<Remark>,
) -> Vec<Statement> {
    let verbs = Verbs::new(&vocabulary.reporting_verbs, |line, text| {
        remarks.push(Remark {
            line: None,
            text: format!("reporting-verbs.txt line {line} is not understood: {text}"),
        });
    });
    let cast = Cast::new(&outline.people);
    let mut reader = Reader {
        roles: Roles::new(&cast),
        cast,
        verbs,
        body: outline.body.to_lowercase(),
        floor: Floor::default(),
        decisions: decision::Reader::default(),
    };
    let mut found = Vec::new();
    let mut before: Option<&Paragraph> = None;
    let mut in_list = false;
    for (number, paragraph) in (0..).zip(&outline.paragraphs) {
        if before.is_some_and(|b| {
            b.item != paragraph.item
                || b.block != paragraph.block
                || b.subheading != paragraph.subheading
        }) {
            reader.floor.clear();
        }
        // Points of a list belong to the sentence that announced them.
        let announced = before.is_some_and(|b| b.text.trim_end().ends_with(':'));
        let points = is_point(paragraph) && before.is_some_and(|b| !is_point(b));
        in_list =
            announced || points || (in_list && (is_point(paragraph) || !paragraph.after_blank));
        let election = outline
            .items
            .iter()
            .find(|i| Some(&i.number) == paragraph.item.as_ref())
            .is_some_and(|i| i.title.to_lowercase().contains("dirigent"));
        reader.paragraph(paragraph, number, in_list, election, &mut found);
        before = Some(paragraph);
    }
    found
}

struct Reader {
    cast: Cast,
    roles: Roles,
    verbs: Verbs,
    body: String,
    floor: Floor,
    decisions: decision::Reader,
}

impl Reader {
    fn paragraph(
        &mut self,
        paragraph: &Paragraph,
        number: u32,
        in_list: bool,
        election: bool,
        found: &mut Vec<Statement>,
    ) {
        let quiet = paragraph.block.as_deref().is_some_and(is_account);
        self.decisions.enter(paragraph.item.as_deref(), paragraph.block.as_deref());
        for range in sentences(&paragraph.text) {
            let text = &paragraph.text[range.clone()];
            let mut statement = Statement {
                item: paragraph.item.clone(),
                block: paragraph.block.clone(),
                text: text.to_owned(),
                paragraph: number,
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
                self.sentence(&tokens, &mut statement, in_list);
                self.elections(&tokens, election);
            }
            found.push(statement);
        }
    }

    fn sentence(&mut self, tokens: &[Token<'_>], statement: &mut Statement, in_list: bool) {
        self.cast.learn_initials(tokens);
        let known =
            Known { cast: &self.cast, roles: &self.roles, verbs: &self.verbs, body: &self.body };
        let seen = subject::read(tokens, &known);
        let told = decision::told(tokens, &known);
        let mut asked = Vec::new();
        let mut speaker = None;
        match seen {
            Found::Speaker(_) | Found::Pronoun { .. } if decision::is_earlier(tokens) => {
                self.floor.end(true)
            }
            Found::Speaker(ref said) if self.writes(said, tokens) => self.floor.end(true),
            Found::Speaker(said) => {
                if let Some(who) = self.person(&said) {
                    asked = self.addressed(tokens, &said.verb, who);
                    self.take_floor(who, &said.verb, statement.paragraph, &asked);
                    statement.attribution = Some(self.attribution(
                        who,
                        said.how,
                        said.verb.evidence.clone(),
                        said.doubt.clone(),
                    ));
                    self.after_speech(tokens, &said.verb, who);
                    speaker = Some((who, said.verb.kind));
                }
            }
            Found::Pronoun { gender, verb } => {
                let thanks = verb.kind == Some(Kind::Thank)
                    && tokens.iter().any(|t| {
                        t.text.starts_with("svar")
                            || t.text.starts_with("Svar")
                            || t.text.to_lowercase().starts_with("tilsagn")
                            || t.text.starts_with("besvar")
                            || t.text.starts_with("uddyb")
                            || t.text.starts_with("oplysning")
                    });
                let stand = tokens.first().is_some_and(|t| matches!(t.text, "Det" | "Dette"))
                    && verb.end > 2;
                match self.floor.pronoun(gender, verb.kind, thanks, stand, &self.cast) {
                    Some(meant) => {
                        asked = self.addressed(tokens, &verb, meant.who);
                        self.take_floor(meant.who, &verb, statement.paragraph, &asked);
                        statement.attribution = Some(self.attribution(
                            meant.who,
                            How::Pronoun,
                            verb.evidence.clone(),
                            meant.doubt,
                        ));
                        self.after_speech(tokens, &verb, meant.who);
                        speaker = Some((meant.who, verb.kind));
                    }
                    None => self.floor.end(true),
                }
            }
            Found::Nobody { unnamed } => self.floor.end(unnamed),
            Found::Aside => {}
            Found::Open | Found::PronounOpen { .. }
                if told.is_none() && self.floor.answerer().is_some() =>
            {
                if let Some(who) = self.floor.answerer() {
                    self.floor.speak(who, Some(Kind::Answer), statement.paragraph, None);
                    let doubt =
                        Some("answers the question: taken for whoever was asked".to_owned());
                    statement.attribution =
                        Some(self.attribution(who, How::Continuation, 0..0, doubt));
                    speaker = Some((who, None));
                }
            }
            Found::PronounOpen { gender } if !self.floor.may_be_holder(gender, &self.cast) => {
                self.floor.end(true);
            }
            Found::Told { ref who } if !self.floor.is_holder(who) => self.floor.end(false),
            Found::Open | Found::PronounOpen { .. } | Found::Told { .. } if told.is_some() => {
                self.floor.end(false)
            }
            Found::Open | Found::PronounOpen { .. } | Found::Told { .. } => {
                let linked = in_list || grammar::leans_back(tokens);
                if let Some(meant) = self.floor.open(statement.paragraph, linked) {
                    statement.attribution =
                        Some(self.attribution(meant.who, How::Continuation, 0..0, meant.doubt));
                    speaker = Some((meant.who, None));
                }
            }
        }
        let who = speaker.map(|(who, _)| who);
        statement.mentions = mention::mentions(tokens, &self.cast, who);
        let named = statement.mentions.iter();
        let named = named.filter_map(|m| self.cast.people.iter().position(|p| p.name == *m));
        self.floor.names(named.collect(), who.is_some());
        statement.addressed_to =
            asked.iter().map(|&id| self.cast.people[id].name.clone()).collect();
        let concludes = speaker.is_some_and(|(_, kind)| kind == Some(Kind::Conclude))
            || self.floor.holder.is_some_and(|h| h.concludes && Some(h.who) == who);
        let by = who.map(|w| self.cast.people[w].name.clone());
        statement.decision = self.decisions.decide(tokens, told, by, concludes);
    }

    /// What else a sentence tells about who has the floor after it.
    fn after_speech(&mut self, tokens: &[Token<'_>], verb: &Verb, who: usize) {
        let known =
            Known { cast: &self.cast, roles: &self.roles, verbs: &self.verbs, body: &self.body };
        let second = second::second_voice(tokens, verb, who, &known);
        let brief = matches!(verb.kind, Some(Kind::Thank | Kind::Act))
            || tokens.iter().any(|t| t.text == "velkommen");
        if brief && !second::says_more(tokens, verb, &known) {
            self.floor.say_no_more();
        }
        if let Some(question) = second::asks_too(tokens, verb, &known) {
            let before = mention::addressed(tokens, verb, &self.cast, &self.roles);
            let asked = mention::asked(tokens, &question, &self.cast, &self.roles);
            let asked = asked.into_iter().chain(before).find(|&a| a != who);
            self.floor.ask(who, asked);
        }
        if let Some((second, joined)) = second {
            self.floor.second_voice(second, joined);
        }
    }

    fn take_floor(&mut self, who: usize, verb: &Verb, paragraph: u32, asked: &[usize]) {
        self.floor.speak(who, verb.kind, paragraph, asked.first().copied());
    }

    /// Whether somebody absent is told to have written: `Jonas Holm bemærkede i en mail`.
    fn writes(&self, said: &Speaker, tokens: &[Token<'_>]) -> bool {
        let Who::Person(id) = said.who else { return false };
        !self.cast.people[id].present
            && tokens.iter().any(|t| {
                matches!(t.text, "mail" | "brev" | "forud" | "telefonisk" | "inden")
                    || t.text.starts_with("skriftlig")
            })
    }

    /// The person who speaks; somebody new joins the cast. `None`: one cannot know who.
    fn person(&mut self, said: &Speaker) -> Option<usize> {
        let id = match &said.who {
            Who::Person(id) => *id,
            Who::New(name) => self.cast.add(name),
            Who::Unknown => return None,
        };
        if let Some(title) = &said.title {
            self.roles.learn_if_free(title, id);
        }
        Some(id)
    }

    fn attribution(
        &self,
        who: usize,
        how: How,
        evidence: std::ops::Range<usize>,
        doubt: Option<String>,
    ) -> Attribution {
        let person = &self.cast.people[who];
        let doubt = doubt.or_else(|| (!person.present).then(|| "listed as absent".to_owned()));
        Attribution { speaker: person.name.clone(), how, evidence, doubt }
    }

    /// Whom the speaker asks, answers or thanks.
    fn addressed(&self, tokens: &[Token<'_>], verb: &Verb, speaker: usize) -> Vec<usize> {
        let mut found = mention::addressed(tokens, verb, &self.cast, &self.roles);
        if found.is_empty() && verb.kind == Some(Kind::Answer) {
            found.extend(self.floor.asker(speaker));
        }
        found.retain(|&id| id != speaker);
        found
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

fn is_point(paragraph: &Paragraph) -> bool {
    paragraph.text.starts_with(['•', '·', '▪', '*', '-', '–'])
}

/// Blocks in which a case is told, not talked about.
fn is_account(block: &str) -> bool {
    const TALK: [&str; 18] = [
        "beslutning",
        "beslutninger",
        "drøft",
        "debat",
        "referat",
        "behandling",
        "bemærkninger",
        "kommentar",
        "protokol",
        "afgørelse",
        "opsamling",
        "orientering",
        "konklusion",
        "vedtagelse",
        "afstemning",
        "mindretalsudtalelse",
        "status",
        "opfølgning",
    ];
    let block = block.to_lowercase();
    let whole = |word: &str| matches!(word, "beslutning" | "beslutninger" | "bemærkninger");
    !TALK.iter().any(|t| if whole(t) { block == *t } else { block.starts_with(t) })
}

fn line_at(paragraph: &Paragraph, offset: usize) -> u32 {
    let at = paragraph.lines.partition_point(|(start, _)| *start <= offset);
    paragraph.lines.get(at.saturating_sub(1)).map_or(0, |(_, line)| *line)
}
