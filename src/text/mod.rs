//! Text from outside, as it is shown and as it is compared.

mod normalize;
mod truncate;
mod visible;

pub use normalize::{normalize, without_accents};
pub use truncate::{excerpt, truncate};
pub(crate) use visible::{characters, is_blank};
pub use visible::{visible, visible_lines};
