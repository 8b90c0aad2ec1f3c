//! What comes from outside, as a trait: an application answers from its own
//! catalog, and the generated struct is one of those who do.

use proc_macro2::TokenStream;

use crate::emit::ty;
use crate::model::{Field, ItemId, ItemKind, Model, Presence, Ty};

/// The name of the trait.
pub(in crate::emit) fn name(model: &Model, context: ItemId) -> String {
    format!("{}Source", model.items[context].name)
}

/// How a member of the context is asked for.
enum Question {
    /// By a key.
    Map { lookup: String, whole: String },
    /// Whether it contains a value.
    List { item: String, whole: String },
    /// For itself.
    Value { ty: String, copied: bool },
}

fn fields(model: &Model, context: ItemId) -> &[Field] {
    match &model.items[context].kind {
        ItemKind::Struct(body) => &body.fields,
        _ => &[],
    }
}

/// The type by value of a scalar, or none.
fn by_value(model: &Model, place: &Ty) -> Option<String> {
    match place {
        Ty::Bool | Ty::Int { .. } | Ty::Double(_) | Ty::Number(_) => Some(ty::ty(model, place)),
        _ => None,
    }
}

fn question(model: &Model, place: &Ty) -> Question {
    match place {
        Ty::Map { path, value, .. } => Question::Map {
            lookup: match by_value(model, value) {
                Some(ty) => format!("Option<{ty}>"),
                None if matches!(**value, Ty::Text { .. }) => {
                    "Option<std::borrow::Cow<'_, str>>".to_owned()
                }
                None => format!("Option<&{}>", ty::ty(model, value)),
            },
            whole: ty::map(path, &ty::ty(model, value)),
        },
        Ty::Seq { item, .. } => Question::List {
            item: match (&**item, by_value(model, item)) {
                (Ty::Text { .. }, _) => "&str".to_owned(),
                (_, Some(ty)) => ty,
                _ => format!("&{}", ty::ty(model, item)),
            },
            whole: format!("[{}]", ty::ty(model, item)),
        },
        place => match by_value(model, place) {
            Some(ty) => Question::Value { ty, copied: true },
            None => Question::Value {
                ty: match place {
                    Ty::Text { .. } => "str".to_owned(),
                    place => ty::ty(model, place),
                },
                copied: false,
            },
        },
    }
}

/// What the methods of the trait are called.
struct Methods<'m> {
    fields: &'m [Field],
}

impl<'m> Methods<'m> {
    fn of(model: &'m Model, context: ItemId) -> Self {
        Self {
            fields: fields(model, context),
        }
    }

    /// The method that goes through all of a member.
    fn all(field: &Field) -> String {
        format!("all_{}", field.ident.trim_start_matches("r#"))
    }

    /// The method of a member: its name, or a longer one where another method has that.
    fn one(&self, field: &Field) -> String {
        let mut name = field.ident.clone();
        while name == TO_VALUE || self.is_another(&name, field) {
            name = format!("{}_member", name.trim_start_matches("r#"));
        }
        name
    }

    fn is_another(&self, name: &str, field: &Field) -> bool {
        self.fields.iter().any(|other| {
            let all =
                matches!(other.ty, Ty::Map { .. } | Ty::Seq { .. }) && Self::all(other) == name;
            all || other.ident == name && other.wire != field.wire
        })
    }
}

/// The method that gives all that is known.
const TO_VALUE: &str = "to_value";

/// The trait.
pub(in crate::emit) fn definition(model: &Model, context: ItemId) -> TokenStream {
    let (name, of) = (name(model, context), &model.items[context].name);
    let mut methods = String::new();
    let names = Methods::of(model, context);
    for field in names.fields {
        let (ident, wire) = (names.one(field), crate::emit::docs::code(&field.wire));
        let doc = |words: &str| crate::emit::table::text(&words.replace("{}", &wire));
        let of_key = doc(" The value of a key of {}; `None` where it is not known.");
        let of_item = doc(" Whether {} contains a value; `None` where that is not known.");
        let whole_doc =
            doc(" All of {}, for rules that go through it; `None` where it is not known.");
        let alone = doc(" {}; `None` where it is not known.");
        let one = match question(model, &field.ty) {
            Question::Map { lookup, whole } => format!(
                "#[doc = {of_key}]\n\
                 fn {ident}(&self, key: &str) -> {lookup} {{ let _ = key; None }}\n\
                 #[doc = {whole_doc}]\n\
                 fn {}(&self) -> Option<&{whole}> {{ None }}\n",
                Methods::all(field)
            ),
            Question::List { item, whole } => format!(
                "#[doc = {of_item}]\n\
                 fn {ident}(&self, item: {item}) -> Option<bool> {{ let _ = item; None }}\n\
                 #[doc = {whole_doc}]\n\
                 fn {}(&self) -> Option<&{whole}> {{ None }}\n",
                Methods::all(field)
            ),
            Question::Value { ty, copied } => {
                let reference = if copied { "" } else { "&" };
                format!(
                    "#[doc = {alone}]\n\
                     fn {ident}(&self) -> Option<{reference}{ty}> {{ None }}\n"
                )
            }
        };
        methods.push_str(&one);
    }
    let text = format!(
        "#[doc = \" What rules need from outside of a document, answered by an application from what it has:\"]\n\
         #[doc = \" lookups instead of whole maps. What is answered `None` is not known, and leaves the rules\"]\n\
         #[doc = \" that need it not evaluated.\"]\n\
         #[doc = \"\"]\n\
         #[doc = \" [`{of}`] answers from values at hand.\"]\n\
         #[allow(unused_variables)]\n\
         pub trait {name} {{\n{methods}\
         #[doc = \" All that is known, as JSON: for rules that have no plain Rust, and for messages.\"]\n\
         fn to_value(&self) -> Option<hit_runtime::Value> {{ None }}\n}}\n"
    );
    ty::tokens(&text)
}

/// The trait for the generated struct.
pub(in crate::emit) fn implementation(model: &Model, context: ItemId) -> String {
    let (name, of) = (name(model, context), &model.items[context].name);
    let mut methods = String::new();
    let names = Methods::of(model, context);
    for field in names.fields {
        let (ident, method) = (&field.ident, names.one(field));
        let held = match field.presence {
            Presence::Required => format!("Some(&self.{ident})"),
            Presence::Optional => format!("self.{ident}.as_ref()"),
            Presence::Maybe => format!("self.{ident}.as_value()"),
        };
        let one = match (question(model, &field.ty), &field.ty) {
            (Question::Map { lookup, whole }, Ty::Map { value, .. }) => {
                let found = match (&**value, by_value(model, value)) {
                    (_, Some(_)) => ".copied()",
                    (Ty::Text { .. }, _) => ".map(|text| text.as_str().into())",
                    _ => "",
                };
                format!(
                    "    fn {method}(&self, key: &str) -> {lookup} {{\n        {held}.and_then(|map| map.get(key)){found}\n    }}\n\n    \
                     fn {}(&self) -> Option<&{whole}> {{\n        {held}\n    }}\n\n",
                    Methods::all(field)
                )
            }
            (Question::List { item, whole }, Ty::Seq { item: element, .. }) => {
                let equal = match (&**element, by_value(model, element)) {
                    (Ty::Text { .. }, _) => "list.iter().any(|it| it == item)",
                    (_, Some(_)) => "list.contains(&item)",
                    _ => "list.contains(item)",
                };
                let slice = match field.presence {
                    Presence::Optional => format!("self.{ident}.as_deref()"),
                    _ => format!("{held}.map(Vec::as_slice)"),
                };
                format!(
                    "    fn {method}(&self, item: {item}) -> Option<bool> {{\n        {held}.map(|list| {equal})\n    }}\n\n    \
                     fn {}(&self) -> Option<&{whole}> {{\n        {slice}\n    }}\n\n",
                    Methods::all(field)
                )
            }
            (Question::Value { ty, copied }, _) => {
                let (reference, last) = match (copied, ty == "str") {
                    (true, _) => ("", ".copied()"),
                    (false, true) => ("&", ".map(String::as_str)"),
                    (false, false) => ("&", ""),
                };
                format!(
                    "    fn {method}(&self) -> Option<{reference}{ty}> {{\n        {held}{last}\n    }}\n\n"
                )
            }
            _ => String::new(),
        };
        methods.push_str(&one);
    }
    format!(
        "impl {name} for {of} {{\n{methods}    fn to_value(&self) -> Option<hit_runtime::Value> {{\n        \
         hit_runtime::to_value(self)\n    }}\n}}\n"
    )
}

/// A member of the context as an expression of an `Option` of a reference, and its type.
pub(crate) fn outside_member(model: &Model, context: ItemId, wire: &str) -> Option<(String, Ty)> {
    let field = fields(model, context)
        .iter()
        .find(|field| field.wire == wire)?;
    let name = |field: &Field| Methods::of(model, context).one(field);
    let text = match question(model, &field.ty) {
        Question::Map { .. } | Question::List { .. } => format!("ctx.{}()", Methods::all(field)),
        Question::Value { copied: true, .. } => format!("ctx.{}().as_ref()", name(field)),
        Question::Value { .. } => format!("ctx.{}()", name(field)),
    };
    Some((text, field.ty.clone()))
}

/// The value of a key of a map of the context, as an expression of an `Option`; and
/// whether it is text.
pub(crate) fn outside_entry(
    model: &Model,
    context: ItemId,
    wire: &str,
    key: &str,
) -> Option<(String, bool)> {
    let field = fields(model, context)
        .iter()
        .find(|field| field.wire == wire)?;
    let Ty::Map { value, .. } = &field.ty else {
        return None;
    };
    let is_text = matches!(**value, Ty::Text { .. });
    (is_text || by_value(model, value).is_some()).then(|| {
        let name = Methods::of(model, context).one(field);
        (format!("ctx.{name}({key})"), is_text)
    })
}

/// Whether a list of the context contains a value, as an expression of an `Option`.
pub(crate) fn outside_question(
    model: &Model,
    context: ItemId,
    wire: &str,
    item: &str,
) -> Option<String> {
    let field = fields(model, context)
        .iter()
        .find(|field| field.wire == wire)?;
    let Ty::Seq { item: element, .. } = &field.ty else {
        return None;
    };
    matches!(**element, Ty::Text { .. } | Ty::Bool | Ty::Double(_))
        .then(|| format!("ctx.{}({item})", Methods::of(model, context).one(field)))
}
