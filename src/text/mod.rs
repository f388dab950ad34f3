//! Text from outside, as it is shown and as it is compared.

mod normalize;
mod visible;

pub use normalize::{normalize, without_accents};
pub(crate) use visible::{is_blank, letters};
pub use visible::{visible, visible_lines};
