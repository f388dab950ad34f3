//! What is said about a document beside its commands, in the order in which it matters: what changes the meaning of something
//! that is recorded, what is about the document as a whole, who is there, and what is only left out.
//!
//! A pad is imported again and again, so that a line that is left out on purpose comes back each time. Such lines are named
//! while they may be new, and counted after that.

use std::collections::HashSet;

use super::Import;
use crate::cli::document::{Proposed, Source};
use crate::cli::ui::{SHOWN_DIAGNOSTICS, Ui};
use crate::diagnostic::{Error, NotInFull, PlanningRemark, Remark, UnreadKind};
use crate::text::shell_word;

/// The maximum number of remarks about people that are shown, and of those about lines that are as they were.
const SHOWN_OF_LESS: usize = 3;

/// How much a remark matters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    /// Something of its line is not understood, so that what is recorded of it may be meant otherwise.
    Meaning,
    /// It says how a line was understood.
    Understood,
    /// It is about the document as a whole.
    Whole,
    /// It names what stays otherwise than the document has it, or an item that a new line may be.
    Stays,
    /// It is about who is there, or about who is on all that stands below a heading.
    People,
    LeftOut,
}

impl Weight {
    fn of(remark: &PlanningRemark) -> Weight {
        use PlanningRemark::{GoneBack, MaybeReworded, NoTopics, StaysOn, Unread};
        match remark {
            _ if remark.is_left_out() => Weight::LeftOut,
            Unread { why, .. } if why.is_of_presence() => Weight::People,
            Unread {
                why: UnreadKind::PeopleOfHeading,
                ..
            } => Weight::People,
            NoTopics { .. } => Weight::Whole,
            GoneBack { .. } | MaybeReworded { .. } | StaysOn { .. } => Weight::Stays,
            _ if remark.line().is_none() => Weight::Whole,
            _ if remark.why_unread().is_some() => Weight::Meaning,
            _ => Weight::Understood,
        }
    }

    /// Returns how many remarks are shown, about lines that may be new or about others.
    fn most(self, is_news: bool) -> usize {
        match (self, is_news) {
            (Weight::Whole, _) | (Weight::Understood, true) => usize::MAX,
            (Weight::Meaning | Weight::LeftOut, true) => SHOWN_DIAGNOSTICS,
            (Weight::Meaning | Weight::Understood, false)
            | (Weight::Stays, _)
            | (Weight::People, true) => SHOWN_OF_LESS,
            (Weight::People | Weight::LeftOut, false) => 0,
        }
    }
}

impl Import {
    /// Says what was seen in a document. A dry run says all of it.
    pub(super) fn remark(
        &self,
        ui: &mut Ui,
        source: &Source,
        proposed: &Proposed,
    ) -> Result<(), Error> {
        let refused = self.refused(source, proposed);
        let (refused, not_shown) =
            refused.split_at(self.most(SHOWN_DIAGNOSTICS).min(refused.len()));
        let (shown, more) = self.weighed(proposed);
        let more = not_shown.len() + more;
        let is_nothing = proposed.lines.is_empty() && !self.json.wanted;
        if is_nothing {
            let all = more + refused.len() + lines(shown.iter().copied());
            let all = (more > 0).then(|| self.not_in_full(all));
            ui.remark(&Remark::NothingToRecord(all))?;
        }
        for remark in refused {
            ui.remark(remark)?;
        }
        let mut hints = HashSet::new();
        for remark in shown {
            ui.remark(&source.remark(remark, &mut hints))?;
        }
        match more > 0 && !is_nothing {
            true => ui.remark(&Remark::NotInFull(self.not_in_full(more))),
            false => Ok(()),
        }
    }

    /// Returns the remarks that are shown, the one that matters most first, and how many lines there are more.
    fn weighed<'p>(&self, proposed: &'p Proposed) -> (Vec<&'p PlanningRemark>, usize) {
        let is_old = |remark: &PlanningRemark| {
            let line = remark.line();
            line.is_some_and(|line| !proposed.news.has(line))
        };
        let remarks = proposed.remarks.iter();
        let mut remarks: Vec<(Weight, bool, &PlanningRemark)> = remarks
            .map(|remark| match is_old(remark) {
                true if remark.is_told_once() => (Weight::LeftOut, true, remark),
                is_old => (Weight::of(remark), is_old, remark),
            })
            .collect();
        remarks.sort_by_key(|(weight, is_old, _)| (*weight, *is_old));
        let mut shown = Vec::new();
        let mut more = 0;
        for alike in remarks.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
            let (weight, is_old, _) = alike[0];
            let most = self.most(weight.most(!is_old)).min(alike.len());
            let (first, others) = alike.split_at(most);
            shown.extend(first.iter().map(|(_, _, remark)| *remark));
            more += others
                .iter()
                .map(|(_, _, remark)| remark.count())
                .sum::<usize>();
        }
        (shown, more)
    }

    /// Returns how many of some remarks are shown. A dry run shows all.
    fn most(&self, most: usize) -> usize {
        if self.dry_run { usize::MAX } else { most }
    }

    fn not_in_full(&self, count: usize) -> NotInFull {
        let command = match self.file.as_str() {
            "-" => String::from("--dry-run"),
            file => format!("sprint import --dry-run {}", shell_word(file)),
        };
        NotInFull { count, command }
    }

    /// Returns what the rules refuse.
    fn refused(&self, source: &Source, proposed: &Proposed) -> Vec<Remark> {
        let refused = proposed.refused.iter().map(|(line, error)| {
            let location = source.location(*line);
            Remark::NotRecorded {
                quote: source.quote(&location),
                location: Box::new(location),
                message: error.to_string(),
                hint: error.hint(),
            }
        });
        refused.collect()
    }
}

/// Counts the lines that remarks are about.
fn lines<'r>(remarks: impl Iterator<Item = &'r PlanningRemark>) -> usize {
    let of_lines = remarks.filter(|remark| remark.line().is_some());
    of_lines.map(PlanningRemark::count).sum()
}
