//! Every command's contract, through the real program: standard output, standard error, exit status and log.

#[path = "../support/mod.rs"]
mod support;

mod assign;
mod batch;
mod board;
mod check;
mod choose;
mod day;
mod decide;
mod discuss;
mod done;
mod drop;
mod edit;
mod goal;
mod help;
mod init;
mod join;
mod json;
mod late;
mod leave;
mod list;
mod log;
mod next;
mod note;
mod output;
mod people;
mod photo;
mod plan;
mod progress;
mod reading;
mod readme;
mod ready;
mod reopen;
mod replay;
mod reword;
mod show;
mod streams;
mod summary;
mod talk;
mod text;
mod thank;
mod topics;
mod unassign;
mod undo;
mod writing;
