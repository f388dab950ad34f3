//! A report on its way into a site.

use chrono::{DateTime, NaiveDate};

use super::desk::{Desk, LoadedSprint};
use super::output::Output;
use super::pictures::CopiedPictures;
use crate::diagnostic::{Error, Remark, UsageError};
use crate::journal::{Folder, SiteFolder, WebPicture, WriteOutcome};
use crate::report::{Post, Report, Site, Span, is_unedited};

/// A post as a site gets it, with its pictures.
pub struct Publication {
    post: Post,
    text: String,
    pictures: Vec<WebPicture>,
}

impl Publication {
    /// The report as a post. Pictures that are not in the sprint's folder are added to what is missing from the report.
    pub fn new(post: Post, report: &mut Report, folder: &Folder) -> Self {
        let mut pictures: Vec<WebPicture> = Vec::new();
        let place = |picture: WebPicture| {
            let address = post.picture_address(&picture.name);
            if pictures.iter().all(|known| known.name != picture.name) {
                pictures.push(picture);
            }
            address
        };
        report.rewrite_links(&mut CopiedPictures {
            folder,
            place,
            has_links: true,
        });
        Publication {
            text: post.text(&report.to_blocks()),
            post,
            pictures,
        }
    }

    /// Writes the post to standard output, or puts it into the site that was asked for, behind its pictures.
    pub fn deliver(&self, desk: &mut Desk<'_, '_>, output: &Output) -> Result<(), Error> {
        match output.file() {
            None => desk.print(&self.text)?,
            Some(folder) => {
                if let Some(journal) = desk.journal()? {
                    journal.refuse_site(folder)?;
                }
                self.put(desk, &SiteFolder::open(folder)?, output.is_forced())?;
            }
        }
        if self.post.date > desk.today() {
            desk.remark(&Remark::PostAhead(self.post.date))?;
        }
        Ok(())
    }

    fn put(&self, desk: &mut Desk<'_, '_>, site: &SiteFolder, force: bool) -> Result<(), Error> {
        let path = self.post.path();
        let former = self.former(site, force)?;
        let may_replace = |there: &[u8]| force || is_unedited(there);
        site.check_post(&path, &self.text, may_replace)?;
        for picture in &self.pictures {
            let path = self.post.picture_path(&picture.name);
            if site.put_picture(&path, picture, force)? == WriteOutcome::Written {
                desk.say(&format!("written: {}", site.path_of(&path).display()))?;
            }
        }
        let done = match site.put_post(&path, &self.text, may_replace)? {
            WriteOutcome::Written => "written",
            WriteOutcome::Unchanged => "already written",
        };
        desk.say(&format!("{done}: {}", site.path_of(&path).display()))?;
        for path in former {
            site.remove(&path)?;
            desk.say(&format!("removed: {}", site.path_of(&path).display()))?;
        }
        Ok(())
    }

    /// Where the post is under the dates that it had before.
    fn former(&self, site: &SiteFolder, force: bool) -> Result<Vec<String>, Error> {
        let Some(folder) = self.post.dated_folder() else {
            return Ok(Vec::new());
        };
        let mut files = site.files_below(folder)?;
        files.retain(|file| self.post.may_be_at(file) && *file != self.post.path());
        for file in &files {
            if !force && !is_unedited(&site.read(file)?) {
                return Err(Error::EditedPost(site.path_of(file)));
            }
        }
        Ok(files)
    }
}

/// The day of a post: what was asked for, else what the environment says, else the last day that it tells of.
pub fn date(
    desk: &Desk<'_, '_>,
    asked: Option<NaiveDate>,
    loaded: &LoadedSprint,
    span: Span,
) -> Result<NaiveDate, Error> {
    if let Some(asked) = asked {
        return Ok(asked);
    }
    if let Some(typed) = &desk.environment.variables.source_date_epoch {
        let seconds = typed.parse().ok();
        let moment = seconds.and_then(|seconds| DateTime::from_timestamp(seconds, 0));
        return moment.map(|moment| moment.date_naive()).ok_or_else(|| {
            Error::Usage(UsageError::BadTime {
                typed: typed.clone(),
                option: "SOURCE_DATE_EPOCH",
                accepted: "the seconds since 1970, such as 1488588300",
            })
        });
    }
    let days = loaded.sprint.entries().iter().map(|entry| entry.day());
    let told = days.filter(|day| span.to.is_none_or(|to| *day <= to));
    told.max().ok_or(Error::NothingToDate)
}

/// A post for a site; what is special about it, such as the days of an interim report, is part of its address.
pub fn post(site: Site, report: &Report, folder: &Folder, date: NaiveDate, special: &str) -> Post {
    let days = report.days.as_deref().unwrap_or_default();
    let config = &folder.config.report;
    Post {
        site,
        slug: slug::slugify(format!("{} {special} {days}", folder.name)),
        date,
        title: report.full_title(),
        authors: config.authors.clone(),
        tags: config.tags.clone(),
    }
}
