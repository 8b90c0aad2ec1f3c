//! Rules in schemas: found, checked, run.

mod context;
mod hostile;
mod messages;
mod run;
mod types;

use hit_rules::schema::{Outside, Reason, Rules, Verdict, compile};
use hit_runtime::check::{Checker, NodeId};
use hit_runtime::rules::text::{from_text, to_text};
use hit_schema::load::MemoryLoader;
use hit_schema::{Diagnostics, Entry, Options, render};
use serde_json::{Value, json};

struct Schema {
    rules: Rules,
    checker: Checker,
    root: NodeId,
}

fn read(text: &str, others: &[(&str, &str)]) -> Result<Schema, Diagnostics> {
    let loader = others
        .iter()
        .fold(MemoryLoader::new(), |loader, (uri, text)| {
            loader.with(*uri, *text)
        });
    let options = Options::STANDARD;
    let compiled = hit_schema::compile(&[Entry::text("s.json", text)], &loader, &options)?;
    let rules = compile(&compiled, &loader, &options)?;
    let checker = compiled.program.clone().prepare().expect("it is prepared");
    let root = compiled.roots[0].node;
    Ok(Schema {
        rules,
        checker,
        root,
    })
}

fn schema(value: Value) -> Schema {
    read(&value.to_string(), &[]).unwrap_or_else(|errors| panic!("{errors}"))
}

/// The messages about a schema: place and text.
fn wrong(text: &str) -> Vec<String> {
    let Err(errors) = read(text, &[]) else {
        panic!("not refused: {text}")
    };
    let items = errors.items.iter();
    items
        .map(|item| {
            let place = item.origin.as_ref().expect("it is located");
            format!(
                "{} {}: {}",
                render::place(place, &errors.sources),
                item.code,
                item.message
            )
        })
        .collect()
}

impl Schema {
    fn check(&self, document: &Value, outside: Outside<'_>) -> Verdict {
        let report = self.checker.check(self.root, document);
        let verdict = self
            .rules
            .check(&self.checker, self.root, document, &outside, &report);
        // Generated code holds the rules as text.
        let program = self.rules.program();
        let again = from_text(&to_text(&self.rules.run)).expect("it was written");
        let again = again.prepared(program);
        let read = again.check(
            program,
            &self.checker,
            self.root,
            document,
            &outside,
            &report,
        );
        assert_eq!(read, verdict);
        verdict
    }

    /// Codes and places of the violations, and what was not evaluated.
    fn says(&self, document: Value, context: Option<Value>) -> Vec<String> {
        let outside = Outside {
            context: context.as_ref(),
            old: None,
            ..Outside::default()
        };
        let verdict = self.check(&document, outside);
        let violations = verdict.violations.iter();
        let violations =
            violations.map(|it| format!("{} at {}: {}", it.code, it.instance, it.message));
        let open = verdict.not_evaluated.iter();
        let open = open.map(|it| format!("{} at {} open: {}", it.id, it.instance, it.reason));
        violations.chain(open).collect()
    }
}
