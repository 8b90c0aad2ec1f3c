//! The walk over a value: functions for its rules, and who calls them.

use std::fmt::Write;

use super::source;
use crate::emit::table::text;
use crate::emit::ty;
use crate::model::{
    Access, Below, Field, ItemId, ItemKind, Model, PlaceCode, RuleCode, RulePlan, Ty,
};

/// The parts of an implementation.
pub(super) struct Printed {
    /// The rules, as functions.
    pub functions: String,
    /// The body of `broken`.
    pub broken: String,
    /// The body of `rules_at`.
    pub rules: String,
}

/// Prints the walk over a type.
pub(super) fn print(model: &Model, plan: &RulePlan, id: ItemId, code: &PlaceCode) -> Printed {
    let mut printer = Printer {
        model,
        plan,
        name: snake(&model.items[id].name),
        count: 0,
        out: Printed {
            functions: String::new(),
            broken: String::new(),
            rules: String::new(),
        },
    };
    let at = Here {
        this: "self".to_owned(),
        old: "old".to_owned(),
        at: "at".to_owned(),
        depth: 2,
    };
    printer.place(code, &Ty::Named(id), &at);
    printer.out.broken.push_str("        None\n");
    printer.out
}

struct Printer<'m> {
    model: &'m Model,
    plan: &'m RulePlan,
    name: String,
    count: usize,
    out: Printed,
}

/// What the value, the value before and the place are called.
struct Here {
    this: String,
    old: String,
    at: String,
    depth: usize,
}

impl Here {
    fn indent(&self) -> String {
        "    ".repeat(self.depth)
    }
}

impl Printer<'_> {
    fn place(&mut self, code: &PlaceCode, ty: &Ty, here: &Here) {
        for rule in &code.rules {
            self.rule(rule, ty, here);
        }
        let indent = here.indent();
        match &code.below {
            Below::Nothing => {}
            Below::Item => {
                let ctx = self.narrowed(ty);
                let Here { this, old, at, .. } = here;
                self.say(
                    &format!("{indent}{this}.rules_at({old}, {ctx}, {at}, report);\n"),
                    false,
                );
            }
            Below::Members(members) => {
                for (access, inner) in members {
                    self.member(access, inner, ty, here);
                }
            }
            Below::Elements(keys, inner) => {
                let Ty::Seq { item, .. } = ty else { return };
                if inner.is_empty() {
                    return;
                }
                let both = holds_checks(inner);
                let Here { this, at, .. } = here;
                self.say(&format!("{indent}for (index, item) in {this}.iter().enumerate() {{\n{indent}    let at = &{at}.index(index);\n"), both);
                let old = match keys.as_slice() {
                    [] => "None".to_owned(),
                    keys => {
                        let equal: Vec<String> = keys
                            .iter()
                            .map(|key| format!("it.{key} == item.{key}"))
                            .collect();
                        let equal = equal.join(" && ");
                        format!("{}.and_then(|old| old.iter().find(|it| {equal}))", here.old)
                    }
                };
                self.place(inner, item, &inside(here, "item", &old));
                self.say(&format!("{indent}}}\n"), both);
            }
            Below::Entries(inner) => {
                let Ty::Map { value, .. } = ty else { return };
                if inner.is_empty() {
                    return;
                }
                let both = holds_checks(inner);
                let Here { this, old, at, .. } = here;
                self.say(&format!("{indent}for (name, entry) in {this}.iter() {{\n{indent}    let at = &{at}.member(name);\n"), both);
                let old = format!("{old}.and_then(|old| old.get(name))");
                self.place(inner, value, &inside(here, "entry", &old));
                self.say(&format!("{indent}}}\n"), both);
            }
            Below::Arms(arms) => self.arms(arms, ty, here),
            Below::Inside(inner) => {
                let Ty::Named(id) = ty else { return };
                let ItemKind::Newtype(held) = &self.model.items[*id].kind else {
                    return;
                };
                let inner_here = Here {
                    this: format!("(&{}.0)", here.this),
                    old: format!("{}.map(|old| &old.0)", here.old),
                    at: here.at.clone(),
                    depth: here.depth,
                };
                self.place(inner, unchecked(held), &inner_here);
            }
        }
    }

    /// A line of `rules_at`, and of `broken` where that has rules below it too.
    fn say(&mut self, line: &str, both: bool) {
        self.out.rules.push_str(line);
        if both {
            // Reading a value has no use for places.
            let line: Vec<&str> = line
                .lines()
                .filter(|line| !line.contains("let at = "))
                .collect();
            let _ = writeln!(
                self.out.broken,
                "{}",
                line.join("\n")
                    .replace(".enumerate()", "")
                    .replace("(index, item)", "item")
                    .replace("(name, entry)", "(_, entry)")
            );
        }
    }

    fn field(&self, ty: &Ty, access: &Access) -> Option<&Field> {
        let Ty::Named(id) = ty else { return None };
        match &self.model.items[*id].kind {
            ItemKind::Struct(body) => body.fields.iter().find(|field| field.wire == access.wire),
            _ => None,
        }
    }

    fn member(&mut self, access: &Access, inner: &PlaceCode, of: &Ty, here: &Here) {
        let Some(field) = self.field(of, access) else {
            return;
        };
        let value = unwrapped(&field.ty).clone();
        let (indent, both) = (here.indent(), holds_checks(inner));
        let (ident, at) = (&access.ident, &here.at);
        let option = |of: &str| match (access.maybe, access.boxed) {
            (true, true) => format!("{of}.{ident}.as_value().map(|it| &**it)"),
            (true, false) => format!("{of}.{ident}.as_value()"),
            (false, true) => format!("{of}.{ident}.as_deref()"),
            (false, false) => format!("{of}.{ident}.as_ref()"),
        };
        let head = match (access.optional || access.maybe, access.boxed) {
            (true, _) => format!("if let Some(member) = {} {{", option(&here.this)),
            (false, true) => format!("{{\n{indent}    let member = &*{}.{ident};", here.this),
            (false, false) => format!("{{\n{indent}    let member = &{}.{ident};", here.this),
        };
        self.say(
            &format!(
                "{indent}{head}\n{indent}    let at = &{at}.member({});\n",
                text(&access.wire)
            ),
            both,
        );
        let old = match (access.optional || access.maybe, access.boxed) {
            (true, _) => format!("{}.and_then(|old| {})", here.old, option("old")),
            (false, true) => format!("{}.map(|old| &*old.{ident})", here.old),
            (false, false) => format!("{}.map(|old| &old.{ident})", here.old),
        };
        self.place(inner, &value, &inside(here, "member", &old));
        self.say(&format!("{indent}}}\n"), both);
    }

    fn arms(&mut self, arms: &[(String, ItemId)], ty: &Ty, here: &Here) {
        let indent = here.indent();
        let Ty::Named(id) = ty else { return };
        let ItemKind::Union(union) = &self.model.items[*id].kind else {
            return;
        };
        let name = self.model.items[*id].name.clone();
        let mut lines = format!("{indent}match {} {{\n", here.this);
        for (arm, item) in arms {
            if !self.plan.items.contains_key(item) {
                let _ = writeln!(lines, "{indent}    {name}::{arm}(_) => {{}}");
                continue;
            }
            let ctx = self.narrowed(&Ty::Named(*item));
            let boxed = union
                .arms
                .iter()
                .any(|it| it.ident == *arm && matches!(it.ty, Ty::Boxed(_)));
            let old = if boxed { "Some(&**old)" } else { "Some(old)" };
            let _ = writeln!(
                lines,
                "{indent}    {name}::{arm}(value) => {{\n{indent}        let old = match {} {{ Some({name}::{arm}(old)) => {old}, _ => None }};\n{indent}        value.rules_at(old, {ctx}, {}, report);\n{indent}    }}",
                here.old, here.at
            );
        }
        let _ = writeln!(lines, "{indent}}}");
        self.out.rules.push_str(&lines);
    }

    /// The context for a type: all of it, or nothing.
    fn narrowed(&self, ty: &Ty) -> &'static str {
        let Ty::Named(id) = ty else {
            return "&hit_runtime::NoContext";
        };
        match self.plan.items.get(id) {
            Some(rules) if rules.outside && self.plan.context.is_some() => "ctx",
            _ => "&hit_runtime::NoContext",
        }
    }

    fn rule(&mut self, rule: &RuleCode, ty: &Ty, here: &Here) {
        let indent = here.indent();
        let Here { this, old, at, .. } = here;
        let number = rule.number;
        let values = match rule.outside {
            true => "|| ctx.to_value()",
            false => "|| None",
        };
        let id = text(&rule.id);
        let reading = !rule.outside && !rule.transition && !rule.warning;
        let Some(body) = &rule.body else {
            let line = format!(
                "{indent}hit_runtime::rule_as_json(&RULES, {number}, {this}, {old}, {values}, {at}, report);\n"
            );
            self.out.rules.push_str(&line);
            if reading {
                let line = format!(
                    "{indent}if hit_runtime::is_broken_as_json(&RULES, {number}, {this}) {{\n{indent}    return Some({id}.to_owned());\n{indent}}}\n"
                );
                self.out.broken.push_str(&line);
            }
            return;
        };
        self.count += 1;
        let name = format!("{}_rule_{}", self.name, self.count);
        self.function(&name, rule, ty, body);
        let mut arguments = vec![this.clone()];
        if rule.transition {
            arguments.push("old".to_owned());
        }
        if rule.outside {
            arguments.push("ctx".to_owned());
        }
        let called = format!("rules::{name}({})", arguments.join(", "));
        let info = format!("&rules::{}", name.to_uppercase());
        let told = |old: &str| {
            format!(
                "hit_runtime::rule_found(&RULES, ({number}, {info}), {called}, {this}, {old}, {values}, {at}, report);\n"
            )
        };
        let line = match rule.transition {
            true => format!(
                "{indent}if let Some(old) = {old} {{\n{indent}    {}{indent}}}\n",
                told("Some(old)")
            ),
            false => format!("{indent}{}", told(old)),
        };
        self.out.rules.push_str(&line);
        if reading {
            let line = format!(
                "{indent}if !matches!({called}, Ok(true)) {{\n{indent}    return Some({id}.to_owned());\n{indent}}}\n"
            );
            self.out.broken.push_str(&line);
        }
    }

    fn function(&mut self, name: &str, rule: &RuleCode, ty: &Ty, body: &str) {
        let own = ty::ty(self.model, ty);
        let mut parameters = vec![format!("this: &{own}")];
        if rule.transition {
            parameters.push(format!("old: &{own}"));
        }
        if let (true, Some(context)) = (rule.outside, self.plan.context) {
            parameters.push(format!("ctx: &dyn {}", source::name(self.model, context)));
        }
        let severity = if rule.warning { "Warning" } else { "Error" };
        let path: Vec<String> = rule.path.iter().map(|name| text(name)).collect();
        let _ = write!(
            self.out.functions,
            "    pub(super) static {}: hit_runtime::rules::Rule = hit_runtime::rules::Rule {{\n        id: {},\n        text: {},\n        schema: {},\n        path: &[{}],\n        severity: hit_runtime::Severity::{severity},\n    }};\n\n    \
             pub(super) fn {name}({}) -> Tried<bool> {{\n        {body}\n    }}\n\n",
            name.to_uppercase(),
            text(&rule.id),
            text(&rule.text),
            text(&rule.schema),
            path.join(", "),
            parameters.join(", "),
        );
    }
}

fn inside(here: &Here, this: &str, old: &str) -> Here {
    Here {
        this: this.to_owned(),
        old: old.to_owned(),
        at: "at".to_owned(),
        depth: here.depth + 1,
    }
}

/// Whether reading a value has to look here: a generated type has looked itself.
fn holds_checks(code: &PlaceCode) -> bool {
    let reading = |rule: &RuleCode| !rule.outside && !rule.transition && !rule.warning;
    code.rules.iter().any(reading)
        || match &code.below {
            Below::Nothing | Below::Item | Below::Arms(_) => false,
            Below::Members(members) => members.iter().any(|(_, inner)| holds_checks(inner)),
            Below::Elements(_, inner) | Below::Entries(inner) | Below::Inside(inner) => {
                holds_checks(inner)
            }
        }
}

fn unchecked(ty: &Ty) -> &Ty {
    match ty {
        Ty::Checked { inner, .. } => unchecked(inner),
        ty => ty,
    }
}

/// Without `Option` and `Box`.
fn unwrapped(ty: &Ty) -> &Ty {
    match ty {
        Ty::Checked { inner, .. } | Ty::Option(inner) | Ty::Boxed(inner) => unwrapped(inner),
        ty => ty,
    }
}

/// A type's name as a part of a function's name.
fn snake(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !out.is_empty() {
            out.push('_');
        }
        out.extend(c.to_lowercase());
    }
    out
}
