//! How generated types look to rules.

use std::cell::RefCell;

use hit_rules::rust::{Member, Naming, PLAIN, Read, Spot};
use hit_rules::types::{ObjectRef, Type, TypeTable};

use crate::emit::{outside_entry, outside_member, outside_question};
use crate::model::{ItemId, ItemKind, Model, Presence, Repr, Ty};

/// Answers for a rule about a place of a generated type.
pub struct Places<'m> {
    model: &'m Model,
    types: &'m TypeTable,
    context: Option<ItemId>,
    /// The type of `self` and `oldSelf`.
    own: &'m Ty,
    optional_old: bool,
    known: RefCell<Vec<Known>>,
}

/// What is behind a spot.
#[derive(Clone, PartialEq)]
enum Known {
    /// A place of a type.
    Place(Ty),
    /// The context as a whole.
    Context,
    /// Text that the context answered.
    Answer,
}

impl<'m> Places<'m> {
    /// For a rule about values of `own`.
    pub fn new(
        model: &'m Model,
        types: &'m TypeTable,
        context: Option<ItemId>,
        own: &'m Ty,
        optional_old: bool,
    ) -> Self {
        Self {
            model,
            types,
            context,
            own,
            optional_old,
            known: RefCell::default(),
        }
    }

    fn spot(&self, known: Known) -> Spot {
        let mut all = self.known.borrow_mut();
        let found = all.iter().position(|it| *it == known);
        found.unwrap_or_else(|| {
            all.push(known);
            all.len() - 1
        }) + 1
    }

    fn place(&self, ty: &Ty) -> Spot {
        self.spot(Known::Place(plain(ty).clone()))
    }

    fn known(&self, spot: Spot) -> Option<Known> {
        let all = self.known.borrow();
        all.get(spot.checked_sub(1)?).cloned()
    }

    fn ty(&self, spot: Spot) -> Option<Ty> {
        match self.known(spot)? {
            Known::Place(ty) => Some(ty),
            _ => None,
        }
    }

    /// Whether a value of a type is `null` in JSON for some of its values: rules take it for absent.
    fn may_be_null(&self, ty: &Ty) -> bool {
        may_be_null(self.model, ty, 8)
    }

    /// Through types with a name around one value: what leads to it, and its type.
    fn unwrapped(&self, ty: Ty) -> (String, Ty) {
        let (mut suffix, mut ty) = (String::new(), ty);
        for _ in 0..8 {
            let Ty::Named(item) = plain(&ty) else { break };
            let ItemKind::Newtype(inner) = &self.model.items[*item].kind else {
                break;
            };
            suffix.push_str(".0");
            ty = plain(inner).clone();
        }
        (suffix, plain(&ty).clone())
    }
}

fn may_be_null(model: &Model, ty: &Ty, depth: usize) -> bool {
    match ty {
        Ty::Json | Ty::Null | Ty::Option(_) | Ty::Foreign { text: None, .. } => true,
        Ty::Boxed(inner) | Ty::Checked { inner, .. } => may_be_null(model, inner, depth),
        Ty::Named(_) if depth == 0 => true,
        Ty::Named(item) => match &model.items[*item].kind {
            ItemKind::Newtype(inner) => may_be_null(model, inner, depth - 1),
            ItemKind::Union(union) => {
                let mut arms = union.arms.iter();
                arms.any(|arm| may_be_null(model, &arm.ty, depth - 1))
            }
            ItemKind::Words(words) => words.iter().any(|word| word.value.is_null()),
            _ => false,
        },
        _ => false,
    }
}

/// Without what reading a value goes through unseen.
fn plain(ty: &Ty) -> &Ty {
    match ty {
        Ty::Boxed(inner) | Ty::Checked { inner, .. } => plain(inner),
        ty => ty,
    }
}

impl Naming for Places<'_> {
    fn variable(&self, name: &str) -> Option<(String, Spot)> {
        match name {
            "self" => Some(("this".to_owned(), self.place(self.own))),
            "oldSelf" if !self.optional_old => Some(("old".to_owned(), self.place(self.own))),
            "ctx" => Some(("ctx".to_owned(), self.spot(Known::Context))),
            _ => None,
        }
    }

    fn field(&self, object: &ObjectRef, field: &str) -> Option<Type> {
        let field = self.types.object(object)?.fields.get(field)?;
        Some(field.ty.clone())
    }

    fn member(&self, object: &ObjectRef, field: &str, of: &str, spot: Spot) -> Option<Member> {
        let wire = &self.types.object(object)?.fields.get(field)?.member;
        let known = self.known(spot)?;
        let Known::Place(ty) = known else {
            let (place, ty) = outside_member(self.model, self.context?, wire)?;
            let spot = self.place(&ty);
            return Some(Member {
                place,
                optional: true,
                spot,
            });
        };
        let (suffix, ty) = self.unwrapped(ty);
        let Ty::Named(item) = ty else { return None };
        let ItemKind::Struct(body) = &self.model.items[item].kind else {
            return None;
        };
        if let Some(constant) = body.constants.iter().find(|it| it.wire == *wire) {
            return Some(Member {
                place: format!("{:?}", constant.value),
                optional: false,
                spot: PLAIN,
            });
        }
        let found = body.fields.iter().find(|it| it.wire == *wire)?;
        let place = format!("{of}{suffix}.{}", found.ident);
        // `null` counts as absent.
        let present = |option: String| format!("{option}.filter(|it| !it.is_null())");
        let (optional, place, ty) = match (found.presence, plain(&found.ty)) {
            (Presence::Required, ty @ Ty::Json) => (true, present(format!("Some(&{place})")), ty),
            (Presence::Optional, ty @ Ty::Json) => (true, present(format!("{place}.as_ref()")), ty),
            (presence, ty)
                if self.may_be_null(ty)
                    && !matches!((presence, ty), (Presence::Required, Ty::Option(_))) =>
            {
                return None;
            }
            (Presence::Required, Ty::Option(inner)) => {
                (true, format!("{place}.as_ref()"), &**inner)
            }
            (Presence::Required, ty) => (false, place, ty),
            (_, Ty::Option(_)) => return None,
            (Presence::Optional, ty) => (true, format!("{place}.as_ref()"), ty),
            (Presence::Maybe, ty) => (true, format!("{place}.as_value()"), ty),
        };
        let spot = self.place(ty);
        Some(Member {
            place,
            optional,
            spot,
        })
    }

    fn element(&self, spot: Spot) -> Option<Spot> {
        if spot == PLAIN {
            return Some(PLAIN);
        }
        let inner = match self.unwrapped(self.ty(spot)?).1 {
            Ty::Seq { item, .. } => item,
            // Lookups are made for the map of the standard library.
            Ty::Map { path, value, .. } if path == "std::collections::BTreeMap" => value,
            _ => return None,
        };
        match plain(&inner) {
            inner if self.may_be_null(inner) => None,
            inner => Some(self.place(inner)),
        }
    }

    fn inside(&self, spot: Spot) -> (&'static str, Spot) {
        let Some(ty @ Ty::Named(_)) = self.ty(spot) else {
            return ("", spot);
        };
        match self.unwrapped(ty) {
            (suffix, ty) if suffix == ".0" => (".0", self.place(&ty)),
            (suffix, ty) if suffix == ".0.0" => (".0.0", self.place(&ty)),
            _ => ("", spot),
        }
    }

    fn outside_entry(&self, field: &str, key: &str) -> Option<(String, Spot)> {
        let (text, is_text) = outside_entry(self.model, self.context?, field, key)?;
        let spot = match is_text {
            true => self.spot(Known::Answer),
            false => PLAIN,
        };
        Some((text, spot))
    }

    fn outside_contains(&self, field: &str, item: &str) -> Option<String> {
        outside_question(self.model, self.context?, field, item)
    }

    fn support(&self) -> &str {
        "hit_runtime::rules"
    }

    fn bytes_text(&self, _reference: &str) -> Option<String> {
        None
    }

    fn is_word(&self, reference: &str, spot: Spot, word: &str) -> Option<String> {
        let (suffix, place) = self.unwrapped(self.ty(spot)?);
        let Ty::Named(item) = place else { return None };
        let ItemKind::Words(words) = &self.model.items[item].kind else {
            return None;
        };
        let found = words.iter().find(|it| it.value == *word)?;
        let (name, ident) = (&self.model.items[item].name, &found.ident);
        let value = match suffix.as_str() {
            "" => reference.to_owned(),
            suffix => format!("&{}{suffix}", reference.trim_start_matches('&')),
        };
        Some(format!("matches!({value}, {name}::{ident})"))
    }

    fn read(&self, ty: &Type, reference: &str, spot: Spot) -> Option<Read> {
        let sure = |text: String| {
            Some(Read {
                text,
                fallible: false,
            })
        };
        let support = self.support();
        if spot == PLAIN {
            return Plain.read(ty, reference, spot);
        }
        if self.known(spot)? == Known::Answer {
            return matches!(ty, Type::String | Type::Enum(_))
                .then(|| sure(format!("{support}::text({reference})")))?;
        }
        let (suffix, place) = self.unwrapped(self.ty(spot)?);
        let reference = match suffix.as_str() {
            "" => reference.to_owned(),
            suffix => format!("&{}{suffix}", reference.trim_start_matches('&')),
        };
        match (ty, &place) {
            (Type::Bool, Ty::Bool) => sure(format!("{support}::boolean({reference})")),
            (
                Type::Int,
                Ty::Int {
                    repr: Repr::Signed(_) | Repr::Unsigned(8 | 16 | 32),
                    ..
                },
            ) => sure(format!("{support}::int({reference})")),
            (
                Type::Double,
                Ty::Double(_)
                | Ty::Number(_)
                | Ty::Int {
                    repr: Repr::Signed(8 | 16 | 32) | Repr::Unsigned(8 | 16 | 32),
                    ..
                },
            ) => sure(format!("{support}::double({reference})")),
            (
                Type::Int,
                Ty::Int {
                    repr: Repr::Any, ..
                },
            ) => Some(Read {
                text: format!("{support}::integer({reference})?"),
                fallible: true,
            }),
            (Type::String | Type::Enum(_), Ty::Text { .. }) => {
                sure(format!("{support}::text({reference})"))
            }
            (Type::String | Type::Enum(_), Ty::Named(item)) if matches!(&self.model.items[*item].kind, ItemKind::Words(words) if words.iter().all(|word| word.value.is_string())) => {
                sure(format!("{}.as_str()", reference.trim_start_matches('&')))
            }
            _ => None,
        }
    }
}

/// Values that rules make themselves.
struct Plain;

impl Naming for Plain {
    fn variable(&self, _: &str) -> Option<(String, Spot)> {
        None
    }

    fn member(&self, _: &ObjectRef, _: &str, _: &str, _: Spot) -> Option<Member> {
        None
    }

    fn support(&self) -> &str {
        "hit_runtime::rules"
    }
}
