//! Compiling all rules of a schema.

use std::sync::Arc;

use serde_json::Value as Json;

use crate::Diagnostic;
use crate::Span;
use crate::checker::{self, Checked};
use crate::environment::Environment;
use crate::functions::Dialect;
use crate::kubernetes::build::build;
use crate::kubernetes::field_path::field_path;
use crate::kubernetes::node::{Node, Rule, RuleError, RuleSet};
use crate::types::{Type, TypeTable};

/// Compiles the rules of a structural schema (`openAPIV3Schema`). With
/// `is_resource`, the schema is that of a whole resource, whose `apiVersion`,
/// `kind`, `metadata.name` and `metadata.generateName` rules may read.
///
/// Rules that do not compile are in [`RuleSet::errors`].
///
/// ```
/// use hit_rules::kubernetes::compile;
/// let schema = serde_json::json!({
///     "type": "object",
///     "properties": { "min": { "type": "integer" }, "max": { "type": "integer" } },
///     "x-kubernetes-validations": [{ "rule": "self.min <= self.maxx" }]
/// });
/// let rules = compile(&schema, false);
/// assert_eq!(rules.errors[0].pointer, "/x-kubernetes-validations/0/rule");
/// assert_eq!(rules.errors[0].diagnostics[0].line_column("self.min <= self.maxx"), (1, 17));
/// ```
pub fn compile(schema: &Json, is_resource: bool) -> RuleSet {
    let mut table = TypeTable::default();
    let mut root = build(schema, is_resource, &mut table);
    let mut compiler = Compiler {
        types: Arc::new(table),
        errors: Vec::new(),
    };
    compiler.node(&mut root);
    RuleSet {
        root,
        types: compiler.types,
        errors: compiler.errors,
    }
}

/// What the rules at a node may talk about.
pub fn environment_at(types: &Arc<TypeTable>, ty: &Type, optional_old_self: bool) -> Environment {
    let old = if optional_old_self {
        Type::optional(ty.clone())
    } else {
        ty.clone()
    };
    Environment::new(types.clone(), Dialect::Kubernetes)
        .with("self", ty.clone())
        .with("oldSelf", old)
}

struct Compiler {
    types: Arc<TypeTable>,
    errors: Vec<RuleError>,
}

impl Compiler {
    fn node(&mut self, node: &mut Node) {
        let mut rules = Vec::new();
        for written in &node.written {
            for (index, entry) in written.rules.iter().enumerate() {
                let pointer = format!("{}/x-kubernetes-validations/{index}", written.pointer);
                rules.extend(self.rule(node.ty.as_ref(), entry, pointer));
            }
        }
        node.rules = rules;
        for child in node.properties.values_mut() {
            self.node(child);
        }
        for child in node.items.iter_mut().chain(&mut node.additional) {
            self.node(child);
        }
    }

    fn rule(&mut self, ty: Option<&Type>, entry: &Json, pointer: String) -> Option<Rule> {
        let text_of = |name: &str| entry.get(name).and_then(Json::as_str).map(str::to_string);
        let text = text_of("rule").unwrap_or_default();
        // Kubernetes ignores a rule without text.
        if text.trim().is_empty() {
            return None;
        }
        let Some(ty) = ty else {
            let what = "the schema says too little about the value here for a rule".to_string();
            self.error(
                format!("{pointer}/rule"),
                text,
                vec![Diagnostic::new(what, Span::default(), 0)],
            );
            return None;
        };
        let optional_old_self = entry
            .get("optionalOldSelf")
            .and_then(Json::as_bool)
            .unwrap_or(false);
        let environment = environment_at(&self.types, ty, optional_old_self);
        let rule = self.checked(&environment, format!("{pointer}/rule"), &text, &Type::Bool);
        let message_expression = text_of("messageExpression").and_then(|text| {
            self.checked(
                &environment,
                format!("{pointer}/messageExpression"),
                &text,
                &Type::String,
            )
        });
        let path = text_of("fieldPath").unwrap_or_default();
        let Some(field_path) = field_path(&path) else {
            let what = "not a path: write it as .spec.field or ['field']".to_string();
            let wrong = Diagnostic::new(what, Span::new(0, path.len()), 0);
            self.error(format!("{pointer}/fieldPath"), path, vec![wrong]);
            return None;
        };
        let rule = rule?;
        Some(Rule {
            transition: rule.variables.contains("oldSelf"),
            rule: rule.root,
            text,
            message: text_of("message"),
            message_expression: message_expression.map(|checked| checked.root),
            field_path,
            reason: text_of("reason"),
            optional_old_self,
            pointer,
        })
    }

    fn checked(
        &mut self,
        environment: &Environment,
        pointer: String,
        text: &str,
        wanted: &Type,
    ) -> Option<Checked> {
        let result = checker::compile(text, environment).and_then(|checked| {
            let found = &checked.root.ty;
            if found.widened() == *wanted || found.is_dyn() {
                return Ok(checked);
            }
            let root = &checked.root;
            Err(vec![Diagnostic::new(
                format!("must evaluate to a {wanted}, not to a {found}"),
                root.span,
                root.at,
            )])
        });
        match result {
            Ok(checked) => Some(checked),
            Err(diagnostics) => {
                self.error(pointer, text.to_string(), diagnostics);
                None
            }
        }
    }

    fn error(&mut self, pointer: String, text: String, diagnostics: Vec<Diagnostic>) {
        self.errors.push(RuleError {
            pointer,
            text,
            diagnostics,
        });
    }
}
