//! Generated types.

use hit_runtime::check::{NodeId, Pattern, Program};
use hit_schema::Diagnostic;
use hit_schema::shape::Strings;
use serde_json::Value;

use super::rules::RulePlan;
use super::ty::{ItemId, Ty};

/// Everything that one generation produces, before printing.
#[derive(Debug)]
pub struct Model {
    /// Generated types, in the order in which they are printed.
    pub items: Vec<Item>,
    /// The entry schemas.
    pub roots: Vec<Root>,
    /// The checks that go with the types, with synthesized conjunctions.
    pub program: Program,
    /// Places without a precise type.
    pub plain: Vec<PlainJson>,
    /// What is worth a look in the schemas.
    pub warnings: Vec<Diagnostic>,
    /// The rules, filled in by their phase; `None` where there are none.
    pub rules: Option<RulePlan>,
}

/// An entry schema and its type.
#[derive(Debug)]
pub struct Root {
    /// Its type.
    pub item: ItemId,
}

/// A place that stays plain JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainJson {
    /// The subschema.
    pub node: NodeId,
    /// Why.
    pub reason: String,
}

/// One generated type.
#[derive(Debug)]
pub struct Item {
    /// Rust name, filled in by the naming phase.
    pub name: String,
    /// The subschema that names it.
    pub origin: NodeId,
    /// The subschema that documents it.
    pub documented: NodeId,
    /// Words that set it apart from other types of the same origin (`Object`).
    pub suffix: String,
    /// The subschema the engine checks it against.
    pub node: NodeId,
    /// Whether the engine judges the whole value before it is read.
    pub judged: bool,
    /// What it is.
    pub kind: ItemKind,
    /// Derives beyond those every type has, filled in by analysis.
    pub derives: Vec<String>,
    /// Attributes from the configuration.
    pub attributes: Vec<String>,
}

/// What a generated type is.
#[derive(Debug)]
pub enum ItemKind {
    /// Not lowered yet.
    Pending,
    /// An object with named members.
    Struct(Struct),
    /// A closed set of strings or other scalars.
    Words(Vec<Word>),
    /// A union.
    Union(Union),
    /// One place with a name.
    Newtype(Ty),
    /// An array whose places differ.
    Tuple(Tuple),
}

/// An object with named members.
#[derive(Debug, Default)]
pub struct Struct {
    /// Members with a field.
    pub fields: Vec<Field>,
    /// Members with one possible value and no field.
    pub constants: Vec<Constant>,
    /// Members that may not be there.
    pub forbidden: Vec<String>,
    /// Members matched by a pattern, in order.
    pub matched: Vec<(Pattern, Extra)>,
    /// All other members.
    pub extra: Option<Extra>,
    /// Checks of every name.
    pub names: Vec<Strings>,
    /// When the first is there, so is the second.
    pub dependent: Vec<(String, String)>,
    /// Least number of members.
    pub min: Option<u64>,
    /// Greatest number of members.
    pub max: Option<u64>,
}

/// A member with a field.
#[derive(Debug)]
pub struct Field {
    /// Name in JSON.
    pub wire: String,
    /// Rust name, filled in by the naming phase.
    pub ident: String,
    /// Type of the value.
    pub ty: Ty,
    /// Whether it may be absent.
    pub presence: Presence,
    /// The subschema that names it.
    pub origin: Option<NodeId>,
    /// The subschema that documents it.
    pub described: Option<NodeId>,
    /// Default, already checked against the schema.
    pub default: Option<Value>,
    /// Attributes from the configuration.
    pub attributes: Vec<String>,
}

/// Whether a member may be absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It must be there.
    Required,
    /// `Option`, where `None` is absent.
    Optional,
    /// `Maybe`: absent, null and value.
    Maybe,
}

/// A required member with one possible string value.
#[derive(Debug)]
pub struct Constant {
    /// Name in JSON.
    pub wire: String,
    /// Its value.
    pub value: String,
}

/// A map of members beside named ones.
#[derive(Debug)]
pub struct Extra {
    /// Rust name of the field, filled in by the naming phase; empty when the
    /// members are not kept.
    pub ident: String,
    /// Rust path of the map type.
    pub path: String,
    /// Type of the values.
    pub ty: Ty,
    /// Whether the members are kept.
    pub keep: bool,
}

/// One of a closed set of scalars.
#[derive(Debug)]
pub struct Word {
    /// Its value.
    pub value: Value,
    /// Rust name, filled in by the naming phase.
    pub ident: String,
}

/// A union.
#[derive(Debug)]
pub struct Union {
    /// The arms.
    pub arms: Vec<Arm>,
    /// How a value finds its arm.
    pub dispatch: Dispatch,
}

/// How a value finds its arm.
#[derive(Debug, PartialEq, Eq)]
pub enum Dispatch {
    /// By the string in the member of this name.
    Tag(String),
    /// By JSON type.
    Kind,
    /// By JSON type, and objects by the string in the member of this name.
    KindThenTag(String),
    /// The first arm that the engine accepts.
    First,
}

/// An arm of a union.
#[derive(Debug)]
pub struct Arm {
    /// Rust name, filled in by the naming phase.
    pub ident: String,
    /// Candidates for the name, best first.
    pub names: Vec<String>,
    /// Its type.
    pub ty: Ty,
    /// The subschema the engine checks it against.
    pub node: NodeId,
    /// JSON types that lead to it, for [`Dispatch::Kind`].
    pub kinds: hit_runtime::check::TypeSet,
    /// Tags that lead to it, for [`Dispatch::Tag`]; none where it takes all others
    /// and comes last.
    pub tags: Vec<String>,
    /// The subschema that names it.
    pub origin: NodeId,
    /// The subschema that documents it, where that is another than the union.
    pub documented: Option<NodeId>,
}

/// An array whose places differ.
#[derive(Debug)]
pub struct Tuple {
    /// The first places.
    pub places: Vec<Place>,
    /// All further items; `None` when there are none.
    pub rest: Option<Ty>,
    /// Least number of items.
    pub min: Option<u64>,
    /// Greatest number of items.
    pub max: Option<u64>,
}

/// One place of a tuple.
#[derive(Debug)]
pub struct Place {
    /// Its type.
    pub ty: Ty,
    /// Whether an array must be long enough to have it.
    pub required: bool,
}
