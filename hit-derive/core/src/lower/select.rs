//! Selections and `has`.

use hit_cel::ast::{Expr, ExprKind, Field};
use hit_cel::{escape, listed};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote_spanned};

use crate::lower::code::{Code, Kind, Lack};
use crate::lower::lowerer::Lowerer;
use crate::lower::tokens::{mixed, respanned};

/// A selected place.
struct Selected {
    tokens: TokenStream,
    lack: Lack,
}

impl Lowerer<'_> {
    /// `operand.field`, `operand.?field`
    pub fn select(&mut self, operand: &Expr, field: &Field, optional: bool) -> Code {
        let span = self.at(field.span.start);
        let derived = self.derived(span);
        if let Some(map) = self.own_map(operand) {
            let key = &*field.name;
            let entry = quote_spanned!(span=> #derived::text(#key));
            return if optional {
                Code::optional(quote_spanned!(span=> #derived::at_if_any(#map, #entry)?))
            } else {
                Code::value(quote_spanned!(span=> #derived::at(#map, #entry)?))
            };
        }
        let from = self.from(operand);
        if let Err(Code {
            tokens,
            kind: Kind::Optional,
        }) = from
        {
            let (inner, member) = self.of_inner(field);
            return Code::optional(quote_spanned!(span=>
                #derived::of_optional(#tokens, |#inner| #derived::optional(#member))?
            ));
        }
        let Some(selected) = self.selected(from, operand, field) else {
            return Code::value(TokenStream::new());
        };
        let tokens = selected.tokens;
        if optional {
            return Code::optional(quote_spanned!(span=> #derived::optional(#tokens)?));
        }
        Code {
            tokens,
            kind: Kind::Place(selected.lack),
        }
    }

    /// `has(operand.field)`
    pub fn has(&mut self, operand: &Expr, field: &Field) -> Code {
        let span = self.at(field.span.start);
        let derived = self.derived(span);
        if let Some(map) = self.own_map(operand) {
            let key = &*field.name;
            return Code::value(
                quote_spanned!(span=> #derived::within(#derived::text(#key), #map)?),
            );
        }
        let from = self.from(operand);
        if let Err(Code {
            tokens,
            kind: Kind::Optional,
        }) = from
        {
            let (inner, member) = self.of_inner(field);
            let has = present(&derived, &member, span);
            return Code::value(
                quote_spanned!(span=> #derived::has_optional(#tokens, |#inner| #has)),
            );
        }
        let Some(selected) = self.selected(from, operand, field) else {
            return Code::value(TokenStream::new());
        };
        Code::value(present(&derived, &selected.tokens, span))
    }

    /// What a member is selected from: a variable, or what an expression gives.
    fn from(&mut self, operand: &Expr) -> Result<Root, Code> {
        match self.root(operand) {
            Some(root) => Ok(root),
            None => Err(self.expression(operand)),
        }
    }

    /// A name for what is in an optional, and the member of it.
    fn of_inner(&self, field: &Field) -> (Ident, TokenStream) {
        let span = self.at(field.span.start);
        let inner = mixed("hit_inner", span);
        let member = self.nested(quote_spanned!(span=> #inner), field);
        (inner, member)
    }

    fn selected(
        &mut self,
        from: Result<Root, Code>,
        operand: &Expr,
        field: &Field,
    ) -> Option<Selected> {
        let span = self.at(field.span.start);
        match from {
            Ok(Root::Own(value)) => self.own(value, field),
            Ok(Root::Context) => {
                let (ctx, derived) = (mixed("hit_ctx", self.at(operand.at)), self.derived(span));
                let name = rust_name(&field.name, span);
                let tokens = quote_spanned!(span=> {
                    #[allow(unused_imports)]
                    use #derived::{FieldPlace as _, PlainMembers as _};
                    (&#derived::Of(&#derived::Of(#ctx).members().#name)).place()
                });
                let lack = Lack::Unknown(format!("ctx.{}", field.name));
                Some(Selected { tokens, lack })
            }
            Err(code) => {
                let path = match &code.kind {
                    Kind::Place(Lack::Unknown(path)) => Some(format!("{path}.{}", field.name)),
                    _ => None,
                };
                let object = self.read(code, self.at(operand.at));
                let tokens = self.nested(object, field);
                let lack = path.map_or_else(|| Lack::Absent(field.name.to_string()), Lack::Unknown);
                Some(Selected { tokens, lack })
            }
        }
    }

    /// A member of `self`, or of the value before.
    fn own(&mut self, value: Ident, field: &Field) -> Option<Selected> {
        let span = self.at(field.span.start);
        let lack = Lack::Absent(field.name.to_string());
        let found = self
            .members
            .own
            .iter()
            .find(|(json, ..)| names(json, field));
        match found {
            Some((_, member, _)) if self.members.direct => {
                let member = respanned(&member.to_token_stream(), span);
                Some(Selected {
                    tokens: quote_spanned!(span=> &#value.#member),
                    lack,
                })
            }
            None if !self.members.more => {
                self.unknown_member(field);
                None
            }
            _ => {
                let derived = self.derived(span);
                let object = quote_spanned!(span=> #derived::read(#value, "self")?);
                Some(Selected {
                    tokens: self.nested(object, field),
                    lack,
                })
            }
        }
    }

    /// The place of a member of an object whose type only rustc knows.
    fn nested(&self, object: TokenStream, field: &Field) -> TokenStream {
        let span = self.at(field.span.start);
        let derived = self.derived(span);
        let name = rust_name(&field.name, span);
        quote_spanned!(span=> &#derived::members(#object).#name)
    }

    fn unknown_member(&mut self, field: &Field) {
        let name = &*field.name;
        let renamed = self.members.own.iter().find(|(_, member, _)| match member {
            syn::Member::Named(ident) => ident == name,
            syn::Member::Unnamed(_) => false,
        });
        let message = match renamed {
            Some((json, ..)) => format!(
                "rules name members as JSON does: write `{}`, which serde makes of `{name}`",
                escape(json).unwrap_or_else(|| format!("`{json}`"))
            ),
            None => {
                let known = || self.members.own.iter().map(|(json, ..)| *json);
                let near = hit_cel::closest(name, known());
                let hint =
                    near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
                format!("unknown member `{name}` (has: {}){hint}", listed(known()))
            }
        };
        self.wrong(field.span, field.span.start, message);
    }

    /// The value of a member of `self` that is a map: its entries are selected by key.
    fn own_map(&mut self, operand: &Expr) -> Option<TokenStream> {
        let ExprKind::Select {
            operand: root,
            field,
            optional: false,
        } = &operand.kind
        else {
            return None;
        };
        let own = matches!(self.root(root), Some(Root::Own(_)));
        let is_map = self
            .members
            .own
            .iter()
            .any(|(json, _, is_map)| *is_map && names(json, field));
        (own && is_map && self.members.direct).then(|| self.value(operand))
    }

    fn root(&mut self, operand: &Expr) -> Option<Root> {
        let ExprKind::Ident { name, .. } = &operand.kind else {
            return None;
        };
        if self.locals.iter().any(|(local, ..)| **local == **name) {
            return None;
        }
        let span = self.at(operand.at);
        match &**name {
            "self" => Some(Root::Own(mixed("hit_self", span))),
            "oldSelf" if !self.optional_old_self => {
                self.is_transition = true;
                Some(Root::Own(mixed("hit_old", span)))
            }
            "ctx" if self.has_context => Some(Root::Context),
            _ => None,
        }
    }
}

/// A variable whose members are selected.
enum Root {
    Own(Ident),
    Context,
}

fn present(derived: &TokenStream, place: &TokenStream, span: Span) -> TokenStream {
    quote_spanned!(span=> {
        #[allow(unused_imports)]
        use #derived::{AlwaysPresent as _, OptionPresent as _};
        (&#derived::Of(#place)).present()
    })
}

/// Whether a rule means this member.
fn names(json: &str, field: &Field) -> bool {
    json == &*field.name || (!field.quoted && escape(json).as_deref() == Some(&*field.name))
}

/// The field of a view that stands for a member.
pub fn rust_name(name: &str, span: Span) -> Ident {
    let plain = escape(name).unwrap_or_else(|| {
        name.chars()
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
            .collect()
    });
    match plain.as_str() {
        "self" | "super" | "crate" | "Self" | "_" | "" => Ident::new(&format!("{plain}_"), span),
        plain if syn::parse_str::<Ident>(plain).is_ok() => Ident::new(plain, span),
        plain => Ident::new_raw(plain, span),
    }
}
