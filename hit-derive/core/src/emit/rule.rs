//! Rules.

use proc_macro2::{Span, TokenStream};
use quote::quote;

use crate::ast::Container;
use crate::attr::{Check, Rule, Severity, Written};
use crate::cel::{Piece, Source};
use crate::emit::culprits::{Culprits, outermost};
use crate::emit::inputs::inputs;
use crate::errors::Errors;
use crate::lower::{Lowerer, Members, mixed};

/// A rule as a schema says it.
pub struct RuleText {
    /// `id`
    pub id: String,
    /// `rule`; `None` for Rust.
    pub rule: Option<String>,
    /// `when`
    pub when: Option<String>,
    /// `message`
    pub message: Option<String>,
    /// `path`
    pub path: Option<String>,
    /// `severity`
    pub warning: bool,
    /// `optionalOldSelf`
    pub optional_old_self: bool,
}

/// The checks of all rules, and the rules as a schema says them.
pub fn rules(
    container: &Container,
    members: &Members<'_>,
    runtime: &TokenStream,
    errors: &mut Errors,
) -> (TokenStream, Vec<RuleText>) {
    let (mut tokens, mut texts) = (TokenStream::new(), Vec::new());
    for (index, rule) in container.entries.iter().enumerate() {
        let mut writer = Writer {
            container,
            members,
            runtime,
            errors,
            rule,
            index,
        };
        if let Some((check, text)) = writer.rule() {
            tokens.extend(check);
            texts.push(text);
        }
    }
    (tokens, texts)
}

struct Writer<'a, 'e> {
    container: &'a Container,
    members: &'a Members<'a>,
    runtime: &'a TokenStream,
    errors: &'e mut Errors,
    rule: &'a Rule,
    index: usize,
}

impl Writer<'_, '_> {
    fn rule(&mut self) -> Option<(TokenStream, RuleText)> {
        let when = match &self.rule.when {
            Some(written) => Some(self.read(written)?),
            None => None,
        };
        let (rule, tokens) = match &self.rule.check {
            Check::Cel(written) => {
                let rule = self.read(written)?;
                let tokens = self.cel(&rule, when.as_ref());
                (Some(rule.source.text), tokens)
            }
            Check::Rust(closure) => (None, self.rust(closure, when.as_ref())),
        };
        let text = RuleText {
            id: self.rule.id.value(),
            rule,
            when: when.map(|when| when.source.text),
            message: self.rule.message.as_ref().map(syn::LitStr::value),
            path: self.rule.path.as_ref().map(syn::LitStr::value),
            warning: self.rule.severity == Severity::Warning,
            optional_old_self: self.rule.optional_old_self,
        };
        Some((tokens, text))
    }

    fn read(&mut self, written: &Written) -> Option<Piece> {
        let source = Source::of(written);
        match hit_cel::parse(&source.text) {
            Ok(tree) => Some(Piece { source, tree }),
            Err(wrong) => {
                self.errors.push(source.diagnosed(&wrong));
                None
            }
        }
    }

    fn lowerer<'l>(&'l mut self, source: &'l Source) -> Lowerer<'l> {
        Lowerer {
            runtime: self.runtime,
            members: self.members,
            has_context: self.container.rules.context.is_some(),
            optional_old_self: self.rule.optional_old_self,
            source,
            errors: self.errors,
            locals: Vec::new(),
            is_transition: false,
            made: 0,
            hidden: None,
        }
    }

    /// A rule in CEL.
    fn cel(&mut self, rule: &Piece, when: Option<&Piece>) -> TokenStream {
        let constant = self.constant(&rule.source.text);
        let mut is_transition = false;
        let when_tokens = when.map(|when| {
            let mut lowerer = self.lowerer(&when.source);
            let value = lowerer.value(&when.tree);
            is_transition |= lowerer.is_transition;
            lowerer.lazy(&value, when.source.at(when.tree.at))
        });
        let (message, runtime) = (self.rule.message.as_ref(), self.runtime);
        let mut lowerer = self.lowerer(&rule.source);
        let value = lowerer.value(&rule.tree);
        let outcome = lowerer.lazy(&value, rule.source.at(rule.tree.at));
        let told = match message {
            Some(message) => {
                let message = lowerer.message_of(message, outermost(&rule.tree));
                quote!(#runtime::derived::Some(#message))
            }
            None => quote!(#runtime::derived::None),
        };
        is_transition |= lowerer.is_transition;
        let judged = match outermost(&rule.tree) {
            None => {
                quote!(HIT_RULE.judge(#runtime::derived::held((#outcome)()), at, report, || #told);)
            }
            Some(_) => {
                let culprits = Culprits {
                    lowerer: &mut lowerer,
                    message,
                    told: &told,
                }
                .of(&rule.tree);
                quote!(match #runtime::derived::held((#outcome)()) {
                    #runtime::derived::Ok(true) => {}
                    hit_whole => { #culprits }
                })
            }
        };
        let read = inputs([Some(rule), when].into_iter().flatten());
        let judged = self.guarded(judged, when_tokens);
        self.scoped(&constant, judged, is_transition, Some(&read))
    }

    /// A rule in Rust.
    fn rust(&mut self, closure: &TokenStream, when: Option<&Piece>) -> TokenStream {
        let runtime = self.runtime;
        let constant = self.constant("");
        let mut is_transition = false;
        let when = when.map(|when| {
            let mut lowerer = self.lowerer(&when.source);
            let value = lowerer.value(&when.tree);
            is_transition |= lowerer.is_transition;
            lowerer.lazy(&value, when.source.at(when.tree.at))
        });
        let told = match &self.rule.message {
            Some(message) => {
                let source = Source::of_text(String::new(), message);
                let message = self.lowerer(&source).message_of(message, None);
                quote!(#runtime::derived::Some(#message))
            }
            None => quote!(#runtime::derived::None),
        };
        let judged = quote!(match #runtime::derived::check(self, ctx, #closure) {
            #runtime::derived::Ok(hit_outcome) => HIT_RULE.judge(hit_outcome, at, report, || #told),
            #runtime::derived::Err(hit_message) => HIT_RULE.violated(at, report, #runtime::derived::Some(hit_message)),
        });
        let judged = self.guarded(judged, when);
        self.scoped(&constant, judged, is_transition, None)
    }

    /// What a rule says, for its violations.
    fn constant(&self, text: &str) -> TokenStream {
        let (runtime, id) = (self.runtime, &self.rule.id);
        let schema = format!("{}#/x-rules/{}", self.container.ident, self.index);
        let path = self
            .rule
            .path
            .as_ref()
            .map(syn::LitStr::value)
            .unwrap_or_default();
        let path = path
            .split('/')
            .skip(1)
            .map(|name| name.replace("~1", "/").replace("~0", "~"));
        let severity = match self.rule.severity {
            Severity::Error => quote!(Error),
            Severity::Warning => quote!(Warning),
        };
        quote! {
            static HIT_RULE: #runtime::rules::Rule = #runtime::rules::Rule {
                id: #id,
                text: #text,
                schema: #schema,
                path: &[#(#path),*],
                severity: #runtime::Severity::#severity,
            };
        }
    }

    fn guarded(&self, judged: TokenStream, when: Option<TokenStream>) -> TokenStream {
        let runtime = self.runtime;
        let judged = quote!(#runtime::derived::begin(); #judged);
        match when {
            None => judged,
            Some(when) => {
                quote!(#runtime::derived::begin(); match #runtime::derived::held((#when)()) {
                    #runtime::derived::Ok(true) => { #judged }
                    #runtime::derived::Ok(false) => {}
                    #runtime::derived::Err(hit_fault) => HIT_RULE.faulted(&hit_fault, at, report),
                })
            }
        }
    }

    fn scoped(
        &self,
        constant: &TokenStream,
        judged: TokenStream,
        is_transition: bool,
        inputs: Option<&[(String, bool)]>,
    ) -> TokenStream {
        let runtime = self.runtime;
        let judged = match inputs {
            Some(inputs) if !inputs.is_empty() => {
                let inputs = inputs.iter().map(|(input, whole)| quote!((#input, #whole)));
                quote! {
                    if #runtime::derived::inputs_are_valid(&HIT_RULE, hit_start, &[#(#inputs),*], at, report) { #judged }
                }
            }
            _ => judged,
        };
        let own = |name| mixed(name, Span::mixed_site());
        let (own_self, own_ctx, own_old) = (own("hit_self"), own("hit_ctx"), own("hit_old"));
        let judged = match (is_transition, self.rule.optional_old_self) {
            (true, true) => quote!(let #own_old = old; #judged),
            (true, false) => quote!(if let #runtime::derived::Some(#own_old) = old { #judged }),
            (false, _) => judged,
        };
        quote!({
            #constant
            let (#own_self, #own_ctx) = (self, ctx);
            #judged
        })
    }
}
