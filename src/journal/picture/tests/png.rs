//! PNGs that are made byte by byte.

use super::*;

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

/// Returns a PNG of one pixel with these chunks.
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
    let (pixel, colour) = (packed(&[0; 2]), packed(&[0; 4]));
    let pixels: &[u8] = &pixel;
    let trailed = [pixels, b"Secret"].concat();
    let (head, tail) = pixels.split_at(5);
    let tail_trailed = [tail, b"Secret"].concat();
    let control = |number: u8| {
        let mut control = [0; 26];
        (control[3], control[7], control[11]) = (number, 1, 1);
        control
    };
    let image = |number: u8, pixels: &[u8]| [&[0, 0, 0, number], pixels].concat();
    let (second, third) = (control(1), control(4));
    let frames: &[u8] = &[0, 0, 0, 2, 0, 0, 0, 0];
    let orientation = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0";
    type Chunks<'c> = Vec<(&'c [u8; 4], &'c [u8])>;
    let cases: Vec<(u8, u8, Chunks<'_>, Chunks<'_>)> = vec![
        (0, 8, vec![(b"IDAT", &trailed)], vec![(b"IDAT", pixels)]),
        (
            0,
            8,
            vec![
                (b"IDAT", head),
                (b"IDAT", &tail_trailed),
                (b"IDAT", b"Secret"),
            ],
            vec![(b"IDAT", head), (b"IDAT", tail)],
        ),
        (
            0,
            8,
            vec![
                (b"fcTL", &second),
                (b"IDAT", pixels),
                (b"fdAT", &trailed),
                (b"acTL", frames),
            ],
            vec![(b"IDAT", pixels)],
        ),
        (
            0,
            8,
            vec![
                (b"tRNS", b"Secret"),
                (b"PLTE", b"Secret"),
                (b"sBIT", b"word"),
                (b"IDAT", pixels),
            ],
            vec![(b"IDAT", pixels)],
        ),
        (
            3,
            1,
            vec![
                (b"PLTE", b"123456Secret"),
                (b"tRNS", b"word"),
                (b"IDAT", pixels),
            ],
            vec![(b"PLTE", b"123456"), (b"IDAT", pixels)],
        ),
        (
            3,
            8,
            vec![(b"PLTE", b"123456"), (b"tRNS", b"12"), (b"IDAT", pixels)],
            vec![(b"PLTE", b"123456"), (b"tRNS", b"12"), (b"IDAT", pixels)],
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
                (b"IDAT", pixels),
            ],
            vec![(b"eXIf", orientation), (b"IDAT", pixels)],
        ),
    ];
    for (colour, depth, chunks, stays) in cases {
        let clean = cleaned(&png(colour, depth, &chunks));
        let expected = png(colour, depth, &stays);
        assert_eq!(cleaned(&expected), clean, "{chunks:?}");
        assert_eq!(clean, Ok((Format::Png, expected)), "{chunks:?}");
    }
    // The content of a frame, and the numbers after what is taken out of it.
    let first = control(0);
    let moving = |images: &[Vec<u8>], third: &[u8], last: &[u8]| {
        let mut chunks: Chunks<'_> = vec![
            (b"acTL", frames),
            (b"fcTL", &first),
            (b"IDAT", pixels),
            (b"fcTL", &second),
        ];
        chunks.extend(images.iter().map(|image| (b"fdAT", &image[..])));
        chunks.extend([(b"fcTL", third), (b"fdAT", last)]);
        png(0, 8, &chunks)
    };
    let images = [image(2, &trailed), image(3, b"Secret")];
    let clean = cleaned(&moving(&images, &third, &image(5, pixels)));
    let expected = moving(&[image(2, pixels)], &control(3), &image(4, pixels));
    assert_eq!(clean, Ok((Format::Png, expected)));
    // More than there may be.
    for idat in [packed(&[0; 3]), packed(&[0; 1 << 16]), b"Secret".to_vec()] {
        let clean = cleaned(&png(0, 8, &[(b"IDAT", &idat)]));
        assert_eq!(clean, Err(PictureFault::Damaged("PNG")));
    }
}
