//! A pattern ready to match.

use std::sync::OnceLock;

use regex::{Regex, RegexBuilder};

use super::backtrack::{self, Exceeded, Steps};
use super::conjunction::Conjunction;
use super::error::PatternError;
use super::hot::Hot;
use super::linear;
use super::nfa::{self, Machines};
use super::parse::{Mode, parse};
use super::syntax::{Ast, Needs};
use super::translate::expression;

/// Bytes a compiled expression may take.
const SIZE_LIMIT: usize = 32 << 20;

/// A pattern in ECMA-262 syntax, compiled.
///
/// ```
/// use hit_runtime::regex::CompiledPattern;
///
/// let pattern = CompiledPattern::new(r"^\d{3}(?!x)").unwrap();
/// assert!(pattern.is_match("123y"));
/// assert!(!pattern.is_match("123x"));
/// assert!(!pattern.is_match("١٢٣")); // `\d` is ASCII
/// ```
#[derive(Debug)]
pub struct CompiledPattern {
    source: String,
    matcher: OnceLock<Result<Matcher, PatternError>>,
}

#[derive(Debug)]
// There are few, one a pattern, and the large variant is the common one: no need to look elsewhere for it.
#[allow(clippy::large_enum_variant)]
enum Matcher {
    Regular(Box<(Regex, Hot)>),
    Conjunction(Conjunction),
    Linear(Machines),
    Backtracking(Steps),
}

impl CompiledPattern {
    /// Compiles a pattern.
    ///
    /// # Errors
    ///
    /// Where the text is no pattern, or the pattern is too large.
    pub fn new(pattern: &str) -> Result<Self, PatternError> {
        let matcher = compile(pattern)?;
        Ok(Self {
            source: pattern.to_owned(),
            matcher: OnceLock::from(Ok(matcher)),
        })
    }

    /// Parses a pattern and compiles it when it is first used: for programs
    /// that were compiled before, so that starting costs little.
    ///
    /// # Errors
    ///
    /// Where the text is no pattern.
    pub fn lazy(pattern: &str) -> Result<Self, PatternError> {
        parse(pattern, Mode::Lenient)?;
        Ok(Self {
            source: pattern.to_owned(),
            matcher: OnceLock::new(),
        })
    }

    /// The pattern as it was given.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Whether the pattern matches somewhere in the text. Not, where
    /// [`CompiledPattern::try_match`] cannot tell.
    pub fn is_match(&self, text: &str) -> bool {
        self.try_match(text).unwrap_or(false)
    }

    /// Whether the pattern matches somewhere in the text.
    ///
    /// # Errors
    ///
    /// A pattern with back-references may need more steps than are granted
    /// (one million); a pattern made by [`CompiledPattern::lazy`] may be too
    /// large.
    pub fn try_match(&self, text: &str) -> Result<bool, PatternError> {
        match self.matcher.get_or_init(|| compile(&self.source)) {
            Ok(Matcher::Regular(regular)) => Ok(regular
                .1
                .is_match(regular.0.as_str(), text)
                .unwrap_or_else(|| regular.0.is_match(text))),
            Ok(Matcher::Conjunction(conjunction)) => Ok(conjunction.is_match(text)),
            Ok(Matcher::Linear(machines)) => Ok(linear::is_match(machines, text)),
            Ok(Matcher::Backtracking(steps)) => {
                backtrack::is_match(steps, text).map_err(|Exceeded| {
                    PatternError::new(0, "the pattern takes too many steps on this text")
                })
            }
            Err(error) => Err(error.clone()),
        }
    }
}

fn compile(pattern: &str) -> Result<Matcher, PatternError> {
    let syntax = parse(pattern, Mode::Lenient)?;
    match syntax.root.needs() {
        Needs::Regular => regular(&syntax.root),
        Needs::Look => match Conjunction::of(&syntax.root, build_regex) {
            Some(conjunction) => conjunction.map(Matcher::Conjunction),
            None => nfa::build(&syntax.root).map(Matcher::Linear),
        },
        Needs::BackReference => backtrack::build(&syntax).map(Matcher::Backtracking),
    }
}

fn regular(root: &Ast) -> Result<Matcher, PatternError> {
    let regex = build_regex(&expression(root))?;
    Ok(Matcher::Regular(Box::new((regex, Hot::default()))))
}

fn build_regex(expression: &str) -> Result<Regex, PatternError> {
    RegexBuilder::new(expression)
        .size_limit(SIZE_LIMIT)
        .nest_limit(2000)
        .build()
        .map_err(|error| PatternError::new(0, reason(&error)))
}

fn reason(error: &regex::Error) -> String {
    match error {
        regex::Error::CompiledTooBig(_) => "the pattern is too large".to_owned(),
        error => error.to_string(),
    }
}

/// An expression of the `regex` crate that matches the same texts, for tools
/// that reason about patterns. `None` where the text is no pattern, or where it
/// has look-around or back-references.
///
/// ```
/// use hit_runtime::regex::regular_expression;
///
/// assert_eq!(regular_expression("^a+$").as_deref(), Some(r"\A\x{61}+\z"));
/// assert!(regular_expression("a(?!b)").is_none());
/// ```
pub fn regular_expression(pattern: &str) -> Option<String> {
    let syntax = parse(pattern, Mode::Lenient).ok()?;
    let regular = syntax.root.needs() == Needs::Regular;
    regular.then(|| expression(&syntax.root))
}

/// Whether a text is a regular expression of ECMA-262 with the flag `u`: the
/// format `regex`. Stricter than what `pattern` accepts.
///
/// ```
/// use hit_runtime::regex::is_ecma_regex;
///
/// assert!(is_ecma_regex(r"^(?<year>\d{4})$"));
/// assert!(!is_ecma_regex(r"\a"));
/// assert!(!is_ecma_regex("(abc"));
/// ```
pub fn is_ecma_regex(text: &str) -> bool {
    parse(text, Mode::Strict).is_ok()
}
