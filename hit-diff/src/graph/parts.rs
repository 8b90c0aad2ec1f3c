//! Keywords that say several things, one by one.

use hit_runtime::check::Kind as Demand;

/// The parts of a keyword: one for each member it names, or the whole.
pub(crate) fn of(kind: &Demand) -> Vec<Demand> {
    match kind {
        Demand::Properties(named) => named
            .iter()
            .map(|one| Demand::Properties(vec![one.clone()]))
            .collect(),
        Demand::PatternProperties(matched) => matched
            .iter()
            .map(|one| Demand::PatternProperties(vec![one.clone()]))
            .collect(),
        Demand::Required(names) => names
            .iter()
            .map(|one| Demand::Required(vec![one.clone()]))
            .collect(),
        Demand::DependentRequired(entries) => entries
            .iter()
            .map(|one| Demand::DependentRequired(vec![one.clone()]))
            .collect(),
        Demand::DependentSchemas(entries) => entries
            .iter()
            .map(|one| Demand::DependentSchemas(vec![one.clone()]))
            .collect(),
        other => vec![other.clone()],
    }
}
