//! The rules of `check`: the names of the sorts of problems, by which each can be explained and switched off.

use strum::{EnumMessage, EnumString, IntoStaticStr, VariantNames};

use super::location::Quote;

/// A sort of problem: what somebody would fix in one way, or switch off together.
///
/// The comment of a rule is what `check --explain` prints: what it means, an example, and how to fix it.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, EnumMessage, EnumString, IntoStaticStr, VariantNames,
)]
#[strum(serialize_all = "kebab-case")]
#[allow(
    rustdoc::broken_intra_doc_links,
    reason = "the examples are printed as they are"
)]
pub enum Rule {
    /// Text that is not valid TOML. It is left out, and no report is made until it is
    /// fixed.
    ///
    /// Example: error: invalid TOML: `}` is missing [syntax]
    ///
    /// An entry is one line: ID = { at = …, by = "…", kind = "…", … }. `sprint edit
    /// log DAY` opens the log of a day.
    Syntax,
    /// A conflict that git left in the file. Its lines are left out, and no report is
    /// made until it is resolved.
    ///
    /// Example: error: an unresolved git conflict [merge-marker]
    ///
    /// Keep the lines of both sides and delete the marker lines. `.gitattributes` in
    /// `sprints/` makes git merge the logs, so that this does not happen; `sprint init`
    /// writes it.
    MergeMarker,
    /// Zero bytes, as a power cut leaves them. The line is left out, and no report is
    /// made until they are gone.
    ///
    /// Example: error: zero bytes, as a power cut leaves them [zero-bytes]
    ///
    /// Delete them in an editor, and record again what was on that line.
    ZeroBytes,
    /// Bytes that are not UTF-8, or a whole file in another encoding, of which nothing
    /// is read.
    ///
    /// Example: error: bytes that are not UTF-8 [not-utf-8]
    ///
    /// Save the file as UTF-8.
    #[strum(serialize = "not-utf-8")]
    NotUtf8,
    /// Valid TOML that is not an entry: a wrong id, a missing key, a value that does
    /// not fit. It is left out, and no report is made until it is fixed.
    ///
    /// Example: error: `title` is not an entry [malformed-entry]
    ///
    /// Correct the line; it looks like 1-k7f2m9 = { at = …, by = "…", kind = "…", … }.
    /// Every entry has `at`, `by` and `kind`. The id of a task, a discussion or a talk
    /// begins with its number.
    MalformedEntry,
    /// One id with two contents, for example after a line was edited in one clone and
    /// not in another. One of the two counts.
    ///
    /// Example: error: `1-k7f2m9` is also at sprints/leysin-2017/2017-02-27.toml:2:1; its content there is different, and counts [same-id]
    ///
    /// Delete one of the two lines, or give it an id of its own.
    SameId,
    /// A setting of `sprint.toml` with a wrong value, which is ignored, or a setting or
    /// a rule that is not known (a warning).
    ///
    /// Example: error: expected a date such as 2017-02-27 [setting]
    ///
    /// Correct it in `sprint.toml`. `sprint help files` lists the settings.
    Setting,
    /// Something in `post.md` that does not say what to tell: a placeholder, an argument
    /// or a topic that does not exist, a placeholder without its end, a wrong value in
    /// the front matter. No report is made until it is fixed.
    ///
    /// Example: error: there is no part `bdy()`; did you mean `body`? [post]
    ///
    /// Correct it in `post.md`. `sprint help template` lists the placeholders.
    Post,
    /// A file that is not read: it is larger than 64 MiB, or the system does not allow
    /// it.
    ///
    /// Example: error: larger than 64 MiB; it is not read [unreadable-file]
    ///
    /// Move what is not an entry out of the file, or change its permissions.
    UnreadableFile,
    /// A link, a pipe, a device or a folder where a file of the sprint belongs, or
    /// something else where a folder belongs. It is not used. A link with the name of a
    /// sprint is a warning.
    ///
    /// Example: error: a folder where a file belongs; it is not used [in-the-way]
    ///
    /// Move it away. Links are never followed: what comes by git could lead anywhere.
    /// Put the file itself there.
    InTheWay,
    /// What was recorded on this machine and is in no log any more: its line was
    /// deleted or damaged, or its file was replaced.
    ///
    /// Example: warning: this was recorded on this machine and is gone: 1-44gd7a = { at = 2017-02-27T09:00:00.000+01:00, by = "armin", kind = "plan", text = "fix the leak" } [gone]
    ///
    /// Look whether another branch has it. If not, `sprint check --restore` puts it
    /// back; `sprint check --forget` forgets it.
    Gone,
    /// A last line that a killed process or a power cut left unfinished. Its command
    /// never confirmed it.
    ///
    /// Example: warning: a line that was cut off while it was written [cut-off]
    ///
    /// You need not do anything: the next entry of the day moves it to a file next to
    /// the log. Record it again if it is missing.
    CutOff,
    /// A file whose name is not one of a day log, or a folder whose name is not one of
    /// a sprint. It is skipped.
    ///
    /// Example: warning: not the name of a day log; it is skipped [stray-file]
    ///
    /// Rename it: a day log is called 2017-02-27.toml or 2017-02-27.WORD.toml; a sprint
    /// has a name such as leysin-2017, of lower-case letters, digits, `-`, `_` and `.`.
    /// Other files do not end in `.toml`.
    StrayFile,
    /// A kind of entry that this version does not know. The entry is skipped.
    ///
    /// Example: warning: the kind `sing` is not known; the entry is skipped [unknown-kind]
    ///
    /// Update sprint if a newer version wrote it; otherwise correct `kind`, which is
    /// the name of the command that records it.
    UnknownKind,
    /// A key of an entry that this version does not know. The key is skipped, the entry
    /// counts.
    ///
    /// Example: warning: the key `colour` is not known and is skipped [unknown-key]
    ///
    /// Update sprint if a newer version wrote it; otherwise correct or delete the key.
    UnknownKey,
    /// A reference to an item or an entry that does not exist. The entry has no effect.
    ///
    /// Example: warning: there is no entry `8-aaaaaa` [no-such-entry]
    ///
    /// Correct the id, find the lost line (`sprint check` names what was recorded on
    /// this machine), or take the entry back with `sprint undo ID`.
    NoSuchEntry,
    /// A picture that is not in the sprint's folder, for example because it was not
    /// added to git. Every post leaves it out.
    ///
    /// Example: warning: the picture `photos/leysin-vqk884tnx2.jpg` is left out of every post: it does not exist [no-such-photo]
    ///
    /// Put the file there, or take the entry back with `sprint undo ID`.
    NoSuchPhoto,
    /// A file that is not a picture for a post: it has another format, is damaged or
    /// too large, can run code, or is not in `photos/`. Every post leaves it out.
    ///
    /// Example: warning: the picture `outside.png` is left out of every post: it is not a file in `photos/` [not-a-picture]
    ///
    /// Save it as PNG, JPEG, GIF, WebP, AVIF or plain SVG; `sprint photo FILE` copies
    /// it into `photos/`.
    NotAPicture,
    /// An entry that contradicts others: a nick that somebody else has, a task that is
    /// part of itself, a decision about a task. As a notice: what was dropped by
    /// somebody who did not know that it was finished.
    ///
    /// Example: warning: 1 is a task, not a discussion [contradiction]
    ///
    /// Take the entry back with `sprint undo ID`, and record what was meant.
    Contradiction,
    /// An entry in the log of another day. It counts, for the day that its `at` or
    /// `day` says.
    ///
    /// Example: warning: an entry of 2017-02-28 in the log of 2017-02-27 [wrong-day]
    ///
    /// Move the line to the log of its day, or correct its `at`.
    WrongDay,
    /// Syntax that TOML 1.0 does not have, so that other programs may not read the
    /// file: in `{ }` a line end or a comma at the end, `\e` and `\x41` in a text,
    /// times without seconds.
    ///
    /// Example: warning: TOML 1.0 does not have the escape `\e` [newer-toml]
    ///
    /// Write the entry on one line, without the last comma, a character as \uHHHH, a
    /// time with seconds.
    NewerToml,
    /// A text with a control character, as in "C:\build" where "C:\\build" was meant;
    /// with a character that is invisible or reorders others; or with more than ten
    /// marks on one letter. It is shown as its escape.
    ///
    /// Example: notice: a text with the control character \u{8} [control-character]
    ///
    /// Leave it out; write a backslash as \\.
    ControlCharacter,
    /// Nesting of more than 32 levels: quotes and lists in a text, parts of parts, or (a
    /// notice) headings in a topic. What is deeper is shown with less nesting.
    ///
    /// Example: warning: a text with quotes and lists nested deeper than 32 levels [too-deep]
    ///
    /// Take some levels out.
    TooDeep,
    /// A text, a title or a name with more characters than a command records, or an
    /// entry with more names. It counts, but the board and tables cut it.
    ///
    /// Example: notice: a title of 1001 characters; 1000 is the most [too-long]
    ///
    /// Shorten it, or record it in several entries.
    TooLong,
    /// A day before `from` or after `to` of `sprint.toml`: of an entry, or of somebody
    /// who joins.
    ///
    /// Example: notice: 2017-02-20 is not a day of the sprint, which is from 2017-02-26 to 2017-03-04 [outside-sprint]
    ///
    /// Correct the entry, or `from` and `to` in `sprint.toml`.
    OutsideSprint,
    /// Somebody who was named without a question mark and has not joined; a warning if
    /// they leave. They get credit, but are not listed as an attendee.
    ///
    /// Example: notice: anto was named but has not joined [never-joined]
    ///
    /// `sprint join NAME` adds an attendee.
    NeverJoined,
    /// A name that looks like a typo of another. People who joined are compared by
    /// their full names.
    ///
    /// Example: notice: `Antonia Cuni` looks like a typo of `Antonio Cuni` [similar-names]
    ///
    /// Correct it in the log, with `sprint edit log DAY`; or `sprint join NAME --also
    /// OTHER` says that both are one person. If both have joined, `sprint undo ID --only`
    /// takes one `join` back first.
    SimilarNames,
    /// A topic that looks like a typo of another or differs from it by case or accents,
    /// unless `topics` in `sprint.toml` lists it.
    ///
    /// Example: notice: the topic `Relaese Work` looks like a typo of `Release Work` [similar-topics]
    ///
    /// Correct it in the log, with `sprint edit log DAY`; if both are meant, list it as
    /// one of `topics` in `sprint.toml`.
    SimilarTopics,
    /// A text with emphasis within a word or a link that leads nowhere, such as 2*3*4 or
    /// List[int](x). In the post, the stars and brackets are not shown. In `post.md`,
    /// also HTML, which is printed as it is typed, any link that no reader can follow,
    /// and a placeholder with one brace.
    ///
    /// Example: notice: `2*3*4` reads as emphasis [misread]
    ///
    /// If it is not meant as that, put backticks around it, with `sprint edit log DAY`
    /// or `sprint edit post`.
    Misread,
    /// A title that ends in brackets with the name of somebody. They are text: who is in
    /// them is not on the item.
    ///
    /// Example: notice: the title of 1 ends in brackets that hold the name Armin [name-in-brackets]
    ///
    /// `sprint assign ITEM PEOPLE` says who is on it, and `sprint reword ITEM TEXT`
    /// takes the brackets out.
    NameInBrackets,
    /// A finished item whose result is only a status, such as MERGED. The post has
    /// nothing else to tell of it.
    ///
    /// Example: notice: the result of 1 is only a status: MERGED [only-status]
    ///
    /// `sprint result ITEM --only TEXT` says what came of it.
    OnlyStatus,
    /// Somebody who has left and is still on an open item.
    ///
    /// Example: notice: Armin has left and is still on 1 [left-on-item]
    ///
    /// `sprint unassign ITEM PEOPLE` takes them off; their credit stays.
    LeftOnItem,
    /// Items that have the same number, because two laptops that were apart gave it.
    /// They are called 12a, 12b and so on.
    ///
    /// Example: notice: 2 items have the number 1 [shared-number]
    ///
    /// `sprint renumber 12b` gives it a number of its own.
    SharedNumber,
    /// An item with the words of another one, recorded by somebody who did not know of
    /// that one, as when two people import one document on laptops that are apart.
    ///
    /// Example: notice: 1b has the words of 1a (fix the leak), and was recorded by somebody who did not know of that [same-item]
    ///
    /// `sprint undo ID` takes back what was recorded twice; `sprint drop ITEM` gives up
    /// what nobody has worked on.
    SameItem,
}

impl Rule {
    /// Returns the name that is shown, and typed in `sprint.toml`.
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Explains what the rule means, with an example, how to fix it and how to switch it off.
    pub fn explanation(self) -> String {
        let name = self.name();
        let text = self.get_documentation().unwrap_or_default();
        format!(
            "{name}\n\n{text}\nTo switch it off, write this in sprint.toml:\n\n    [check]\n    off = [\"{name}\"]"
        )
    }

    pub(super) fn error(self, message: impl Into<String>, hint: impl Into<String>) -> Description {
        self.at(Severity::Error, message, Some(hint.into()))
    }

    pub(super) fn warning(
        self,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Description {
        self.at(Severity::Warning, message, Some(hint.into()))
    }

    pub(super) fn notice(self, message: impl Into<String>, hint: impl Into<String>) -> Description {
        self.at(Severity::Notice, message, Some(hint.into()))
    }

    /// Makes a warning without a hint.
    pub(super) fn warning_alone(self, message: impl Into<String>) -> Description {
        self.at(Severity::Warning, message, None)
    }

    fn at(
        self,
        severity: Severity,
        message: impl Into<String>,
        hint: Option<String>,
    ) -> Description {
        Description {
            rule: self,
            severity,
            message: message.into(),
            hint,
            quote: None,
        }
    }
}

/// A problem in words.
#[derive(Clone, Debug)]
pub struct Description {
    pub rule: Rule,
    /// How serious it is in a log.
    pub severity: Severity,
    pub message: String,
    pub hint: Option<String>,
    /// The line that it is about, if that is not the one at its location.
    pub quote: Option<Box<Quote>>,
}

/// How serious a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Severity {
    /// Something that was recorded may be missing, so that no report can be made.
    Error,
    /// Something is wrong, and a report can be made.
    Warning,
    /// Something may be a typo, or intended. Only `check` reports it.
    Notice,
}

impl Severity {
    pub fn word(self) -> &'static str {
        self.into()
    }
}
