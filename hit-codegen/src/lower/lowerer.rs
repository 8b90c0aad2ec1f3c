//! The walk over keys: each becomes a type once.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use hit_runtime::Severity;
use hit_runtime::check::{Check, Checker, Kind, Node, NodeId, Program, TypeSet};
use hit_schema::shape::{Key, Shape, Shaper, dynamic_nodes};
use hit_schema::{Compiled, Diagnostic, NodeInfo};
use serde_json::Value;

use super::{array, kinds, object, scalar, union, words};
use crate::config::Settings;
use crate::model::{Item, ItemId, ItemKind, Model, PlainJson, Root, Ty};

/// More types than any schema needs; beyond it generation stops with an error
/// rather than filling the memory.
const MAX_ITEMS: usize = 50_000;

/// A key and the JSON types that are looked at.
type Place = (Key, TypeSet);

/// The state of the walk.
pub(super) struct Lowerer<'a> {
    pub compiled: &'a Compiled,
    pub settings: &'a Settings,
    pub checker: &'a Checker,
    /// Nodes that only a check from the root can judge.
    pub dynamic: Vec<bool>,
    pub shaper: Shaper<'a>,
    pub plain: Vec<PlainJson>,
    pub diagnostics: Vec<Diagnostic>,
    pub warnings: Vec<Diagnostic>,
    items: Vec<Item>,
    done: BTreeMap<Place, Ty>,
    open: BTreeMap<Place, Option<ItemId>>,
    shapes: BTreeMap<Key, Rc<Shape>>,
    conjunctions: BTreeMap<Vec<NodeId>, NodeId>,
    added: Vec<Node>,
}

/// Lowers all entry schemas. `with_context` says that the last one is that of what rules need
/// from outside; its type is given besides.
///
/// # Errors
/// Everything in the schemas that contradicts itself, and a schema that needs
/// more types than are sensible.
pub fn lower(
    compiled: &Compiled,
    checker: &Checker,
    settings: &Settings,
    with_context: bool,
) -> Result<(Model, Option<ItemId>), Vec<Diagnostic>> {
    let mut lowerer = Lowerer {
        compiled,
        settings,
        checker,
        dynamic: dynamic_nodes(&compiled.program),
        shaper: Shaper::new(&compiled.program, checker),
        plain: Vec::new(),
        diagnostics: Vec::new(),
        warnings: Vec::new(),
        items: Vec::new(),
        done: BTreeMap::new(),
        open: BTreeMap::new(),
        shapes: BTreeMap::new(),
        conjunctions: BTreeMap::new(),
        added: Vec::new(),
    };
    let mut roots = Vec::new();
    let (context, entries) = match (with_context, compiled.roots.as_slice()) {
        (true, [entries @ .., context]) => (Some(context.node), entries),
        (_, entries) => (None, entries),
    };
    for root in entries {
        let item = lowerer.root(root.node);
        roots.push(Root { item });
    }
    let context = context.and_then(|node| lowerer.context(node));
    if !lowerer.diagnostics.is_empty() {
        return Err(lowerer.diagnostics);
    }
    let mut program = Program {
        ..compiled.program.clone()
    };
    program.nodes.extend(lowerer.added);
    lowerer.plain.sort_by_key(|plain| plain.node);
    lowerer.plain.dedup();
    let model = Model {
        items: lowerer.items,
        roots,
        program,
        plain: lowerer.plain,
        warnings: lowerer.warnings,
        rules: None,
    };
    Ok((model, context))
}

impl Lowerer<'_> {
    fn root(&mut self, node: NodeId) -> ItemId {
        let item = self.root_item(node);
        self.items[item].judged |= self.is_dynamic(node);
        item
    }

    /// Whether only a check from the root can judge a node.
    pub fn is_dynamic(&self, node: NodeId) -> bool {
        self.dynamic.get(node as usize).copied().unwrap_or(false)
    }

    /// The type of what rules need from outside.
    fn context(&mut self, node: NodeId) -> Option<ItemId> {
        match self.lower(&Key::of([node]), TypeSet::OBJECT, node) {
            Ty::Named(item) => Some(item),
            _ => None,
        }
    }

    fn root_item(&mut self, node: NodeId) -> ItemId {
        match self.lower(&Key::of([node]), TypeSet::ANY, node) {
            Ty::Named(item) if self.items[item].origin == node => item,
            ty => {
                let item = self.item(node, node, "");
                self.wrap(item, ty);
                item
            }
        }
    }

    /// The type of the values of `key` that are of the JSON types in `mask`.
    /// `origin` names and documents it, unless the key is one subschema.
    pub fn lower(&mut self, key: &Key, mask: TypeSet, origin: NodeId) -> Ty {
        let key = self.shaper.canonical(key);
        let origin = key.single().unwrap_or(origin);
        let mask = self.effective(&key, mask);
        let place = (key, mask);
        if let Some(ty) = self.done.get(&place) {
            return ty.clone();
        }
        if self.items.len() >= MAX_ITEMS {
            self.overflow(origin);
            return Ty::Json;
        }
        if self.open.contains_key(&place) {
            return Ty::Named(self.name_open(&place, origin));
        }
        self.open.insert(place.clone(), None);
        let ty = self.build(&place.0, mask, origin);
        let ty = match self.open.remove(&place).flatten() {
            Some(item) if ty != Ty::Named(item) => {
                self.wrap(item, ty);
                Ty::Named(item)
            }
            _ => ty,
        };
        self.done.insert(place, ty.clone());
        ty
    }

    /// Makes an item a named type around another. What may be `null` besides
    /// leaves the plain name to what it is otherwise.
    fn wrap(&mut self, item: ItemId, ty: Ty) {
        if matches!(ty, Ty::Option(_)) {
            self.items[item].suffix = "OrNull";
        }
        self.items[item].kind = ItemKind::Newtype(ty);
    }

    /// A key met again below itself needs a name to end the circle.
    fn name_open(&mut self, place: &Place, origin: NodeId) -> ItemId {
        if let Some(Some(item)) = self.open.get(place) {
            return *item;
        }
        let node = self.node(&place.0, origin);
        let item = self.item(origin, node, "");
        self.open.insert(place.clone(), Some(item));
        item
    }

    /// The item for a key that is being lowered: the one its circle has
    /// already named, or a new one.
    pub fn item_for(
        &mut self,
        key: &Key,
        mask: TypeSet,
        origin: NodeId,
        suffix: &'static str,
    ) -> ItemId {
        let place = (key.clone(), mask);
        if let Some(Some(item)) = self.open.get(&place) {
            return *item;
        }
        let node = self.node(key, origin);
        let item = self.item(origin, node, suffix);
        if let Some(open) = self.open.get_mut(&place) {
            *open = Some(item);
        }
        item
    }

    fn item(&mut self, origin: NodeId, node: NodeId, suffix: &'static str) -> ItemId {
        self.items.push(Item {
            name: String::new(),
            origin,
            documented: self.described(origin).unwrap_or(origin),
            suffix,
            node,
            judged: false,
            kind: ItemKind::Pending,
            derives: Vec::new(),
            attributes: Vec::new(),
        });
        self.items.len() - 1
    }

    /// Fills an item in.
    pub fn define(&mut self, item: ItemId, judged: bool, kind: ItemKind) -> Ty {
        self.items[item].kind = kind;
        self.items[item].judged = judged;
        Ty::Named(item)
    }

    /// The mask, or none where it takes nothing away.
    fn effective(&mut self, key: &Key, mask: TypeSet) -> TypeSet {
        let kinds = self.shape(key).kinds;
        if kinds::within(kinds, mask) == kinds {
            TypeSet::ANY
        } else {
            mask
        }
    }

    fn shape(&mut self, key: &Key) -> Rc<Shape> {
        if let Some(shape) = self.shapes.get(key) {
            return Rc::clone(shape);
        }
        let mut shape = self.shaper.shape(key);
        shape.kinds = kinds::narrow(&self.shaper, &shape);
        let shape = Rc::new(shape);
        self.shapes.insert(key.clone(), Rc::clone(&shape));
        shape
    }

    fn build(&mut self, key: &Key, mask: TypeSet, origin: NodeId) -> Ty {
        if key.is_any() && mask == TypeSet::ANY {
            return Ty::Json;
        }
        let mut shape = Shape::clone(&self.shape(key));
        self.refuse_contradiction(key, &shape);
        let open = shape.kinds == TypeSet::ANY && shape.values.is_none();
        shape.kinds = kinds::within(shape.kinds, mask);
        if kinds::is_none(shape.kinds) {
            return Ty::Never;
        }
        if shape.dynamic {
            self.note_plain(origin, "`$dynamicRef` that may land in several places");
            return Ty::Json;
        }
        if let Some(path) = self.settings.own_type(origin) {
            return scalar::foreign(path.to_owned(), &shape, self.node(key, origin));
        }
        if kinds::has(shape.kinds, TypeSet::NULL) && !open && shape.kinds != TypeSet::NULL {
            return self.nullable(key, mask, origin, &shape);
        }
        if shape.values.is_some() {
            return words::lower(self, key, mask, origin, &shape);
        }
        if let Some(ty) = union::lower(self, key, mask, origin, &shape) {
            return ty;
        }
        self.by_kind(key, mask, origin, &shape, open)
    }

    /// `null` beside other types.
    fn nullable(&mut self, key: &Key, mask: TypeSet, origin: NodeId, shape: &Shape) -> Ty {
        let rest = kinds::without(mask, TypeSet::NULL);
        let inner = self.lower(key, rest, origin);
        let whole = key.without().is_empty();
        let accepts_null = !whole
            || key
                .nodes()
                .iter()
                .all(|node| self.checker.is_valid(*node, &Value::Null));
        if !accepts_null {
            return inner;
        }
        let ty = Ty::Option(Box::new(inner));
        if whole || shape.residual.is_empty() {
            return ty;
        }
        Ty::Checked {
            node: self.node(key, origin),
            inner: Box::new(ty),
        }
    }

    fn by_kind(
        &mut self,
        key: &Key,
        mask: TypeSet,
        origin: NodeId,
        shape: &Shape,
        open: bool,
    ) -> Ty {
        let classes = kinds::classes(shape.kinds);
        match classes.as_slice() {
            [TypeSet::ARRAY] => array::lower(self, key, mask, origin, shape),
            [TypeSet::OBJECT] => object::lower(self, key, mask, origin, shape),
            [_] => {
                let ty = scalar::lower(self.settings, shape, key.single(), origin);
                self.judged(ty, key, origin, shape)
            }
            _ => union::by_kind(self, key, mask, origin, shape, open),
        }
    }

    /// The same type behind the engine, where facets do not say everything.
    pub fn judged(&mut self, ty: Ty, key: &Key, origin: NodeId, shape: &Shape) -> Ty {
        if is_judged(shape) {
            return Ty::Checked {
                node: self.node(key, origin),
                inner: Box::new(ty),
            };
        }
        ty
    }

    /// A node of the program that demands what `key` demands, with nothing set
    /// aside: checks that a type accounts for hold for its values anyway.
    pub fn node(&mut self, key: &Key, origin: NodeId) -> NodeId {
        if let [node] = key.nodes() {
            return *node;
        }
        if let Some(node) = self.conjunctions.get(key.nodes()) {
            return *node;
        }
        let written = self.compiled.program.nodes.get(origin as usize);
        let checks = key.nodes().iter().map(|node| Check {
            keyword: "allOf".to_owned(),
            kind: Kind::Ref(*node),
        });
        let added = Node {
            source: written.map_or(0, |node| node.source),
            pointer: written.map_or_else(String::new, |node| node.pointer.clone()),
            resource: written.map_or(0, |node| node.resource),
            checks: checks.collect(),
        };
        let node = self.add(added);
        self.conjunctions.insert(key.nodes().to_vec(), node);
        node
    }

    /// A node of the program that demands what one of `nodes` does.
    pub fn any_of(&mut self, nodes: &[NodeId]) -> NodeId {
        let first = nodes
            .first()
            .and_then(|node| self.compiled.program.nodes.get(*node as usize));
        let check = Check {
            keyword: "anyOf".to_owned(),
            kind: Kind::AnyOf(nodes.to_vec()),
        };
        let added = Node {
            checks: vec![check],
            ..first.cloned().unwrap_or_default()
        };
        self.add(added)
    }

    fn add(&mut self, node: Node) -> NodeId {
        let id = self.compiled.program.nodes.len() + self.added.len();
        self.added.push(node);
        NodeId::try_from(id).unwrap_or(NodeId::MAX)
    }

    /// What is known of a subschema besides its checks.
    pub fn info(&self, node: NodeId) -> Option<&NodeInfo> {
        self.compiled.info.get(node as usize)
    }

    /// The first subschema, among those that judge the values of one, that has
    /// a title or a description.
    pub fn described(&self, node: NodeId) -> Option<NodeId> {
        let says = |node: &NodeId| {
            let info = self.info(*node);
            info.is_some_and(|info| info.title.is_some() || info.description.is_some())
        };
        self.shaper.nodes(&Key::of([node])).into_iter().find(says)
    }

    /// The type of a member that may be left out: if it contradicts itself, the
    /// object is still possible without it, so that is worth a warning only.
    pub fn lower_optional(&mut self, key: &Key, origin: NodeId) -> Ty {
        let before = self.diagnostics.len();
        let ty = self.lower(key, TypeSet::ANY, origin);
        if ty == Ty::Never {
            let found = self.diagnostics.split_off(before);
            let warnings = found.into_iter().map(|found| Diagnostic {
                severity: Severity::Warning,
                ..found
            });
            self.warnings.extend(warnings);
        }
        ty
    }

    /// Whether a subschema has a type of its own.
    pub fn has_item(&self, node: NodeId) -> bool {
        self.items.iter().any(|item| item.origin == node)
    }

    /// Whether an item is a closed set of scalars.
    pub fn is_words(&self, item: ItemId) -> bool {
        matches!(self.items[item].kind, ItemKind::Words(_))
    }

    /// Notes a place that stays plain JSON.
    pub fn note_plain(&mut self, node: NodeId, reason: impl Into<String>) {
        self.plain.push(PlainJson {
            node,
            reason: reason.into(),
        });
    }

    fn overflow(&mut self, node: NodeId) {
        if !self.diagnostics.is_empty() {
            return;
        }
        let message = format!("the schema needs more than {MAX_ITEMS} types");
        self.report(
            "HIT0901",
            message,
            node,
            "split it, or give parts of it an own type in the configuration",
        );
    }

    fn report(&mut self, code: &'static str, message: String, node: NodeId, help: &str) {
        let mut diagnostic = Diagnostic::error(code, message).help(help);
        if let Some(info) = self.info(node) {
            diagnostic = diagnostic.at(info.origin.clone());
        }
        self.diagnostics.push(diagnostic);
    }

    /// Two subschemas of one conjunction whose JSON types exclude each other.
    fn refuse_contradiction(&mut self, key: &Key, shape: &Shape) {
        if self.settings.allow_contradictions || !kinds::is_none(shape.kinds) {
            return;
        }
        let Some((one, other)) = self.contradiction(key) else {
            return;
        };
        let seen: BTreeSet<_> = self
            .diagnostics
            .iter()
            .filter_map(|found| found.origin.clone().map(|at| at.span))
            .collect();
        let (Some(one), Some(other)) = (self.info(one), self.info(other)) else {
            return;
        };
        if seen.contains(&other.origin.span) {
            return;
        }
        let message = "this and another part of the same conjunction allow no common JSON type, so no value is accepted";
        let diagnostic = Diagnostic::error("HIT0902", message)
            .at(other.origin.clone())
            .also(one.origin.clone(), "the other part")
            .help("change one of the two types, or write `false` if nothing shall be accepted");
        self.diagnostics.push(diagnostic);
    }

    fn contradiction(&self, key: &Key) -> Option<(NodeId, NodeId)> {
        if !key.without().is_empty() {
            return None;
        }
        let types = |node: &NodeId| {
            let node = self.compiled.program.nodes.get(*node as usize)?;
            node.checks.iter().find_map(|check| match check.kind {
                Kind::Type(kinds) => Some(kinds),
                _ => None,
            })
        };
        let typed: Vec<(NodeId, TypeSet)> = self
            .shaper
            .nodes(key)
            .iter()
            .filter_map(|node| Some((*node, types(node)?)))
            .collect();
        let pairs = typed
            .iter()
            .enumerate()
            .flat_map(|(at, one)| typed[at + 1..].iter().map(move |other| (*one, *other)));
        let mut pairs = pairs.filter(|(one, other)| kinds::is_none(kinds::within(one.1, other.1)));
        pairs.next().map(|(one, other)| (one.0, other.0))
    }
}

/// Whether the engine has to see the whole value.
pub(super) fn is_judged(shape: &Shape) -> bool {
    !shape.residual.is_empty() || !shape.unions.is_empty()
}
