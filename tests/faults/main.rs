//! Many writers at once, and kills at any moment: tests the promises about recording with the real program.
//!
//! What is confirmed on standard output is in the log, nothing older is harmed, and the next command works. Each test has
//! a budget that takes seconds. These variables of the environment ask for more, and `--nocapture` shows the figures:
//!
//! ```text
//! SPRINT_CROWD=100x100    processes, and entries of each
//! SPRINT_KILLS=2000       writers that are killed
//! SPRINT_SWEEP=all        every call of every writer, and every reason that it can fail for
//! SPRINT_PROGRAM=PATH     another build of the program
//! ```
//!
//! `powercut.sh`, beside this file, needs a disk of its own and is run by hand.

mod crowd;
mod env;
mod kills;
mod meanwhile;
mod stopped;
mod sweep;
mod writes;
