//! Pictures with the word `Leysin` in every place where a camera or an editor can put it, and files that are not pictures.

mod png;
mod svg;

use std::time::Duration;

use proptest::prelude::*;
use rustix::time::{ClockId, clock_gettime};

use super::{Format, cleaned};
use crate::diagnostic::PictureFault;

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
            file: include_bytes!(concat!("../../../../tests/photos/", $name)),
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

/// Returns whether a file holds a word, as it is or with a zero before each letter.
fn holds(file: &[u8], word: &str) -> bool {
    let wide: Vec<u8> = word.bytes().flat_map(|byte| [0, byte]).collect();
    let words = [word.as_bytes().to_vec(), wide];
    words
        .iter()
        .any(|word| file.windows(word.len()).any(|part| part == word.as_slice()))
}

fn clean(fixture: &Fixture) -> Vec<u8> {
    let (format, clean) =
        cleaned(fixture.file).unwrap_or_else(|fault| panic!("{}: {fault:?}", fixture.name));
    assert_eq!(format, fixture.format, "{}", fixture.name);
    clean
}

/// Unpacks the profile of a picture.
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
    // Its header has this word, 36 bytes after its start.
    let place = at(b"acsp")?;
    Some(file[place - 36..].to_vec())
}

#[test]
fn nothing_that_a_camera_or_an_editor_adds_stays_in_a_picture() {
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
            // The empty XMP data that replace those with words, and their name.
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

/// Returns the chunks of a PNG, or of a WebP, which has the other order of bytes.
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
        let after = if big { 4 } else { length % 2 };
        file = file.get(8 + length + after..).unwrap_or_default();
    }
    chunks
}

/// Returns the scans of a JPEG, each up to the next marker.
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
                let pixels = |file: &[u8]| -> Vec<_> {
                    let shown = ["IHDR", "PLTE", "tRNS", "IDAT", "acTL", "fcTL", "fdAT"];
                    let mut chunks = chunks(&file[8..], true);
                    chunks.retain(|(kind, _)| shown.iter().any(|shown| shown.as_bytes() == kind));
                    chunks
                };
                assert!(pixels(&clean).len() >= 2, "{name}");
                assert_eq!(pixels(&clean), pixels(fixture.file), "{name}");
            }
            Format::WebP => {
                let pixels = |file: &[u8]| -> Vec<_> {
                    let mut pixels = Vec::new();
                    for (kind, content) in chunks(&file[12..], false) {
                        match &*kind {
                            b"ANMF" => pixels.extend(
                                chunks(&content[16..], false)
                                    .into_iter()
                                    .filter(|(kind, _)| kind != b"leys"),
                            ),
                            b"VP8 " | b"VP8L" | b"ALPH" | b"ANIM" => pixels.push((kind, content)),
                            _ => {}
                        }
                    }
                    pixels
                };
                assert!(!pixels(&clean).is_empty(), "{name}");
                assert_eq!(pixels(&clean), pixels(fixture.file), "{name}");
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
                // Nothing is moved, and where pictures can be, only the Exif and XMP data differ.
                let store = fixture
                    .file
                    .windows(4)
                    .position(|part| part == b"mdat")
                    .expect("a store");
                let after = fixture.file[store..]
                    .windows(4)
                    .position(|part| part == b"udta")
                    .expect("an end");
                let range = store..store + after - 4;
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
        let (_, twice) =
            cleaned(&once).unwrap_or_else(|fault| panic!("{}: {fault:?}", fixture.name));
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
fn what_is_not_a_picture_is_named() {
    let message = |file: &[u8]| {
        cleaned(file)
            .map(|_| ())
            .map_err(|fault| fault.describe().message)
    };
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
        assert_eq!(message(file), Err(is.to_owned()), "{file:?}");
    }
    assert_eq!(
        cleaned(&vec![b'x'; (32 << 20) + 1]),
        Err(PictureFault::TooLarge)
    );
}

#[test]
fn a_jpeg_that_ends_in_its_pixels_gets_an_end() {
    let whole = clean(&FIXTURES[0]);
    let cut = &whole[..whole.len() - 2];
    assert_eq!(cleaned(cut), Ok((Format::Jpeg, whole.clone())));
    let half = [cut, b"\xff"].concat();
    assert_eq!(cleaned(&half), Ok((Format::Jpeg, whole.clone())));
    // Markers and fill bytes after the pixels could hold something.
    let marks = [cut, b"\xff\xd1\xff\xff\xd7\xff\xd0\xff\xff\xd9"].concat();
    assert_eq!(cleaned(&marks), Ok((Format::Jpeg, whole)));
}

/// Returns files of about that length that would show a cost that grows faster than the length.
fn repetitive(length: u32) -> Vec<Vec<u8>> {
    let times = |one: usize| length as usize / one;
    let many =
        |head: &str, one: &str, tail: &str| [head, &one.repeat(times(one.len())), tail].concat();
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
    let blocks = |head: &[u8], one: &[u8]| [head, &one.repeat(times(one.len()))].concat();
    let riff = [b"RIFF", &(length - 1).to_le_bytes()[..], b"WEBP"].concat();
    files.extend([
        blocks(b"\xff\xd8\xff\xe0\0\x02", b"\xff"),
        blocks(
            b"\xff\xd8\xff\xe0\0\x02",
            b"\xff\xe2\0\x10ICC_PROFILE\0\x01\xff",
        ),
        blocks(b"GIF89a\0\0\0\0\0\0\0", b"\x21\xfe\0"),
        blocks(&riff, b"EXIF\0\0\0\0"),
        blocks(b"\0\0\0\x10ftypavif\0\0\0\0", b"\0\0\0\x08mdat"),
        blocks(b"\0\0\0\x10ftypavif\0\0\0\0", b"\0\0\0\x08moov"),
        blocks(&FIXTURES[2].file[..33], b"\0\0\0\0abcd\0\0\0\0"),
    ]);
    files
}

#[test]
fn a_picture_with_repetitions_costs_no_more_than_its_length() {
    /// Below this, a ratio is noise: linear work on the longer files is far below, quadratic work far above.
    const NOISE: Duration = Duration::from_secs(2);
    // Processor time of this thread, which a busy machine does not change.
    let now = || Duration::try_from(clock_gettime(ClockId::ThreadCPUTime)).expect("a short time");
    let cost = |file: &[u8]| {
        let begin = now();
        let size = cleaned(file).map_or(0, |(_, clean)| clean.len());
        assert!(size <= 2 * file.len() + 2_000, "{size} bytes");
        now() - begin
    };
    for (short, long) in repetitive(1 << 17).iter().zip(repetitive(1 << 19)) {
        let (short_cost, long_cost) = (cost(short), cost(&long));
        let head = String::from_utf8_lossy(&short[..60]);
        assert!(
            long_cost < NOISE || long_cost < 10 * short_cost,
            "{short_cost:?}, {long_cost:?}: {head:?}"
        );
    }
}

/// Generates a fixture with some of its bytes changed, taken out, or doubled.
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
    // No file in the source for failures.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_a_picture_is_it_is_cleaned_once_or_refused(file in mutated()) {
        if let Ok((format, once)) = cleaned(&file) {
            prop_assert!(once.len() <= 2 * file.len() + 2_000);
            let twice = cleaned(&once);
            prop_assert_eq!(twice, Ok((format, once)));
        }
    }

    #[test]
    fn a_word_in_metadata_never_stays(word in "[A-Z][a-z]{6,20}", places in any::<[prop::sample::Index; 3]>()) {
        for fixture in &FIXTURES {
            // Every `Leysin` is in metadata.
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
