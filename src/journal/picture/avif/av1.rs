//! AV1, <https://aomediacodec.github.io/av1-spec/>: the units that hold the pixels of a picture.

/// Turns units that do not affect how the picture looks into padding.
pub(super) fn blank_units(units: &mut [u8]) -> Option<()> {
    pub(super) const METADATA: u8 = 5;
    pub(super) const PADDING: u8 = 15;
    let mut at = 0;
    while at < units.len() {
        let head = units[at];
        let kind = head >> 3 & 15;
        let mut start = at + 1 + usize::from(head >> 2 & 1);
        let length = if head & 2 == 0 {
            units.len().checked_sub(start)?
        } else {
            let (length, size) = number(units.get(start..)?)?;
            start += size;
            length
        };
        let end = start.checked_add(length)?;
        let content = units.get_mut(start..end)?;
        let is_kept = match kind {
            METADATA => {
                // Its brightness and its layers.
                matches!(number(content), Some((1..=3, _)))
            }
            1..=4 | 6..=8 => true,
            _ => false,
        };
        if !is_kept {
            content.fill(0);
            if let Some(first) = content.first_mut() {
                *first = 0x80;
            }
            units[at] = head & 0x87 | PADDING << 3;
        }
        at = end;
    }
    Some(())
}

/// Returns a number of AV1 and its length.
fn number(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut number = 0;
    for (place, byte) in bytes.iter().take(8).enumerate() {
        number |= usize::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            return Some((number, place + 1));
        }
    }
    None
}
