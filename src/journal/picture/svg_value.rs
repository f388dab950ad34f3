//! What stands in the attributes and styles of an SVG, as far as it draws: words that no browser reads are left out.

/// The functions of a transformation.
const TRANSFORMS: [&str; 8] = [
    "matrix",
    "translate",
    "translateX",
    "translateY",
    "scale",
    "rotate",
    "skewX",
    "skewY",
];

/// The functions of a colour.
const COLOURS: [&str; 10] = [
    "rgb",
    "rgba",
    "hsl",
    "hsla",
    "hwb",
    "lab",
    "lch",
    "oklab",
    "oklch",
    "color-mix",
];

/// What may stand behind a number, the longest first where one begins as another.
const UNITS: [&str; 24] = [
    "rem", "em", "ex", "ch", "px", "pt", "pc", "mm", "cm", "in", "vmin", "vmax", "vw", "vh", "Q",
    "deg", "grad", "rad", "turn", "ms", "min", "s", "h", "%",
];

/// The attributes that hold numbers. `auto`, `inherit`, `none` and the like are told apart from words by [`KEYWORDS`].
const NUMBERS: [&str; 66] = [
    "amplitude",
    "azimuth",
    "baseFrequency",
    "bias",
    "cx",
    "cy",
    "diffuseConstant",
    "divisor",
    "dx",
    "dy",
    "elevation",
    "exponent",
    "fill-opacity",
    "flood-opacity",
    "fr",
    "fx",
    "fy",
    "height",
    "horiz-adv-x",
    "intercept",
    "k",
    "k1",
    "k2",
    "k3",
    "k4",
    "kernelMatrix",
    "kernelUnitLength",
    "keyPoints",
    "keySplines",
    "keyTimes",
    "limitingConeAngle",
    "markerHeight",
    "markerWidth",
    "numOctaves",
    "offset",
    "opacity",
    "order",
    "overline-position",
    "overline-thickness",
    "pathLength",
    "pointsAtX",
    "pointsAtY",
    "pointsAtZ",
    "r",
    "rx",
    "ry",
    "scale",
    "seed",
    "slope",
    "specularConstant",
    "specularExponent",
    "startOffset",
    "stdDeviation",
    "stop-opacity",
    "stroke-dasharray",
    "stroke-dashoffset",
    "stroke-miterlimit",
    "stroke-opacity",
    "stroke-width",
    "surfaceScale",
    "tableValues",
    "textLength",
    "units-per-em",
    "version",
    "width",
    "z",
];

/// More of them, with short names.
const PLACES: [&str; 12] = [
    "x", "x1", "x2", "y", "y1", "y2", "radius", "rotate", "refX", "refY", "targetX", "targetY",
];

/// The words that an animated value and a number may be instead.
const KEYWORDS: &str = " auto auto-reverse auto-start-reverse inherit initial unset none normal visible hidden collapse scroll \
    inline inline-block block flex grid contents table currentcolor transparent context-fill context-stroke nonzero evenodd butt \
    round square miter bevel arcs miter-clip start middle end left right top bottom center bold bolder lighter italic oblique \
    small-caps underline overline line-through all fill stroke markers painted visiblepainted visiblefill visiblestroke \
    bounding-box pad reflect repeat objectboundingbox userspaceonuse srgb linearrgb sourcegraphic sourcealpha \
    backgroundimage backgroundalpha fillpaint strokepaint over in out atop xor lighter arithmetic multiply screen darken lighten \
    overlay color-dodge color-burn hard-light soft-light difference exclusion hue saturation color luminosity isolate wrap \
    duplicate stitch nostitch turbulence fractalnoise erode dilate identity table discrete linear gamma matrix saturate \
    huerotate luminancetoalpha true false indefinite infinite baseline sub super alphabetic central hanging mathematical \
    text-before-edge text-after-edge medium small large x-small x-large xx-small xx-large smaller larger thin thick \
    optimizespeed optimizequality crispedges geometricprecision optimizelegibility pixelated non-scaling-stroke 100% ";

/// The colours that have names. <https://www.w3.org/TR/css-color-4/#named-colors>
const NAMED: &str = " aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown \
    burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray \
    darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen darkslateblue \
    darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite \
    forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory \
    khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen \
    lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime \
    limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue \
    mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive \
    olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum \
    powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue \
    slateblue slategray slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke \
    yellow yellowgreen ";

/// The properties of styles that draw and are not attributes.
const PROPERTIES: &str = " alignment-adjust animation animation-delay animation-direction animation-duration animation-fill-mode \
    animation-iteration-count animation-name animation-play-state animation-timing-function ascent-override backdrop-filter \
    background background-color background-image background-position background-repeat background-size block-progression border \
    border-radius bottom box-sizing clip-path color-interpolation color-scheme descent-override fill font font-display \
    font-optical-sizing font-palette font-synthesis font-variant-alternates font-variant-caps font-variant-east-asian \
    font-variant-ligatures font-variant-numeric font-variant-position font-variation-settings glyph-orientation left \
    line-gap-override margin margin-bottom margin-left margin-right margin-top marker mask-border mask-clip mask-composite \
    mask-image mask-mode mask-origin mask-position mask-repeat mask-size max-height max-width min-height min-width offset-anchor \
    offset-distance offset-path offset-rotate outline padding panose-1 perspective position right rotate scale shape-inside \
    shape-margin shape-padding shape-subtract size-adjust solid-color solid-opacity src stroke-alignment tab-size \
    text-align-last text-anchor text-combine-upright text-decoration-color text-decoration-fill text-decoration-line \
    text-decoration-skip-ink text-decoration-stroke text-decoration-style text-decoration-thickness text-indent \
    text-orientation text-overflow text-shadow text-transform text-underline-offset text-underline-position top \
    transform-style transition transition-delay transition-duration transition-property transition-timing-function translate \
    unicode-range will-change word-break word-wrap z-index zoom ";

/// The rules of a style that have a block and are kept.
const RULES: [&str; 6] = [
    "@media",
    "@supports",
    "@font-face",
    "@keyframes",
    "@-webkit-keyframes",
    "@-moz-keyframes",
];

/// The value of an attribute as far as it draws; none if it does not. What is not looked at more closely stays.
pub(super) fn drawn(element: &str, name: &str, value: &str) -> Option<String> {
    let kept = match name {
        // Up to the first mistake it is drawn.
        "d" | "path" => &value[..end_of_path(value, true)],
        "points" => &value[..end_of_path(value, false)],
        "viewBox" => value_if(value, is_numbers(value)),
        "transform" | "gradientTransform" | "patternTransform" => {
            value_if(value, is_animated(value) && !value.contains(';'))
        }
        "values" if element == "feColorMatrix" => value_if(value, is_numbers(value)),
        "values" | "from" | "to" | "by" => value_if(value, is_animated(value)),
        _ if NUMBERS.contains(&name) || PLACES.contains(&name) => {
            value_if(value, is_numbers(value) || is_word_of(KEYWORDS, value))
        }
        _ => return Some(value.to_owned()),
    };
    (!kept.trim().is_empty()).then(|| kept.to_owned())
}

fn value_if(value: &str, is_drawn: bool) -> &str {
    if is_drawn { value } else { "" }
}

/// The classes that some style names.
pub(super) fn classes(value: &str, is_named: impl Fn(&str) -> bool) -> Option<String> {
    let named: Vec<&str> = value
        .split_whitespace()
        .filter(|class| is_named(class))
        .collect();
    (!named.is_empty()).then(|| named.join(" "))
}

/// Where the last number or command ends that a browser draws.
fn end_of_path(path: &str, has_commands: bool) -> usize {
    let mut rest = path;
    let mut end = 0;
    loop {
        rest = rest.trim_start_matches(is_between);
        let Some(first) = rest.chars().next() else {
            return path.len();
        };
        let command = usize::from(has_commands && "MmZzLlHhVvCcSsQqTtAa".contains(first));
        let behind = &rest[command..];
        if command == 1 && first.eq_ignore_ascii_case(&'z') {
            rest = behind;
        } else {
            let behind = behind.trim_start_matches(is_between);
            let length = number(behind);
            if length == 0 {
                return end;
            }
            rest = &behind[length..];
        }
        end = path.len() - rest.len();
    }
}

fn is_between(letter: char) -> bool {
    letter == ',' || letter.is_ascii_whitespace()
}

/// How long the number is that begins a text; 0 if none does.
fn number(text: &str) -> usize {
    let digits = |from: usize| {
        let rest = text.as_bytes().get(from..).unwrap_or_default();
        rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
    };
    let sign = usize::from(text.starts_with(['+', '-']));
    let whole = digits(sign);
    let mut end = sign + whole;
    let mut is_number = whole > 0;
    if text[end..].starts_with('.') {
        let part = digits(end + 1);
        is_number |= part > 0;
        end += 1 + part;
    }
    if !is_number {
        return 0;
    }
    if text[end..].starts_with(['e', 'E']) {
        let sign = usize::from(text[end + 1..].starts_with(['+', '-']));
        let power = digits(end + 1 + sign);
        end += if power > 0 { 1 + sign + power } else { 0 };
    }
    end
}

/// Whether a text is numbers with their units, and what parts them.
fn is_numbers(text: &str) -> bool {
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|letter| is_between(letter) || ";/:".contains(letter));
        if rest.is_empty() {
            return true;
        }
        let length = number(rest);
        if length == 0 {
            return false;
        }
        rest = &rest[length..];
        if let Some(behind) = UNITS.iter().find_map(|unit| rest.strip_prefix(unit)) {
            rest = behind;
        }
    }
}

fn is_word_of(words: &str, text: &str) -> bool {
    let text = text.trim().to_ascii_lowercase();
    !text.contains(' ') && !text.is_empty() && words.contains(&format!(" {text} "))
}

/// Whether a text is values that something can have in turn: numbers, paths, colours, transformations or known words.
fn is_animated(text: &str) -> bool {
    text.split(';').all(|value| {
        let value = value.trim();
        is_numbers(value)
            || end_of_path(value, true) == value.len()
            || is_word_of(KEYWORDS, value)
            || is_word_of(NAMED, value)
            || value.strip_prefix('#').is_some_and(|digits| {
                digits.len() <= 8 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
            })
            || value
                .strip_prefix("url(#")
                .and_then(|name| name.strip_suffix(')'))
                .is_some_and(|name| !name.contains([' ', ')']))
            || is_functions(value)
    })
}

/// Whether a text is functions of numbers.
fn is_functions(text: &str) -> bool {
    let mut rest = text.trim_start_matches(is_between);
    while !rest.is_empty() {
        let Some((name, behind)) = rest.split_once('(') else {
            return false;
        };
        let Some((numbers, behind)) = behind.split_once(')') else {
            return false;
        };
        let name = name.trim_end();
        let is_known = TRANSFORMS.contains(&name) || COLOURS.contains(&name);
        if !is_known || !is_numbers(numbers) {
            return false;
        }
        rest = behind.trim_start_matches(is_between);
    }
    true
}

/// The parts of a style, each with what ends it: `{`, `}`, `;`, or nothing.
fn parts(style: &str) -> Vec<(&str, &str)> {
    let mut parts = Vec::new();
    let (mut begin, mut quote, mut depth) = (0, None, 0_usize);
    for (at, letter) in style.char_indices() {
        match (quote, letter) {
            (Some(open), _) if letter == open || letter == '\n' => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(letter),
            (None, '(') => depth += 1,
            (None, ')') => depth = depth.saturating_sub(1),
            (None, '{' | '}' | ';') if depth == 0 => {
                parts.push((&style[begin..at], &style[at..=at]));
                begin = at + 1;
            }
            _ => {}
        }
    }
    parts.push((&style[begin..], ""));
    parts
}

/// The selectors of a style.
pub(super) fn selectors(style: &str) -> impl Iterator<Item = &str> {
    let parts = parts(style).into_iter();
    parts.filter_map(|(part, end)| (end == "{").then_some(part))
}

/// A style with those declarations that draw: what drawing programs and authors keep in properties of their own is left out.
/// `is_attribute` tells of properties that are attributes too.
pub(super) fn style(
    style: &str,
    in_attribute: bool,
    is_attribute: impl Fn(&str) -> bool,
) -> String {
    let mut kept = String::with_capacity(style.len());
    let mut depth = 0_usize;
    // How many blocks are open of one that is left out.
    let mut left_out = 0_usize;
    for (part, end) in parts(style) {
        match end {
            "{" if left_out > 0 => left_out += 1,
            "{" if in_attribute || !is_prelude(part) => left_out = 1,
            "{" => {
                depth += 1;
                kept.push_str(part);
                kept.push_str(end);
            }
            "}" if left_out > 0 => left_out -= 1,
            _ if left_out > 0 => {}
            _ => {
                let property = part.split_once(':').map(|(property, _)| property.trim());
                let draws = property.is_some_and(|property| {
                    let property = property.to_ascii_lowercase();
                    (in_attribute || depth > 0)
                        && (is_word_of(PROPERTIES, &property) || is_attribute(&property))
                });
                if draws || part.trim().is_empty() {
                    kept.push_str(part);
                    kept.push_str(end);
                } else if end == "}" {
                    kept.push_str(end);
                }
                if end == "}" {
                    depth = depth.saturating_sub(1);
                }
            }
        }
    }
    kept
}

/// Whether that stands before a block whose content is drawn with.
fn is_prelude(part: &str) -> bool {
    let part = part.trim();
    let part = part.strip_prefix("-->").unwrap_or(part).trim_start();
    let part = part.strip_prefix("<!--").unwrap_or(part).trim_start();
    let word = part.split([' ', '\t', '\n', '\r', '(']).next();
    let word = word.unwrap_or_default().to_ascii_lowercase();
    if word.starts_with('@') {
        return RULES.contains(&word.as_str());
    }
    !part.starts_with('-')
}
