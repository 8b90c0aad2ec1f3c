//! Everything that is tried at some places of a document.

use hit_runtime::Pointer;
use hit_runtime::check::NodeId;

use super::build::Builder;
use super::edges::{Candidate, Spot, of_check};
use super::source::Source;
use super::want::Want;
use crate::schema::{Place, nodes_at, places};
use crate::text::Text;

/// At any place of a document.
pub fn anywhere(source: &Source<'_>, text: &Text, builder: &mut Builder<'_>) -> Vec<Candidate> {
    let own = source.schema.own();
    below(source, text, &Pointer::root(), own.root(), builder)
}

/// At a value and inside of it, where a node applies.
pub fn below(
    source: &Source<'_>,
    text: &Text,
    at: &Pointer,
    node: NodeId,
    builder: &mut Builder<'_>,
) -> Vec<Candidate> {
    let own = source.schema.own();
    let program = &own.compiled().program;
    let document = text.tree.to_value();
    let all = places(program, own.checker(), own.root(), &document);
    let Some(value) = document.pointer(at.as_str()) else {
        return Vec::new();
    };
    let inside = places(program, own.checker(), node, value);
    let inside = inside.into_iter().map(|place| Place {
        at: at.then(&place.at),
        ..place
    });
    let mut out = Vec::new();
    for place in inside {
        let node = program.nodes.get(place.node as usize);
        let check = node.and_then(|node| node.checks.get(place.check));
        let (Some(check), Some(value)) = (check, document.pointer(place.at.as_str())) else {
            continue;
        };
        let nodes = nodes_at(&all, &place.at);
        let spot = Spot {
            at: &place.at,
            value,
            kind: &check.kind,
            want: &Want::of(program, &nodes, &builder.plan.choices),
            foreign: &[],
        };
        out.extend(of_check(&spot, builder));
    }
    out
}
