//! Options that take one of a few words.

use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use strum::VariantNames;

/// Reads one of the words of a type.
pub fn one_of<Word>() -> impl TypedValueParser<Value = Word>
where
    Word: FromStr<Err = strum::ParseError> + VariantNames + Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(Word::VARIANTS).try_map(|word| word.parse())
}
