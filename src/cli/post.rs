//! A report that is published in a site.

use chrono::NaiveDate;

use super::context::Context;
use super::options::{Output, confirm_written};
use super::pictures::CopiedPictures;
use super::ui::Ui;
use crate::diagnostic::{Error, Remark, StorageError, TimeRemark};
use crate::journal::{Folder, SiteFolder, WebPicture, WriteOutcome};
use crate::report::{Post, Report, Site, Template, is_unedited};

/// A post with its pictures.
pub struct Publication {
    post: Post,
    text: String,
    pictures: Vec<WebPicture>,
}

impl Publication {
    /// Makes a post of a report. Pictures that are not in the sprint's folder are added to the gaps of the report.
    pub fn new(
        site: &'static Site,
        date: NaiveDate,
        report: &mut Report,
        template: &Template,
        folder: &Folder,
    ) -> Publication {
        let post = post(site, date, report, template, folder);
        let mut pictures: Vec<WebPicture> = Vec::new();
        let copy = |picture: WebPicture| {
            let address = post.picture_address(&picture.name);
            if pictures.iter().all(|known| known.name != picture.name) {
                pictures.push(picture);
            }
            address
        };
        report.rewrite_links(&mut CopiedPictures {
            folder,
            copy,
            has_links: true,
        });
        Publication {
            text: post.text(&report.to_blocks()),
            post,
            pictures,
        }
    }

    /// Writes the post to standard output, or puts it into the site that was asked for, after its pictures.
    pub fn deliver(
        &self,
        context: &Context<'_>,
        ui: &mut Ui,
        output: &Output,
    ) -> Result<(), Error> {
        match output.file() {
            None => ui.print(&self.text)?,
            Some(folder) => {
                if let Some(journal) = context.journal()? {
                    journal.refuse_site(folder)?;
                }
                self.put(ui, &SiteFolder::open(folder)?, output.force)?;
            }
        }
        for key in self.post.refused_keys() {
            ui.remark(&Remark::KeyLeftOut {
                key: key.to_owned(),
                site: self.post.site.name,
            })?;
        }
        if self.post.date > context.today() {
            let site = self.post.site;
            ui.remark(&Remark::Time(TimeRemark::PostAhead {
                date: self.post.date,
                waiting: site.waits_for_date.then_some(site.name),
            }))?;
        }
        Ok(())
    }

    fn put(&self, ui: &mut Ui, site: &SiteFolder, force: bool) -> Result<(), Error> {
        let path = self.post.path();
        let former = self.former(site, force)?;
        let may_replace = |there: &[u8]| force || is_unedited(there);
        site.check_post(&path, &self.text, may_replace)?;
        for picture in &self.pictures {
            let path = self.post.picture_path(&picture.name);
            if site.put_picture(&path, picture, force)? == WriteOutcome::Written {
                ui.confirm(&format!("written: {}", site.path_of(&path).display()))?;
            }
        }
        let done = site.put_post(&path, &self.text, may_replace)?;
        confirm_written(ui, done, &site.path_of(&path))?;
        for path in former {
            site.remove(&path)?;
            ui.confirm(&format!("removed: {}", site.path_of(&path).display()))?;
        }
        Ok(())
    }

    /// Returns the paths of the post under its former dates.
    fn former(&self, site: &SiteFolder, force: bool) -> Result<Vec<String>, Error> {
        let folder = self.post.dated_folder();
        let files = folder.map(|folder| site.files_below(folder)).transpose()?;
        let mut files = files.unwrap_or_default();
        files.retain(|file| self.post.may_be_at(file) && *file != self.post.path());
        for file in &files {
            if !force && !is_unedited(&site.read(file)?) {
                return Err(StorageError::EditedPost(site.path_of(file)).into());
            }
        }
        Ok(files)
    }
}

/// Describes the post. The item or the days that it is about are part of its address.
fn post(
    site: &'static Site,
    date: NaiveDate,
    report: &Report,
    template: &Template,
    folder: &Folder,
) -> Post {
    let item = report.item.as_deref().unwrap_or_default();
    let days = report.days.as_deref().unwrap_or_default();
    let front = &template.front;
    let mut others = front.others.clone();
    if front.date() != Some(date) {
        // An option says otherwise.
        others.remove("date");
    }
    Post {
        site,
        slug: slug::slugify(format!("{} {item} {days}", folder.name)),
        date,
        title: report.full_title(),
        authors: front.authors.clone(),
        tags: front.tags.clone(),
        categories: front.categories.clone(),
        description: front.description.clone(),
        others,
    }
}
