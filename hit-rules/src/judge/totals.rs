//! All results together.

use serde_json::{Value as Json, json};

use crate::judge::cel_core::CelCore;
use crate::judge::instances::Instances;
use crate::judge::mutants::Mutants;
use crate::judge::unit::Unit;

/// The results of all parts of the corpus; `None` for a part that is not there.
#[derive(Clone, Debug, Default)]
pub struct Totals {
    /// Objects, all files together.
    pub instances: Option<Instances>,
    /// Broken rules.
    pub mutants: Option<Mutants>,
    /// Kubernetes' unit tests.
    pub unit: Option<Unit>,
    /// CEL conformance.
    pub cel_core: Option<CelCore>,
}

impl Totals {
    /// Adds the results of one more file of objects.
    pub fn add_instances(&mut self, more: Instances) {
        let all = self.instances.get_or_insert_default();
        all.verdict += more.verdict;
        all.exact += more.exact;
        all.all += more.all;
        all.wrong.extend(more.wrong);
    }

    /// The figures as `cargo xtask rules --json` prints them.
    pub fn to_json(&self) -> Json {
        let instances = self
            .instances
            .as_ref()
            .map(|it| json!({ "verdict": it.verdict, "exact": it.exact, "all": it.all }));
        let mutants = self
            .mutants
            .as_ref()
            .map(|it| json!({ "refused": it.refused, "located": it.located, "all": it.all }));
        let unit = self.unit.as_ref().map(|it| {
            let parts = [it.valid, it.invalid, it.compile];
            json!({
                "right": parts.iter().map(|part| part.0).sum::<usize>(),
                "all": parts.iter().map(|part| part.1).sum::<usize>(),
                "valid": it.valid, "invalid": it.invalid, "compile": it.compile,
                "without_rules": it.without_rules,
            })
        });
        let cel_core = self
            .cel_core
            .as_ref()
            .map(|it| json!({ "right": it.right, "all": it.all, "untyped": it.untyped.len() }));
        json!({
            "instances": instances,
            "mutants": mutants,
            "originals_refused": self.mutants.as_ref().map(|it| it.originals_refused),
            "unit": unit,
            "cel_core": cel_core,
        })
    }
}
