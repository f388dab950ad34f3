//! The pictures of a report on their way to readers.

use crate::error::Error;
use crate::journal::{Folder, WebPicture};
use crate::report::{Block, Gap, Report, with_sources};

/// The report as a document, with the sprint's pictures where `place` puts them. Those that are not in the sprint's folder
/// are added to what is missing from the report.
///
/// # Errors
///
/// Those of [`Folder::web_picture`].
pub fn with_pictures(
    report: &mut Report,
    folder: &Folder,
    mut place: impl FnMut(WebPicture) -> String,
) -> Result<Vec<Block>, Error> {
    let mut lost = Vec::new();
    let mut failure = None;
    let document = with_sources(report.document(), &mut |source| {
        if !is_in_folder(&source) {
            return source;
        }
        match folder.web_picture(&source) {
            Ok(Some(picture)) => return place(picture),
            Ok(None) => lost.push(Gap::LostPicture(source.clone())),
            Err(error) => {
                failure.get_or_insert(error);
            }
        }
        source
    });
    report.gaps.extend(lost);
    failure.map_or(Ok(document), Err)
}

/// Whether a picture is a file of the sprint, not an address on the web or in the site.
fn is_in_folder(source: &str) -> bool {
    !source.starts_with(['/', '#', '?']) && !source.contains(':')
}
