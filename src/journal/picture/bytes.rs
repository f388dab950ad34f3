//! Numbers in the bytes of a file.

/// Reads a file from its start to its end.
pub(super) struct Reader<'f> {
    pub(super) rest: &'f [u8],
}

impl<'f> Reader<'f> {
    pub(super) fn take(&mut self, length: usize) -> Option<&'f [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        Some(self.take(1)?[0])
    }

    /// Reads a number of up to 8 bytes, the highest first.
    pub(super) fn number(&mut self, size: usize) -> Option<usize> {
        let bytes = self.take(size).filter(|bytes| bytes.len() <= 8)?;
        let add = |number: u64, byte: &u8| number << 8 | u64::from(*byte);
        usize::try_from(bytes.iter().fold(0, add)).ok()
    }
}

/// Returns the number of `size` bytes at a place, the highest first.
pub(super) fn number_at(bytes: &[u8], at: usize, size: usize) -> Option<usize> {
    let rest = bytes.get(at..)?;
    Reader { rest }.number(size)
}

/// Returns a length as 4 bytes, the highest first.
pub(super) fn four(length: usize) -> Option<[u8; 4]> {
    Some(u32::try_from(length).ok()?.to_be_bytes())
}
