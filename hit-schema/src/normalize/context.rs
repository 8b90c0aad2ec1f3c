//! What the rules have at hand.

use std::collections::HashMap;

use hit_runtime::check::{Check, Kind, Node as Checks, NodeId};
use hit_runtime::json::Node;
use hit_runtime::regex::PatternError;

use super::site::Site;
use crate::diagnostic::{Diagnostic, Sink};
use crate::dialect::Dialect;
use crate::info::NodeInfo;
use crate::options::Options;
use crate::resolve::{Graph, SubId};
use crate::source::Origin;

/// Nodes under construction.
pub(super) struct Build<'a> {
    pub(super) graph: &'a Graph,
    pub(super) options: &'a Options,
    pub(super) sink: &'a mut Sink,
    /// The node of every linked schema.
    pub(super) ids: &'a [Option<NodeId>],
    pub(super) nodes: Vec<Checks>,
    pub(super) info: Vec<NodeInfo>,
    /// Nodes below `definitions` and `$defs`.
    pub(super) definitions: Vec<NodeId>,
    /// The patterns met so far, and what is wrong with them.
    pub(super) patterns: HashMap<String, Result<(), PatternError>>,
}

/// One schema under construction.
pub(super) struct Cx<'b, 'a> {
    pub(super) build: &'b mut Build<'a>,
    pub(super) id: SubId,
    pub(super) schema: &'a Node,
    pub(super) dialect: Dialect,
    pub(super) checks: Vec<Check>,
    /// Checks that read annotations.
    pub(super) late: Vec<Check>,
}

impl<'a> Cx<'_, 'a> {
    /// Adds a check.
    pub(super) fn push(&mut self, site: &Site<'_>, kind: Kind) {
        self.checks.push(check(site.keyword, kind));
    }

    /// Adds a check that reads annotations.
    pub(super) fn push_late(&mut self, site: &Site<'_>, kind: Kind) {
        self.late.push(check(site.keyword, kind));
    }

    /// A keyword beside the one that is being read, where the dialect has it.
    pub(super) fn sibling(&self, name: &'static str) -> Option<Site<'a>> {
        self.dialect.keyword(name)?;
        let node = self.schema.get(name)?;
        let pointer = self.build.graph.sub(self.id).pointer.join(name);
        Some(Site {
            keyword: name,
            pointer,
            node,
        })
    }

    /// The node of a subschema.
    pub(super) fn node(&self, id: SubId) -> Option<NodeId> {
        self.build.ids.get(id.0).copied().flatten()
    }

    /// The node of the subschema at a site; a message where there is none.
    pub(super) fn subschema(&mut self, site: &Site<'_>) -> Option<NodeId> {
        let source = self.build.graph.sub(self.id).source;
        let found = self
            .build
            .graph
            .at(source, &site.pointer)
            .and_then(|id| self.node(id));
        if found.is_none() {
            let message = format!(
                "`{}` takes a schema here, found {}",
                site.keyword,
                site.node.type_name()
            );
            self.report(Diagnostic::error(crate::codes::NOT_A_SCHEMA, message), site);
        }
        found
    }

    /// A node of its own for checks that no text stands for alone.
    pub(super) fn synthesize(&mut self, site: &Site<'_>, checks: Vec<Check>) -> NodeId {
        let origin = self.origin(site);
        let sub = self.build.graph.sub(self.id);
        self.build.nodes.push(Checks {
            source: sub.source.0,
            pointer: site.pointer.as_str().to_owned(),
            resource: u32::try_from(sub.resource.0).unwrap_or(u32::MAX),
            checks,
        });
        self.build
            .info
            .push(NodeInfo::new(origin, self.dialect.draft));
        NodeId::try_from(self.build.nodes.len() - 1).unwrap_or(NodeId::MAX)
    }

    /// Reports something about a site.
    pub(super) fn report(&mut self, diagnostic: Diagnostic, site: &Site<'_>) {
        let origin = self.origin(site);
        self.build.sink.push(diagnostic.at(origin));
    }

    /// The place of a site.
    pub(super) fn origin(&self, site: &Site<'_>) -> Origin {
        let source = self.build.graph.sub(self.id).source;
        Origin {
            source,
            pointer: site.pointer.clone(),
            span: site.node.span,
        }
    }
}

/// A check under the name of its keyword.
pub(super) fn check(keyword: &str, kind: Kind) -> Check {
    Check {
        keyword: keyword.replace('~', "~0").replace('/', "~1"),
        kind,
    }
}
