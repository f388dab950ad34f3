#!/usr/bin/env python3
"""Holds `summary --for rst` against `summary --page`: docutils has to find the same blocks, texts, lists, code, links and
pictures in the one as a browser in the other, without a warning. The texts are random Markdown, and nasty.

    pip install docutils pygments && python3 tests/sites/rst.py target/debug/sprint [SEED [COUNT]]

What reStructuredText cannot say is left out of the comparison: markup within markup, blanks around it, blank lines at
the ends of code, and where a line across may stand."""

import html.parser
import json
import os
import random
import subprocess
import sys
import tempfile
from urllib.parse import unquote

from docutils import core, nodes, utils

NASTY = """*star* **bold _under_ snake_case __init__ x_ _x x__ `x`_ |x|_ [CIT]_ [1]_ [#]_ |sub| :role:`x` .. ..note:: Name::
    :: a:: std::string http://x.y ftp://a.b/c mailto:a@b.c a@b.org javascript:x data:text news:x tel:1 10:30 x:y http: - + * # #. > >>>
    -v --long=FOO /V -- — • ‣ ===== ----- ~~~~ .... !!! " ' ( ) (a) a) i. iv. A. 1. 12) (3) #) 3.5 mix. :field: :f \\ \\* \\\\ C:\\dir
    `` ` ``` <b> </p> <script> &amp; &lt; & R&D a<b>c {{x}} {%x%} | || a|b $x$ ^ ~ ~~s~~ !x ? ; é 日本語 🎿 👩‍👩‍👧 e\u0301 „q“ «x» “q” ‘s’
    Vec<T> C++ C# x=1 5*3 don't a.b ... it's PEP 8 RFC 2822 \u00a0 __ __anon ..\u0020 _`t` `a <b>`_ `a <http://b>`__ +-+ =+= \u202e""".split()
WORDS = "one two three the leak of a tests and bugs PyPy everybody".split()


SHAPES = [[], ["--body", "bullets"], ["--group", "none"], ["--group", "day", "--body", "bullets"]]


class Texts:
    """Random Markdown."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def word(self):
        return self.random.choice(NASTY if self.random.random() < 0.45 else WORDS)

    def words(self, most=5):
        return " ".join(self.word() for _ in range(self.random.randint(1, most)))

    def glue(self):
        return self.random.choice(["", " ", " ", " ", "(", ")", ".", "'", '"', "-", "x", "_", ":", "\\"])

    def markup(self, depth):
        inside = self.line(depth - 1) if depth > 0 else self.words(3)
        address = self.random.choice(
            ["https://x.y/a_b_", "http://x.y/(a)?b=c&d=%20", "README.md", "a_", "a@b.org", "mailto:a@b.org", "#part", "x`y"]
        )
        return self.random.choice(
            [
                f"*{inside}*", f"**{inside}**", f"`{self.words(2)}`", f"`` {self.words(2)} ``", f"``` `{self.word()}` ```",
                f"[{inside}](<{address}>)", f"![{self.words(2)}](photos/{self.random.randint(1, 3)}.png)",
                f"[![{self.word()}](a.png) {inside}](<{address}>)", "` a `", "` x`", "`x `", f"<{address}>",
                "https://pypy.org/a_(b)", "  \n",
            ]
        )

    def line(self, depth=1):
        parts = []
        for _ in range(self.random.randint(1, 4)):
            parts += [self.markup(depth) if self.random.random() < 0.4 else self.words(), self.glue()]
        return "".join(parts)

    def block(self, depth=2):
        sort = self.random.random()
        if depth == 0 or sort < 0.45:
            return self.line()
        inner = lambda: self.blocks(depth - 1)
        if sort < 0.65:
            number = self.random.choice([None, None, 1, 7])
            items = []
            for place in range(self.random.randint(1, 3)):
                marker = "- " if number is None else f"{number + place}. "
                items.append(marker + inner().replace("\n", "\n" + " " * len(marker)))
            return self.random.choice(["\n", "\n\n"]).join(items)
        if sort < 0.75:
            language = self.random.choice(["", "c", "python", "Rust", "nonsense", "text"])
            lines = "\n".join("  " * self.random.randint(0, 2) + self.words() for _ in range(self.random.randint(1, 3)))
            return f"~~~~{language}\n{lines}\n~~~~"
        if sort < 0.85:
            return "> " + inner().replace("\n", "\n> ")
        if sort < 0.88:
            return "***"
        if sort < 0.93:
            row = lambda: " | ".join(self.line(0).replace("\n", " ") for _ in range(2))
            return f"| {row()} |\n|---|:-:|\n" + "\n".join(f"| {row()} |" for _ in range(self.random.randint(0, 2)))
        return f"![{self.words(2)}](photos/x_y_.png)"

    def blocks(self, depth):
        return "\n\n".join(self.block(depth) for _ in range(self.random.randint(1, 3)))


def sprint(folder, texts, count):
    """A sprint of notes, items and pictures, each under a topic or not."""
    place = os.path.join(folder, "sprints", "hut")
    os.makedirs(place)
    quoted = lambda text: json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
    with open(os.path.join(place, "sprint.toml"), "w") as file:
        file.write(f"title = {quoted(texts.words())}\n")
    # A brace could begin a placeholder.
    written = lambda: texts.blocks(2).replace("{", "&#123;").replace("}", "&#125;")
    headings = ["## " + texts.words().replace("{", "").replace("}", "").replace("\n", " ") for _ in range(3)]
    page = [written(), headings[0], "{{ body() }}", headings[1], "{{ talks() }}", written(), "<!-- a -- b -->", headings[2], "{{ notes() }}", "<!-- more -->", written()]
    with open(os.path.join(place, "post.md"), "w") as file:
        file.write("\n\n".join(page if texts.random.random() < 0.8 else ["{{ body() }}"]))
    with open(os.path.join(place, "2017-02-27.toml"), "w") as file:
        for number in range(count):
            head = f"{number:010d} = {{ at = 2017-02-27T09:00:00.{number:03d}+01:00, by = \"a\""
            topic = ""
            if texts.random.random() < 0.4:
                path = "/".join(texts.words(2).replace("/", "") or "x" for _ in range(texts.random.randint(1, 3)))
                topic = f", topic = {quoted(path)}"
            sort = texts.random.random()
            if sort < 0.1:
                text = quoted(texts.line())
                file.write(f'{head}, kind = "photo", text = {text}, file = "photos/a.png"{topic} }}\n')
            elif sort < 0.4:
                # What has no result is a gap, which is a comment in the post.
                item = f"{number + 1}-{number:06d}"
                result = f", text = {quoted(texts.blocks(2))}" if texts.random.random() < 0.6 else ""
                kind = texts.random.choice(["plan", "talk", "discuss"])
                file.write(f'{head.replace(f"{number:010d}", item)}, kind = "{kind}", text = {quoted(texts.line())}{topic} }}\n')
                if texts.random.random() < 0.8:
                    file.write(f'{head}, kind = "done", item = "{item}"{result} }}\n')
            else:
                file.write(f'{head}, kind = "note", text = {quoted(texts.blocks(3))}{topic} }}\n')


def line(parts):
    """A line as texts and pictures, each with what marks it, as far as both formats can say it."""
    marked = []
    for what, marks in parts:
        link = next((mark for mark in marks if mark.startswith("link:")), None)
        if link is not None:
            marks = {link}
        elif "code" in marks:
            marks = {"code"}
        if "code" in marks and isinstance(what, str):
            words = what.strip()
            before, after = what.split(words, 1) if words else (what, "")
            marked += [(before, ()), (words, ("code",)), (after, ())]
        elif isinstance(what, tuple):
            marks = {mark for mark in marks if mark == link}
            marked.append((what, tuple(marks)))
        else:
            marked += [(letter, () if letter.isspace() else tuple(marks)) for letter in what]
    joined = []
    for what, marks in (part for part in marked if part[0]):
        if joined and isinstance(what, str) and isinstance(joined[-1][0], str) and joined[-1][1] == marks:
            joined[-1] = (joined[-1][0] + what, marks)
        else:
            joined.append((what, marks))
    return trimmed(joined)


def trimmed(parts):
    """Without blanks at the ends of lines."""
    rows = [[]]
    for what, marks in parts:
        pieces = what.split("\n") if isinstance(what, str) else [what]
        for place, piece in enumerate(pieces):
            if place:
                rows.append([])
            if piece:
                rows[-1].append((piece, marks))
    whole = []
    for place, row in enumerate(rows):
        while row and row[0][1] == () and isinstance(row[0][0], str) and not row[0][0].strip():
            row.pop(0)
        while row and row[-1][1] == () and isinstance(row[-1][0], str) and not row[-1][0].strip():
            row.pop()
        if row and row[0][1] == () and isinstance(row[0][0], str):
            row[0] = (row[0][0].lstrip(), ())
        if row and row[-1][1] == () and isinstance(row[-1][0], str):
            row[-1] = (row[-1][0].rstrip(), ())
        whole += ([("\n", ())] if place else []) + row
    return whole


def code(text):
    return "\n".join(row.rstrip() for row in text.split("\n")).strip("\n")


def tidy(blocks):
    """Without what is empty; a line across is one, however it is written."""
    done = []
    for block in blocks:
        if block[0] == "p" and block[1] == [("* * *", ())]:
            block = ("hr",)
        if block[0] == "p" and not block[1]:
            continue
        done.append(block)
    return done


class Page(html.parser.HTMLParser):
    """The blocks that a browser finds in the main part of a page."""

    BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption")

    def __init__(self, text):
        super().__init__()
        self.stack = [("root", [])]
        self.parts, self.marks, self.pre, self.figure, self.wanted = None, [], None, None, False
        self.feed(text)
        self.blocks = tidy(self.stack[0][1])

    def flush(self):
        if self.parts is not None:
            self.stack[-1][1].append(("p", line(self.parts)))
            self.parts = None

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "main":
            self.wanted = True
        elif not self.wanted:
            return
        elif tag in ("ul", "ol", "blockquote"):
            self.flush()
            self.stack.append(((tag, int(attributes.get("start", 1)) if tag == "ol" else None), []))
        elif tag == "li":
            self.stack.append(("li", []))
        elif tag == "table":
            self.flush()
            self.stack.append(((tag, None), []))
        elif tag == "tr":
            self.stack.append(("tr", []))
        elif tag in ("th", "td"):
            self.parts = []
        elif tag in self.BLOCKS:
            self.parts = []
        elif tag == "pre":
            self.flush()
            self.pre = ""
        elif tag == "hr":
            self.stack[-1][1].append(("hr",))
        elif tag == "figure":
            self.flush()
            self.figure = []
        elif tag == "img" and self.figure is not None and self.parts is None:
            self.figure = [unquote(attributes["src"]), attributes["alt"].strip(), []]
        elif tag == "img":
            self.inline(("img", unquote(attributes["src"]), attributes["alt"].strip()))
        elif tag == "br":
            self.inline("\n")
        elif tag == "a":
            self.marks.append("link:" + unquote(attributes["href"]))
        elif tag in ("em", "strong", "code") and self.pre is None:
            self.marks.append(tag)

    def inline(self, what):
        if self.parts is None:
            self.parts = []
        self.parts.append((what, set(self.marks)))

    def handle_endtag(self, tag):
        if tag == "main":
            self.wanted = False
        if not self.wanted:
            return
        if tag in ("ul", "ol", "blockquote"):
            self.flush()
            (sort, start), inside = self.stack.pop()
            items = inside if sort != "blockquote" else tidy(inside)
            self.stack[-1][1].append((sort, start, items))
        elif tag == "li":
            self.flush()
            _, blocks = self.stack.pop()
            self.stack[-1][1].append(tidy(blocks))
        elif tag == "table":
            _, rows = self.stack.pop()
            self.stack[-1][1].append(("table", rows))
        elif tag == "tr":
            _, cells = self.stack.pop()
            self.stack[-1][1].append(cells)
        elif tag in ("th", "td"):
            parts, self.parts = self.parts, None
            self.stack[-1][1].append(line(parts))
        elif tag == "p":
            self.flush()
        elif tag == "figcaption":
            self.figure[2] = line([(what if what != "\n" else " ", marks) for what, marks in self.parts])
            self.parts = None
        elif tag in self.BLOCKS:
            parts, self.parts = self.parts, None
            self.stack[-1][1].append(("h", int(tag[1]), line(parts)))
        elif tag == "pre":
            self.stack[-1][1].append(("pre", code(self.pre)))
            self.pre = None
        elif tag == "figure":
            self.stack[-1][1].append(("figure", *self.figure))
            self.figure = None
        elif tag in ("em", "strong", "code", "a") and self.pre is None:
            self.marks.pop()

    def handle_data(self, data):
        if not self.wanted:
            return
        if self.pre is not None:
            self.pre += data
        elif self.parts is not None or data.strip("\n"):
            # A line of HTML ends behind a break and before a list.
            self.inline(data.replace("\n", ""))


def found(text, infos):
    """The blocks that docutils finds."""
    warnings = []

    class Stream:
        def write(self, message):
            warnings.append(message)

    settings = dict(report_level=1, halt_level=5, warning_stream=Stream(), doctitle_xform=False, _disable_config=True)
    tree = core.publish_doctree(text, settings_overrides=settings)
    for message in warnings:
        harmless = "Duplicate implicit target name" in message or "Enumerated list start value not ordinal-1" in message
        if not harmless:
            sys.exit(f"docutils says: {message}\n{text}")
        infos.append(message)
    return blocks(tree, 0)


def blocks(node, depth):
    done = []
    for child in node.children:
        if isinstance(child, nodes.section):
            done.append(("h", depth + 1, line(inlines(child[0], set()))))
            done += blocks(child, depth + 1)
        elif isinstance(child, nodes.title):
            pass
        elif isinstance(child, nodes.paragraph):
            done.append(("p", line(inlines(child, set()))))
        elif isinstance(child, nodes.line_block):
            parts = []
            for row in child.children:
                parts += ([("\n", set())] if parts else []) + (inlines(row, set()) or [("", set())])
            done.append(("p", line(parts)))
        elif isinstance(child, nodes.bullet_list):
            done.append(("ul", None, [blocks(item, depth) for item in child.children]))
        elif isinstance(child, nodes.enumerated_list):
            done.append(("ol", child.get("start", 1), [blocks(item, depth) for item in child.children]))
        elif isinstance(child, nodes.block_quote):
            done.append(("blockquote", None, blocks(child, depth)))
        elif isinstance(child, nodes.literal_block):
            done.append(("pre", code(child.astext())))
        elif isinstance(child, nodes.table):
            cell = lambda entry: line(inlines(entry[0], set())) if entry.children else []
            done.append(("table", [[cell(entry) for entry in row.children] for row in child.findall(nodes.row)]))
        elif isinstance(child, nodes.transition):
            done.append(("hr",))
        elif isinstance(child, nodes.image):
            done.append(("p", [(image(child), ())]))
        elif isinstance(child, nodes.figure):
            _, source, alt = image(child[0])
            caption = line(inlines(child[1], set())) if len(child) > 1 else []
            done.append(("figure", source, alt, caption))
        elif isinstance(child, (nodes.comment, nodes.substitution_definition, nodes.system_message)):
            pass
        else:
            sys.exit(f"docutils found a {child.tagname}: {child}")
    return tidy(done)


def image(node):
    return ("img", unquote(node["uri"]), node.get("alt", "").strip())


def inlines(node, marks):
    parts = []
    for child in node.children:
        if isinstance(child, nodes.Text):
            parts.append((child.astext(), marks))
        elif isinstance(child, nodes.image):
            parts.append((image(child), marks))
        else:
            mark = {nodes.emphasis: "em", nodes.strong: "strong", nodes.literal: "code"}.get(type(child))
            if isinstance(child, nodes.reference):
                mark = "link:" + unquote(child["refuri"] if "refuri" in child else "#" + child["refid"])
            if mark is None:
                sys.exit(f"docutils found a {child.tagname}: {child}")
            parts += inlines(child, marks | {mark})
    return parts


def compare(program, folder, what, options=()):
    run = lambda *flags: subprocess.run(
        [program, "-C", folder, "summary", *options, *flags], capture_output=True, text=True, check=True
    ).stdout
    rst, infos = run("--for", "rst"), []
    expected, seen = Page(run("--page")).blocks, found(rst, infos)
    # A page holds the pictures of a sprint; where they come from is the same otherwise.
    expected = json.loads(json.dumps(expected))
    seen = json.loads(json.dumps(seen))
    for place, (one, other) in enumerate(zip(expected, seen)):
        if one != other and "data:image" not in json.dumps(one):
            sys.exit(f"{what}, block {place}:\n  html {one}\n  rst  {other}\n  before {seen[place - 1]}\n{rst}")
    if len(expected) != len(seen):
        sys.exit(f"{what}: {len(expected)} blocks in HTML, {len(seen)} in reStructuredText\n{rst}")
    return len(seen), len(infos)


def main():
    program = os.path.abspath(sys.argv[1])
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 40
    here = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
    total = 0
    for name in ("leysin-2009", "leysin-2017"):
        total += compare(program, here, name, ("-s", name))[0]
    for number in range(seed, seed + count):
        with tempfile.TemporaryDirectory() as folder:
            sprint(folder, Texts(number), 10)
            shape = SHAPES[number % len(SHAPES)]
            total += compare(program, folder, f"seed {number}", shape)[0]
    print(f"{count + 2} posts, {total} blocks: the same in reStructuredText as in HTML, without a warning")


main()
