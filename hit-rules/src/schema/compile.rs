//! Compiling the rules of a schema.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hit_runtime::Severity;
use hit_runtime::check::{Checker, NodeId, PrepareError};
use hit_runtime::rules::document::{self, PlacedRule, leads, reached};
use hit_schema::load::Load;
use hit_schema::shape::{Shaper, dynamic_nodes};
use hit_schema::{Compiled, Diagnostic, Diagnostics, Options};

use crate::entries::{self, CompiledEntry, Entry};
use crate::schema::context::{self, contexts, wrong};
use crate::schema::crd;
use crate::schema::data::{Context, Rules};
use crate::schema::inputs::inputs;
use crate::schema::places::{Place, places};
use crate::schema::types::{Types, Typing};
use crate::schema::{codes, diagnose};
use crate::types::{Type, TypeTable};

const KEYWORD: &str = "x-rules";

/// Compiles all rules of a schema and of all it refers to. `loader` and
/// `options` are those that the schema was compiled with.
///
/// Rules may talk about `self`, the value at their node; `oldSelf`, the same
/// before a change; and `ctx`, which all `x-rules-context` describe together.
///
/// # Errors
/// Every rule, entry and context that is wrong, each at its place in the text.
pub fn compile(
    compiled: &Compiled,
    loader: &dyn Load,
    options: &Options,
) -> Result<Rules, Diagnostics> {
    let all = [KEYWORD, context::KEYWORD, crd::KEYWORD];
    if all
        .iter()
        .all(|keyword| places(compiled, keyword).next().is_none())
    {
        return Ok(Rules::none());
    }
    let mut compiler = Compiler {
        compiled,
        found: Vec::new(),
        written: BTreeMap::new(),
    };
    let places: Vec<Place<'_>> = places(compiled, KEYWORD).collect();
    let outside = contexts(compiled, loader, options)?;
    let checker = compiler.prepared(compiled);
    let outside_checker = match &outside {
        Some(outside) => Some(compiler.prepared(outside)?),
        None => None,
    };
    let checker = checker?;

    let shaper = Shaper::new(&compiled.program, &checker);
    let mut types = Types::new(compiled, shaper, TypeTable::default());
    let typings: Vec<Typing> = places
        .iter()
        .map(|place| types.of_node(place.node))
        .collect();
    let mut context = None;
    let mut table = None;
    if let (Some(outside), Some(checker)) = (&outside, outside_checker) {
        let roots: Vec<NodeId> = outside.roots.iter().map(|root| root.node).collect();
        let mut types = types.then(outside, Shaper::new(&outside.program, &checker));
        let ty = types.of_all(&roots).ty;
        table = Some(types.finish());
        context = Some((ty, Context { checker, roots }));
    } else {
        table.get_or_insert_with(|| types.finish());
    }
    let types = Arc::new(table.unwrap_or_default());
    compiler.context(context.as_ref().map(|(ty, _)| ty), &types);

    let mut at: BTreeMap<NodeId, Vec<PlacedRule>> = BTreeMap::new();
    for (place, typing) in places.iter().zip(&typings) {
        let ctx = context.as_ref().map(|(ty, _)| ty);
        let rules = compiler.place(place, typing, ctx, &types);
        if !rules.is_empty() {
            at.entry(place.node).or_default().extend(rules);
        }
    }
    compiler.reach(&at);
    let kubernetes = crd::compile(compiled, &mut compiler.found);
    let written = std::mem::take(&mut compiler.written);
    let warnings = compiler.finish()?;
    let (ty, context) = context.unzip();
    let mut run = document::Rules::about(types, ty);
    run.at = at;
    run.kubernetes = kubernetes;
    Ok(Rules {
        run: run.prepared(&compiled.program),
        program: compiled.program.clone(),
        written,
        context,
        warnings,
    })
}

struct Compiler<'c> {
    compiled: &'c Compiled,
    /// By node: its entries, as `at` has what runs of them.
    written: BTreeMap<NodeId, Vec<CompiledEntry>>,
    found: Vec<Diagnostic>,
}

impl Compiler<'_> {
    fn prepared(&self, compiled: &Compiled) -> Result<Checker, Diagnostics> {
        let refused = |error: PrepareError| Diagnostics {
            items: vec![Diagnostic::error(codes::BAD_PROGRAM, error.to_string())],
            sources: compiled.sources.clone(),
        };
        compiled.program.clone().prepare().map_err(refused)
    }

    /// Contexts are objects, and agree about their members.
    fn context(&mut self, context: Option<&Type>, types: &TypeTable) {
        let Some(context) = context else { return };
        let Type::Object(object) = context else {
            let message = "the context must be an object with named members".to_owned();
            self.found.push(wrong(self.compiled, message));
            return;
        };
        let fields = types.object(object).map(|object| &object.fields);
        for (name, field) in fields.into_iter().flatten() {
            // Nothing is of all types that the schemas ask for, or they ask for none.
            if field.ty == Type::Dyn {
                let message = format!(
                    "the schemas of the context do not give '{name}' a type, or not the same one"
                );
                self.found.push(wrong(self.compiled, message));
            }
        }
    }

    fn place(
        &mut self,
        place: &Place<'_>,
        typing: &Typing,
        context: Option<&Type>,
        types: &Arc<TypeTable>,
    ) -> Vec<PlacedRule> {
        let entries = match entries::read(place.value) {
            Ok(entries) => entries,
            Err(errors) => {
                for error in errors {
                    let found =
                        diagnose::error(self.compiled, place.origin, "", &error.pointer, &error);
                    self.found.extend(found);
                }
                return Vec::new();
            }
        };
        let rule = |(index, entry)| self.entry(place, index, entry, typing, context, types);
        entries.iter().enumerate().filter_map(rule).collect()
    }

    fn entry(
        &mut self,
        place: &Place<'_>,
        index: usize,
        entry: &Entry,
        typing: &Typing,
        context: Option<&Type>,
        types: &Arc<TypeTable>,
    ) -> Option<PlacedRule> {
        let optional = entry.optional_old_self;
        let environment = entries::environment(types, &typing.ty, context, optional);
        let compiled = match entries::compile(entry, &environment) {
            Ok(compiled) => compiled,
            Err(errors) => {
                for error in errors {
                    let below = format!("/{index}{}", error.pointer);
                    let found =
                        diagnose::error(self.compiled, place.origin, &entry.id, &below, &error);
                    self.found.extend(found);
                }
                return None;
            }
        };
        for (member, warning) in &compiled.warnings {
            let below = format!("/{index}/{member}");
            let origin = place.origin;
            let warning = diagnose::warning(self.compiled, origin, &entry.id, &below, warning);
            self.found.push(warning);
        }
        let source = place.origin.source.0 as usize;
        let document = self.compiled.program.sources.get(source);
        let document = document.map_or("", String::as_str);
        let mut read = Vec::new();
        for checked in compiled.rule.iter().chain(&compiled.when) {
            read.extend(inputs(&checked.root, types));
        }
        let old = environment.variables.get("oldSelf").cloned();
        let entry = compiled.entry_to_run();
        self.written.entry(place.node).or_default().push(compiled);
        Some(PlacedRule {
            entry,
            ty: typing.ty.clone(),
            open: typing.open,
            old: old.unwrap_or(Type::Dyn),
            schema: format!("{document}#{}/{index}", place.origin.pointer),
            inputs: read,
        })
    }

    /// The nodes that roots lead to, in any way.
    fn used(&self) -> BTreeSet<NodeId> {
        let mut used = BTreeSet::new();
        let mut todo: Vec<NodeId> = self.compiled.roots.iter().map(|root| root.node).collect();
        while let Some(node) = todo.pop() {
            if used.insert(node)
                && let Some(node) = self.compiled.program.nodes.get(node as usize)
            {
                todo.extend(node.checks.iter().flat_map(|check| check.kind.targets()));
            }
        }
        used
    }

    /// Rules that would never be run, or whose place cannot be told, are errors.
    fn reach(&mut self, at: &BTreeMap<NodeId, Vec<PlacedRule>>) {
        let program = &self.compiled.program;
        let reached = reached(program, self.compiled.roots.iter().map(|root| root.node));
        let used = self.used();
        let origin = |node: NodeId| {
            let info = self.compiled.info.get(node as usize)?;
            Some(info.origin.clone())
        };
        let mut found = Vec::new();
        for node in at.keys() {
            // A definition that nothing leads to judges nothing.
            let run = reached.get(*node as usize).is_some_and(|reached| *reached);
            if !run && used.contains(node) {
                let message = "a rule here is never run: nothing but `not`, `propertyNames`, `contains` or `unevaluated…` leads to it";
                found.push((*node, message));
            }
        }
        let dynamic = dynamic_nodes(program);
        let leads = leads(program, at.keys().copied());
        let mut both = leads.iter().zip(&dynamic).zip(0..);
        if let Some((_, node)) = both.find(|((leads, dynamic), _)| **leads && **dynamic) {
            let message =
                "rules cannot be run beside a dynamic reference that may land in several places";
            found.push((node, message));
        }
        for (node, message) in found {
            let diagnostic = Diagnostic::error(codes::RULE_PLACE, message);
            self.found.push(match origin(node) {
                Some(origin) => diagnostic.at(origin),
                None => diagnostic,
            });
        }
    }

    /// The warnings, if that is all.
    fn finish(mut self) -> Result<Vec<Diagnostic>, Diagnostics> {
        self.found.sort_by_key(|item| {
            let origin = item.origin.as_ref();
            origin.map(|origin| (origin.source, origin.span.start, origin.span.end))
        });
        self.found.dedup();
        let errors = |item: &Diagnostic| item.severity == Severity::Error;
        if self.found.iter().any(errors) {
            return Err(Diagnostics {
                items: self.found,
                sources: self.compiled.sources.clone(),
            });
        }
        Ok(self.found)
    }
}
