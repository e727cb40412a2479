//! Who has the floor: what a reader of minutes keeps in mind from one sentence to the next.
//!
//! In: what each sentence alone tells. Out: whose a pronoun or an open sentence is.
//! Deliberately absent: words.

use danish::Gender;

use super::cast::Cast;
use super::contribution::Question;
pub(crate) use super::contribution::{Holder, Meant, Style};
use super::heard::{About, Heard};
use super::name::Who;
use super::second::Voice;
use crate::verbs::Kind;

/// The state between two sentences.
#[derive(Debug, Clone, Default)]
pub(crate) struct Floor {
    /// Whose contribution is going on.
    pub holder: Option<Holder>,
    /// Speakers of this item, the latest last, each once.
    recent: Vec<usize>,
    /// The last question, while nobody else has taken the word.
    question: Option<Question>,
    /// Who presented the matter.
    presenter: Option<usize>,
    /// The last sentence answered the question.
    answered: bool,
    /// Whom the last sentence named besides its speaker.
    topics: Vec<usize>,
    /// The last sentence was a question.
    just_asked: bool,
    /// The last sentence asked for a thing: `efterlyste nøglen`.
    just_wanted: bool,
    /// Somebody without a name spoke last: *han* may be them.
    stranger: bool,
    /// Who spoke second in the sentence just heard: `…, og Gunvor lå midt imellem`.
    joined: Option<usize>,
    /// Who spoke first on the matter, and whether somebody else did since.
    first: Option<usize>,
    several: bool,
}

impl Floor {
    /// Forgets everything: another item, another block.
    pub fn clear(&mut self) {
        *self = Floor::default();
    }

    /// What follows stands under somebody's heading: theirs, unless somebody else speaks.
    pub fn opens_with(&mut self, who: usize, paragraph: u32) {
        self.speak(who, None, paragraph, None);
        self.presents(who);
        if let Some(holder) = &mut self.holder {
            holder.headed = true;
        }
    }

    /// Ends the contribution; a pronoun may still look back.
    pub fn end(&mut self, stranger: bool) {
        self.holder = None;
        self.answered = false;
        self.just_asked = false;
        self.just_wanted = false;
        self.stranger = stranger;
        self.joined = None;
    }

    /// Somebody speaks.
    pub fn speak(&mut self, who: usize, kind: Option<Kind>, paragraph: u32, asked: Option<usize>) {
        self.joined = None;
        self.several |= self.first.is_some_and(|first| first != who);
        self.first.get_or_insert(who);
        let goes_on = self.holder.is_some_and(|h| h.who == who);
        let here = goes_on && self.holder.is_some_and(|h| h.paragraph == paragraph);
        let concludes =
            kind == Some(Kind::Conclude) || (here && self.holder.is_some_and(|h| h.concludes));
        let style = self.holder.filter(|_| here).map(|h| h.style).unwrap_or_default();
        let presents = goes_on && self.holder.is_some_and(|h| h.presents);
        self.holder = Some(Holder {
            who,
            paragraph,
            concludes,
            style,
            presents,
            headed: false,
            informs: false,
            brief: false,
        });
        self.recent.retain(|&r| r != who);
        self.recent.push(who);
        self.stranger = false;
        self.answered = false;
        self.just_asked = kind == Some(Kind::Ask);
        self.just_wanted = false;
        match kind {
            Some(Kind::Ask) => self.question = Some(Question { asker: who, asked }),
            _ if self.question.is_some_and(|q| q.asker != who) => {
                self.answered = true;
            }
            _ => {}
        }
    }

    /// The contribution just begun is written down in this style.
    pub fn write_down(&mut self, style: Style) {
        if let Some(holder) = &mut self.holder {
            holder.style = style;
        }
    }

    /// Whether words stand as they were said.
    pub fn is_direct(&self) -> bool {
        self.holder.is_some_and(|h| h.style == Style::Direct)
    }

    /// Whether a report is going on.
    pub fn is_report(&self) -> bool {
        self.holder.is_some_and(|h| h.style == Style::Report)
    }

    /// Whether somebody's contribution is going on in this paragraph.
    pub fn goes_on_in(&self, paragraph: u32) -> bool {
        self.holder.is_some_and(|h| h.paragraph == paragraph)
    }

    /// The sentence just heard also asks.
    pub fn ask(&mut self, asker: usize, asked: Option<usize>) {
        self.question = Some(Question { asker, asked });
        self.just_asked = true;
    }

    /// The sentence just heard told of somebody by a pronoun: the next pronoun means them too.
    pub fn turn_to(&mut self, who: usize) {
        self.recent.retain(|&r| r != who);
        self.recent.push(who);
    }

    /// Whom the sentence just heard names, in order. In one without a speaker (`Per Vang blev valgt`)
    /// the first of them is nearest to a pronoun.
    pub fn names(&mut self, people: Vec<usize>, spoken: bool) {
        if !spoken {
            for &who in people.iter().rev() {
                self.recent.retain(|&r| r != who);
                self.recent.push(who);
            }
            self.stranger &= people.is_empty();
        }
        self.topics = people;
    }

    /// A second voice inside the sentence just heard.
    pub fn second_voice(&mut self, who: usize, voice: Voice) {
        self.recent.retain(|&r| r != who);
        self.several = true;
        let hung = voice == Voice::Hung;
        let at = if hung { self.recent.len().saturating_sub(1) } else { self.recent.len() };
        self.recent.insert(at, who);
        match (voice, &mut self.holder) {
            (Voice::Floor, Some(holder)) => {
                *holder = Holder {
                    who,
                    concludes: false,
                    style: Style::Told,
                    presents: true,
                    brief: false,
                    ..*holder
                };
            }
            (Voice::Joined, holder) => {
                *holder = None;
                self.joined = Some(who);
            }
            _ => {}
        }
    }

    /// Who asked the question that is open, if the answerer is somebody else.
    pub fn asker(&self, answerer: usize) -> Option<usize> {
        self.question.map(|q| q.asker).filter(|&a| a != answerer)
    }

    /// Whom *han* or *hun* means.
    pub fn pronoun(&self, heard: Heard, cast: &Cast) -> Option<Meant> {
        let Heard { gender, kind, thanks_for_answer, takes_stand, judges, quoted, responds } =
            heard;
        if self.stranger {
            return None;
        }
        let takes_stand = takes_stand || (quoted && self.just_asked && kind != Some(Kind::Ask));
        let fits = |who: usize| cast.people[who].gender.is_none_or(|g| g == gender);
        let surely = |who: usize| cast.people[who].gender == Some(gender);
        let latest = self.recent.last().copied();
        if thanks_for_answer
            && self.answered
            && let Some(question) = self.question
            && fits(question.asker)
        {
            return Some(Meant {
                who: question.asker,
                doubt: Some("thanks for an answer: taken for the asker".into()),
            });
        }
        if (kind == Some(Kind::Answer) || takes_stand)
            && let Some(question) = self.question
            && latest == Some(question.asker)
        {
            if let Some(asked) = question.asked {
                return fits(asked).then(|| Meant {
                    who: asked,
                    doubt: Some("answers the question: taken for the one who was asked".into()),
                });
            }
            if kind == Some(Kind::Answer) || takes_stand {
                let mut others = self
                    .presenter
                    .into_iter()
                    .chain(self.recent.iter().rev().copied())
                    .filter(|&r| r != question.asker && fits(r));
                let who = others.next()?;
                // `Det har hun intet imod.`: of two who were not asked, neither, unless one presented
                // the matter or it says that it answers.
                let rivals = others.any(|r| r != who) && self.presenter != Some(who);
                if rivals && kind != Some(Kind::Answer) && !quoted {
                    return None;
                }
                let doubt = Some("answers, but nobody is named as asked".into());
                return Some(Meant { who, doubt });
            }
        }
        // `Else Vig forklarede posten. Det var hun tilfreds med.`: who asked judges the answer.
        if judges
            && self.answered
            && let Some(question) = self.question
            && latest != Some(question.asker)
            && surely(question.asker)
        {
            let doubt = Some("judges the answer: taken for the asker".to_owned());
            return Some(Meant { who: question.asker, doubt });
        }
        // `Per Vang advarede. Det anerkendte han.`: nobody gives in to themselves.
        if responds && latest.is_some_and(fits) {
            let mut others = self
                .topics
                .iter()
                .chain(self.recent.iter().rev())
                .copied()
                .filter(|&r| Some(r) != latest && surely(r));
            let who = others.next().filter(|&who| others.all(|r| r == who))?;
            let doubt = Some("gives in to what was said: taken for the other one".to_owned());
            return Some(Meant { who, doubt });
        }
        // Nobody answers themselves: `Kirsten roste Hanne. Hun svarede …`
        if kind == Some(Kind::Answer) && latest.is_some_and(fits) {
            let mut named = self.topics.iter().copied().filter(|&t| surely(t) && Some(t) != latest);
            if let (Some(who), None) = (named.next(), named.next()) {
                let doubt = Some("answers: taken for whom the sentence before named".to_owned());
                return Some(Meant { who, doubt });
            }
        }
        // `Ulla takkede Per. Han sagde …`: whoever the last sentence named, before earlier speakers.
        if !latest.is_some_and(fits) {
            let mut named = self.topics.iter().copied().filter(|&t| surely(t));
            if let Some(who) = named.next() {
                let doubt = Some("named in the sentence before, but not its speaker".to_owned());
                return named.next().is_none().then_some(Meant { who, doubt });
            }
        }
        // Whoever spoke before the last one must fit by name, too.
        let mut candidates = self
            .recent
            .iter()
            .rev()
            .copied()
            .filter(|&r| if Some(r) == latest { fits(r) } else { surely(r) });
        let who = candidates.next()?;
        let doubt = if Some(who) == latest {
            (!surely(who)).then(|| "gender of the name is not known".to_owned())
        } else if candidates.next().is_some() {
            // `Det lovede hun.`: of two who could take a stand, neither is meant for sure.
            if takes_stand && !judges {
                return None;
            }
            Some("not the last speaker, and others would fit".to_owned())
        } else {
            None
        };
        Some(Meant { who, doubt })
    }

    /// Whoever was asked just now: an open sentence after the question is the answer.
    pub fn answerer(&self) -> Option<usize> {
        self.question.filter(|_| self.just_asked)?.asked
    }

    /// The sentence just heard asks for a thing.
    pub fn wants(&mut self) {
        self.just_wanted = true;
    }

    /// Whether a question was put just now to nobody by name, or a thing asked for: a sentence about
    /// it (`Det er den ikke.`, `Den hænger i skuret.`) answers, and whoever asked does not.
    pub fn awaits_answer(&self, about: About) -> bool {
        let asked = self.just_asked && self.question.is_some_and(|q| q.asked.is_none());
        let wanted = self.just_wanted && !matches!(about, About::Matter | About::Else);
        (asked || wanted) && self.holder.is_some_and(|h| h.style == Style::Told)
    }

    /// Whether one person only has spoken on the matter.
    pub fn is_alone(&self) -> bool {
        !self.several
    }

    /// Whether anybody has spoken on the matter.
    pub fn has_spoken(&self) -> bool {
        self.first.is_some()
    }

    /// Whether nobody else has spoken on the matter.
    pub fn is_first(&self, who: usize) -> bool {
        self.recent.iter().all(|&r| r == who)
    }

    /// Somebody presents the matter.
    pub fn presents(&mut self, who: usize) {
        self.presenter = Some(who);
        if let Some(holder) = &mut self.holder {
            holder.presents = true;
        }
    }

    /// What was just said informs of something.
    pub fn informs(&mut self) {
        if let Some(holder) = &mut self.holder {
            holder.informs = true;
        }
    }

    /// What was just said is said and done.
    pub fn is_brief(&mut self) {
        if let Some(holder) = &mut self.holder {
            holder.brief = true;
        }
    }

    /// Who answers such a question: whoever presented the matter, if nobody else spoke since.
    pub fn presenter(&self) -> Option<usize> {
        let presenter = self.presenter?;
        let asker = self.holder?.who;
        match self.recent[..] {
            [.., before, last] if before == presenter && last == asker => Some(presenter),
            _ => None,
        }
    }

    /// Whether somebody has the floor already.
    pub fn is_holder(&self, who: &Who) -> bool {
        matches!((self.holder, who), (Some(holder), Who::Person(id)) if holder.who == *id)
    }

    /// Who spoke second in the sentence just heard, if *han* or *hun* can be nobody else.
    pub fn joined(&self, gender: Gender, cast: &Cast) -> Option<usize> {
        self.joined.filter(|&who| cast.people[who].gender == Some(gender))
    }

    /// Whether *han* or *hun* can be whoever has the floor.
    pub fn may_be_holder(&self, gender: Gender, cast: &Cast) -> bool {
        self.holder.is_some_and(|h| cast.people[h.who].gender.is_none_or(|g| g == gender))
    }

    /// Lets the contribution end with its sentence: whoever thanks or welcomes has said it all.
    pub fn say_no_more(&mut self) {
        self.holder = None;
    }

    /// Whose contribution an open sentence goes on in, and why one may doubt it. Into a new
    /// paragraph it goes on only when that is `linked` to the one before.
    pub fn open(&mut self, paragraph: u32, linked: bool) -> Option<Meant> {
        let holder = self.holder.as_mut()?;
        holder.brief = false;
        if holder.paragraph == paragraph {
            let headed = holder.headed.then(|| "stands under their heading".to_owned());
            return Some(Meant { who: holder.who, doubt: headed });
        }
        // Whoever presents a matter and has the word alone goes on over paragraphs.
        let alone = holder.presents && !self.several;
        let linked = linked || alone || holder.style == Style::Report;
        if !linked || holder.paragraph + 1 != paragraph {
            self.holder = None;
            return None;
        }
        holder.paragraph = paragraph;
        holder.concludes = false;
        let doubt = Some("new paragraph without a speaker".to_owned());
        Some(Meant { who: holder.who, doubt })
    }
}
