"""A sprint whose texts have everything in them that some engine takes for markup."""

import json
import random
import re
from pathlib import Path

# How many blocks are put together by chance, and by which: other numbers look for what nobody thought of.
SHUFFLED = 60
SEED = 20170227

# What shall come out of every engine letter for letter.
LITERAL = [
    "literal <T> tag", "Vec<T> & R&D; &amp; &lt; &copy;", "*star* and **bold**", "_under_ snake_case __del__", "`code` tick",
    "[link](http://x.y)", "![img](a.png)", "[ref] and [ref][x]", "[ref]: http://x.y", "# hash start", "## two", "C# and F#", "1. one start",
    "12) paren start", "- dash start", "+ plus start", "* star start", "> quote start", "| a | b |", "|---|---|", "{{ jinja }}", "{% raw %}",
    "{% endraw %}", "{{< hugo >}}", "{{< open", "{{% hugo %}}", "{# comment #}", "{{ zola() }}", "{% zola() %}", "{{{ three }}}", "{ {", "} }}",
    "back\\slash \\* \\n", "~~strike~~ ~sub~", "==mark== ^sup^ ++ins++", "^ start", "http://example.com/a_b_c", "www.example.com",
    "ftp://x.y", "a@b.org", "$x_1$ and $$y$$", "text {: .cls}", "{: .cls} start", "text {#anchor}", "text {.cls}", "{::comment} x {:/}", "foot[^1] note",
    "[^1]: note", "*[HTML]: abbr", "<!-- comment -->", "-->", "--- start", "=== start", "***", "___", "---", ": colon start", "#123 and @user", "C++ & C#",
    "5 * 3 < 4 > 2", '"quoted" it\'s', "a -- b --- c", "--strict", "(c) (tm) (r)", "[x] todo", "[ ] todo", "::: div", "```fence", "~~~fence",
    "<script>alert(1)</script>", "</div>", "javascript:alert(1)", "|pipe|subst|", "`role`:x:", "under_ ref_", "``lit``", ".. comment",
    ".. raw:: html", "::", "term::", "\\", "ends with backslash\\", "[1]_ foot", "+---+---+", "a\\b", "__init__.py", "é中\U0001F3BF日本語", "e\u0301 combining",
    "%% x", "[TOC]", "[[wiki]]", "//http", "<http://x.y>", "&#35; ent", ":smile: :+1:", "&", "&&", "100% of it", "!", "![", "a_b_ c", "_a b_c",
    "*a b*c", "<a href='x'>", "<?php ?>", "<![CDATA[x]]>", "(a) paren", "A. alpha", "i) roman", "@@ZOLA", "{filename}x {static}/y |static|", "~", "`", "``", "*",
    "_", "x | y", "a:b", "?", "...", "2017. It was good", "\\[math\\]", "\\(x\\)", "\\`", "a`b", "a`b`c``d", "<<x>>", "\u00ab", "TEASER_END", "more", "x{.y}", "u{1b} {x}", "x{a=b}y", "é{x}",
]

CODE = [
    "plain", "  leading blanks", "<b>&amp; & \"q\" 'q'</b>", "{{ jinja }}", "{% raw %} {% endraw %}", "{{< hugo >}}", "{{< open", "{{% x %}}", "{{ zola() }}",
    "{% zola() %}", "{{/* x */}}", "*a* _b_ [c](d) \\ \\*", "#!/bin/sh\necho $x", "#!python\nx = 1", ":::python\nx = 1", "a\n\n\nb", "a\n    b\n\n        c", "    four\nback",
    "\n\nbehind blank lines", "```\nfence\n```", "~~~", "- a\n- b", "# x", "<div>\n\nx\n\n</div>", "</code></pre>", "1. a", "> q", "| a | b |", "\\", "é中\U0001F3BF", "a -- b ... \"c\"",
    "{{ \"{{\" }}", "{{{{ x }}}}", "{%%}", "&#123;", "https://pypy.org/a_b", "a@b.org", "<!-- x -->", "<script>", "$x$ $$y$$", "[^1]: x", ":smile:", "==x== ~~y~~", "{: .x}", "x  ", "\tx\ty\n\n\n\t  z", "a\n   \n\n    b", "all:\n\trun me",
]

LANGUAGES = ["", "", "python", "sh", "c++", "objective-c", "a/b", "{.x}"]

LINKS = [
    "[text](http://example.org/a_(b)_c)", "[*a* [b\\] `c]`](<http://x.y/a b>)", "<https://pypy.org/~x/a_b*c>", "see https://pypy.org/a?b=1&copy=2&lt;c=3#d now",
    "[x \\| y](http://x.y/a|b)", "[R&D](http://x.y/?a=1&amp;b=2)", "[mail](mailto:a@b.org)", "[{{ x }}](http://x.y/{{ y }})", "[é](http://x.y/é)",
    "[![alt *x* \\[y\\] \"q\"](http://x.y/i.png)](http://x.y/)", "![{{ a }} | b](http://x.y/a_(1).png)",
    "https://x.y/a/__init__.py, https://x.y/*star*/ and https://x.y/?b=**c**.", "(https://x.y/a_(b)_c) **https://x.y/a_b**", "https://x.y/[a](b)_c_ https://x.y/a~b~^c^{d}", "[part](#part)", "**[bold](http://x.y)** and *[em](http://x.y)*", "[`code {{ x }}`](http://x.y)",
]

INLINES = [
    "**a**b", "*a*b", "a**b**c", "`a``b`", "`` a`b ``", "` `` `", "**a** *b*", "_a_**b**", "**a `b {{ c }}` d**", "a  \nb", "a  \n# b", "a  \n- b", "a  \n{x}", "a  \n1. b", "*x*{: .y}", "`x`{.y}",
    "**bold with \\* star**", "***both***", "*a **b** c*", "`<T>` and `&amp;` and `\\`", "`a`s", "`{{ x }}` `{% raw %}` `{{< x >}}` `{{% y` `{{ z() }}`", "`*a*` `_b_` `[c](d)`", "<b>raw</b> & <i>html</i>", "`- a`", "a\\\nb",
    "__init__, a.__init__.py, (_fields_) and **__x__**", "great&#33;[a](http://x.y)", "*a.*<!-- -->b", "5*3 of http://x.y/a_(b)x*two", "\\`\\`\\` a `b | c`", "http://x.y/(a)?b=c&d=%20", "**[*a*](http://x.y)** (b)",
]


def literal(text):
    """CommonMark that is the text."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


def fence(text, language=""):
    run = max([2] + [len(run) for run in re.findall("`+", text)]) + 1
    return "`" * run + language + "\n" + text + "\n" + "`" * run


def indented(text, by):
    return "\n".join(" " * by + line if line else line for line in text.split("\n"))


def bullet(*blocks, marker="-"):
    by = len(marker) + 1
    return marker + " " + indented("\n\n".join(blocks), by).lstrip(" ")


def lists():
    """Texts with lists in them."""
    yield "- a\n- b\n    - c\n        - d\n            - e\n- f"
    yield "1. a\n2. b\n   1. c\n   2. d\n3. e"
    yield "9. a\n10. b\n11. c\n\n    three"
    yield "100. hundred\n\n     paragraph\n\n     - inner\n101. more"
    yield bullet("one", "two", "three", fence("int x;\n\n    y;", "c"), "four") + "\n" + bullet("last")
    yield bullet("one", "- inner\n- other", fence("behind a list"), "end")
    yield bullet("one", "- inner\n\n  " + "```\n  deep\n  ```\n- other", "end")
    yield bullet("one", fence("a"), fence("b"), "> quote\n>\n> - in it\n>\n> ```\n> code\n> ```", "> other")
    yield bullet(fence("first"), "text") + "\n" + bullet(fence("second\n\n  more", "sh"))
    yield bullet("> quote first", "text")
    yield bullet("- list first\n- of two", "text")
    yield bullet("1. one\n2. two", marker="1.") + "\n" + bullet("text", fence("x"), marker="2.")
    yield "- a\n- b\n\n* c\n* d"
    yield "- a\n\n1. b"
    yield "> a\n\n> b"
    yield "> " + "\n> ".join((fence("quoted {{ x }}\n\ncode", "python") + "\n\n- list\n  - inner\n\nend").split("\n"))
    yield "a\n\n---\n\nb\n\n***"
    yield "# Heading\n\ntext\n\nHeading\n======="
    yield "- [link](http://x.y/) and `code`\n- **bold**: text\n- # not a heading"


def tables():
    """Texts with tables in them."""
    yield "| a | b |\n|---|--:|\n| c | d |\n| e | f |"
    yield "before\n\na|b|c\n:-|:-:|-:\n|1|2\n\nbehind"
    yield "| one |\n|---|\n| two |"
    yield "|  | b |\n|---|---|\n| c |  |\n|  | d |"
    yield "| a | b |\n|---|---|\n| --- | - |\n| = | == |\n| + | : |"
    yield "| **a** | *b* `c` [d](http://x.y/e_f) |\n|---|---|\n| https://x.y/__init__.py | ![i](http://x.y/i.png) |"
    yield "| a | b |\n|---|---|\n| `c\\|d` | e \\| f |\n| `` ` `` | `{{ x }}` |"
    yield bullet("one", "| a | b |\n|---|---|\n| c | d |", "end") + "\n" + bullet("last")
    yield bullet("| a | b |\n|---|---|\n| c | d |", "end")
    yield "> | a | b |\n> |---|---|\n> | c | d |\n>\n> end"
    yield "| a | b |\n|---|---|\n| c | d |\n\n| e | f |\n|---|---|\n| g | h |"
    cells = [literal(text).replace("|", "\\|") for text in LITERAL]
    yield "| a | b |\n|---|---|\n" + "\n".join(f"| {cell} | x |" for cell in cells)
    yield "| a | b |\n|---|---|\n" + "\n".join(f"| x | {cell} |" for cell in INLINES if "|" not in cell and "\n" not in cell)


def shuffled(count):
    """Blocks in blocks, the same ones at every run."""
    chance = random.Random(SEED)
    leaf = [literal(text) for text in LITERAL] + LINKS + INLINES

    def blocks(depth):
        made = []
        for _ in range(chance.randint(1, 3 if depth else 4)):
            kind = chance.random()
            if kind < 0.45 or depth == 3:
                made.append(chance.choice(leaf))
            elif kind < 0.6:
                made.append(fence(chance.choice(CODE), chance.choice(LANGUAGES)))
            elif kind < 0.9:
                numbered = chance.random() < 0.4
                items = [
                    bullet(*blocks(depth + 1), marker=f"{number + 1}." if numbered else chance.choice("-*"))
                    for number in range(chance.randint(1, 3))
                ]
                made.append(chance.choice(["\n", "\n\n"]).join(items))
            else:
                made.append("> " + "\n\n".join(blocks(depth + 1)).replace("\n", "\n> "))
        return made

    for _ in range(count):
        yield "\n\n".join(blocks(0))


def entries():
    number = 0
    topics = ["Topic *a* & <b> {{ x }} `c` #", "C#", "1. x {.y} [z](q)", "Wide 日本語 \U0001F3BF e\u0301"]

    def task(result, topic, title="the task"):
        nonlocal number
        number += 1
        item = f"{number}-{number:06d}"
        yield item, {"kind": "plan", "text": title, "topic": topic, "people": ["armin"]}
        yield f"d{number:09d}", {"kind": "done", "item": item, "text": result}

    yield "j000000001", {"kind": "join", "person": "Armin Rigo", "nick": "armin"}
    for place, name in enumerate(["Zoë *Star* <b> & Co", "José [x](y) {{ z }}", "小林 | ~n~", "A_b_ `c`"]):
        yield f"j10000000{place}", {"kind": "join", "person": name, "nick": f"nick{place}", "org": "R&D <x> {% y %} *z*"}
    for place, text in enumerate(LITERAL):
        yield from task(literal(text), topics[place % len(topics)])
    for place, text in enumerate([*LINKS, *INLINES]):
        yield from task(text, topics[place % len(topics)])
    for place, text in enumerate(CODE):
        language = LANGUAGES[place % len(LANGUAGES)]
        yield from task(f"Code:\n\n{fence(text, language)}", "Code")
        yield from task(bullet("a bullet", fence(text, language), "end") + "\n" + bullet("other"), "Code in a list")
        yield from task(fence(text, language), "Code alone")
        if "\n" not in text:
            yield from task(f"inline `` {text} `` code" if "``" not in text else "none", "Code in a line")
    for text in lists():
        yield from task(text, "Lists")
    for text in tables():
        yield from task(text, "Tables")
    for text in shuffled(SHUFFLED):
        yield from task(text, "Shuffled")
    yield from task("", "Gaps", "title with --> and {{ x }} and {% y %} and {{< z >}}")
    for place, text in enumerate(LITERAL):
        yield f"p{place:09d}", {"kind": "photo", "text": literal(text), "file": f"photos/nasty-{place % 2}.png", "topic": "Captions"}
        number += 1
        yield f"{number}-{number:06d}", {"kind": "discuss", "text": literal(text), "decided": "Yes."}
        yield f"n{place:09d}", {"kind": "next", "text": literal(text), "people": ["armin"]}


HEAD = {
    "title": 'Nasty "title" \'q\': *a* & <b> --> {{ x }} {% y %} {{% w %}} {{< v >}} # \\ `c` [d](e) é日本語 @x !y %z ~ | - ? > c:',
    "authors": ["Zoë, \"the\" <b> & Co", "O'Neil & R&D {{ x }}"],
    "tags": ["c++ & <x>", "two words: #x", "one, with a comma"],
}


# What the author writes: every special character but those of placeholders, in each place that text can be in.
TEXTS = [text for text in LITERAL if not any(begin in text for begin in ("{{", "{%", "{#"))]
POST = "\n\n".join(
    [
        "Intro with --- and\\\n**bold**. {{ title }} in `{{ code }}`.",
        "<!-- a --> {{ pictures() }}",
        "<!-- more -->",
        "### Level two is left out",
        *map(literal, TEXTS),
        "\n".join(f"- {literal(text)}" for text in TEXTS),
        "| {{ title }} | *b* |\n|---|--:|\n" + "\n".join(f"| {literal(text)} | x |" for text in TEXTS if "|" not in text),
        "> quoted <!-- b\n> --> text\n>\n> - {{ place }}",
        "<!-- <b> -- > [if IE] {x} -->",
        "```raw hugo\n{{< raw >}}\n```",
        "```raw html\n<script>raw()</script>\n```",
        "- one\n\n  two <!-- c -->\n- three",
        "- {{ goals() }}\n\n  {{ unfinished() }}",
        "##### A {.b} # level is left out",
        "{{ body() }}",
        "## Attendees & *y* <z> {{ title }}",
        "{{ attendees() }}",
        "## Next",
        "{{ next() }}",
        "",
    ]
)


def write(sprints, name, head, group, body):
    """Writes the sprint into a folder of sprints."""
    folder = Path(sprints) / name
    (folder / "photos").mkdir(parents=True)
    string = lambda value: json.dumps(value, ensure_ascii=False)
    settings = [f"{key} = {string(value)}" for key, value in {**head, "group": group, "body": body}.items()]
    (folder / "sprint.toml").write_text("title = 'x'\n")
    (folder / "post.md").write_text("\n".join(["+++", *settings, "+++", "", POST]))
    lines = []
    for place, (key, entry) in enumerate(entries()):
        at = f"2017-02-27T{8 + place // 3600:02d}:{place // 60 % 60:02d}:{place % 60:02d}Z"
        pairs = [f"{name} = {string(value)}" for name, value in entry.items() if value != ""]
        lines.append(f"{key} = {{ at = {at}, by = \"armin\", {', '.join(pairs)} }}\n")
    (folder / "2017-02-27.toml").write_text("".join(lines))
    # One black point each.
    for place in range(2):
        (folder / "photos" / f"nasty-{place}.png").write_bytes(
            bytes.fromhex("89504e470d0a1a0a0000000d494844520000000100000001080000000" "03a7e9b550000000a49444154789c6360000000020001e221bc330000000049454e44ae426082")
        )
