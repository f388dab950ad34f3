//! Pictures with the word `Leysin` in every place where a camera or an editor can put it, and pictures that are none.

use proptest::prelude::*;

use super::{Format, cleaned};
use crate::diagnostic::PictureFault;

/// A picture, what it is, and whether it has a colour profile and an orientation.
struct Fixture {
    name: &'static str,
    file: &'static [u8],
    format: Format,
    has_profile: bool,
    exif: bool,
}

macro_rules! fixture {
    ($name:literal, $format:ident, $has_profile:literal, $exif:literal) => {
        Fixture {
            name: $name,
            file: include_bytes!(concat!("../../../tests/photos/", $name)),
            format: Format::$format,
            has_profile: $has_profile,
            exif: $exif,
        }
    };
}

const FIXTURES: [Fixture; 10] = [
    fixture!("phone.jpg", Jpeg, false, true),
    fixture!("camera.jpg", Jpeg, true, true),
    fixture!("camera.png", Png, true, true),
    fixture!("animated.png", Png, true, true),
    fixture!("camera.gif", Gif, true, false),
    fixture!("camera.webp", WebP, true, true),
    fixture!("animated.webp", WebP, true, true),
    fixture!("camera.avif", Avif, true, false),
    fixture!("animated.avif", Avif, true, false),
    fixture!("editor.svg", Svg, false, false),
];

/// A word as a file can hold it: as it is, with a zero before each letter, and in the other order.
fn holds(file: &[u8], word: &str) -> bool {
    let wide: Vec<u8> = word.bytes().flat_map(|byte| [0, byte]).collect();
    let words = [word.as_bytes().to_vec(), wide];
    words
        .iter()
        .any(|word| file.windows(word.len()).any(|part| part == word.as_slice()))
}

fn clean(fixture: &Fixture) -> Vec<u8> {
    let (format, clean) =
        cleaned(fixture.file).unwrap_or_else(|fault| panic!("{}: {fault}", fixture.name));
    assert_eq!(format, fixture.format, "{}", fixture.name);
    clean
}

/// The profile of a picture, unpacked.
fn profile(file: &[u8]) -> Option<Vec<u8>> {
    let at = |word: &[u8]| file.windows(word.len()).position(|part| part == word);
    if let Some(place) = at(b"iCCP") {
        let packed = &file[place + 4..];
        let name = packed.iter().position(|byte| *byte == 0)?;
        return miniz_oxide::inflate::decompress_to_vec_zlib_with_limit(
            &packed[name + 2..],
            1 << 20,
        )
        .or_else(|error| {
            if error.output.is_empty() {
                Err(error)
            } else {
                Ok(error.output)
            }
        })
        .ok();
    }
    // Its header has this word, 36 bytes behind its begin.
    let place = at(b"acsp")?;
    Some(file[place - 36..].to_vec())
}

#[test]
fn nothing_that_a_camera_or_an_editor_tells_stays_in_a_picture() {
    for fixture in &FIXTURES {
        assert!(holds(fixture.file, "Leysin"), "{}", fixture.name);
        let clean = clean(fixture);
        for word in [
            "Leys",
            "GPS",
            "script",
            "xmp",
            "xap",
            "8BIM",
            "MPF",
            "rdf",
            "inkscape",
            "sodipodi",
            "ftyp Leysin",
            "Photoshop",
        ] {
            // The empty XMP data in the place of those with words, which has to be as long, and what such data are called.
            let is_empty = ["xmp", "rdf"].contains(&word) && fixture.format == Format::Avif;
            assert!(is_empty || !holds(&clean, word), "{}: {word}", fixture.name);
        }
        if let Some(profile) = profile(&clean) {
            assert!(!holds(&profile, "Leys"), "{}", fixture.name);
        }
    }
}

#[test]
fn colours_and_orientation_stay() {
    for fixture in &FIXTURES {
        let clean = clean(fixture);
        assert_eq!(
            profile(&clean).is_some(),
            fixture.has_profile,
            "{}",
            fixture.name
        );
        if let Some(profile) = profile(&clean) {
            for table in ["rXYZ", "gTRC", "wtpt"] {
                assert!(holds(&profile, table), "{}: {table}", fixture.name);
            }
        }
        // The only field there is: the orientation, a number of two bytes, 6.
        let field = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
        let turned = clean.windows(field.len()).any(|part| part == field);
        assert_eq!(turned, fixture.exif, "{}", fixture.name);
    }
    for (name, property) in [("irot", "\u{3}"), ("imir", "\0")] {
        let avif = clean(&FIXTURES[7]);
        let place = avif.windows(4).position(|part| part == name.as_bytes());
        let place = place.unwrap_or_else(|| panic!("{name}"));
        assert!(holds(FIXTURES[7].file, name));
        assert!(avif[place + 4] <= property.as_bytes()[0]);
    }
}

/// The chunks that PNG, and with the other order of bytes WebP, are made of.
fn chunks(mut file: &[u8], big: bool) -> Vec<(Vec<u8>, Vec<u8>)> {
    let mut chunks = Vec::new();
    while let Some(head) = file.first_chunk::<8>() {
        let (kind, length) = if big {
            (&head[4..], [head[0], head[1], head[2], head[3]])
        } else {
            (&head[..4], [head[7], head[6], head[5], head[4]])
        };
        let length = u32::from_be_bytes(length) as usize;
        let Some(content) = file.get(8..8 + length) else {
            break;
        };
        chunks.push((kind.to_vec(), content.to_vec()));
        let behind = if big { 4 } else { length % 2 };
        file = file.get(8 + length + behind..).unwrap_or_default();
    }
    chunks
}

/// The scans of a JPEG: what stands behind the header of each, up to the marker behind it.
fn scans(file: &[u8]) -> Vec<&[u8]> {
    let mut scans = Vec::new();
    for (place, pair) in file.windows(2).enumerate() {
        if pair == [0xff, 0xda] {
            let rest = &file[place..];
            let end = rest[2..]
                .windows(2)
                .position(|pair| pair[0] == 0xff && pair[1] != 0);
            scans.push(&rest[..end.map_or(rest.len(), |end| end + 2)]);
        }
    }
    scans
}

#[test]
fn the_picture_itself_is_not_touched() {
    for fixture in &FIXTURES {
        let clean = clean(fixture);
        let name = fixture.name;
        match fixture.format {
            Format::Jpeg => {
                let kept = scans(&clean);
                assert!(kept.len() > 3, "{name}");
                let all = scans(fixture.file);
                let begin = all
                    .iter()
                    .position(|scan| *scan == kept[0])
                    .expect("the first scan");
                assert_eq!(all[begin..begin + kept.len()], kept, "{name}");
            }
            Format::Png => {
                let dots = |file: &[u8]| -> Vec<_> {
                    let shown = ["IHDR", "PLTE", "tRNS", "IDAT", "acTL", "fcTL", "fdAT"];
                    let mut chunks = chunks(&file[8..], true);
                    chunks.retain(|(kind, _)| shown.iter().any(|shown| shown.as_bytes() == kind));
                    chunks
                };
                assert!(dots(&clean).len() >= 2, "{name}");
                assert_eq!(dots(&clean), dots(fixture.file), "{name}");
            }
            Format::WebP => {
                let dots = |file: &[u8]| -> Vec<_> {
                    let mut dots = Vec::new();
                    for (kind, content) in chunks(&file[12..], false) {
                        match &*kind {
                            b"ANMF" => dots.extend(
                                chunks(&content[16..], false)
                                    .into_iter()
                                    .filter(|(kind, _)| kind != b"leys"),
                            ),
                            b"VP8 " | b"VP8L" | b"ALPH" | b"ANIM" => dots.push((kind, content)),
                            _ => {}
                        }
                    }
                    dots
                };
                assert!(!dots(&clean).is_empty(), "{name}");
                assert_eq!(dots(&clean), dots(fixture.file), "{name}");
            }
            Format::Gif => {
                let control = b"\x21\xf9\x04";
                let begin = clean
                    .windows(3)
                    .position(|part| part == control)
                    .expect("an image");
                let images = &clean[begin..clean.len() - 1];
                assert!(
                    fixture
                        .file
                        .windows(images.len())
                        .any(|part| part == images),
                    "{name}"
                );
            }
            Format::Avif => {
                // Nothing is moved, and of what stands where pictures can, only the Exif and XMP data are others.
                let store = fixture
                    .file
                    .windows(4)
                    .position(|part| part == b"mdat")
                    .expect("a store");
                let behind = fixture.file[store..]
                    .windows(4)
                    .position(|part| part == b"udta")
                    .expect("an end");
                let range = store..store + behind - 4;
                let pairs = clean[range.clone()].iter().zip(&fixture.file[range]);
                let others = pairs.filter(|(clean, file)| clean != file).count();
                assert!(others < 414 + 4 + 273, "{name}: {others}");
            }
            Format::Svg => {
                let text = String::from_utf8(clean).expect("text");
                for part in [
                    "<rect class=\"snow\" width=\"24\" height=\"16\"></rect>",
                    "<path id=\"hut\" d=\"M 4,12 L 8,6       L 12,12 Z\" style=\"fill:#a52; stroke-width:.5\"></path>",
                    "<use xlink:href=\"#hut\" x=\"10\"></use>",
                    "<text x=\"2\" y=\"15\" font-size=\"3\">Ski &amp; code</text>",
                    "  .snow { fill: url(\"#sky\"); } #hut { stroke: #333 }</style>",
                    "<linearGradient id=\"sky\">",
                    "href=\"data:image/jpeg;base64,/9j/4",
                ] {
                    assert!(text.contains(part), "{part} in {text}");
                }
            }
        }
    }
}

#[test]
fn a_clean_picture_stays_as_it_is() {
    for fixture in &FIXTURES {
        let once = clean(fixture);
        let (_, twice) = cleaned(&once).unwrap_or_else(|fault| panic!("{}: {fault}", fixture.name));
        assert!(once == twice, "{}", fixture.name);
    }
}

#[test]
fn a_picture_that_is_cut_off_is_damaged() {
    for fixture in &FIXTURES {
        let clean = clean(fixture);
        for length in (16..clean.len()).step_by(7) {
            let cut = &clean[..length];
            let fault = cleaned(cut).err();
            // Every viewer shows a JPEG as far as it goes.
            if fixture.format == Format::Jpeg && fault.is_none() {
                let begin = cut.windows(2).rposition(|pair| pair == [0xff, 0xda]);
                let mut pairs = cut[begin.expect("a scan") + 2..].windows(2);
                let is_marker =
                    |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0 | 0xd0..=0xd7 | 0xff);
                assert!(!pairs.any(is_marker), "{} at {length}", fixture.name);
                continue;
            }
            let is_damaged = matches!(
                fault,
                Some(PictureFault::Damaged(_) | PictureFault::Svg { .. } | PictureFault::Other(_))
            );
            assert!(is_damaged, "{} at {length}: {fault:?}", fixture.name);
        }
    }
}

#[test]
fn what_is_not_a_picture_is_called_by_its_name() {
    let told = |file: &[u8]| cleaned(file).map(|_| ()).map_err(|fault| fault.to_string());
    for (file, is) in [
        (&b""[..], "is empty"),
        (b"%PDF-1.7\n", "is a PDF"),
        (b"<!DOCTYPE html><html></html>", "is HTML"),
        (b"<script>alert(1)</script>", "is HTML"),
        (
            b"\0\0\0\x18ftypheic\0\0\0\0mif1heic",
            "is HEIC, which few browsers show",
        ),
        (
            b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic",
            "is HEIC, which few browsers show",
        ),
        (b"<?xml version=\"1.0\"?><rss/>", "is XML, but not an SVG"),
        (b"\x1f\x8b\x08\0\0\0\0\0\0\x03", "is compressed with gzip"),
        (b"<\0s\0v\0g\0", "is text in UTF-16"),
        (b"\xff\xfe<\0s\0v\0g\0", "is text in UTF-16"),
        (b"BM\x46\0\0\0", "is a BMP"),
        (b"II*\0\x08\0\0\0\0\0\0\0", "is a TIFF"),
        (b"PK\x03\x04", "is a ZIP archive"),
        (b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2avc1mp41", "is a film"),
        (b"{{ x }}", "is text"),
        (b"root:x:0:0", "is text"),
        (
            b"\xff\xd8\xff",
            "is a damaged JPEG: it cannot be read to its end",
        ),
        (
            b"\x89PNG\r\n\x1a\n",
            "is a damaged PNG: it cannot be read to its end",
        ),
        (b"GIF89a", "is a damaged GIF: it cannot be read to its end"),
        (
            b"RIFF\x04\0\0\0WEBP",
            "is a damaged WebP: it cannot be read to its end",
        ),
        (
            b"\0\0\0\x10ftypavif\0\0\0\0",
            "is a damaged AVIF: it cannot be read to its end",
        ),
        (b"\xde\xad\xbe\xef", "is not a picture that is known"),
    ] {
        assert_eq!(told(file), Err(is.to_owned()), "{file:?}");
    }
    assert_eq!(
        cleaned(&vec![b'x'; (32 << 20) + 1]),
        Err(PictureFault::TooLarge)
    );
}

/// A chunk of a PNG.
fn chunk(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let mut sum = crc32fast::Hasher::new();
    sum.update(kind);
    sum.update(content);
    let length = u32::try_from(content.len()).expect("a length");
    [
        &length.to_be_bytes(),
        &kind[..],
        content,
        &sum.finalize().to_be_bytes(),
    ]
    .concat()
}

/// A PNG of one dot, of that colour type and depth, with such chunks.
fn png(colour: u8, depth: u8, chunks: &[(&[u8; 4], &[u8])]) -> Vec<u8> {
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    file.extend(chunk(
        b"IHDR",
        &[0, 0, 0, 1, 0, 0, 0, 1, depth, colour, 0, 0, 0],
    ));
    for (kind, content) in chunks {
        file.extend(chunk(kind, content));
    }
    file.extend(chunk(b"IEND", b""));
    file
}

#[test]
fn no_byte_hides_in_a_png() {
    let packed = |bytes: &[u8]| miniz_oxide::deflate::compress_to_vec_zlib(bytes, 6);
    let (dot, colour) = (packed(&[0; 2]), packed(&[0; 4]));
    let dots: &[u8] = &dot;
    let behind = [dots, b"Secret"].concat();
    let (head, tail) = dots.split_at(5);
    let tail_behind = [tail, b"Secret"].concat();
    let control = |number: u8| {
        let mut control = [0; 26];
        (control[3], control[7], control[11]) = (number, 1, 1);
        control
    };
    let image = |number: u8, dots: &[u8]| [&[0, 0, 0, number], dots].concat();
    let (second, third) = (control(1), control(4));
    let frames: &[u8] = &[0, 0, 0, 2, 0, 0, 0, 0];
    let orientation = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    type Chunks<'c> = Vec<(&'c [u8; 4], &'c [u8])>;
    let cases: Vec<(u8, u8, Chunks<'_>, Chunks<'_>)> = vec![
        (0, 8, vec![(b"IDAT", &behind)], vec![(b"IDAT", dots)]),
        (
            0,
            8,
            vec![
                (b"IDAT", head),
                (b"IDAT", &tail_behind),
                (b"IDAT", b"Secret"),
            ],
            vec![(b"IDAT", head), (b"IDAT", tail)],
        ),
        (
            0,
            8,
            vec![
                (b"fcTL", &second),
                (b"IDAT", dots),
                (b"fdAT", &behind),
                (b"acTL", frames),
            ],
            vec![(b"IDAT", dots)],
        ),
        (
            0,
            8,
            vec![
                (b"tRNS", b"Secret"),
                (b"PLTE", b"Secret"),
                (b"sBIT", b"word"),
                (b"IDAT", dots),
            ],
            vec![(b"IDAT", dots)],
        ),
        (
            3,
            1,
            vec![
                (b"PLTE", b"123456Secret"),
                (b"tRNS", b"word"),
                (b"IDAT", dots),
            ],
            vec![(b"PLTE", b"123456"), (b"IDAT", dots)],
        ),
        (
            3,
            8,
            vec![(b"PLTE", b"123456"), (b"tRNS", b"12"), (b"IDAT", dots)],
            vec![(b"PLTE", b"123456"), (b"tRNS", b"12"), (b"IDAT", dots)],
        ),
        (
            2,
            8,
            vec![(b"tRNS", b"123456"), (b"IDAT", &colour)],
            vec![(b"tRNS", b"123456"), (b"IDAT", &colour)],
        ),
        (
            0,
            8,
            vec![
                (b"eXIf", b"Secret"),
                (b"eXIf", orientation),
                (b"IDAT", dots),
            ],
            vec![(b"eXIf", orientation), (b"IDAT", dots)],
        ),
    ];
    for (colour, depth, chunks, stays) in cases {
        let clean = cleaned(&png(colour, depth, &chunks));
        let expected = png(colour, depth, &stays);
        assert_eq!(cleaned(&expected), clean, "{chunks:?}");
        assert_eq!(clean, Ok((Format::Png, expected)), "{chunks:?}");
    }
    // What is in an image that moves the picture, and the numbers behind what is taken out of it.
    let first = control(0);
    let moving = |images: &[Vec<u8>], third: &[u8], last: &[u8]| {
        let mut chunks: Chunks<'_> = vec![
            (b"acTL", frames),
            (b"fcTL", &first),
            (b"IDAT", dots),
            (b"fcTL", &second),
        ];
        chunks.extend(images.iter().map(|image| (b"fdAT", &image[..])));
        chunks.extend([(b"fcTL", third), (b"fdAT", last)]);
        png(0, 8, &chunks)
    };
    let images = [image(2, &behind), image(3, b"Secret")];
    let clean = cleaned(&moving(&images, &third, &image(5, dots)));
    let expected = moving(&[image(2, dots)], &control(3), &image(4, dots));
    assert_eq!(clean, Ok((Format::Png, expected)));
    // More than there may be.
    for idat in [packed(&[0; 3]), packed(&[0; 1 << 16]), b"Secret".to_vec()] {
        let clean = cleaned(&png(0, 8, &[(b"IDAT", &idat)]));
        assert_eq!(clean, Err(PictureFault::Damaged("PNG")));
    }
}

#[test]
fn a_jpeg_that_ends_in_its_dots_gets_an_end() {
    let whole = clean(&FIXTURES[0]);
    let cut = &whole[..whole.len() - 2];
    assert_eq!(cleaned(cut), Ok((Format::Jpeg, whole.clone())));
    let half = [cut, b"\xff"].concat();
    assert_eq!(cleaned(&half), Ok((Format::Jpeg, whole.clone())));
    // Marks and filling behind the dots could hold something.
    let marks = [cut, b"\xff\xd1\xff\xff\xd7\xff\xd0\xff\xff\xd9"].concat();
    assert_eq!(cleaned(&marks), Ok((Format::Jpeg, whole)));
}

#[test]
fn an_svg_that_is_refused_for_how_it_is_written_is_told_so() {
    let told = |file: &[u8]| cleaned(file).map_err(|fault| (fault.to_string(), fault.hint()));
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
        assert_eq!(told(&file), Err((is, "save the drawing as UTF-8")));
    }
    let drawn = "<?xml version=\"1.0\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"x.dtd\" [\n  <!ENTITY ns_svg \"http://www.w3.org/2000/svg\">\n]>\n<svg xmlns=\"&ns_svg;\"/>";
    let is = "is an SVG with definitions in a document type: `<!DOCTYPE … [` in line 2, column 1";
    let hint = "take that out, or save the drawing as a plain SVG or as a PNG";
    assert_eq!(told(drawn.as_bytes()), Err((is.to_owned(), hint)));
}

/// An SVG with something in it.
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
            matches!(fault, Err(PictureFault::Svg { line: 2.., .. })),
            "{inside}: {fault:?}"
        );
    }
    let place = cleaned(svg("é <g onload=\"x\"/>").as_bytes());
    let what = "the script of `onload`".to_owned();
    let (line, column) = (2, 4);
    assert_eq!(place, Err(PictureFault::Svg { line, column, what }));
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

/// An SVG with something in it, as it is published.
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

/// What costs more than its length would show here.
#[test]
fn a_picture_costs_no_more_than_its_length() {
    let many = |head: &str, one: &str, tail: &str| {
        format!("{head}{}{tail}", one.repeat((1 << 20) / one.len()))
    };
    let open = "<svg xmlns=\"http://www.w3.org/2000/svg\"";
    let texts = [
        many(&format!("{open}>"), "<g>", ""),
        many(&format!("{open}>"), "<g/>", "</svg>"),
        many(&format!("{open} "), "a=\"b\" ", "/>"),
        many(&format!("{open}><style>"), "#a", "</style></svg>"),
        many(&format!("{open}><style>"), "/*", "</style></svg>"),
        many(&format!("{open}><style>"), "url( ", "</style></svg>"),
        many(&format!("{open}><g fill=\""), "&amp;", "\"/></svg>"),
        many(&format!("{open}><style>"), "a{", "</style></svg>"),
        many(&format!("{open}><style>"), "--a:{;'", "</style></svg>"),
        many(&format!("{open}><path d=\""), "M0 0", "S\"/></svg>"),
        many(&format!("{open}><g transform=\""), "scale(1", "\"/></svg>"),
        many(&format!("{open}><animate values=\""), "red;", "\"/></svg>"),
        many(&format!("{open}><animate values=\""), "m0m", "\"/></svg>"),
        many("", "<!---->", ""),
        many("", " <", ""),
    ];
    let mut files: Vec<Vec<u8>> = texts.map(String::into_bytes).to_vec();
    let blocks = |head: &[u8], one: &[u8]| [head, &one.repeat((1 << 20) / one.len())].concat();
    files.extend([
        blocks(b"\xff\xd8\xff\xe0\0\x02", b"\xff"),
        blocks(
            b"\xff\xd8\xff\xe0\0\x02",
            b"\xff\xe2\0\x10ICC_PROFILE\0\x01\xff",
        ),
        blocks(b"GIF89a\0\0\0\0\0\0\0", b"\x21\xfe\0"),
        blocks(b"RIFF\xff\xff\x0f\0WEBP", b"EXIF\0\0\0\0"),
        blocks(b"\0\0\0\x10ftypavif\0\0\0\0", b"\0\0\0\x08mdat"),
        blocks(b"\0\0\0\x10ftypavif\0\0\0\0", b"\0\0\0\x08moov"),
        blocks(b"\x89PNG\r\n\x1a\n", b"\0\0\0\0abcd\0\0\0\0"),
    ]);
    for file in files {
        let begin = std::time::Instant::now();
        let _ = cleaned(&file);
        let taken = begin.elapsed().as_secs();
        let head = String::from_utf8_lossy(&file[..60]).into_owned();
        assert!(taken < 20, "{taken} s for {head}");
    }
}

/// A fixture with some of its bytes changed, taken out, or doubled.
fn mutated() -> impl Strategy<Value = Vec<u8>> {
    let change = (
        any::<prop::sample::Index>(),
        0_usize..24,
        any::<Vec<u8>>(),
        0_u8..4,
    );
    let changes = prop::collection::vec(change, 1..6);
    (0..FIXTURES.len(), any::<bool>(), changes).prop_map(|(number, first, changes)| {
        let mut file = FIXTURES[number].file.to_vec();
        if first {
            file = cleaned(&file).expect("a picture").1;
        }
        for (place, length, bytes, how) in changes {
            let place = place.index(file.len());
            let end = (place + length).min(file.len());
            match how {
                0 => drop(file.splice(place..end, bytes)),
                1 => file[place] ^= 1 << (length % 8),
                2 => drop(file.drain(place..end)),
                _ => {
                    let part = file[place..end].to_vec();
                    file.splice(end..end, part);
                }
            }
            if file.is_empty() {
                file.push(0);
            }
        }
        file
    })
}

proptest! {
    // Without a file in the source for what was found.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// `PROPTEST_CASES` is how many.
    #[test]
    fn whatever_a_picture_is_it_is_cleaned_once_or_refused(file in mutated()) {
        if let Ok((format, once)) = cleaned(&file) {
            prop_assert!(once.len() <= 2 * file.len() + 2_000);
            let twice = cleaned(&once);
            prop_assert_eq!(twice, Ok((format, once)));
        }
    }

    #[test]
    fn a_word_in_what_describes_never_stays(word in "[A-Z][a-z]{6,20}", places in any::<[prop::sample::Index; 3]>()) {
        for fixture in &FIXTURES {
            // Every `Leysin` stands in what describes.
            let marks: Vec<usize> = fixture.file.windows(6).enumerate().filter(|(_, part)| *part == b"Leysin").map(|(at, _)| at).collect();
            let mut file = fixture.file.to_vec();
            for place in &places {
                file[marks[place.index(marks.len())]..][..6].copy_from_slice(&word.as_bytes()[..6]);
            }
            if let Ok((_, clean)) = cleaned(&file) {
                prop_assert!(!holds(&clean, &word[..6]) , "{}", fixture.name);
            }
        }
    }
}
