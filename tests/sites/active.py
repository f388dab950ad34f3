"""What can act in the pages and feeds of a built site, as a browser and a feed reader parse them.

    active.py PLAIN SITE…

prints JSON: for each SITE, how many files were read, and what it has in it that could act and the site in PLAIN, made of harmless words in the
same places, has not: elements and attributes of other names, other scripts and styles, addresses that run code or lead elsewhere, templates that
were evaluated, files that cannot be read, and files of odd names. HTML is read by html5lib, XML by expat, which is strict.
"""

import json
import re
import sys
import xml.etree.ElementTree as ElementTree
from multiprocessing import Pool
from pathlib import Path

import html5lib

# What the payloads of hostile.py make if something evaluates them or follows them.
EVALUATED = "1337"
ELSEWHERE = "evil.example"
PAGES = {".html", ".htm", ".xhtml"}
FEEDS = {".xml", ".atom", ".rss"}
PARSED = PAGES | FEEDS | {".json"}
# What a browser shows as text, or as nothing but a picture.
SHOWN = {".md", ".txt", ".png", ".jpg", ".ico", ".gif", ".webp", ".svg", ".woff", ".woff2", ".ttf", ".eot"}
ADDRESSES = {"href", "src", "action", "formaction", "data", "poster", "cite", "background", "ping", "srcset", "longdesc", "manifest", "xlink:href", "content"}
# What a paragraph, or a reader of feeds, may have in it without anybody's asking: where a post has them is its business.
BODY = {
    *("p", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "hr", "br", "h1", "h2", "h3", "h4", "h5", "h6", "div", "span"),
    *("img src", "img alt", "img title", "img class", "a href", "a class", "a title", "div class", "span class", "code class", "pre class", "li class", "ol start", "h2 id", "h3 id", "h4 id", "h5 id", "h6 id", "h5 id", "h6 id"),
    *("code data-lang", "pre tabindex", "code tabindex", "p class", "table", "tbody", "tr", "td", "td class", "table class", "pre style", "span style", "code style", "a id", "a name", "a rel"),
}
# Which elements of a feed are HTML: Atom says so itself, RSS means it, and some readers take its titles for it as well.
RSS_HTML = {"description", "title", "encoded", "summary"}


def name_of(element):
    return element.tag.split("}")[-1] if isinstance(element.tag, str) else "comment"


def acts(address):
    """Whether an address runs code or leads where only a payload leads."""
    bare = re.sub(r"[\x00-\x20]", "", address).lower()
    bare = re.sub(r"^\d*[;,](?:url=)?['\"]?", "", bare)
    return bool(re.match(r"(?:javascript|vbscript|data):", bare)) or bool(re.match(rf"(?:https?:)?[/\\]{{2,}}(?:[^/\\?#]*@)?{re.escape(ELSEWHERE)}", bare))


def of_tree(root):
    """What stands in a tree of HTML: what its elements and attributes are called, and each thing that acts, whole."""
    for element in root.iter():
        name = name_of(element)
        if name == "comment":
            continue
        yield name
        text = "".join(element.itertext())
        attributes = {key.split("}")[-1].lower(): value for key, value in element.attrib.items()}
        if name == "script" and attributes.get("type") == "application/ld+json":
            try:
                json.loads(text)
            except ValueError:
                yield f"JSON-LD that is no JSON: {text.strip()}"
        elif name in ("script", "style"):
            # What stands in a string of a script stays in it, if it ends where it did.
            text = re.sub(r'"(?:\\.|[^"\\\n])*"', '""', text)
            yield f"<{name}> {attributes.get('src', '')} {text.strip()}"
        for key, value in attributes.items():
            yield f"{name} {key}"
            # Code in colours has them in its own attributes.
            if key == "style" and name in ("span", "pre", "code", "div") and re.fullmatch(r"(?:[a-z-]+:\s*(?:#[0-9a-f]{3,6}|[a-z0-9.%-]+);?\s*)*", value) and ":y" not in value:
                continue
            if key.startswith("on") or key in ("srcdoc", "style", "http-equiv"):
                yield f'{name} {key}="{value}"'
            if key in ADDRESSES and name != "meta" and acts(value) or name == "meta" and "http-equiv" in attributes and acts(value):
                yield f'{name} {key}="{value}" leads elsewhere'


def of_page(text):
    yield from of_tree(html5lib.parse(text, namespaceHTMLElements=False))
    yield from of_templates(text)


def of_fragment(text):
    """A text that a reader puts into a page of its own, where another element follows it."""
    yield from of_page(f"<!doctype html><title>x</title><div>{text} </div><p>x</p>")


def of_templates(text):
    if EVALUATED in text:
        place = text.index(EVALUATED)
        yield f"evaluated: {text[max(place - 40, 0):place + 20]}"


def of_feed(bytes_):
    try:
        root = ElementTree.fromstring(bytes_)
    except ElementTree.ParseError as error:
        yield f"no XML: {error}"
        return
    is_rss = name_of(root) == "rss"
    for element in root.iter():
        name = name_of(element)
        yield f"feed {name}"
        for key, value in element.attrib.items():
            yield f"feed {name} {key}"
            if key in ("href", "url", "uri", "src") and acts(value):
                yield f'feed {name} {key}="{value}" leads elsewhere'
        text = element.text or ""
        if element.get("type") == "html" or is_rss and name in RSS_HTML:
            yield from of_fragment(text)
        elif name in ("link", "id", "guid", "loc", "uri") and acts(text):
            yield f"feed {name}: {text} leads elsewhere"
        yield from of_templates(text)


def of_json(text):
    try:
        feed = json.loads(text)
    except ValueError as error:
        yield f"no JSON: {error}"
        return
    waiting = [("", feed)]
    while waiting:
        key, value = waiting.pop()
        if isinstance(value, dict):
            waiting += value.items()
        elif isinstance(value, list):
            waiting += [(key, inner) for inner in value]
        elif isinstance(value, str) and (key.endswith("html") or key == "summary"):
            yield from of_fragment(value)
        elif isinstance(value, str) and key.endswith("url") and acts(value):
            yield f"{key}: {value} leads elsewhere"


def of_file(path):
    if path.suffix in PAGES:
        found = of_page(path.read_text())
    elif path.suffix in FEEDS:
        found = of_feed(path.read_bytes())
    else:
        found = of_json(path.read_text())
    return list(dict.fromkeys(found))


def of_site(folder, pool):
    """Everything in a site, each with the first file that has it, and how many files were read."""
    found = {}
    files = [path for path in sorted(folder.rglob("*")) if not path.is_dir()]
    for path in files:
        short = path.relative_to(folder)
        found.setdefault(f"{short.parts[0]} in the site's own folder", str(short))
        if path.is_symlink() or re.search(r"[\x00-\x1f\x7f<>\"]|(^|/)\.\.?(/|$)|(^|/)\.(html|xml)", str(short)):
            found.setdefault(f"a file called {str(short)!r}", str(short))
        if path.suffix not in PARSED | SHOWN:
            found.setdefault(f"a file {path.name}: {path.read_bytes()[:200]}", str(short))
    parsed = [path for path in files if path.suffix in PARSED]
    for path, things in zip(parsed, pool.map(of_file, parsed, chunksize=8)):
        for thing in things:
            found.setdefault(thing, str(path.relative_to(folder)))
    return found, len(parsed)


def main():
    answers = []
    with Pool() as pool:
        plain, _ = of_site(Path(sys.argv[1]), pool)
        for site in sys.argv[2:]:
            hostile, count = of_site(Path(site), pool)
            found = [[path, thing[:300]] for thing, path in hostile.items() if thing not in plain and thing not in BODY]
            answers.append({"files": count, "found": found})
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
