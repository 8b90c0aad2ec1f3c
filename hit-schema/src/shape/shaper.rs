//! From keys to shapes.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use hit_runtime::check::{Check, Checker, Kind, NodeId, Program, TypeSet};

use super::arrays::arrays;
use super::conjuncts::{Conjunct, canonical, conjuncts, onward};
use super::facets::{Residual, Shape, Union, UnionKind};
use super::key::Key;
use super::objects::objects;
use super::patterns::Patterns;
use super::scalars::{add_number, add_string, intersect};
use super::unevaluated::{self, Rest};
use super::{names, values};

/// Answers what values a conjunction of subschemas accepts. What was asked
/// before is remembered.
pub struct Shaper<'p> {
    program: &'p Program,
    checker: &'p Checker,
    patterns: Patterns,
    canonical: RefCell<HashMap<Key, Key>>,
    shapes: RefCell<HashMap<Key, Rc<Shape>>>,
}

impl<'p> Shaper<'p> {
    /// For a program and the engine that runs it.
    pub fn new(program: &'p Program, checker: &'p Checker) -> Self {
        Self {
            program,
            checker,
            patterns: Patterns::default(),
            canonical: RefCell::default(),
            shapes: RefCell::default(),
        }
    }

    /// The shortest key that says the same. Equal keys are one type in Rust.
    pub fn canonical(&self, key: &Key) -> Key {
        if let Some(known) = self.canonical.borrow().get(key) {
            return known.clone();
        }
        let found = canonical(self.program, key);
        self.canonical
            .borrow_mut()
            .insert(key.clone(), found.clone());
        found
    }

    /// All subschemas that judge a value of `key`, in order of writing.
    pub fn nodes(&self, key: &Key) -> Vec<NodeId> {
        conjuncts(self.program, key)
            .iter()
            .map(|conjunct| conjunct.node)
            .collect()
    }

    /// All checks of a value of `key`, each with its subschema and its index there.
    pub fn checks(&self, key: &Key) -> Vec<(NodeId, usize, &'p Check)> {
        let of = |conjunct: Conjunct<'p>| {
            let node = conjunct.node;
            let checks = conjunct.checks.into_iter();
            checks.map(move |(at, check)| (node, at, check))
        };
        conjuncts(self.program, key)
            .into_iter()
            .flat_map(of)
            .collect()
    }

    /// What values `key` accepts.
    pub fn shape(&self, key: &Key) -> Rc<Shape> {
        if let Some(known) = self.shapes.borrow().get(key) {
            return Rc::clone(known);
        }
        let shape = Rc::new(self.compute(key));
        self.shapes
            .borrow_mut()
            .insert(key.clone(), Rc::clone(&shape));
        shape
    }

    fn compute(&self, key: &Key) -> Shape {
        let conjuncts = conjuncts(self.program, key);
        let mut shape = Shape {
            kinds: TypeSet::ANY,
            ..Shape::default()
        };
        let mut rests = Rests::default();
        for conjunct in &conjuncts {
            for (at, check) in &conjunct.checks {
                self.add(&mut shape, &mut rests, key, (conjunct.node, *at), check);
            }
        }
        shape.arrays = arrays(&conjuncts, rests.items);
        let (objects, exact) = objects(&conjuncts, rests.members, &self.patterns);
        shape.objects.members = objects.members;
        shape.objects.patterns = objects.patterns;
        shape.objects.additional = objects.additional;
        shape.objects.min = objects.min;
        shape.objects.max = objects.max;
        shape.objects.dependent = objects.dependent;
        if !exact {
            shape.residual.push(overlap(&conjuncts));
        }
        self.close(&mut shape, key, &conjuncts);
        shape
    }

    fn add(
        &self,
        shape: &mut Shape,
        rests: &mut Rests,
        key: &Key,
        (node, at): (NodeId, usize),
        check: &Check,
    ) {
        let kind = &check.kind;
        if add_number(&mut shape.numbers, kind) || add_string(&mut shape.strings, kind) {
            return;
        }
        match kind {
            Kind::Never => shape.kinds = TypeSet::default(),
            Kind::Type(kinds) => shape.kinds = intersect(shape.kinds, *kinds),
            Kind::AnyOf(arms) if arms.iter().any(|arm| self.is_any(*arm)) => {}
            Kind::AnyOf(arms) if arms.len() > 1 => {
                shape
                    .unions
                    .push(union(UnionKind::AnyOf, key, (node, at), arms));
            }
            Kind::OneOf(arms) if arms.len() > 1 => {
                shape
                    .unions
                    .push(union(UnionKind::OneOf, key, (node, at), arms));
            }
            Kind::PropertyNames(demand) => match names::names(self.program, *demand) {
                Some(strings) => shape.objects.names.push(strings),
                None => shape.residual.push(residual(node, check)),
            },
            Kind::UnevaluatedProperties(demand) => {
                match unevaluated::properties(self.program, key, (node, at), *demand) {
                    Some(rest) => rests.members.extend(rest),
                    None => shape.residual.push(residual(node, check)),
                }
            }
            Kind::UnevaluatedItems(demand) => {
                match unevaluated::items(self.program, key, (node, at)) {
                    Some(from) => rests.items.extend(from.map(|from| (from, *demand))),
                    None => shape.residual.push(residual(node, check)),
                }
            }
            kind if is_facet(kind) || !onward(self.program, kind).is_empty() => {}
            Kind::DynamicRef { .. } => shape.dynamic = true,
            Kind::Not(refused) if self.types(*refused).is_some() => {
                let refused = self.types(*refused).unwrap_or_default();
                shape.kinds = TypeSet(shape.kinds.0 & !(refused.0 & TypeSet::ANY.0));
            }
            Kind::If {
                then: None,
                otherwise: None,
                ..
            } => {}
            _ => shape.residual.push(residual(node, check)),
        }
    }

    /// The JSON types of a subschema that says nothing else, where taking them
    /// away leaves whole types: some numbers are no type.
    fn types(&self, node: NodeId) -> Option<TypeSet> {
        let mut kinds = TypeSet::ANY;
        for (_, _, check) in self.checks(&Key::of([node])) {
            match &check.kind {
                Kind::Type(found) => kinds = intersect(kinds, *found),
                kind if !onward(self.program, kind).is_empty() => {}
                _ => return None,
            }
        }
        let numbers = kinds.0 & TypeSet::NUMBER.0;
        let whole = numbers == 0 || numbers == TypeSet::NUMBER.0;
        (whole && !kinds.contains(TypeSet::LITERAL_INTEGER)).then_some(kinds)
    }

    fn is_any(&self, node: NodeId) -> bool {
        self.canonical(&Key::of([node])).is_any()
            || self
                .program
                .nodes
                .get(node as usize)
                .is_some_and(|node| node.checks.is_empty())
    }

    /// Narrows to listed values and drops what cannot apply.
    fn close(&self, shape: &mut Shape, key: &Key, conjuncts: &[Conjunct<'_>]) {
        if let Some((values, applied)) = values::values(self.checker, key, conjuncts) {
            if applied {
                shape.residual.clear();
                shape.unions.clear();
            }
            let kinds = values
                .iter()
                .map(values::kind)
                .fold(TypeSet::default(), TypeSet::with);
            shape.kinds = intersect(shape.kinds, kinds);
            let listed = |value: &serde_json::Value| shape.kinds.0 & values::kind(value).0 != 0;
            shape.values = Some(
                values
                    .iter()
                    .filter(|value| listed(value))
                    .cloned()
                    .collect(),
            );
            if !applied {
                let here = key.nodes().first().copied().unwrap_or(0);
                let keyword = "enum".to_owned();
                shape.residual.push(Residual {
                    node: here,
                    keyword,
                    kinds: TypeSet::ANY,
                });
            }
        }
        let kinds = shape.kinds;
        shape
            .residual
            .retain(|residual| residual.kinds.0 & kinds.0 & TypeSet::ANY.0 != 0);
    }
}

/// Demands on what other checks leave open.
#[derive(Default)]
struct Rests {
    members: Vec<Rest>,
    items: Vec<(usize, NodeId)>,
}

/// Checks that the facets of arrays, objects and values say in full.
fn is_facet(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Enum(_)
            | Kind::MinItems(_)
            | Kind::MaxItems(_)
            | Kind::UniqueItems
            | Kind::PrefixItems(_)
            | Kind::Items { .. }
            | Kind::MinProperties(_)
            | Kind::MaxProperties(_)
            | Kind::Required(_)
            | Kind::Properties(_)
            | Kind::PatternProperties(_)
            | Kind::AdditionalProperties { .. }
            | Kind::DependentRequired(_)
    ) || matches!(kind, Kind::AllOf(nodes) if nodes.is_empty())
}

fn union(kind: UnionKind, key: &Key, (node, check): (NodeId, usize), arms: &[NodeId]) -> Union {
    let base = key.setting_aside(node, check);
    let keys = arms.iter().map(|arm| base.and(*arm)).collect();
    Union {
        kind,
        node,
        check,
        arms: arms.to_vec(),
        keys,
        base,
    }
}

fn residual(node: NodeId, check: &Check) -> Residual {
    let kinds = match check.kind {
        Kind::Contains { .. } | Kind::UnevaluatedItems(_) => TypeSet::ARRAY,
        Kind::DependentSchemas(_) | Kind::UnevaluatedProperties(_) | Kind::PropertyNames(_) => {
            TypeSet::OBJECT
        }
        Kind::ContentEncoding(_) | Kind::ContentMediaType { .. } => TypeSet::STRING,
        _ => TypeSet::ANY,
    };
    Residual {
        node,
        keyword: check.keyword.clone(),
        kinds,
    }
}

/// Patterns of one subschema beside open members of another.
fn overlap(conjuncts: &[Conjunct<'_>]) -> Residual {
    let holder = conjuncts.iter().find_map(|conjunct| {
        let mut checks = conjunct.checks.iter();
        let found = checks.find(|(_, check)| matches!(check.kind, Kind::PatternProperties(_)))?;
        Some((conjunct.node, found.1.keyword.clone()))
    });
    let (node, keyword) = holder.unwrap_or_default();
    Residual {
        node,
        keyword,
        kinds: TypeSet::OBJECT,
    }
}
