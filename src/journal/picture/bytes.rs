//! Numbers in the bytes of a file.

/// A number at a place, its first byte the highest.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// A number at a place, its first byte the highest.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// The length that stands at a place, its first byte the highest.
pub(super) fn length_at(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32_at(bytes, at)?).ok()
}

/// A number at a place, its first byte the highest.
pub(super) fn u64_at(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// Reads numbers one after another.
pub(super) struct Reader<'f> {
    pub(super) bytes: &'f [u8],
    pub(super) at: usize,
}

impl Reader<'_> {
    /// The next number, of so many bytes.
    pub(super) fn number(&mut self, size: u64) -> Option<u64> {
        let size = usize::try_from(size).ok().filter(|size| *size <= 8)?;
        let bytes = self.bytes.get(self.at..self.at + size)?;
        self.at += size;
        Some(
            bytes
                .iter()
                .fold(0, |number, byte| number << 8 | u64::from(*byte)),
        )
    }
}
