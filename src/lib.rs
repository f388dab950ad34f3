//! The journal of a development sprint, and the blog post that comes of it.
//!
//! A *sprint* is a few days on which people meet. What happens is recorded as *entries*, one line each, in a *day log*;
//! tasks, discussions and talks are *items*, with numbers. The *board* is what is open now, the *report* is what
//! is published at the end.
//!
//! ```text
//! main ─> cli ─┬─> journal ──┐
//!              ├─> planning ─┤
//!              ├─> report ───┼─> domain
//!              └─> view ─────┘
//! ```
//!
//! In addition, [`diagnostic`] has the words of every message, and [`text`] keeps outside text from acting on a terminal or
//! hiding something, and gives it the form in which it is compared.
//!
//! # Invariants
//!
//! 1. The log is the truth, and no entry in it is deleted. Commands append; `edit` and `sync` replace a log to put in what
//!    was edited or received.
//! 2. State is a fold: a [`Sprint`] comes only from applying entries, in one place, the only one that knows the rules.
//!    It decides whether a new entry is allowed (strict, before it is written) and what an old one means (lenient, with
//!    a warning that carries file and line).
//! 3. [`domain`] is pure: the same entries give the same sprint, in whatever order they come.
//! 4. The outside world (arguments, clock, author, folder, streams) is read once, in `main`, and handed down as an
//!    [`Environment`] and a [`Ui`].
//! 5. A report is data before it is text.
//!
//! `tests/architecture.rs` reads the source and fails on an arrow that is not in the picture, on files that use each
//! other in a circle, and on the clock, a file or a table being touched outside its place.
//!
//! [`Sprint`]: domain::Sprint
//! [`Environment`]: cli::Environment
//! [`Ui`]: cli::Ui

pub mod cli;
pub mod diagnostic;
pub mod domain;
pub mod journal;
pub mod planning;
pub mod report;
pub mod text;
pub mod view;
