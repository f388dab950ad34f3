//! The lock of a sprint, which one process at a time holds while it writes.

use std::fs::{File, TryLockError};
use std::io::{self, Seek, Write};
use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use super::sandbox::Sandbox;
use crate::diagnostic::{Error, StorageError};

/// How long one process may hold the lock before this one reports that it waits, and before it gives up.
const PATIENCE: Duration = Duration::from_secs(1);
const DEADLINE: Duration = Duration::from_secs(10);
const BETWEEN_LOOKS: Duration = Duration::from_millis(250);

/// What the holder of the lock writes into it: its process id, of one width so that it is overwritten as a whole.
const HOLDER_WIDTH: usize = 10;

/// The lock while this process holds it. It ends when it is dropped, or with the process.
pub(super) struct Lock {
    file: File,
}

/// Keeps writers out while somebody reads.
pub(super) struct ReadLock {
    _file: Option<File>,
}

impl Lock {
    /// Waits for the lock, as [`Folder::log_writer`](super::Folder::log_writer) describes.
    pub(super) fn take(
        sandbox: Sandbox<'_>,
        path: &Path,
        waiting: &mut impl FnMut(),
    ) -> Result<Lock, Error> {
        let failed = |cause: io::Error| Error::io("lock", path, &cause);
        let opened = sandbox.open_to_lock(path);
        let mut file = opened.map_err(|error| error.during("lock", path))?;
        if !try_lock(&file).map_err(failed)? {
            file = wait_for(file, sandbox, path, waiting)?;
        }
        let pid = std::process::id().to_string();
        // The holder is only shown to others who wait. A lock that cannot be written to still locks.
        let _ = write_holder(&file, &pid);
        Ok(Lock { file })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = write_holder(&self.file, "");
    }
}

impl ReadLock {
    /// Keeps writers out if none is at work; otherwise gives `None`. Without a lock file there is no writer.
    pub(super) fn try_take(sandbox: Sandbox<'_>, path: &Path) -> Option<ReadLock> {
        let file = sandbox.open_to_read(path).ok();
        match file.as_ref().map(File::try_lock_shared) {
            Some(Err(TryLockError::WouldBlock)) => None,
            _ => Some(ReadLock { _file: file }),
        }
    }
}

fn try_lock(lock: &File) -> io::Result<bool> {
    match lock.try_lock() {
        Ok(()) => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(cause)) if cause.kind() == io::ErrorKind::Interrupted => Ok(false),
        Err(TryLockError::Error(cause)) => Err(cause),
    }
}

/// Waits in the system's queue, which is served in turn, and looks now and then who holds the lock.
fn wait_for(
    lock: File,
    sandbox: Sandbox<'_>,
    path: &Path,
    waiting: &mut impl FnMut(),
) -> Result<File, Error> {
    let failed = |cause: io::Error| Error::io("lock", path, &cause);
    let (taken, queue) = mpsc::channel();
    let in_turn = move || {
        let locked = loop {
            match lock.lock() {
                Err(cause) if cause.kind() == io::ErrorKind::Interrupted => {}
                locked => break locked,
            }
        };
        // Whoever has given up does not receive it: then the lock is released here.
        let _ = taken.send(locked.map(|()| lock));
    };
    thread::Builder::new().spawn(in_turn).map_err(failed)?;
    let begun = Instant::now();
    let mut has_called = false;
    let mut held = (holder(sandbox, path), begun);
    loop {
        match queue.recv_timeout(BETWEEN_LOOKS) {
            Ok(taken) => return taken.map_err(failed),
            Err(_) if held.1.elapsed() > DEADLINE => {
                return Err(StorageError::Locked {
                    path: path.to_owned(),
                    holder: held.0,
                    seconds: DEADLINE.as_secs(),
                }
                .into());
            }
            Err(_) => {}
        }
        if begun.elapsed() > PATIENCE && !has_called {
            has_called = true;
            waiting();
        }
        let now = holder(sandbox, path);
        if now != held.0 {
            held = (now, Instant::now());
        }
    }
}

/// Returns the process that holds the lock, if its file has one.
fn holder(sandbox: Sandbox<'_>, path: &Path) -> Option<u32> {
    let pid = sandbox.read(path, 2 * HOLDER_WIDTH as u64).ok()?;
    String::from_utf8(pid).ok()?.trim().parse().ok()
}

fn write_holder(mut lock: &File, pid: &str) -> io::Result<()> {
    lock.rewind()?;
    lock.write_all(format!("{pid:>HOLDER_WIDTH$}\n").as_bytes())
}
