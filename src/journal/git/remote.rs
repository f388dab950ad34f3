//! The branch that is followed, in the other repository.

use super::command::error_text;
use super::repository::{Object, Repository, THEIRS};
use crate::diagnostic::{Error, GitError};

/// The result of a push.
pub(crate) enum Pushed {
    Accepted,
    /// Somebody else seems to have pushed since the last fetch; in git's words.
    Rejected(String),
}

impl Repository {
    /// Fetches the followed branch and returns its commit; `None` if there is no such branch yet.
    pub(crate) fn fetch(&self) -> Result<Option<Object>, Error> {
        let refspec = format!("+{}:{THEIRS}", self.followed);
        let command = "fetch --quiet --no-tags --no-recurse-submodules --no-write-fetch-head --";
        let output = self.run(command, &[&self.remote, &refspec])?;
        if output.status.success() {
            let commit = format!("{THEIRS}^{{commit}}");
            let tip = self.answer("rev-parse --verify --quiet", &[&commit]);
            self.need("update-ref -d", &[&THEIRS])?;
            Ok(tip.map(Object))
        } else if String::from_utf8_lossy(&output.stderr).contains("couldn't find remote ref") {
            Ok(None)
        } else {
            Err(GitError::Fetch {
                remote: self.remote.clone(),
                reason: error_text(&output),
            }
            .into())
        }
    }

    /// Sends a commit to the followed branch, never by force.
    pub(crate) fn push(&self, commit: &Object) -> Result<Pushed, Error> {
        let refspec = format!("{}:{}", commit.0, self.followed);
        let command = "push --porcelain --no-follow-tags --";
        let output = self.run(command, &[&self.remote, &refspec])?;
        if output.status.success() {
            return Ok(Pushed::Accepted);
        }
        let answer = String::from_utf8_lossy(&output.stdout);
        let rejected = answer.lines().find(|line| line.starts_with('!'));
        let rejected = rejected.unwrap_or_default();
        // The last three are what a server answers when two push at the same time.
        let too_late = [
            "(fetch first)",
            "(non-fast-forward)",
            "cannot lock ref",
            "failed to update ref",
            "incorrect old value",
        ];
        let errors = error_text(&output);
        let reason = match rejected.rsplit_once('(') {
            Some((_, reason)) if errors.is_empty() => reason.trim_end_matches(')').to_owned(),
            Some((_, reason)) => format!("{}: {errors}", reason.trim_end_matches(')')),
            None => errors,
        };
        if too_late.iter().any(|words| rejected.contains(words)) {
            return Ok(Pushed::Rejected(reason));
        }
        Err(self.push_failed(reason).into())
    }

    pub(crate) fn push_failed(&self, reason: String) -> GitError {
        GitError::Push {
            remote: self.remote.clone(),
            reason,
        }
    }

    /// Says that the followed branch is not there, although there are commits for it.
    pub(crate) fn no_such_branch(&self) -> GitError {
        GitError::NoSuchBranch {
            remote: self.remote.clone(),
            branch: short(&self.followed).to_owned(),
        }
    }

    /// Names the other repository and the branch in it together, as in `origin/main`.
    pub(crate) fn upstream(&self) -> String {
        format!("{}/{}", self.remote, short(&self.followed))
    }
}

/// Returns a branch as people name it.
fn short(branch: &str) -> &str {
    branch.strip_prefix("refs/heads/").unwrap_or(branch)
}
