//! The cells of a table.

/// Whether a cell says that there is nothing to say.
pub(super) fn is_nothing(cell: &str) -> bool {
    matches!(
        cell.to_lowercase().as_str(),
        "" | "-" | "–" | "—" | "--" | "n/a" | "?" | "tbd" | "…" | "..."
    )
}
