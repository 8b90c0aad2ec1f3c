//! What Rust will have: plain data between lowering and printing.

mod item;
mod rules;
mod ty;
mod visit;

pub use item::{
    Arm, Constant, Dispatch, Extra, Field, Item, ItemKind, Model, Place, PlainJson, Presence, Root,
    Struct, Tuple, Union, Word,
};
pub use rules::{Access, Below, ItemRules, PlaceCode, RuleCode, RulePlan, ShownRule};
pub use ty::{ItemId, Repr, Ty};
pub use visit::{each_mention, each_place, each_within};
