//! Compiling an entry against the type of its node.

use std::sync::Arc;

use crate::Diagnostic;
use crate::Span;
use crate::checker::{self, Checked};
use crate::entries::check_path::wrong_path;
use crate::entries::entry::{Entry, EntryError};
use crate::environment::{CONTEXT, Environment};
use crate::functions::Dialect;
use crate::types::{Type, TypeTable};
use hit_cel::{Part, template};
use hit_runtime::rules::entries::{self as runtime, outermost};

/// An entry whose rules type-check.
#[derive(Clone, Debug)]
pub struct CompiledEntry {
    /// As it is written.
    pub entry: Entry,
    /// The rule; `None` for an opaque entry.
    pub rule: Option<Checked>,
    /// The guard.
    pub when: Option<Checked>,
    /// The message.
    pub message: CompiledMessage,
    /// What may be wrong, each with the member of the entry it is about.
    pub warnings: Vec<(&'static str, Diagnostic)>,
}

/// How the message is made.
#[derive(Clone, Debug)]
pub enum CompiledMessage {
    /// From the id and the rule: none is written.
    Default,
    /// From a template: texts, and expressions with their text.
    Template(Vec<Result<String, (String, Checked)>>),
    /// By an expression.
    Expression(Box<Checked>),
}

impl CompiledEntry {
    /// Whether the rule needs values from outside of the document.
    pub fn uses_context(&self) -> bool {
        self.uses(CONTEXT)
    }

    /// Whether the rule compares with the value before.
    pub fn is_transition(&self) -> bool {
        self.uses("oldSelf")
    }

    /// What runs of it.
    pub fn entry_to_run(&self) -> runtime::Entry {
        let root = |checked: &Checked| checked.root.clone();
        let part = |part: &Result<String, (String, Checked)>| match part {
            Ok(text) => Ok(text.clone()),
            Err((text, checked)) => Err((text.clone(), root(checked))),
        };
        runtime::Entry {
            id: self.entry.id.clone(),
            text: self.entry.rule.clone().unwrap_or_default(),
            rule: self.rule.as_ref().map(root),
            when: self.when.as_ref().map(root),
            message: match &self.message {
                CompiledMessage::Default => runtime::Message::Default,
                CompiledMessage::Template(parts) => {
                    runtime::Message::Template(parts.iter().map(part).collect())
                }
                CompiledMessage::Expression(checked) => {
                    runtime::Message::Expression(Box::new(root(checked)))
                }
            },
            path: self.entry.path.clone(),
            severity: self.entry.severity,
            optional_old_self: self.entry.optional_old_self,
            transition: self.is_transition(),
            outside: self.uses_context(),
        }
    }

    fn uses(&self, variable: &str) -> bool {
        self.rule
            .iter()
            .chain(&self.when)
            .any(|rule| rule.variables.contains(variable))
    }
}

/// What the rules at a node may talk about: `self`, `oldSelf`, and `ctx` if there is a context.
pub fn environment(
    types: &Arc<TypeTable>,
    ty: &Type,
    context: Option<&Type>,
    optional_old_self: bool,
) -> Environment {
    let old = if optional_old_self {
        Type::optional(ty.clone())
    } else {
        ty.clone()
    };
    let environment = Environment::new(types.clone(), Dialect::Kubernetes)
        .with("self", ty.clone())
        .with("oldSelf", old);
    match context {
        Some(context) => environment.with(CONTEXT, context.clone()),
        None => environment,
    }
}

/// Compiles an entry. The pointers of its errors are below the entry.
///
/// # Errors
/// All rules, templates and paths that are wrong.
pub fn compile(entry: &Entry, environment: &Environment) -> Result<CompiledEntry, Vec<EntryError>> {
    let mut compiler = Compiler {
        environment: environment.clone(),
        errors: Vec::new(),
    };
    let when = entry
        .when
        .as_deref()
        .and_then(|text| compiler.rule("/when", text, &Type::Bool));
    if let Some(when) = &when {
        compiler.environment = compiler.environment.guarded_by(&when.root);
    }
    let of_guard = std::mem::take(&mut compiler.errors);
    let rule = entry
        .rule
        .as_deref()
        .and_then(|text| compiler.rule("/rule", text, &Type::Bool));
    compiler.errors.extend(of_guard);
    let types = environment.types.clone();
    let each = rule.as_ref().and_then(|rule| outermost(&rule.root, &types));
    let mut place = environment.variables.get("self").cloned();
    if let Some((each, Type::List(list))) = each.as_ref().map(|each| (each, &each.inner.range.ty)) {
        place = Some(list.element.clone());
        // The message may name the element.
        if let Some(name) = each.inner.variables.first() {
            compiler
                .environment
                .variables
                .insert(name.to_string(), list.element.clone());
        }
    }
    if let Some(wrong) = place.and_then(|place| wrong_path(&entry.path, &place, &types)) {
        compiler.errors.push(EntryError::whole("/path", wrong));
    }
    let message = compiler.message(entry);
    let mut warnings = Vec::new();
    for (member, checked) in [("rule", &rule), ("when", &when)] {
        warnings.extend(
            checked
                .iter()
                .flat_map(|rule| &rule.warnings)
                .map(|warning| (member, warning.clone())),
        );
    }
    if compiler.errors.is_empty() {
        Ok(CompiledEntry {
            entry: entry.clone(),
            rule,
            when,
            message,
            warnings,
        })
    } else {
        Err(compiler.errors)
    }
}

struct Compiler {
    environment: Environment,
    errors: Vec<EntryError>,
}

impl Compiler {
    fn error(&mut self, pointer: &str, text: &str, diagnostics: Vec<Diagnostic>) {
        self.errors.push(EntryError {
            pointer: pointer.to_string(),
            text: text.to_string(),
            diagnostics,
        });
    }

    fn rule(&mut self, pointer: &str, text: &str, wanted: &Type) -> Option<Checked> {
        let result = checker::compile(text, &self.environment).and_then(|checked| {
            let (found, root) = (&checked.root.ty, &checked.root);
            if found.widened() == *wanted || found.is_dyn() {
                return Ok(checked);
            }
            Err(vec![Diagnostic::new(
                format!("must evaluate to a {wanted}, not to a {found}"),
                root.span,
                root.at,
            )])
        });
        result
            .map_err(|diagnostics| self.error(pointer, text, diagnostics))
            .ok()
    }

    fn message(&mut self, entry: &Entry) -> CompiledMessage {
        if let Some(text) = &entry.message_expression {
            let checked = self.rule("/messageExpression", text, &Type::String);
            return checked.map_or(CompiledMessage::Default, |checked| {
                CompiledMessage::Expression(Box::new(checked))
            });
        }
        match &entry.message {
            Some(text) => self.template(text),
            None => CompiledMessage::Default,
        }
    }

    fn template(&mut self, text: &str) -> CompiledMessage {
        let parts = match template(text) {
            Ok(parts) => parts,
            Err(wrong) => {
                self.error("/message", text, vec![wrong]);
                return CompiledMessage::Default;
            }
        };
        let mut compiled = Vec::with_capacity(parts.len());
        for part in parts {
            match part {
                Part::Text(text) => compiled.push(Ok(text)),
                Part::Expression { text: inner, start } => {
                    match checker::compile(&inner, &self.environment) {
                        Ok(checked) => compiled.push(Err((inner, checked))),
                        Err(diagnostics) => {
                            let moved = diagnostics
                                .into_iter()
                                .map(|diagnostic| shifted(diagnostic, start))
                                .collect();
                            self.error("/message", text, moved);
                        }
                    }
                }
            }
        }
        CompiledMessage::Template(compiled)
    }
}

/// A diagnostic about a part of a text, as one about the text.
fn shifted(diagnostic: Diagnostic, by: usize) -> Diagnostic {
    let span = Span::new(diagnostic.span.start + by, diagnostic.span.end + by);
    Diagnostic {
        span,
        at: diagnostic.at + by,
        ..diagnostic
    }
}
