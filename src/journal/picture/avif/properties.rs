//! How the pixels of a picture are shown: its colours, its size, its orientation.

use super::boxes::Part;
use super::cleaner::Cleaner;
use crate::journal::picture::profile;

/// The purposes of a second picture.
const AUXILIARIES: [&[u8]; 4] = [
    b"urn:mpeg:mpegB:cicp:systems:auxiliary:alpha",
    b"urn:mpeg:mpegB:cicp:systems:auxiliary:depth",
    b"urn:mpeg:hevc:2015:auxid:1",
    b"urn:com:apple:photo:2020:aux:hdrgainmap",
];

impl Cleaner<'_> {
    /// Keeps a property of items or of the pictures of a track if it affects how they are shown.
    pub(super) fn property(&mut self, part: &Part) -> Option<()> {
        let content = self.content(part);
        let length = match &part.kind {
            b"ispe" => 12,
            b"pixi" => 5 + usize::from(*content.get(4)?),
            b"irot" | b"imir" | b"a1op" => 1,
            b"clap" => 32,
            b"pasp" | b"ccst" => 8,
            b"clli" => 4,
            b"mdcv" => 24,
            b"cclv" | b"amve" | b"lsel" | b"a1lx" | b"reve" if content.len() <= 64 => content.len(),
            b"colr" => return self.colours(part),
            b"auxC" | b"auxi" => {
                let kind = content.get(4..)?.split(|byte| *byte == 0).next()?;
                let is_known = AUXILIARIES.contains(&kind);
                let length = if is_known { 4 + kind.len() } else { 4 };
                return self.keep(part, length);
            }
            b"av1C" => {
                self.keep(part, 4)?;
                let units = part.content.start + 4..part.content.end;
                return self.store(std::slice::from_ref(&units), true);
            }
            _ => return self.free(part),
        };
        self.keep(part, length.min(content.len()))
    }

    fn colours(&mut self, part: &Part) -> Option<()> {
        let content = self.content(part);
        match content.first_chunk()? {
            b"nclx" => self.keep(part, content.len().min(11)),
            b"prof" | b"rICC" => {
                let room = content.len() - 4;
                let profile = profile::cleaned(&content[4..]);
                let Some(profile) = profile.filter(|profile| profile.len() <= room) else {
                    return self.free(part);
                };
                self.keep(part, 4)?;
                let start = part.content.start + 4;
                self.clean[start..start + profile.len()].copy_from_slice(&profile);
                Some(())
            }
            _ => self.free(part),
        }
    }
}
