//! Commands that record: the text that they need, and what they decide on.

use chrono::NaiveDate;
use lean_string::LeanString;
use thin_vec::ThinVec;

use super::time::is_time;
use super::ui::Ui;
use crate::diagnostic::{
    Error, OptionError, OtherMeaning, Remark, TypedOption, TypedText, UsageError,
};
use crate::domain::{
    Action, Assign, Done, Entry, EntryId, Item, Label, LookupError, MOST_NAMES, NamedPeople,
    PersonId, Sets, Sprint, TextRole, Topic, Who, is_typed_status, is_wordless,
};
use crate::journal::{Draft, Folder};
use crate::planning::is_nobody_yet;
use crate::text::{is_blank, is_of, one_line, shell_words, typed_day};
use crate::view;

/// A command that records something.
pub trait Record {
    fn text(&self) -> Text<'_> {
        Text::None
    }

    /// Returns a second text, given as an option.
    fn option_text(&self) -> Text<'_> {
        Text::None
    }

    /// Returns whether it is about days of the sprint, so that a weekday is one of them.
    fn has_day_of_sprint(&self) -> bool {
        false
    }

    /// Returns whether it may be said when it happened.
    fn has_a_time(&self) -> bool {
        true
    }

    /// Returns whether nothing was given that could be recorded, so that the board is meant.
    fn is_bare(&self) -> bool {
        false
    }

    /// Decides what is to be recorded, on the state that it will be added to; nothing, if all of it was so and a remark says so.
    fn actions(&self, resolver: &mut Resolver<'_>) -> Result<Vec<Action>, Error>;

    /// Confirms what was recorded, in the state after it.
    fn confirmation(&self, sprint: &Sprint, entry: &Entry) -> String;

    /// Confirms several entries of this command, in the state after all of them.
    fn confirmations(&self, sprint: &Sprint, entries: &[Entry]) -> Vec<String> {
        let confirm = |entry: &Entry| match &entry.action {
            // What brackets in the text say is an entry of its own.
            Action::Assign(assign) if !assign.only => view::recorded(sprint, entry, "assigned"),
            Action::Done(done) if done.text.is_none() => view::recorded(sprint, entry, "credited"),
            _ => self.confirmation(sprint, entry),
        };
        entries.iter().map(confirm).collect()
    }
}

/// What puts people on an item that is there.
pub const ASSIGNS: &str = "assign ITEM";

/// The text that a command takes, and the words that were typed for it.
pub enum Text<'w> {
    None,
    Optional(&'w [String]),
    Needed(&'w [String]),
}

impl Text<'_> {
    /// Reads the text. What is written in the editor becomes one of the drafts.
    pub fn read(self, ui: &mut Ui, drafts: &mut Vec<Draft>) -> Result<Option<LeanString>, Error> {
        let text = match self {
            Text::None | Text::Optional([]) => return Ok(None),
            Text::Needed([]) => {
                let editor = ui.editor().ok_or(UsageError::NoText)?;
                let draft = Draft::begin(b"", ".md")?;
                let edited = draft.edit(editor);
                drafts.push(draft);
                edited?
            }
            Text::Optional([dash]) | Text::Needed([dash]) if dash == "-" => ui.read_input()?,
            Text::Optional(_) | Text::Needed(_) => return self.typed(),
        };
        clean(&text).map(|text| Some(text.into()))
    }

    /// Returns the text that was typed on the command line.
    pub fn typed(self) -> Result<Option<LeanString>, Error> {
        match self {
            Text::None | Text::Optional([]) => Ok(None),
            Text::Needed([]) => Err(UsageError::NoText.into()),
            Text::Optional(words) | Text::Needed(words) => {
                clean(&words.join(" ")).map(|text| Some(text.into()))
            }
        }
    }

    /// Returns whether it stands for standard input, or is to be written in the editor.
    pub fn is_from_elsewhere(&self) -> bool {
        match self {
            Text::None | Text::Optional([]) => false,
            Text::Needed([]) => true,
            Text::Optional(words) | Text::Needed(words) => *words == ["-"],
        }
    }
}

/// Removes blank lines around a text, and makes its newlines plain ones.
pub fn clean(text: &str) -> Result<String, Error> {
    if text.contains('\0') {
        return Err(Error::ZeroByte);
    }
    let text = text
        .strip_prefix('\u{feff}')
        .unwrap_or(text)
        .replace("\r\n", "\n");
    let text = text.trim_end().trim_start_matches(['\n', '\r']);
    // Blanks at the start are only dropped where they are not the indentation of code.
    let text = if text.starts_with("    ") {
        text
    } else {
        text.trim_start()
    };
    if is_blank(text) {
        Err(UsageError::EmptyText.into())
    } else {
        Ok(text.to_owned())
    }
}

/// Reads when something is to happen, on one line.
pub fn when(typed: Option<&str>) -> Result<Option<LeanString>, Error> {
    let line = typed.map(|typed| one_line(typed.trim_end_matches([',', ' '])));
    match line {
        Some(line) if is_blank(&line) => Err(UsageError::EmptyTime.into()),
        line => Ok(line.map(LeanString::from)),
    }
}

/// What a command looks up when it decides what to record.
pub struct Resolver<'s> {
    pub sprint: &'s Sprint,
    pub folder: &'s Folder,
    pub today: NaiveDate,
    /// The day under which it is recorded.
    pub day: NaiveDate,
    pub by: LeanString,
    /// The first entry of the batch that is being recorded, if there is one already.
    pub batch: Option<EntryId>,
    pub text: Option<LeanString>,
    /// Whether the text is what was typed, to the letter: no brackets of people are looked for in it.
    pub literal: bool,
    /// The people in the brackets that were taken off the text, as they were typed.
    pub brackets: String,
    /// The options as they were typed.
    pub options: Vec<TypedOption>,
    /// The text that was given as an option.
    pub option_text: Option<LeanString>,
    pub remarks: Vec<Remark>,
    /// Who was named by several words, so that the confirmation has the name in full.
    pub joined: Vec<String>,
}

impl Resolver<'_> {
    /// Returns the text, which the command needs.
    pub fn needed_text(&self) -> Result<LeanString, Error> {
        Ok(self.text.clone().ok_or(UsageError::NoText)?)
    }

    /// Finds the item, open or closed, that an option names.
    pub fn option_item(&self, typed: Option<&String>) -> Result<Option<EntryId>, Error> {
        let found = typed.map(|typed| self.sprint.find_any_item(typed));
        Ok(found.transpose()?.map(|item| item.id))
    }

    /// Refuses a time or a new topic that ends in brackets of people: they belong to the text.
    pub fn check_values(&self, actions: &[Action]) -> Result<(), Error> {
        let listed = &self.folder.config.topics;
        for fields in actions.iter().map(Action::fields) {
            let topic = fields
                .topic
                .filter(|topic| self.sprint.is_new_topic(topic, listed));
            let topic = topic.map(ToString::to_string);
            for value in topic.into_iter().chain(fields.when.map(str::to_owned)) {
                if self
                    .sprint
                    .read_brackets(&value, &self.by)?
                    .people
                    .is_some()
                {
                    return Err(UsageError::Option(OptionError::BracketsInValue(value)).into());
                }
            }
        }
        Ok(())
    }

    /// Refuses a typed text that may have been meant as items or as people.
    pub fn check_text(&self, actions: &[Action]) -> Result<(), Error> {
        let Some(text) = self.text.as_deref().filter(|_| !self.literal) else {
            return Ok(());
        };
        // People in brackets are assigned before the command's own action.
        let kind = actions.last().map_or("", Action::kind);
        let about = actions.iter().filter_map(|action| {
            let fields = action.fields();
            let item = fields.item.filter(|_| fields.sets != Sets::Nothing);
            item.and_then(|item| self.sprint.get(item))
        });
        let mut items: Vec<Label> = about.map(|item| item.label).collect();
        items.dedup();
        let item = items.first().copied();
        // `done 8 bis 10` has those between them, too.
        let listed = self.sprint.listed_items(text).map(|listed| {
            let whole = items.last().map(|last| format!("{last} {text}"));
            let whole = whole.and_then(|whole| self.sprint.listed_items(&whole));
            whole.unwrap_or(listed)
        });
        if item.is_some()
            && let Some(listed) = listed
        {
            let others = listed.into_iter().filter(|label| !items.contains(label));
            let others = OtherMeaning::Items(others.collect());
            return Err(self.refused(kind, items, others));
        }
        let mut told = actions.iter().filter_map(|action| {
            let fields = action.fields();
            let is_told = matches!(fields.text_is, TextRole::Result | TextRole::Decision);
            fields.text.filter(|_| is_told).or(fields.decided)
        });
        if let Some(text) = told.find(|text| is_wordless(text)) {
            let text = text.to_owned();
            return Err(UsageError::NoWords { item, text }.into());
        }
        let mut titles = actions.iter().filter_map(|action| {
            let fields = action.fields();
            let is_title = fields.text_is == TextRole::Title;
            let is_new = fields.item.is_none() && kind != "day";
            let is_item = |text: &str| is_new && self.sprint.listed_items(text).is_some();
            let says_nothing = |text: &&str| is_title && is_wordless(text) || is_item(text);
            fields.text.filter(says_nothing)
        });
        if let Some(title) = titles.next() {
            return Err(UsageError::NoTitle(title.to_owned()).into());
        }
        if ["decide", "drop"].contains(&kind) && is_typed_status(text) {
            return Err(self.refused(kind, items, OtherMeaning::Finished));
        }
        // A decision may well be a day, and so may the reason why something is dropped.
        if ["done", "result"].contains(&kind)
            && let Some(option) = time_option(text)
        {
            return Err(self.refused(kind, items, OtherMeaning::When(option)));
        }
        let may_be_names = [
            "plan", "discuss", "talk", "next", "reword", "progress", "result", "done", "drop",
            "reopen",
        ]
        .contains(&kind);
        let is_short = text.split_whitespace().count() <= MOST_NAMES;
        // `done 3 by armin`.
        let names = match text.split_once(' ') {
            Some((lead, names))
                if is_of("by credit credits durch mit von with", &lead.to_lowercase()) =>
            {
                names
            }
            _ => text,
        };
        if may_be_names && is_short && self.sprint.is_only_names(names, &self.by) {
            return Err(self.refused(kind, items, OtherMeaning::Names(text.to_owned())));
        }
        Ok(())
    }

    /// Refuses the text, which may be something else.
    pub fn refused(&self, kind: &'static str, items: Vec<Label>, meaning: OtherMeaning) -> Error {
        let typed = self.typed_text(kind, items);
        UsageError::Text(Box::new(typed), meaning).into()
    }

    /// Returns the text and all that was typed with it.
    pub fn typed_text(&self, kind: &'static str, items: Vec<Label>) -> TypedText {
        TypedText {
            kind,
            items,
            text: self.text.as_deref().unwrap_or_default().to_owned(),
            people: self.brackets.clone(),
            options: self.options.clone(),
        }
    }

    /// Finds the people that were typed, helpers or not, as they are stored.
    pub fn people(&mut self, typed: &[String]) -> Result<ThinVec<LeanString>, Error> {
        Ok(self.named(typed, &[])?.all())
    }

    /// Finds the people that were typed, and those who were typed as helpers.
    pub fn named(&mut self, people: &[String], with: &[String]) -> Result<NamedPeople, Error> {
        let read = |typed: &[String]| -> Result<NamedPeople, Error> {
            let named = self.read_people(typed)?;
            match named.is_empty() && !typed.is_empty() {
                true => Err(UsageError::NoPeople.into()),
                false => Ok(named),
            }
        };
        let (mut named, helpers) = (read(people)?, read(with)?);
        self.joined.extend_from_slice(&named.joined);
        self.joined.extend_from_slice(&helpers.joined);
        for helper in helpers.all() {
            if named.people.contains(&helper) {
                let name = self.sprint.people().print_name(&helper);
                self.remarks.push(Remark::NotAlsoHelping(name));
            }
            named.add(helper, true);
        }
        Ok(named)
    }

    /// Reads people, in brackets as those at the end of a text.
    fn read_people(&self, typed: &[String]) -> Result<NamedPeople, LookupError> {
        let all = typed.join(" ");
        let inside = all.strip_prefix('(').and_then(|all| all.strip_suffix(')'));
        let Some(inside) = inside else {
            return self.sprint.read_people(typed, &self.by);
        };
        let brackets = self.sprint.read_brackets(&format!("- {all}"), &self.by)?;
        match brackets.people {
            Some(people) => Ok(people.named),
            None => self.sprint.read_people(&[inside.to_owned()], &self.by),
        }
    }

    /// Finds who is on something new, and its title: those who were typed, or those in brackets at the end of the text.
    pub fn titled(
        &mut self,
        command: &'static str,
        people: &[String],
        with: &[String],
    ) -> Result<(LeanString, NamedPeople), Error> {
        let number = self.sprint.next_number().ok();
        let command = match number {
            Some(number) => command.replace("ITEM", &number.to_string()),
            None => command.to_owned(),
        };
        self.take_nobody();
        let (in_brackets, _) = self.take_brackets(&command)?;
        let typed = self.named(people, with)?;
        let text = self.title()?;
        match in_brackets.is_empty() {
            true => Ok((text, typed)),
            false if typed.is_empty() => Ok((text, in_brackets)),
            false => Err(UsageError::Option(OptionError::BracketsAndOption).into()),
        }
    }

    /// Takes brackets off the text that say that nobody is on it yet.
    fn take_nobody(&mut self) {
        let text = self.text.as_deref().filter(|_| !self.literal);
        let inside = text.and_then(|text| text.strip_suffix(')')?.rsplit_once(" ("));
        let front = inside.filter(|(_, inside)| is_nobody_yet(inside));
        if let Some(front) = front.map(|(front, _)| LeanString::from(front.trim_end())) {
            self.text = Some(front);
        }
    }

    /// Returns the text as a title, which does not end in a comma: an option came behind it, or nothing at all.
    pub fn title(&self) -> Result<LeanString, Error> {
        let text = self.needed_text()?;
        let bare = text.trim_end_matches([',', ' ']);
        Ok(match self.literal || bare.is_empty() {
            true => text,
            false => bare.into(),
        })
    }

    /// Remarks on a new item where an open one has the same words, and on who is on it and has left.
    pub fn remark_on_new(&mut self, new: &Action) {
        let same = self.sprint.open_like(&new.fields());
        let remark = same.map(|item| Remark::SameText(item.label.to_string()));
        self.remarks.extend(remark);
        self.remark_on_left(new.fields().names());
        self.remark_on_names(new);
        self.remark_on_time(new);
        self.remark_on_state(new);
    }

    /// Remarks on people whom the words of a new item name, if nobody is put on it.
    fn remark_on_names(&mut self, new: &Action) {
        let is_said = |remark: &Remark| matches!(remark, Remark::NameInBrackets { .. });
        let fields = new.fields();
        let text = fields
            .text
            .filter(|_| !self.literal && fields.names().next().is_none());
        let Some(text) = text.filter(|_| !self.remarks.iter().any(is_said)) else {
            return;
        };
        let people = self.sprint.people();
        let mut named = self.sprint.named_in(text);
        named.extend(
            self.named_at_edge(text)
                .into_iter()
                .filter(|id| !named.contains(id))
                .collect::<Vec<_>>(),
        );
        let named = named.into_iter().map(|id| people.get(id));
        let (names, nicks): (Vec<String>, Vec<String>) = named
            .map(|person| (person.name.clone(), person.nick.clone()))
            .unzip();
        if let (false, Ok(number)) = (names.is_empty(), self.sprint.next_number()) {
            self.remarks.push(Remark::NamesInText {
                names,
                nicks,
                number,
            });
        }
    }

    /// Finds people whose names alone stand in front of a colon, or behind the last sign: `bela: fix it`, `fix it - bela`.
    fn named_at_edge(&self, text: &str) -> Vec<PersonId> {
        const SIGNS: [&str; 9] = [
            ", ", " - ", " -- ", " – ", " — ", " / ", " > ", " -> ", "\" ",
        ];
        let behind = SIGNS.iter().filter_map(|sign| text.rsplit_once(sign));
        let behind = behind.map(|(_, behind)| behind);
        let front = text.split_once(": ").map(|(front, _)| front);
        let mut parts = behind.chain(front);
        let named = parts.find_map(|part| {
            let named = self.sprint.read_people(&[part.to_owned()], &self.by).ok()?;
            Some(named.all()).filter(|names| !names.is_empty())
        });
        let people = self.sprint.people();
        let stored = named
            .iter()
            .flatten()
            .filter_map(|name| people.stored(name));
        let ids = stored.filter_map(|one| match one.who {
            Who::Person(id) => Some(id),
            Who::Everybody => None,
        });
        ids.collect()
    }

    /// Remarks on those of some people who are put on an item and have left.
    pub fn remark_on_left<'n>(&mut self, names: impl Iterator<Item = &'n LeanString>) {
        let people = self.sprint.people();
        let named = names.filter_map(|name| people.stored(name));
        let left = named.filter_map(|one| match one.who {
            Who::Person(id) if self.sprint.has_left(id, self.day) => Some(people.get(id)),
            _ => None,
        });
        let remarks = left.map(|person| Remark::HasLeft {
            name: person.name.clone(),
            nick: person.nick.clone(),
        });
        self.remarks.extend(remarks);
    }

    /// Remarks on the results of an item that was opened again, in the place of which a new one is told.
    pub fn remark_on_superseded(&mut self, item: &Item) {
        if let Some(last) = item.superseded().last() {
            self.remarks.push(Remark::ToldInstead {
                label: item.label,
                count: item.superseded().len(),
                last: last.text.to_string(),
            });
        }
    }

    /// Finds who is in brackets at the end of the text, which is sentences, and takes them off it.
    pub fn told_by(&mut self) -> Result<NamedPeople, Error> {
        let (named, has_stop) = self.take_brackets(ASSIGNS)?;
        if let Some(text) = self.text.as_mut().filter(|_| has_stop)
            && !text.ends_with(['.', '!', '?', '…'])
        {
            *text = format!("{text}.").into();
        }
        Ok(named)
    }

    /// Remarks on brackets that name somebody in a text that takes no people. `command`: what says who it is, if anything does.
    pub fn remark_on_brackets(&mut self, command: Option<String>) {
        let Some(text) = self.text.as_deref().filter(|_| !self.literal) else {
            return;
        };
        let at_end = self.sprint.named_at_end(text);
        let brackets = self.sprint.read_brackets(text, &self.by).ok();
        let brackets = brackets.unwrap_or_default();
        let people = brackets.people.map(|people| inside(text, &people.text));
        if let Some(name) = at_end.or(brackets.mentioned) {
            let people = people.unwrap_or_else(|| "PEOPLE".to_owned());
            let command = command.map(|command| format!("{command} {}", shell_words(&people)));
            self.remarks.push(Remark::NameInBrackets { name, command });
        }
    }

    /// Takes brackets of people off the end of the text: the people in them, and whether a full stop followed. A remark
    /// names who is in brackets that are text. `command`: what says who it is.
    fn take_brackets(&mut self, command: &str) -> Result<(NamedPeople, bool), Error> {
        let Some(text) = self.text.as_deref().filter(|_| !self.literal) else {
            return Ok((NamedPeople::default(), false));
        };
        let brackets = self.sprint.read_brackets(text, &self.by)?;
        let remark = brackets.mentioned.map(|name| Remark::NameInBrackets {
            name,
            command: Some(format!("{command} PEOPLE")),
        });
        self.remarks.extend(remark);
        if !brackets.unknown.is_empty() {
            let names = brackets.unknown;
            self.remarks.push(Remark::UnknownInBrackets {
                names,
                command: command.to_owned(),
            });
        }
        let Some(people) = brackets.people else {
            return Ok((NamedPeople::default(), false));
        };
        self.brackets = inside(text, &people.text);
        self.text = Some(people.text.into());
        self.joined.extend_from_slice(&people.named.joined);
        Ok((people.named, people.has_stop))
    }

    /// Finds the topic that was typed. A remark names a new one.
    pub fn topic(&mut self, typed: Option<&str>) -> Result<Option<Topic>, Error> {
        let Some(typed) = typed else { return Ok(None) };
        let listed = &self.folder.config.topics;
        let is_known = |topic: Topic| !self.sprint.is_new_topic(&topic, listed);
        let typed = match Topic::parse(typed).is_some_and(is_known) {
            true => typed,
            false => typed.trim_end_matches([',', ' ']),
        };
        let topic = Topic::parse(typed).ok_or(UsageError::EmptyTopic)?;
        if topic.headings().iter().any(|heading| is_blank(heading)) {
            return Err(UsageError::BlankHeading(topic.to_string()).into());
        }
        // The slash says that this is the whole path.
        let topic = match typed.trim_end().ends_with('/') {
            true => self.sprint.exact_topic(&topic, listed),
            false => self.sprint.find_topic(&topic, listed)?,
        };
        if self.sprint.is_new_topic(&topic, listed) {
            let longer = self.sprint.longer_topic(&topic, listed);
            self.remarks.push(Remark::NewTopic {
                topic: topic.to_string(),
                longer: longer.map(|longer| longer.to_string()),
            });
        }
        Ok(Some(topic))
    }
}

/// Returns the option that a text stands for that is a day or a time of day and nothing else.
fn time_option(text: &str) -> Option<TypedOption> {
    let text = match text.trim_end_matches('.').split_once(' ') {
        Some((lead, when)) if is_of("am at on um", &lead.to_lowercase()) => when,
        _ => text,
    };
    match typed_day(text) {
        Some(day) => Some(TypedOption::new("--day", &day)),
        None => is_time(text).then(|| TypedOption::new("--at", &text.replace('.', ":"))),
    }
}

/// Returns what was typed between the brackets of people that end a text; `before`: the text before them.
pub fn inside(text: &str, before: &str) -> String {
    let brackets = text.strip_prefix(before).unwrap_or_default();
    let inside = brackets.trim_matches([' ', '.']);
    let inside = inside.strip_prefix('(').unwrap_or(inside);
    inside.strip_suffix(')').unwrap_or(inside).to_owned()
}

/// Returns what assigns people to an item, if there are any.
pub fn assignment(item: EntryId, named: &NamedPeople) -> Option<Action> {
    let assign = Action::Assign(Assign {
        item,
        people: named.people.clone(),
        with: named.with.clone(),
        only: false,
    });
    (!named.is_empty()).then_some(assign)
}

/// Returns what adds people to the credit for a finished item, if there are any.
pub fn credit(sprint: &Sprint, item: &Item, named: &NamedPeople) -> Option<Action> {
    let NamedPeople { people, with, .. } = sprint.credited_with(item, named);
    let done = Action::Done(Done {
        item: item.id,
        text: None,
        people,
        with,
    });
    (!named.is_empty()).then_some(done)
}
