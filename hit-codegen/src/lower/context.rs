//! What lowering has at hand: keys become types once, items are numbered.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::rc::Rc;

use hit_runtime::check::{Checker, NodeId, TypeSet};
use hit_schema::shape::{Key, Shape, Shaper, dynamic_nodes};
use hit_schema::{Compiled, Diagnostic, NodeInfo};

use super::conditions::settle;
use super::kinds;
use super::nodes::Nodes;
use crate::codes;
use crate::config::Settings;
use crate::model::{Item, ItemId, ItemKind, PlainJson, Ty};

/// More types than any schema needs; beyond it generation stops with an error
/// rather than filling the memory.
const MAX_ITEMS: usize = 50_000;

/// So many types may stand within one another before named ones are put off.
const DEEP: usize = 32;
/// So many before lists and maps get names, to be put off as well.
const DEEPEST: usize = 40;

/// A key and the JSON types that are looked at.
type Place = (Key, TypeSet);

/// Makes the type of the values of a key that are of some JSON types; the
/// subschema names and documents it.
pub(super) type Build = fn(&mut Context<'_>, &Key, TypeSet, NodeId) -> Ty;

/// What an alternative is called and described by, beyond its own place.
#[derive(Clone, Debug)]
pub(super) struct Hint {
    /// What is appended to the name of the union.
    pub suffix: String,
    /// The subschema of the union.
    pub origin: NodeId,
    /// The subschema that documents it.
    pub documented: Option<NodeId>,
}

/// A type that is mentioned and made later.
struct Deferred {
    place: Place,
    origin: NodeId,
    /// Whether a document may do without it.
    lenient: bool,
}

/// The state of the walk.
pub(super) struct Context<'a> {
    pub compiled: &'a Compiled,
    pub settings: &'a Settings,
    pub checker: &'a Checker,
    /// Nodes that only a check from the root can judge.
    pub dynamic: Vec<bool>,
    pub shaper: Shaper<'a>,
    pub nodes: Nodes<'a>,
    pub items: Vec<Item>,
    pub plain: Vec<PlainJson>,
    pub diagnostics: Vec<Diagnostic>,
    pub warnings: Vec<Diagnostic>,
    build: Build,
    depth: usize,
    lenient: usize,
    deferred: VecDeque<Deferred>,
    hints: HashMap<Key, Hint>,
    done: HashMap<Place, Ty>,
    open: BTreeMap<Place, Option<ItemId>>,
    shapes: HashMap<Key, Rc<Shape>>,
}

impl<'a> Context<'a> {
    /// At the beginning; `build` is what knows all kinds of types.
    pub fn new(
        compiled: &'a Compiled,
        checker: &'a Checker,
        settings: &'a Settings,
        build: Build,
    ) -> Self {
        Self {
            compiled,
            settings,
            checker,
            dynamic: dynamic_nodes(&compiled.program),
            shaper: Shaper::new(&compiled.program, checker),
            nodes: Nodes::new(&compiled.program),
            items: Vec::new(),
            plain: Vec::new(),
            diagnostics: Vec::new(),
            warnings: Vec::new(),
            build,
            depth: 0,
            lenient: 0,
            deferred: VecDeque::new(),
            hints: HashMap::new(),
            done: HashMap::new(),
            open: BTreeMap::new(),
            shapes: HashMap::new(),
        }
    }

    /// Whether only a check from the root can judge a node.
    pub fn is_dynamic(&self, node: NodeId) -> bool {
        self.dynamic.get(node as usize).copied().unwrap_or(false)
    }

    /// The type of the values of `key` that are of the JSON types in `mask`.
    /// `origin` names and documents it, unless the key is one subschema.
    pub fn lower(&mut self, key: &Key, mask: TypeSet, origin: NodeId) -> Ty {
        let (key, origin) = self.settled(key, mask, origin);
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
        if self.is_too_deep(&place) {
            let item = self.name_open(&place, origin);
            let lenient = self.lenient > 0;
            self.deferred.push_back(Deferred {
                place,
                origin,
                lenient,
            });
            return Ty::Named(item);
        }
        self.open.insert(place.clone(), None);
        self.make(place, origin)
    }

    fn make(&mut self, place: Place, origin: NodeId) -> Ty {
        self.depth += 1;
        let ty = (self.build)(self, &place.0, place.1, origin);
        self.depth -= 1;
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

    /// The key with all conditions resolved whose answer is known, and what
    /// names and documents it then.
    fn settled(&self, key: &Key, mask: TypeSet, origin: NodeId) -> (Key, NodeId) {
        let mut key = self.shaper.canonical(key);
        let mut origin = key.single().unwrap_or(origin);
        let program = &self.compiled.program;
        while let Some(settled) = settle(program, &self.shaper, self.checker, &key, mask) {
            key = self.shaper.canonical(&settled);
            origin = key.single().unwrap_or(origin);
        }
        (key, origin)
    }

    /// Whether a condition of the key is settled for values of these JSON types.
    pub fn settles(&self, key: &Key, mask: TypeSet) -> bool {
        let program = &self.compiled.program;
        settle(program, &self.shaper, self.checker, key, mask).is_some()
    }

    /// Names and documents the type of a key that is still to be lowered.
    pub fn hint(&mut self, key: &Key, hint: Hint) {
        self.hints.insert(self.shaper.canonical(key), hint);
    }

    /// Makes an item a named type around another. What may be `null` besides
    /// leaves the plain name to what it is otherwise.
    pub fn wrap(&mut self, item: ItemId, ty: Ty) {
        if matches!(ty, Ty::Option(_)) {
            self.items[item].suffix = "OrNull".to_owned();
        }
        self.items[item].kind = ItemKind::Newtype(ty);
    }

    /// A key met again below itself needs a name to end the circle.
    fn name_open(&mut self, place: &Place, origin: NodeId) -> ItemId {
        self.open.entry(place.clone()).or_insert(None);
        self.item_for(&place.0, place.1, origin, "")
    }

    /// Whether a type below so many others is better made later, so that no
    /// chain of references can exhaust the stack.
    fn is_too_deep(&mut self, (key, mask): &Place) -> bool {
        if self.depth < DEEP {
            return false;
        }
        let shape = self.shape(key);
        let kinds = kinds::within(shape.kinds, *mask);
        let named = kinds::classes(kinds) == [TypeSet::OBJECT] || !shape.unions.is_empty();
        let structured = TypeSet::OBJECT.with(TypeSet::ARRAY);
        named || self.depth >= DEEPEST && kinds::has(kinds, structured)
    }

    /// Makes the types that were put off.
    pub fn finish(&mut self) {
        while let Some(next) = self.deferred.pop_front() {
            self.lenient = usize::from(next.lenient);
            self.make(next.place, next.origin);
        }
        self.lenient = 0;
    }

    /// Takes a contradiction: an error where the document cannot do without
    /// what it is about, a warning elsewhere.
    pub fn contradicts(&mut self, diagnostic: Diagnostic) {
        match self.lenient {
            0 => self.diagnostics.push(diagnostic),
            _ => self.warnings.push(diagnostic.as_warning()),
        }
    }

    /// The item for a key that is being lowered: the one its circle has
    /// already named, or a new one.
    pub fn item_for(&mut self, key: &Key, mask: TypeSet, origin: NodeId, suffix: &str) -> ItemId {
        let place = (key.clone(), mask);
        if let Some(Some(item)) = self.open.get(&place) {
            return *item;
        }
        let node = self.nodes.of(key, origin);
        let item = match self.hints.get(key).cloned() {
            Some(hint) => {
                let item = self.item(hint.origin, node, &hint.suffix);
                self.items[item].documented = hint.documented.unwrap_or(origin);
                item
            }
            None => self.item(origin, node, suffix),
        };
        if let Some(open) = self.open.get_mut(&place) {
            *open = Some(item);
        }
        item
    }

    pub fn item(&mut self, origin: NodeId, node: NodeId, suffix: &str) -> ItemId {
        self.items.push(Item {
            name: String::new(),
            origin,
            documented: self.described(origin).unwrap_or(origin),
            suffix: suffix.to_owned(),
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

    /// The shape of a key, its JSON types narrowed by its unions.
    pub fn shape(&mut self, key: &Key) -> Rc<Shape> {
        if let Some(shape) = self.shapes.get(key) {
            return Rc::clone(shape);
        }
        let mut shape = Shape::clone(&self.shaper.shape(key));
        shape.kinds = kinds::narrow(&self.shaper, &shape);
        let shape = Rc::new(shape);
        self.shapes.insert(key.clone(), Rc::clone(&shape));
        shape
    }

    /// The same type behind the engine, where facets do not say everything.
    pub fn judged(&mut self, ty: Ty, key: &Key, origin: NodeId, shape: &Shape) -> Ty {
        if is_judged(shape) {
            return Ty::Checked {
                node: self.nodes.of(key, origin),
                inner: Box::new(ty),
            };
        }
        ty
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

    /// The type of what a document may do without: of a member that may be
    /// left out, of elements, of an alternative. If it contradicts itself, that
    /// is worth a warning only.
    pub fn lower_optional(&mut self, key: &Key, mask: TypeSet, origin: NodeId) -> Ty {
        self.lenient += 1;
        let ty = self.lower(key, mask, origin);
        self.lenient -= 1;
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
        let help = "split it, or give parts of it an own type in the configuration";
        let mut diagnostic = Diagnostic::error(codes::TOO_MANY_TYPES, message).help(help);
        if let Some(info) = self.info(node) {
            diagnostic = diagnostic.at(info.origin.clone());
        }
        self.diagnostics.push(diagnostic);
    }
}

/// Whether the engine has to see the whole value.
pub(super) fn is_judged(shape: &Shape) -> bool {
    !shape.residual.is_empty() || !shape.unions.is_empty()
}

/// What the type of one kind of values adds to the name of the place, where other kinds have other types there.
pub fn of_kind(mask: TypeSet) -> &'static str {
    match mask {
        TypeSet::OBJECT => "Object",
        _ => "",
    }
}
