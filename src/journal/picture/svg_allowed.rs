//! What an SVG may have: the elements, attributes and words that draw, and what no style of it may have.

use std::collections::HashSet;
use std::sync::LazyLock;

type Words = LazyLock<HashSet<&'static str>>;

fn words(text: &'static str) -> HashSet<&'static str> {
    text.split_whitespace().collect()
}

/// The elements that draw, or say how.
pub(super) static ELEMENTS: Words = Words::new(|| {
    words(
        "
        animate animateMotion animateTransform circle clipPath defs ellipse feBlend feColorMatrix feComponentTransfer
        feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB
        feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting
        feSpotLight feTile feTurbulence filter font font-face g glyph hkern image line linearGradient marker mask
        missing-glyph mpath path pattern polygon polyline radialGradient rect set solidcolor stop style svg switch symbol text
        textPath tref tspan use vkern",
    )
});

/// The elements that describe the picture, and are not drawn.
pub(super) const DESCRIPTIONS: [&str; 5] = ["title", "desc", "metadata", "view", "color-profile"];

/// The elements that are refused whatever namespace they are in, in lower case.
pub(super) static ACTIVE: Words = Words::new(|| {
    words("script foreignobject handler listener iframe object embed audio video link base")
});

/// The attributes that hold numbers, or one of [`KEYWORDS`].
pub(super) static NUMBERS: Words = Words::new(|| {
    words(
        "
        amplitude azimuth baseFrequency bias cx cy diffuseConstant divisor dx dy elevation exponent fill-opacity flood-opacity
        fr fx fy height horiz-adv-x intercept k k1 k2 k3 k4 kernelMatrix kernelUnitLength keyPoints keySplines keyTimes
        limitingConeAngle markerHeight markerWidth numOctaves offset opacity order overline-position overline-thickness
        pathLength pointsAtX pointsAtY pointsAtZ r radius refX refY rotate rx ry scale seed slope specularConstant
        specularExponent startOffset stdDeviation stop-opacity stroke-dasharray stroke-dashoffset stroke-miterlimit
        stroke-opacity stroke-width surfaceScale tableValues targetX targetY textLength units-per-em version width x x1 x2 y
        y1 y2 z",
    )
});

/// The attributes that draw, or say how.
pub(super) static ATTRIBUTES: Words = Words::new(|| {
    &*NUMBERS | &words(
        "
        accumulate additive alignment-baseline attributeName attributeType baseline-shift begin by calcMode class clip
        clip-path clip-rule clipPathUnits color color-interpolation color-interpolation-filters color-rendering cursor d
        direction display dominant-baseline dur edgeMode enable-background end fill fill-rule filter filterRes filterUnits
        flood-color font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style
        font-variant font-weight from glyph-orientation-horizontal glyph-orientation-vertical gradientTransform gradientUnits
        href id image-rendering in in2 inline-size isolation kerning lengthAdjust letter-spacing lighting-color line-height
        marker-end marker-mid marker-start markerUnits mask mask-type maskContentUnits maskUnits max method min mix-blend-mode
        mode operator orient origin overflow paint-order path patternContentUnits patternTransform patternUnits pointer-events
        points preserveAlpha preserveAspectRatio primitiveUnits repeatCount repeatDur restart result shape-rendering side
        spacing spreadMethod stitchTiles stop-color stroke stroke-linecap stroke-linejoin style text-align text-anchor
        text-decoration text-rendering to transform transform-box transform-origin type unicode unicode-bidi values
        vector-effect viewBox visibility white-space word-spacing writing-mode xChannelSelector yChannelSelector zoomAndPan",
    )
});

/// The properties of styles that draw and are not attributes.
pub(super) static PROPERTIES: Words = Words::new(|| {
    words(
        "
        alignment-adjust animation animation-delay animation-direction animation-duration animation-fill-mode
        animation-iteration-count animation-name animation-play-state animation-timing-function ascent-override
        backdrop-filter background background-color background-image background-position background-repeat background-size
        block-progression border border-radius bottom box-sizing color-scheme descent-override font font-display
        font-optical-sizing font-palette font-synthesis font-variant-alternates font-variant-caps font-variant-east-asian
        font-variant-ligatures font-variant-numeric font-variant-position font-variation-settings glyph-orientation left
        line-gap-override margin margin-bottom margin-left margin-right margin-top marker mask-border mask-clip mask-composite
        mask-image mask-mode mask-origin mask-position mask-repeat mask-size max-height max-width min-height min-width
        offset-anchor offset-distance offset-path offset-rotate outline padding panose-1 perspective position right
        shape-inside shape-margin shape-padding shape-subtract size-adjust solid-color solid-opacity src stroke-alignment
        tab-size text-align-last text-combine-upright text-decoration-color text-decoration-fill text-decoration-line
        text-decoration-skip-ink text-decoration-stroke text-decoration-style text-decoration-thickness text-indent
        text-orientation text-overflow text-shadow text-transform text-underline-offset text-underline-position top
        transform-style transition transition-delay transition-duration transition-property transition-timing-function
        translate unicode-range will-change word-break word-wrap z-index zoom",
    )
});

/// The words that may replace a number or an animated value.
pub(super) static KEYWORDS: Words = Words::new(|| {
    words(
        "
        auto auto-reverse auto-start-reverse inherit initial unset none normal visible hidden collapse scroll inline
        inline-block block flex grid contents table currentcolor transparent context-fill context-stroke nonzero evenodd butt
        round square miter bevel arcs miter-clip start middle end left right top bottom center bold bolder lighter italic
        oblique small-caps underline overline line-through all fill stroke markers painted visiblepainted visiblefill
        visiblestroke bounding-box pad reflect repeat objectboundingbox userspaceonuse srgb linearrgb sourcegraphic
        sourcealpha backgroundimage backgroundalpha fillpaint strokepaint over in out atop xor arithmetic multiply screen
        darken lighten overlay color-dodge color-burn hard-light soft-light difference exclusion hue saturation color
        luminosity isolate wrap duplicate stitch nostitch turbulence fractalnoise erode dilate identity discrete linear gamma
        matrix saturate huerotate luminancetoalpha true false indefinite infinite baseline sub super alphabetic central
        hanging mathematical text-before-edge text-after-edge medium small large x-small x-large xx-small xx-large smaller
        larger thin thick optimizespeed optimizequality crispedges geometricprecision optimizelegibility pixelated
        non-scaling-stroke 100%",
    )
});

/// The colours that have names. <https://www.w3.org/TR/css-color-4/#named-colors>
pub(super) static COLOURS: Words = Words::new(|| {
    words(
        "
        aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood
        cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray
        darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen
        darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue
        firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew
        hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan
        lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray
        lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue mediumorchid
        mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream
        mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen
        paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple rebeccapurple red rosybrown
        royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray slategrey snow
        springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow yellowgreen",
    )
});

/// The functions of a transformation and of a colour.
pub(super) static FUNCTIONS: Words = Words::new(|| {
    words(
        "
        matrix translate translateX translateY scale rotate skewX skewY rgb rgba hsl hsla hwb lab lch oklab oklch color-mix",
    )
});

/// The rules of a style that have a block and are kept.
pub(super) static RULES: Words = Words::new(|| {
    words("@media @supports @font-face @keyframes @-webkit-keyframes @-moz-keyframes")
});

/// What in a style leads elsewhere or acts, or could in some browser; `url` is examined more closely.
pub(super) const STYLES: [&str; 13] = [
    "\\",
    "@import",
    "@charset",
    "@namespace",
    "image(",
    "image-set(",
    "cross-fade(",
    "src(",
    "attr(",
    "expression(",
    "-moz-binding",
    "behavior",
    "javascript:",
];

/// The start of an address that contains a font, as drawing programs embed it.
pub(super) const FONTS: [&str; 3] = [
    "data:font/",
    "data:application/font-",
    "data:application/x-font-",
];
