//! `^(?!a)(?=b)c`: look-ahead at the beginning, by far the most common kind.
//!
//! Such a pattern matches where each part does at the beginning of the text, so
//! the `regex` crate can match the parts one by one.

use regex::Regex;

use super::error::PatternError;
use super::syntax::{Ast, Needs};
use super::translate::expression;

/// A pattern as parts that all start where the text does.
#[derive(Debug)]
pub(super) struct Conjunction {
    /// Whether each may not match, and the part.
    looks: Vec<(bool, Regex)>,
    rest: Regex,
}

impl Conjunction {
    /// The parts of a pattern; `None` where it is not of this kind.
    pub(super) fn of(
        root: &Ast,
        build: fn(&str) -> Result<Regex, PatternError>,
    ) -> Option<Result<Self, PatternError>> {
        let Ast::Concat(parts) = root else {
            return None;
        };
        let (Ast::Start { multiline: false }, rest) = parts.split_first()? else {
            return None;
        };
        let ahead = |part: &&Ast| matches!(part, Ast::Look { behind: false, .. });
        let count = rest.iter().take_while(ahead).count();
        let (looks, rest) = rest.split_at_checked(count)?;
        let looks = looks.iter().filter_map(|look| match look {
            Ast::Look { negated, inner, .. } => Some((*negated, &**inner)),
            _ => None,
        });
        let looks: Vec<(bool, &Ast)> = looks.collect();
        let regular = |ast: &Ast| ast.needs() == Needs::Regular;
        if looks.is_empty()
            || !looks.iter().all(|(_, inner)| regular(inner))
            || !rest.iter().all(regular)
        {
            return None;
        }
        let anchored = |ast: &Ast| build(&format!(r"\A(?:{})", expression(ast)));
        let looks = looks
            .into_iter()
            .map(|(negated, inner)| Ok((negated, anchored(inner)?)));
        let looks = looks.collect::<Result<_, _>>();
        let rest = anchored(&Ast::Concat(rest.to_vec()));
        Some(looks.and_then(|looks| Ok(Self { looks, rest: rest? })))
    }

    /// Whether all parts hold.
    pub(super) fn is_match(&self, text: &str) -> bool {
        self.looks
            .iter()
            .all(|(negated, look)| look.is_match(text) != *negated)
            && self.rest.is_match(text)
    }
}
