//! What typed words mean as people.

mod people;
