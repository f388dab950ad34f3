//! What is made when it is first asked for.

use std::sync::OnceLock;

/// What follows from the rest of a sprint, made when it is first asked for: most commands never do. What changes the rest
/// has to change it, too, where it is made already.
///
/// Two of them are always equal, since the rest is compared.
#[derive(Clone, Debug)]
pub(super) struct Derived<T>(OnceLock<T>);

impl<T> Derived<T> {
    /// Returns it; makes it first, if need be.
    pub(super) fn get(&self, make: impl FnOnce() -> T) -> &T {
        self.0.get_or_init(make)
    }

    /// Returns whether it is made already.
    pub(super) fn is_made(&self) -> bool {
        self.0.get().is_some()
    }

    /// Returns it, to be changed, if it is made already.
    pub(super) fn made(&mut self) -> Option<&mut T> {
        self.0.get_mut()
    }
}

impl<T> Default for Derived<T> {
    fn default() -> Self {
        Derived(OnceLock::new())
    }
}

impl<T> PartialEq for Derived<T> {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
