//! Drawings that act or lead elsewhere, and those that only draw.

use super::*;
use crate::diagnostic::{Position, Quote};

#[test]
fn an_svg_in_another_encoding_or_with_definitions_is_refused() {
    let fault = |file: &[u8]| {
        cleaned(file).map_err(|fault| {
            let description = fault.describe();
            (description.message, description.hint.unwrap_or_default())
        })
    };
    let text = "<?xml version=\"1.0\" encoding=\"X\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"><text>\u{e9}</text></svg>";
    let latin: Vec<u8> = text
        .chars()
        .map(|letter| u8::try_from(letter).expect("a letter of Latin-1"))
        .collect();
    let wide = |bom: &[u8], order: fn(u16) -> [u8; 2]| {
        [
            bom,
            &text.encode_utf16().flat_map(order).collect::<Vec<u8>>(),
        ]
        .concat()
    };
    for file in [
        latin,
        wide(b"\xff\xfe", u16::to_le_bytes),
        wide(b"\xfe\xff", u16::to_be_bytes),
        wide(b"", u16::to_le_bytes),
    ] {
        let is = "is an SVG that is not in UTF-8".to_owned();
        assert_eq!(
            fault(&file),
            Err((is, "save the drawing as UTF-8".to_owned()))
        );
    }
    let drawn = "<?xml version=\"1.0\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"x.dtd\" [\n  <!ENTITY ns_svg \"http://www.w3.org/2000/svg\">\n]>\n<svg xmlns=\"&ns_svg;\"/>";
    let is = "is an SVG with definitions in a document type: `<!DOCTYPE … [` (line 2, column 1)";
    let hint = "remove that, or save the drawing as a plain SVG or as a PNG";
    assert_eq!(
        fault(drawn.as_bytes()),
        Err((is.to_owned(), hint.to_owned()))
    );
}

fn svg(inside: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\n {inside}\n</svg>"
    )
}

#[test]
fn an_svg_that_could_act_or_lead_elsewhere_is_refused_with_the_place() {
    for inside in [
        "<script>alert(1)</script>",
        "<SCRIPT/>",
        "<s:script xmlns:s=\"http://www.w3.org/2000/svg\"/>",
        "<x:script xmlns:x=\"http://example.org/\"/>",
        "<metadata><script/></metadata>",
        "<foreignObject/>",
        "<h:img xmlns:h=\"http://www.w3.org/1999/xhtml\"/>",
        "<img xmlns=\"http://www.w3.org/1999/xhtml\"/>",
        "<blink/>",
        "<handler/>",
        "<iframe/>",
        "<a href=\" JavaScript:x\"/>",
        "<a xlink:href=\"other.svg\"/>",
        "<a href=\"#a\" onclick=\"x\"/>",
        "<style>a{src:url(data:text/html,x)}</style>",
        "<g onload=\"x\"/>",
        "<g ONLOAD=\"x\"/>",
        "<g onmadeup=\"x\"/>",
        "<title onclick=\"x\"/>",
        "<g style=\"fill:url(http://example.org/x)\"/>",
        "<g style=\"fill:url( &#x27;//example.org/x&#x27; )\"/>",
        "<g style=\"fill:u\\72l(http://example.org/x)\"/>",
        "<g fill=\"url(other.svg#x)\"/>",
        "<g filter=\"URL(http://example.org/#x)\"/>",
        "<g cursor=\"url(data:image/png;base64,AAAA)\"/>",
        "<style>@import 'http://example.org/x.css';</style>",
        "<style>@im\\port 'x.css';</style>",
        "<style>g{fill:ur/**/l(http://x.y)} g{background:url(http://x.y)}</style>",
        "<style><![CDATA[g{background:url(http://x.y)}]]></style>",
        "<style>g{background:&#117;rl(http://x.y)}</style>",
        "<style>g{background:image-set('http://x.y/1' 1x)}</style>",
        "<style>g{behavior:x}</style>",
        "<image href=\"http://example.org/x.png\"/>",
        "<image xlink:href=\"x.png\"/>",
        "<image href=\"data:image/svg+xml;base64,PHN2Zy8+\"/>",
        "<image href=\"data:text/html;base64,PHN2Zy8+\"/>",
        "<image href=\"data:image/png;base64,PHN2Zy8+\"/>",
        "<image href=\"data:image/png,x\"/>",
        "<use href=\"other.svg#x\"/>",
        "<use xlink:href=\"data:image/png;base64,AAAA\"/>",
        "<use href=\" java&#10;script:alert(1)\"/>",
        "<use l:href=\"//x.y/z\" xmlns:l=\"http://www.w3.org/1999/xlink\"/>",
        "<g xml:base=\"http://example.org/\"/>",
        "<set attributeName=\"href\" to=\"http://example.org/\"/>",
        "<set attributeName=\"xlink:href\" to=\"#x\"/>",
        "<animate attributeName=\"onload\" values=\"x\"/>",
        "<animate attributeName=\"fill\" values=\"url(http://x.y)\"/>",
        "<g>&nbsp;</g>",
        "<g fill=\"&x;\"/>",
        "<?xml-stylesheet href=\"http://example.org/x.css\"?>",
        "<?XML-STYLESHEET href=\"x.css\"?>",
        "<g fill=\"red\" fill=\"blue\"/>",
        "<g><path></g>",
        "<g",
    ] {
        let fault = cleaned(svg(inside).as_bytes());
        assert!(
            matches!(&fault, Err(PictureFault::Svg { quote, .. }) if quote.position.line >= 2),
            "{inside}: {fault:?}"
        );
    }
    let place = cleaned(svg("é <g onload=\"x\"/>").as_bytes());
    let what = "the script of `onload`".to_owned();
    let quote = Box::new(Quote::of(
        " é <g onload=\"x\"/>",
        Position { line: 2, column: 4 },
    ));
    assert_eq!(place, Err(PictureFault::Svg { quote, what }));
    for file in [
        "<!DOCTYPE svg [<!ENTITY x \"y\">]><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "<!DOCTYPE svg SYSTEM \"x.dtd\" [<!ENTITY % x SYSTEM \"y\">]><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "<svg/>",
        "<svg xmlns=\"http://example.org/\"/>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>text",
    ] {
        let fault = cleaned(file.as_bytes());
        assert!(
            matches!(fault, Err(PictureFault::Svg { .. })),
            "{file}: {fault:?}"
        );
    }
}

#[test]
fn an_svg_that_only_draws_is_taken() {
    for inside in [
        "",
        "<g><title>a</title><path d=\"M0 0\"/></g>",
        "<style>.a{fill:url(#b)}</style><path class=\"a\"/>",
        "<use href=\"#a\"/><use xlink:href=\"#a\"/>",
        "<animate attributeName=\"opacity\" from=\"0\" to=\"1\" dur=\"1s\"/>",
        "<text>https://example.org/ url(x) javascript:x onload=x</text>",
        "<path id=\"misbehavior\"/>",
        "<style>@font-face{font-family:a;src:url(data:font/woff2;base64,AAAA)}</style>",
    ] {
        let (format, _) = cleaned(svg(inside).as_bytes()).expect(inside);
        assert_eq!(format, Format::Svg);
    }
    let link = "<a xlink:href=\"https://example.org/\" target=\"x\" fill=\"red\"><text>b<a href=\"#c\">d</a></text></a>";
    let (_, clean) = cleaned(svg(link).as_bytes()).expect("a drawing");
    let clean = String::from_utf8(clean).expect("text");
    let drawn = "<g fill=\"red\"><text>b<tspan>d</tspan></text></g>";
    assert!(clean.contains(drawn), "{clean}");
    let boom = format!("\u{feff}\r\n{}", svg("<g/>"));
    assert!(cleaned(boom.as_bytes()).is_ok());
    let kind = "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"x.dtd\">";
    let (_, clean) = cleaned([kind, &svg("<g/>")].concat().as_bytes()).expect("a drawing");
    assert_eq!(Ok((Format::Svg, clean)), cleaned(svg("<g/>").as_bytes()));
}

/// Returns the inside of an SVG as it is published.
fn published(inside: &str) -> String {
    let (_, clean) = cleaned(svg(inside).as_bytes()).expect(inside);
    let clean = String::from_utf8(clean).expect("text");
    let open = clean.split_once('>').expect("an element").1;
    let inside = open.strip_suffix("</svg>").expect("an end");
    inside.trim().to_owned()
}

#[test]
fn words_that_no_browser_draws_do_not_stay_in_an_svg() {
    for (inside, stays) in [
        (
            "<g style=\"fill:red;-inkscape-font-specification:'Secret Font of Armin';--author:Armin\"/>",
            "<g style=\"fill:red;\"></g>",
        ),
        (
            "<g style=\"-inkscape-font-specification:Secret\"/>",
            "<g></g>",
        ),
        (
            "<g style=\"--a:{secret:1};fill:red\"/>",
            "<g style=\";fill:red\"></g>",
        ),
        (
            "<g style=\"author:Secret;FILL:red\"/>",
            "<g style=\"FILL:red\"></g>",
        ),
        ("<g style=\"secret\"/>", "<g></g>"),
        (
            "<style>.a{fill:red;--secret:1;-adobe-x:';}';r:1}</style><g class=\"a secret\"/>",
            "<style>.a{fill:red;r:1}</style><g class=\"a\"></g>",
        ),
        (
            "<style>secret;@media print{g{-sodipodi-x:1}}@property --secret{syntax:'x'}--secret:{a:b}</style>",
            "<style>@media print{g{}}</style>",
        ),
        (
            "<style>g&#62;.b{r:1}</style><g class=\"b\"/>",
            "<style>g&gt;.b{r:1}</style><g class=\"b\"></g>",
        ),
        (
            "<style>/* .secret{} */g{r:1}</style><g class=\"secret\"/>",
            "<style> g{r:1}</style><g></g>",
        ),
        (
            "<style>g{fill:secret4}</style><g class=\"secret4\"/>",
            "<style>g{fill:secret4}</style><g></g>",
        ),
        (
            "<path d=\"M0 0L5 5 Secret words\"/>",
            "<path d=\"M0 0L5 5\"></path>",
        ),
        ("<path d=\"Secret M0 0\"/>", "<path></path>"),
        ("<path d=\"M0 0Last\"/>", "<path d=\"M0 0\"></path>"),
        (
            "<animateMotion path=\"M0 0zSecret\"/>",
            "<animateMotion path=\"M0 0z\"></animateMotion>",
        ),
        (
            "<polygon points=\"1,2 3,4 Secret\"/>",
            "<polygon points=\"1,2 3,4\"></polygon>",
        ),
        ("<g transform=\"secret(1)\"/>", "<g></g>"),
        ("<g transform=\"rotate(1) Secret\"/>", "<g></g>"),
        ("<g systemLanguage=\"secret\"/>", "<g></g>"),
        (
            "<svg viewBox=\"0 0 1 1 Secret\" version=\"Secret\" baseProfile=\"Secret\"/>",
            "<svg></svg>",
        ),
        (
            "<feColorMatrix values=\"Secret\"/>",
            "<feColorMatrix></feColorMatrix>",
        ),
        (
            "<animate attributeName=\"fill\" values=\"red;Secret\"/>",
            "<animate attributeName=\"fill\"></animate>",
        ),
        (
            "<rect x=\"Secret\" width=\"1 secret\" stroke-width=\"2px\"/>",
            "<rect stroke-width=\"2px\"></rect>",
        ),
    ] {
        assert_eq!(published(inside), stays, "{inside}");
    }
}

#[test]
fn what_a_drawing_is_drawn_with_stays() {
    for inside in [
        "<path d=\"m-1.5.5e-3,2E+1 a1 1 0 01.5.5zM3 4 Z\"></path>",
        "<path d=\" M 0,0 C 1 2,3 4, 5 6 S1-2-3-4Q1 2 3 4T1 2H3v-4 \"></path>",
        "<polygon points=\"1,2 3-4 1e3,.5\"></polygon>",
        "<g transform=\"translate(1,2) rotate(-45 , 1 2)matrix(1 0 0 1 0 0),scale(2)\"></g>",
        "<g transform=\"none\"></g>",
        "<svg viewBox=\"-1 -2.5 10,20\" width=\"100%\" height=\"2.5em\" version=\"1.1\"></svg>",
        "<rect rx=\"auto\" stroke-dasharray=\"1, 2px 3%\" stroke-width=\"inherit\"></rect>",
        "<animate attributeName=\"fill\" values=\"red;#0f0; rgb(1, 2, 3);url(#a);none\"></animate>",
        "<animate attributeName=\"d\" from=\"M0 0L1 1z\" to=\"M0 0L2 2z\" keyTimes=\"0;1\"></animate>",
        "<animateTransform type=\"rotate\" from=\"0 5 5\" to=\"360 5 5\"></animateTransform>",
        "<feColorMatrix values=\"1 0 0 0 0  0 1 0 0 0\"></feColorMatrix>",
        "<text font-family=\"Secret Sans\" style=\"font:12px &apos;Secret; Sans&apos;; text-indent:0\">Secret</text>",
        "<style>@font-face{font-family:a;src:url(data:font/woff2;base64,AAAA)} @media (max-width:5px){.a,.b:hover{fill:red}}</style><g class=\"a b\"></g>",
        "<style>[class=\"c\"]{fill:red}@keyframes t{from{opacity:0}to{opacity:1}}g{animation:t 1s}</style><g class=\"c\"></g>",
    ] {
        assert_eq!(published(inside), inside);
    }
}
