"""Sprints in whose texts everything stands that acts where somebody forgets to escape it, and the same sprints with harmless words.

What comes of a payload is known: an element or an attribute that no theme has, the number 1337, or an address at evil.example.
"""

import json
from pathlib import Path

from nasty import bullet, fence, literal

# Texts for titles, tags, authors, names, topics, captions and paragraphs.
PAYLOADS = {
    "elements": [
        "'\"><script>evil(1)</script> is what we saw", "</title><script>evil(1)</script>", "<x-evil>", "<img src=x onerror=evil(1)>", "</script><script>evil(1)</script>",
        "<<x>img src=x onerror=evil(1)>", "<scr<script></script>ipt>evil(1)</scr<script></script>ipt>", "<img src=x onerror=evil(1) ", "]]><x-evil>", "--><x-evil><!--", "<svg/onload=evil(1)>",
        "<style>*{x:y}</style>", "<base href=//evil.example/>", "<meta http-equiv=refresh content=0;url=//evil.example>", "<iframe src=//evil.example></iframe>", "<form action=//evil.example><button>x",
        "<a href=//evil.example>x</a>", "<!--", "<?php evil() ?>", "<textarea>", "<plaintext>", "</article></main></body></html><x-evil>", "<link rel=stylesheet href=//evil.example>", "<math><mi xlink:href=//evil.example>",
    ],
    "attributes": [
        '" onmouseover="evil(1)" x-evil="', "' onmouseover='evil(1)' x-evil='", '0;url=javascript:evil(1)" http-equiv="refresh', "x` onmouseover=`evil(1)", '" autofocus onfocus=evil(1) x="',
        '" style="x:y', "\\\" onmouseover=\\\"evil(1)", "&quot; onmouseover=&quot;evil(1)&quot; x=&quot;", "&#34; onmouseover=&#34;evil(1)&#34;", "&#x22 onmouseover=&#x22evil(1)", "&quot onmouseover=evil(1) x",
    ],
    "escaped": [
        "&lt;/title&gt;&lt;script&gt;evil(1)&lt;/script&gt;", "&amp;lt;x-evil&amp;gt;", "&amp;amp;lt;x-evil&amp;amp;gt;", "&ltx-evil&gt", "&#60;x-evil&#62;", "&#x3c;x-evil&#x3E;", "&#60x-evil>", "&NewLine;&lt;x-evil>",
        "\\u003cx-evil\\u003e", "%3Cx-evil%3E", "\\x3cx-evil\\x3e", "＜x-evil＞", "+ADw-x-evil+AD4-",
    ],
    "templates": [
        "{{ 7*191 }}", "${7*191}", "{{ 7 | times: 191 }}", "{{ mul 7 191 }}", "{% if true %}13{% endif %}37", "{%- set x = 7*191 -%}{{ x }}", "{{7*191}}", "<%= 7*191 %>", "#{7*191}", "{{{ 7*191 }}}", "{% raw %}{{ 7*191 }}{% endraw %}",
        "{{< param title >}}", "{{% param title %}}", "{# gone #}", "{% include 'x' %}", "{% endblock %}", "{% endraw %}{{ 7*191 }}", "{static}/../evil", "{filename}evil.md", "{{ page.title }}", "{% capture x %}", "% for x in y:", "## gone", "<% import os %>",
    ],
    "markdown": [
        "[x](javascript:evil(1))", "![x](javascript:evil(1))", "<javascript:evil(1)>", "[x](//evil.example)", "[x][y]", "[x]: javascript:evil(1)", "[x](data:text/html,evil)", '![x](x.png" onerror="evil(1))', "{: onclick=\"evil(1)\"}",
        "{::nomarkdown}<x-evil>{:/}", "**bold**", "`<x-evil>`", "`` <x-evil>", "```", "    <x-evil>", "> quote", "# heading", "1. one", "- one", ": one", "---", "===", "| a | b |", "$$\\href{javascript:evil(1)}{x}$$", "*[HTML]: <x-evil>", "[^1]: <x-evil>",
        ".. raw:: html", "`x <javascript:evil(1)>`__", "[TOC]", "~~~", "~~x~~", "\\", "x\\",
    ],
    "fields": [
        "a\nTemplate: evil", "a\nStatus: hidden\nSave_as: ../evil.html", "a\n\nbody <x-evil>", "a\n---\nlayout: evil\n---\n<x-evil>", "a\n+++\ndraft = true\n", '"\ndraft: true', '"""\ndraft = true', "a\n.. slug: ../../evil\n.. status: draft", "-->\n.. title: evil", "---", "+++", "...",
        "a: b", "a: b: c", "!ruby/object:Gem::Installer", "!!python/object/apply:os.system ['x']", "&anchor", "*alias", "@x", "`x", "%TAG", "| x", "> x", "? x", "- x", "# x", "[x", "{x", "x #y", "null", "~", "true", "2017-01-01", "1e3", "0x10", "=", "<<", "\t", "a\tb", "a\r\nb", "a\rTitle: b",
        "a\u0085Title: b", "a\u2028Title: b", "a\u2029b", "a\x0bTitle: b", "a\x0cTitle: b", "a\x1cTitle: b", "\x00\x01\x1b[31m\x7f", "\u202eevil", "a\ufffeb", "a\uffffb", "\U0001fffe", "\ufdd0", "../../evil", "..", ".", "/", "a/../../../evil", "\\..\\evil", "x" * 20000, "\ud7ff\ue000",
    ],
    "names": ["../../evil", "..", ".", "/", "***", "all", "__proto__", "constructor", "index", "a/../../../wicked", ":../\"../(../posts/wicked", "mathjax"],
}
PLAIN = "plain words"


def front(texts, hostile):
    """What stands first in a report, in each of the forms that an engine may cut a summary from."""
    first = texts[0]
    code = "\n\n".join(texts)
    yield [literal(first)]
    yield [fence(code, "html"), literal(first)]
    yield [bullet(literal(first), fence(code)), literal(first)]
    yield ["> " + literal(first), literal(first)]
    yield [f"`` {first.strip()} `` and **{literal(first.strip())}**" if "`" not in first and "\n" not in first else literal(first)]
    yield [f"![{literal(first)}](http://x.y/a.png)", literal(first)]
    yield [f"[{literal(first)}](http://x.y/?a={'%22%3E' if hostile else 'b'})"]


def chunks(texts, size):
    return [texts[place : place + size] for place in range(0, len(texts), size)]


def sprints():
    """A name for each sprint, and its texts."""
    for kind, texts in PAYLOADS.items():
        for place, part in enumerate(chunks(texts, 12)):
            yield f"{kind}-{place}", part


def toml(value):
    """A value in TOML."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {toml(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def for_template(text):
    """A text in which no placeholder begins."""
    return text.replace("{", "&#123;").replace("}", "&#125;")


def write(sprints_folder, hostile, most=12):
    """Writes them, with payloads or without, each with at most so many tags and authors, and gives their names."""
    names = []
    for number, (name, texts) in enumerate(sprints()):
        if not hostile:
            texts = [f"{PLAIN} {place}" for place in range(len(texts))]
        folder = Path(sprints_folder) / name
        (folder / "photos").mkdir(parents=True)
        (folder / "photos" / "p.png").write_bytes(PICTURE)
        string = lambda value: json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        shapes = list(front([text.replace("\x00", "") or "x" for text in texts], hostile))
        intro = "\n\n".join(shapes[number % len(shapes)])
        # Engines refuse to make one page of two names: the numbers keep them apart.
        exact = not hostile or name == "names-0"
        several = lambda start: [text if exact else f"{text} {number}{start}{place}" for place, text in enumerate(texts[start:] + texts[:start])][: len(texts) if exact else most]
        (folder / "sprint.toml").write_text(f"title = {string(' '.join(texts))}\nplace = {string(texts[0])}\n")
        keys = {"authors": several(1), "tags": several(2) + ["sprint"], "subtitle": texts[0], "category": several(-1)[0], "images": texts, "author-note": {"by": texts[0]}}
        (folder / "post.md").write_text(
            "\n".join(["+++", *(f"{key} = {toml(value)}" for key, value in keys.items()), "+++", "", for_template(intro), "", "<!-- more -->", ""])
            + "{{ pictures() }}\n\n{{ body() }}\n\n## {{ place }}\n\n{{ attendees() }}\n\n{{ title }}\n"
        )
        lines, count = [], 0

        def entry(key, value):
            nonlocal count
            at = f"2017-02-{number % 20 + 1:02d}T08:{count // 60 % 60:02d}:{count % 60:02d}Z"
            count += 1
            pairs = ", ".join(f"{name} = {string(text)}" for name, text in value.items())
            lines.append(f"{key} = {{ at = {at}, by = \"armin\", {pairs} }}\n")

        entry("j000000000", {"kind": "join", "person": "Armin", "nick": "armin"})
        for place, text in enumerate(texts):
            entry(f"j1{place:08d}", {"kind": "join", "person": f"{text} {place}", "nick": f"nick{place}", "org": text})
            entry(f"{place + 1}-{place:06d}", {"kind": "plan", "text": literal(text), "topic": f"{text} {place}", "people": ["armin"]})
            entry(f"d{place:09d}", {"kind": "done", "item": f"{place + 1}-{place:06d}", "text": literal(text)})
            entry(f"p{place:09d}", {"kind": "photo", "text": literal(text), "file": "photos/p.png", "topic": f"{text} {place}"})
        (folder / f"2017-02-{number % 20 + 1:02d}.toml").write_text("".join(lines))
        names.append(name)
    return names


# One black point.
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
)
