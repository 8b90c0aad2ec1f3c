//! Both roads of the engine, over programs made by hand.

mod combinations;
mod limits;
mod reports;
mod scalars;
mod unevaluated;

use serde_json::{Value, json};

use crate::check::{
    Check, Checker, Format, Kind, Node, NodeId, Pattern, Program, Resource, TypeSet,
};

/// A program under construction; nodes are added inner first.
#[derive(Default)]
struct Builder {
    program: Program,
}

impl Builder {
    fn new() -> Self {
        let program = Program {
            nodes: Vec::new(),
            resources: vec![Resource::default()],
            sources: vec!["s.json".into()],
        };
        Self { program }
    }

    fn node(&mut self, checks: Vec<(&str, Kind)>) -> NodeId {
        let id = NodeId::try_from(self.program.nodes.len()).unwrap();
        self.at(&format!("/{id}"), 0, checks)
    }

    fn at(&mut self, pointer: &str, resource: u32, checks: Vec<(&str, Kind)>) -> NodeId {
        let id = NodeId::try_from(self.program.nodes.len()).unwrap();
        let checks = checks
            .into_iter()
            .map(|(keyword, kind)| Check {
                keyword: keyword.into(),
                kind,
            })
            .collect();
        self.program.nodes.push(Node {
            source: 0,
            pointer: pointer.into(),
            resource,
            checks,
        });
        id
    }

    /// A place to be filled by [`Builder::fill`].
    fn hole(&mut self) -> NodeId {
        self.node(Vec::new())
    }

    fn fill(&mut self, hole: NodeId, checks: Vec<(&str, Kind)>) {
        let id = self.node(checks);
        let node = self.program.nodes.pop().unwrap();
        assert_eq!(usize::try_from(id).unwrap(), self.program.nodes.len());
        self.program.nodes[usize::try_from(hole).unwrap()].checks = node.checks;
    }

    fn typed(&mut self, types: TypeSet) -> NodeId {
        self.node(vec![("type", Kind::Type(types))])
    }

    fn constant(&mut self, value: Value) -> NodeId {
        self.node(vec![("const", Kind::Enum(vec![value]))])
    }

    fn never(&mut self) -> NodeId {
        self.node(vec![("", Kind::Never)])
    }

    fn any(&mut self) -> NodeId {
        self.node(Vec::new())
    }

    fn checker(&self) -> Checker {
        self.program.clone().prepare().unwrap()
    }
}

/// A checker of one node with one check.
fn single(keyword: &str, kind: Kind) -> Checker {
    let mut builder = Builder::new();
    builder.node(vec![(keyword, kind)]);
    builder.checker()
}

fn names(list: &[&str]) -> Vec<String> {
    list.iter().map(|name| (*name).to_owned()).collect()
}

/// What a report says, and that both roads agree.
fn says(checker: &Checker, node: NodeId, value: &Value) -> Vec<String> {
    let report = checker.check(node, value);
    assert_eq!(report.is_ok(), checker.is_valid(node, value), "{value}");
    assert_eq!(
        checker.first(node, value),
        report.violations.first().cloned()
    );
    report
        .violations
        .iter()
        .map(|violation| {
            format!(
                "{} {} {}",
                violation.code, violation.instance, violation.message
            )
        })
        .collect()
}
