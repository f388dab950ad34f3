//! Text from outside, as it is shown and as it is compared.

mod address;
mod date;
mod day;
mod finished;
mod inline;
mod listed;
mod normalize;
mod shell;
mod truncate;
mod visible;
mod wrap;

pub(crate) use address::{addresses, length_of_address};
pub(crate) use date::other_dates;
pub(crate) use day::{
    full_day, is_short_day, is_two_letter_day, typed_day, typed_weekday, weekday,
};
pub(crate) use finished::{Finished, says_finished, words_for_finished};
pub(crate) use inline::kept_together;
pub(crate) use listed::is_of;
pub(crate) use normalize::{normalize, normalized, one_line, without_accents};
pub(crate) use shell::{shell_path, shell_text, shell_word, shell_words};
pub(crate) use truncate::{excerpt, truncate, truncate_start, words_within};
pub use visible::visible;
pub(crate) use visible::{characters, is_blank, visible_lines};
pub(crate) use wrap::{columns, wrap};
