//! Documents that show that something is lost.

use serde_json::Value;

use hit_runtime::Violation;

use super::shrink::shrink;
use super::verdict::{Mode, Verdict, Witness};
use crate::judge::Judge;
use crate::rules::{Claim, seek};

/// Who may lose documents of whom.
pub(crate) struct Direction<'d, 's> {
    /// Accepts the document.
    pub(crate) narrow: &'d Judge<'s>,
    /// Refuses it.
    pub(crate) wide: &'d Judge<'s>,
    pub(crate) mode: Mode,
}

/// What refuses a document.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Refusal {
    Schema,
    Rule(Violation),
}

impl Direction<'_, '_> {
    /// Whether rules have a say.
    pub(crate) fn has_rules(&self) -> bool {
        !(self.narrow.schema.rules.is_empty() && self.wide.schema.rules.is_empty())
    }

    /// What refuses a document that is accepted on the one side, rules
    /// included.
    ///
    /// # Errors
    /// Why it shows nothing.
    pub(crate) fn refuted(
        &self,
        document: &Value,
        context: Option<&Value>,
    ) -> Result<Refusal, String> {
        if !self.narrow.verdict(document)? {
            return Err("the schema it is taken from refuses it".to_owned());
        }
        if let Some(rule) = self.narrow.refused_by(document, context) {
            let id = rule.code;
            return Err(format!(
                "the rule `{id}` of the schema it is taken from refuses it"
            ));
        }
        if !self.wide.verdict(document)? {
            return Ok(Refusal::Schema);
        }
        match self.wide.refused_by(document, context) {
            Some(rule) => Ok(Refusal::Rule(rule)),
            None => Err("the other schema accepts it".to_owned()),
        }
    }

    /// Looks for a document that rules tell apart.
    pub(crate) fn seek(&self, guess: Option<Value>) -> Option<Verdict> {
        let schemas = [self.narrow.schema, self.wide.schema];
        let mut claim = Claim::default();
        claim.documents.extend(guess);
        for schema in schemas {
            let info = schema.compiled.info.get(schema.root as usize);
            let examples = info
                .into_iter()
                .flat_map(|info| info.examples.iter().cloned());
            claim.documents.extend(examples);
            claim
                .literals
                .extend(schema.ruleset.literals.iter().cloned());
            if let Some(context) = schema.context.as_deref().filter(|_| schema.ruleset.outside) {
                let examples = context.compiled.info.iter().flat_map(|info| &info.examples);
                let fit = examples.filter(|one| context.accepts(one) == Some(true));
                claim.contexts.extend(fit.cloned());
                claim.contexts.push(Value::Object(serde_json::Map::new()));
                claim.names.extend(names(context));
            }
        }
        let found = seek(&claim, |outer| {
            let context = outer.context.as_ref();
            let allowed = context.is_none_or(|value| {
                let sides = schemas
                    .into_iter()
                    .filter_map(|schema| schema.context.as_deref());
                sides
                    .into_iter()
                    .all(|schema| schema.accepts(value) == Some(true))
            });
            // The engine is quick; the validators have the last word.
            let worth = allowed && self.narrow.schema.accepts(&outer.document) == Some(true);
            worth
                .then(|| self.refuted(&outer.document, context).ok())
                .flatten()
        });
        let (outer, refusal) = found?;
        Some(witness(self, outer.document, outer.context, &refusal))
    }
}

/// Names of members that a schema knows.
fn names(schema: &crate::schema::Schema) -> Vec<String> {
    let checks = schema
        .compiled
        .program
        .nodes
        .iter()
        .flat_map(|node| &node.checks);
    let named = checks.filter_map(|check| match &check.kind {
        hit_runtime::check::Kind::Properties(named) => Some(named),
        _ => None,
    });
    let mut names: Vec<String> = named.flatten().map(|(name, _)| name.clone()).collect();
    names.sort();
    names.dedup();
    names
}

/// The verdict that rests on a document, made as small as it goes.
pub(crate) fn witness(
    direction: &Direction<'_, '_>,
    document: Value,
    context: Option<Value>,
    refusal: &Refusal,
) -> Verdict {
    let by_rule = |refusal: &Refusal| match refusal {
        Refusal::Schema => None,
        Refusal::Rule(rule) => Some(rule.code.clone()),
    };
    let same = |document: &Value, context: Option<&Value>| {
        let found = direction.refuted(document, context);
        found.is_ok_and(|found| by_rule(&found) == by_rule(refusal))
    };
    let document = shrink(document, |smaller| same(smaller, context.as_ref()));
    let context = match context {
        Some(_) if same(&document, None) => None,
        Some(context) => Some(shrink(context, |smaller| same(&document, Some(smaller)))),
        None => None,
    };
    let Direction { narrow, wide, mode } = direction;
    let (refusal, independent) = match direction.refuted(&document, context.as_ref()) {
        Ok(Refusal::Rule(rule)) => (Some(rule), false),
        _ => {
            let report = wide.schema.checker.check(wide.schema.root, &document);
            let independent = narrow.is_independent() && wide.is_independent();
            (report.violations.into_iter().next(), independent)
        }
    };
    Verdict::Breaking {
        witness: Box::new(Witness {
            by_rule: matches!(
                direction.refuted(&document, context.as_ref()),
                Ok(Refusal::Rule(_))
            ),
            document,
            context,
            broken: *mode,
            refusal,
            independent,
        }),
    }
}
