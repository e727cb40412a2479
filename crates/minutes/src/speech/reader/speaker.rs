//! Somebody speaks: what their sentence tells of the floor after it, and how they are named.
//!
//! In: the tokens of a sentence whose speaker is known. Out: what it leaves behind on the floor.
//! Deliberately absent: who speaks (`reader`).

use super::super::floor::Style;
use super::super::heard::{informs, presents, reports, says_and_done, wants, wants_to_know};
use super::super::label::is_label;
use super::super::name::Who;
use super::super::second;
use super::super::subject::{Known, Speaker, Verb};
use super::super::token::Token;
use super::Reader;
use crate::verbs::Kind;
use crate::{Attribution, How, Statement, mention};

/// Who speaks in a sentence.
#[derive(Default)]
pub(super) struct Spoken {
    pub who: Option<usize>,
    pub kind: Option<Kind>,
    pub asked: Vec<usize>,
}

impl Reader<'_> {
    /// Somebody speaks in the sentence, named or by a pronoun.
    pub(super) fn speaks(
        &mut self,
        tokens: &[Token<'_>],
        statement: &Statement,
        verb: &Verb,
        who: usize,
    ) -> Spoken {
        let asked = self.addressed(tokens, verb, who);
        self.floor.speak(who, verb.kind, statement.paragraph, asked.first().copied());
        if presents(tokens, verb) {
            self.floor.presents(who);
        }
        if wants(tokens, verb) {
            self.floor.wants();
        }
        if wants_to_know(tokens, verb) {
            self.floor.ask(who, asked.first().copied());
        }
        if informs(tokens, verb) {
            self.floor.informs();
        }
        if says_and_done(tokens, verb) {
            self.floor.is_brief();
        }
        if is_label(tokens, verb) {
            if self.floor.is_first(who) {
                self.floor.presents(who);
            }
            self.floor.write_down(Style::Direct);
        } else if reports(tokens, verb) {
            self.floor.write_down(Style::Report);
        }
        self.manner.count_label(is_label(tokens, verb));
        self.after_speech(tokens, verb, who);
        Spoken { who: Some(who), kind: verb.kind, asked }
    }

    /// What else a sentence tells about who has the floor after it.
    fn after_speech(&mut self, tokens: &[Token<'_>], verb: &Verb, who: usize) {
        let known =
            Known { cast: &self.cast, roles: &self.roles, verbs: self.verbs, body: &self.body };
        let second = second::second_voice(tokens, verb, who, &known);
        let brief = matches!(verb.kind, Some(Kind::Thank | Kind::Act))
            || tokens.iter().any(|t| t.text == "velkommen");
        let report = self.floor.is_report();
        let given = matches!(second, Some((_, second::Voice::Floor)));
        if brief && !report && !given && !second::says_more(tokens, verb, &known) {
            self.floor.say_no_more();
        }
        if let Some(question) = second::asks_too(tokens, verb, &known) {
            let before = mention::addressed(tokens, verb, &self.cast, &self.roles);
            let asked = mention::asked(tokens, &question, &self.cast, &self.roles);
            let asked = asked.into_iter().chain(before).find(|&a| a != who);
            self.floor.ask(who, asked);
        }
        if let Some((second, voice)) = second {
            self.floor.second_voice(second, voice);
        }
    }

    /// The person who speaks; somebody new joins the cast. `None`: one cannot know who.
    pub(super) fn person(&mut self, said: &Speaker) -> Option<usize> {
        let id = match &said.who {
            Who::Person(id) => *id,
            Who::New(name) => self.cast.add(name),
            Who::Unknown => return None,
        };
        if let Some(title) = &said.title {
            self.cast.learn_gender(id, title);
            self.roles.learn_if_free(title, id);
        }
        Some(id)
    }

    pub(super) fn attribution(
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
}
