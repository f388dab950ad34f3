"""Writes sprints of any size, as `sprint` itself would have recorded them.

`realistic` is a sprint as people type it; the other shapes have much of one thing. Each is a function from a number of entries to
those entries, oldest first; `write` makes a folder of them. The same size always gives the same bytes.
"""
import datetime
import pathlib
import random

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
FIRST_DAY = datetime.date(2026, 3, 2)
# So many entries stand in one day log; below it, a sprint has five days.
OF_A_DAY = 20_000
DAYS = 5

WORDS = """the of a in and for to on with from garbage collector jit tracing compiler tests documentation release interpreter
    backend frontend parser loader module extension buffer thread socket unicode string dictionary list integer float profile
    benchmark warmup memory leak crash failure port migration branch merge review cleanup refactoring support example tutorial
    website server client cache index query table column builder runner script package version wheel platform windows linux""".split()
FIRST_NAMES = "Ada Bela Carla Dario Emil Frida Goran Hanna Ivo Jana Karl Lena Milo Nora Otto Paula Quirin Rosa Sven Tilda Uwe Vera Wim Xenia".split()
LAST_NAMES = "Abel Bauer Conti Dorn Ekberg Falk Gruber Holm Ivanov Jansen Kowalski Lindgren Moser Novak Olsen Petrov Quint Ruiz Silva Toth".split()
TOPICS = [f"{above}/{below}" for above in ("Core", "Tools", "Website", "Community", "Release") for below in ("Tests", "Docs", "Speed", "Bugs")]


class Writer:
    """Collects entries: their ids, their times and the order of their keys are those of the program."""

    def __init__(self, count):
        self.count = count
        self.random = random.Random(count)
        self.lines = []
        self.items = 0

    @property
    def is_full(self):
        return len(self.lines) >= self.count

    def words(self, least, most):
        return " ".join(self.random.choices(WORDS, k=self.random.randint(least, most)))

    def time(self):
        """The entries of a day are spread over its eight hours."""
        of_a_day = min(OF_A_DAY, max(1, -(-self.count // DAYS)))
        day, place = divmod(len(self.lines), of_a_day)
        midnight = datetime.datetime.combine(FIRST_DAY + datetime.timedelta(day), datetime.time(9))
        return midnight + datetime.timedelta(milliseconds=place * (8 * 3_600_000 // of_a_day))

    def add(self, kind, makes_item=False, number=None, id=None, **values):
        suffix = "".join(self.random.choices(ALPHABET, k=6 if makes_item else 10))
        if makes_item:
            self.items += 1
            suffix = f"{number or self.items}-{suffix}"
        id = id or suffix
        at = self.time()
        by = values.pop("by", "ada")
        pairs = [f"at = {at.isoformat(timespec='milliseconds')}+01:00", f'by = "{by}"', f'kind = "{kind}"']
        for key, value in values.items():
            if isinstance(value, bool):
                pairs.append(f"{key} = {str(value).lower()}")
            elif isinstance(value, list):
                names = ", ".join(f'"{name}"' for name in value)
                pairs.append(f"{key} = [{names}]")
            else:
                pairs.append(f'{key} = "{value}"')
        self.lines.append((at.date(), f"{id} = {{ {', '.join(pairs)} }}"))
        return id


def name(number):
    """Returns a full name and a nick; both are different for each number."""
    first, last = FIRST_NAMES[number % len(FIRST_NAMES)], LAST_NAMES[number // len(FIRST_NAMES) % len(LAST_NAMES)]
    more = number // (len(FIRST_NAMES) * len(LAST_NAMES))
    if more:
        last += "abcdefghij"[more % 10] * (more // 10 + 1) if more < 10 else "".join("abcdefghij"[int(digit)] for digit in str(more))
    return f"{first} {last}", f"{first}{last}".lower()


def join(sprint, count):
    """Lets so many people join; returns their nicks."""
    nicks = []
    for number in range(count):
        if sprint.is_full:
            break
        person, nick = name(number)
        sprint.add("join", person=person, nick=nick)
        nicks.append(nick)
    return nicks


def realistic(count):
    """A sprint as people type it: tasks with people, what becomes of them, some discussions, talks and notes."""
    sprint = Writer(count)
    people = join(sprint, min(40, count // 20))
    open_items = []
    while not sprint.is_full:
        draw = sprint.random.random()
        # Nobody has more tasks open than fit on a wall: what is new has to wait until something is finished.
        if draw < 0.36 and len(open_items) > 60:
            draw = 1
        by = sprint.random.choice(people) if people else "ada"
        pair = sprint.random.sample(people, k=min(len(people), sprint.random.randint(1, 3)))
        if draw < 0.30 or not open_items:
            values = {"by": by, "text": sprint.words(5, 14), "topic": sprint.random.choice(TOPICS), "people": pair}
            if open_items and sprint.random.random() < 0.2:
                values = {"by": by, "text": sprint.words(5, 14), "under": sprint.random.choice(open_items)[0], "people": pair}
            open_items.append((sprint.add("plan", makes_item=True, **{key: value for key, value in values.items() if value}), "plan"))
        elif draw < 0.34:
            open_items.append((sprint.add("discuss", makes_item=True, by=by, text=sprint.words(4, 9), topic=sprint.random.choice(TOPICS)), "discuss"))
        elif draw < 0.36:
            sprint.add("talk", makes_item=True, by=by, text=sprint.words(4, 9), **({"people": pair[:1]} if pair else {}))
        elif draw < 0.40:
            sprint.add("note", by=by, text=sprint.words(15, 40), topic=sprint.random.choice(TOPICS))
        else:
            # What is new is talked about most.
            place = max(0, len(open_items) - 1 - int(sprint.random.expovariate(1 / 30)))
            item, kind = open_items[place]
            if draw < 0.55 and pair:
                sprint.add("assign", by=by, item=item, people=pair)
            elif draw < 0.75:
                sprint.add("progress", by=by, item=item, text=sprint.words(10, 30))
            else:
                open_items.pop(place)
                closing = "decide" if kind == "discuss" else "done"
                sprint.add(closing, by=by, item=item, text=sprint.words(10, 40))
    return sprint.lines


def chain(count):
    """Each task is part of the one before it, as deep as the program lets anybody nest them, then the next chain begins."""
    sprint = Writer(count)
    above = None
    while not sprint.is_full:
        depth = sprint.items % 32
        above = sprint.add("plan", makes_item=True, text=sprint.words(3, 8), **({"under": above} if depth else {}))
    return sprint.lines


def parts(count):
    """One task has all others as its parts."""
    sprint = Writer(count)
    top = sprint.add("plan", makes_item=True, text=sprint.words(3, 8))
    while not sprint.is_full:
        sprint.add("plan", makes_item=True, text=sprint.words(3, 8), under=top)
    return sprint.lines


def people(count):
    """As many people as tasks, each on one of them."""
    sprint = Writer(count)
    nicks = join(sprint, count // 2)
    for nick in nicks:
        if not sprint.is_full:
            sprint.add("plan", makes_item=True, text=sprint.words(3, 8), people=[nick])
    return sprint.lines


def full_name(number):
    """Returns a full name; the first name is different for each number."""
    digits = "".join("aeioubcdfg"[int(digit)] for digit in str(number))
    return f"Z{digits} Holm"


def first_names(count):
    """As many people as entries, each with a first name of their own."""
    sprint = Writer(count)
    while not sprint.is_full:
        person = full_name(len(sprint.lines))
        sprint.add("join", person=person, nick=person.split()[0].lower())
    return sprint.lines


def unknown(count):
    """Each task is somebody's who has not joined."""
    sprint = Writer(count)
    while not sprint.is_full:
        sprint.add("plan", makes_item=True, text=sprint.words(3, 8), people=[name(sprint.items)[1]])
    return sprint.lines


def like(count):
    """People whose names are all alike, each on a task."""
    sprint = Writer(count)
    for number in range(count // 2):
        nick = "anna" + "".join(ALPHABET[10 + int(digit)] for digit in str(number))
        sprint.add("join", person=f"Anna {nick}", nick=nick)
    for number in range(count - count // 2):
        nick = "anna" + "".join(ALPHABET[10 + int(digit)] for digit in str(number))
        sprint.add("plan", makes_item=True, text=sprint.words(3, 8), people=[nick])
    return sprint.lines


def topics(count):
    """As many topics as tasks, all alike."""
    sprint = Writer(count)
    while not sprint.is_full:
        topic = "Topic " + "".join(ALPHABET[10 + int(digit)] for digit in str(sprint.items))
        sprint.add("plan", makes_item=True, text=sprint.words(3, 8), topic=topic)
    return sprint.lines


def one_item(count):
    """All entries are about one task."""
    sprint = Writer(count)
    item = sprint.add("plan", makes_item=True, text=sprint.words(3, 8))
    while not sprint.is_full:
        sprint.add("progress", item=item, text=sprint.words(3, 8))
    return sprint.lines


def team(count):
    """As many people as entries on one task: half of them were put on it at once, the others one by one; some go again."""
    sprint = Writer(count)
    nicks = join(sprint, count // 2)
    half = len(nicks) // 2
    item = sprint.add("plan", makes_item=True, text=sprint.words(3, 8), people=nicks[:half])
    for nick in nicks[half:]:
        sprint.add("assign", item=item, people=[nick])
    for nick in nicks:
        if sprint.is_full:
            break
        sprint.add("unassign", item=item, people=[nick])
    return sprint.lines


def namesakes(count):
    """As many people with one full name, and one person with as many nicks and other names."""
    sprint = Writer(count)
    while not sprint.is_full:
        number = len(sprint.lines)
        sprint.add("join", person="+Ada Holm", nick=f"ada{number}")
        sprint.add("join", person="Bela Holm", nick=f"bela{number}", also=[f"Bel{number}"])
        sprint.add("leave", people=["everybody"])
    return sprint.lines


def turns(count):
    """One person comes to one task and leaves it, again and again."""
    sprint = Writer(count)
    item = sprint.add("plan", makes_item=True, text=sprint.words(3, 8))
    while not sprint.is_full:
        sprint.add("assign", item=item, people=["bela"])
        sprint.add("unassign", item=item, people=["bela"])
    return sprint.lines


def one_number(count):
    """All tasks have one number, as if each had been planned without a network."""
    sprint = Writer(count)
    while not sprint.is_full:
        sprint.add("plan", makes_item=True, number=1, text=sprint.words(3, 8))
    return sprint.lines


def spoken(count):
    """Talks and discussions, with what was decided."""
    sprint = Writer(count)
    people = join(sprint, min(40, count // 20))
    while not sprint.is_full:
        speaker = [sprint.random.choice(people)] if people else []
        named = {"people": speaker} if speaker else {}
        if sprint.items % 2:
            sprint.add("talk", makes_item=True, text=sprint.words(3, 8), **named)
        else:
            item = sprint.add("discuss", makes_item=True, text=sprint.words(3, 8), **named)
            if not sprint.is_full:
                sprint.add("decide", item=item, text=sprint.words(5, 12))
    return sprint.lines


def moved(count):
    """Tasks that are moved below each other, back and forth."""
    sprint = Writer(count)
    items = [sprint.add("plan", makes_item=True, text=sprint.words(3, 8)) for _ in range(count // 2)]
    for place in range(count - len(items)):
        sprint.add("move", item=items[place % len(items)], **({"under": items[0]} if place % len(items) and place % 2 else {"top": True}))
    return sprint.lines


def undone(count):
    """Every other entry takes back the one before it."""
    sprint = Writer(count)
    while not sprint.is_full:
        item = sprint.add("plan", makes_item=True, text=sprint.words(3, 8))
        if not sprint.is_full:
            sprint.add("undo", entry=item)
    return sprint.lines


def one_batch(count):
    """All entries were recorded together."""
    sprint = Writer(count)
    first = sprint.add("plan", makes_item=True, text=sprint.words(3, 8))
    while not sprint.is_full:
        sprint.add("plan", makes_item=True, text=sprint.words(3, 8), batch=first)
    return sprint.lines


def notes(count):
    """Notes, next steps, thanks and goals."""
    sprint = Writer(count)
    while not sprint.is_full:
        kind = ("note", "next", "thank", "goal")[len(sprint.lines) % 4]
        sprint.add(kind, text=sprint.words(4, 12))
    return sprint.lines


def copies(count):
    """Each entry stands in the logs of two days."""
    lines = realistic(count // 2)
    return lines + [(day + datetime.timedelta(7), line) for day, line in lines]


SHAPES = {shape.__name__: shape for shape in (
    realistic, chain, parts, people, first_names, unknown, like, topics, one_item, team, namesakes, turns, one_number, spoken, moved, undone,
    one_batch, notes, copies,
)}


def write(folder, count, shape=realistic):
    """Makes a folder with one sprint of so many entries in it; returns the day on which the last of them was recorded."""
    sprint = pathlib.Path(folder) / "sprints" / "big"
    sprint.mkdir(parents=True)
    lines = shape(count)
    last = lines[-1][0] if lines else FIRST_DAY
    sprint.joinpath("sprint.toml").write_text(f'title = "Big Sprint"\nfrom = {FIRST_DAY}\nto = {last}\n')
    logs = {}
    for day, line in lines:
        logs.setdefault(day, []).append(line)
    for day, log in logs.items():
        head = f"# Big Sprint: {day:%A}, {day.day} {day:%B %Y}\n"
        sprint.joinpath(f"{day}.toml").write_text(head + "\n".join(log) + "\n")
    return last
