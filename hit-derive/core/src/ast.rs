//! A struct or an enum as JSON sees it.

use proc_macro2::Span;
use syn::{DeriveInput, Fields, Ident, Member, Type, Visibility};

use crate::attr::{self, Case, Constraint, ContainerNames, ContainerRules, Rule, Tagging};
use crate::errors::Errors;
use crate::parameters::Parameters;

/// The type that derives.
pub struct Container {
    /// Its name.
    pub ident: Ident,
    /// Who sees it.
    pub vis: Visibility,
    /// Its parameters.
    pub parameters: Parameters,
    /// What serde says.
    pub names: ContainerNames,
    /// `#[rules(…)]`
    pub rules: ContainerRules,
    /// Each `#[rule(…)]`
    pub entries: Vec<Rule>,
    /// What is in it.
    pub data: Data,
}

/// What is in it.
pub enum Data {
    /// A struct.
    Struct(Shape),
    /// An enum.
    Enum(Vec<Variant>),
}

/// Fields.
pub struct Shape {
    /// How they are written.
    pub style: Style,
    /// Each of them.
    pub fields: Vec<Field>,
}

/// How fields are written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `{ a: A }`
    Named,
    /// `(A, B)`: a list.
    Tuple,
    /// `(A)`: JSON is that of the field.
    Newtype,
    /// Nothing.
    Unit,
}

/// A field.
pub struct Field {
    /// Its name or index in Rust.
    pub member: Member,
    /// Its name in JSON; empty for one without.
    pub json: String,
    /// Its type.
    pub ty: Type,
    /// Whether its members are those of the struct.
    pub flatten: bool,
    /// Whether JSON does not have it.
    pub hidden: bool,
    /// `#[rules(skip)]`
    pub skip: Option<Span>,
    /// What its value must satisfy.
    pub constraints: Vec<Constraint>,
}

/// A variant of an enum.
pub struct Variant {
    /// Its name in Rust.
    pub ident: Ident,
    /// Its name in JSON.
    pub json: String,
    /// Its fields.
    pub shape: Shape,
    /// Whether JSON does not have it.
    pub hidden: bool,
    /// Whether it is told by trial.
    pub untagged: bool,
}

impl Container {
    /// Reads a type.
    pub fn of(input: DeriveInput, errors: &mut Errors) -> Option<Self> {
        let names = attr::container(&input.attrs, errors);
        let rules = attr::container_rules(&input.attrs, errors);
        let written = input
            .attrs
            .iter()
            .filter(|attr| attr.path().is_ident("rule"));
        let entries: Vec<Option<Rule>> = written.map(|attr| attr::rule(attr, errors)).collect();
        let data = match input.data {
            syn::Data::Struct(data) => Data::Struct(shape(data.fields, names.rename_all, errors)),
            syn::Data::Enum(data) => {
                let variants = data.variants.into_iter();
                Data::Enum(variants.map(|it| variant(it, &names, errors)).collect())
            }
            syn::Data::Union(data) => {
                errors.at(
                    data.union_token.span,
                    "a union has no JSON: derive on a struct or an enum",
                );
                return None;
            }
        };
        Some(Self {
            ident: input.ident,
            vis: input.vis,
            parameters: Parameters::of(&input.generics),
            names,
            rules,
            entries: entries.into_iter().flatten().collect(),
            data,
        })
    }

    /// Whether all variants are names without content: JSON is a text.
    pub fn is_words(&self) -> bool {
        let Data::Enum(variants) = &self.data else {
            return false;
        };
        let plain = |it: &Variant| it.shape.style == Style::Unit && !it.untagged;
        matches!(self.names.tagging, Tagging::External) && variants.iter().all(plain)
    }
}

impl Shape {
    /// The fields that JSON has.
    pub fn visible(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| !field.hidden)
    }
}

fn shape(fields: Fields, case: Case, errors: &mut Errors) -> Shape {
    let style = match &fields {
        Fields::Named(_) => Style::Named,
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => Style::Newtype,
        Fields::Unnamed(_) => Style::Tuple,
        Fields::Unit => Style::Unit,
    };
    let fields = fields.into_iter().enumerate();
    let fields = fields
        .map(|(index, it)| field(index, it, case, errors))
        .collect();
    Shape { style, fields }
}

fn field(index: usize, field: syn::Field, case: Case, errors: &mut Errors) -> Field {
    let names = attr::field(&field.attrs, errors);
    let rules = attr::field_rules(&field.attrs, errors);
    if let Some(wrong) = field.attrs.iter().find(|attr| attr.path().is_ident("rule")) {
        errors.on(
            wrong,
            "a rule stands at the struct, and points to a member: `#[rule(id = \"…\", path = \"/member\", expr(self.member …))]`",
        );
    }
    let (member, json) = match field.ident {
        Some(ident) => {
            let name = syn::ext::IdentExt::unraw(&ident).to_string();
            let json = names.rename.unwrap_or_else(|| case.field(&name));
            (Member::Named(ident), json)
        }
        None => (Member::Unnamed(index.into()), String::new()),
    };
    Field {
        member,
        json,
        ty: field.ty,
        flatten: names.flatten,
        hidden: names.skip,
        skip: rules.skip,
        constraints: attr::constraints(&field.attrs, errors),
    }
}

fn variant(variant: syn::Variant, container: &ContainerNames, errors: &mut Errors) -> Variant {
    let names = attr::variant(&variant.attrs, errors);
    if let Some(wrong) = variant
        .attrs
        .iter()
        .find(|attr| attr.path().is_ident("rule"))
    {
        errors.on(
            wrong,
            "a rule stands at the enum, or at a struct of its own that the variant holds",
        );
    }
    let name = syn::ext::IdentExt::unraw(&variant.ident).to_string();
    let case = names.rename_all.unwrap_or(container.rename_all_fields);
    Variant {
        ident: variant.ident,
        json: names
            .rename
            .unwrap_or_else(|| container.rename_all.variant(&name)),
        shape: shape(variant.fields, case, errors),
        hidden: names.skip,
        untagged: names.untagged || container.tagging == Tagging::Untagged,
    }
}
