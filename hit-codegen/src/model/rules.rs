//! Rules of generated types.

use std::collections::BTreeMap;

use super::ty::ItemId;

/// The rules that go with a model.
#[derive(Debug)]
pub struct RulePlan {
    /// All rules, as text that `hit_runtime` reads.
    pub text: String,
    /// The type of what comes from outside.
    pub context: Option<ItemId>,
    /// The types that have rules, here or below.
    pub items: BTreeMap<ItemId, ItemRules>,
}

/// The rules of a type.
#[derive(Debug)]
pub struct ItemRules {
    /// Whether a rule, here or below, needs something from outside.
    pub outside: bool,
    /// The rules about the type's own values, for people.
    pub shown: Vec<ShownRule>,
    /// The walk over a value; `None` where the rules run over the value as JSON.
    pub code: Option<PlaceCode>,
}

/// A rule, for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownRule {
    /// Its id.
    pub id: String,
    /// As it is written.
    pub text: String,
}

/// A place of a type, with the rules about its values and what is below it.
#[derive(Debug, Default)]
pub struct PlaceCode {
    /// The rules.
    pub rules: Vec<RuleCode>,
    /// What is below.
    pub below: Below,
}

/// What is below a place.
#[derive(Debug, Default)]
pub enum Below {
    /// Nothing with rules.
    #[default]
    Nothing,
    /// A generated type, which knows its rules.
    Item,
    /// Members of a struct.
    Members(Vec<(Access, PlaceCode)>),
    /// Items of a list, and the fields that tell which item of an old list an item was.
    Elements(Vec<String>, Box<PlaceCode>),
    /// Values of a map.
    Entries(Box<PlaceCode>),
    /// Alternatives of a union, by their names in Rust.
    Arms(Vec<(String, ItemId)>),
    /// The one value of a type with a name.
    Inside(Box<PlaceCode>),
}

/// How a field is reached.
#[derive(Clone, Debug)]
pub struct Access {
    /// Its name in JSON.
    pub wire: String,
    /// Its name in Rust.
    pub ident: String,
    /// Whether it is an `Option`.
    pub optional: bool,
    /// Whether it is a `Maybe`.
    pub maybe: bool,
    /// Whether the value is in a `Box`.
    pub boxed: bool,
}

/// A rule about a place.
#[derive(Clone, Debug)]
pub struct RuleCode {
    /// Its number among all rules.
    pub number: usize,
    /// Its id.
    pub id: String,
    /// As it is written.
    pub text: String,
    /// Where it is written.
    pub schema: String,
    /// Where its violations point.
    pub path: Vec<String>,
    /// Whether it only warns.
    pub warning: bool,
    /// Whether it needs something from outside.
    pub outside: bool,
    /// Whether it reads the value before.
    pub transition: bool,
    /// The body of a function that gives a `Tried<bool>`; `None` where the rule has no plain Rust, and runs over JSON.
    pub body: Option<String>,
}

impl PlaceCode {
    /// Whether there is no rule here or below.
    pub fn is_empty(&self) -> bool {
        let below = match &self.below {
            Below::Nothing => true,
            Below::Item | Below::Arms(_) => false,
            Below::Members(members) => members.iter().all(|(_, place)| place.is_empty()),
            Below::Elements(_, place) | Below::Entries(place) | Below::Inside(place) => {
                place.is_empty()
            }
        };
        below && self.rules.is_empty()
    }
}
