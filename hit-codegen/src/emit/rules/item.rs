//! What a type does with its rules.

use super::{place, source};
use crate::emit::table::raw;
use crate::model::{ItemId, Model, RulePlan};

/// The text that holds all rules.
pub(in crate::emit) fn statics(plan: &RulePlan) -> String {
    let rules = raw(&plan.text);
    format!(
        "static RULES: hit_runtime::rules::text::LazyRules = hit_runtime::rules::text::LazyRules::new(&CHECKS, {rules});\n"
    )
}

/// The module of the rules that have plain Rust.
pub(in crate::emit) fn functions(functions: &str) -> String {
    format!(
        "/// The rules, lowered to Rust.\n#[allow(unused_imports, unused_parens, unused_variables, clippy::all)]\nmod rules {{\n    use super::*;\n    use hit_runtime::rules::Tried;\n\n{}}}\n",
        functions.trim_end_matches('\n').to_owned() + "\n"
    )
}

/// The implementation for a type that has rules, and the functions of its rules.
pub(in crate::emit) fn item(
    model: &Model,
    plan: &RulePlan,
    id: ItemId,
) -> Option<(String, String)> {
    let rules = plan.items.get(&id)?;
    let name = &model.items[id].name;
    let outside = plan.context.filter(|_| rules.outside);
    let context = match outside {
        Some(context) => format!("dyn {}", source::name(model, context)),
        None => "hit_runtime::NoContext".to_owned(),
    };
    let printed = match &rules.code {
        Some(code) => place::print(model, plan, id, code),
        None => {
            let values = match outside {
                Some(_) => "ctx.to_value().as_ref()",
                None => "None",
            };
            place::Printed {
                functions: String::new(),
                broken: "        hit_runtime::broken_as_json(self)\n".to_owned(),
                rules: format!(
                    "        hit_runtime::rules_as_json(self, old, {values}, at, report);\n"
                ),
            }
        }
    };
    let place::Printed {
        functions,
        broken,
        rules,
    } = printed;
    let allowed = match broken.contains("if let ") {
        true => "#[allow(clippy::collapsible_if)]\n    ",
        false => "",
    };
    let text = format!(
        "impl hit_runtime::Ruled for {name} {{\n    type Context = {context};\n\n    \
         {allowed}fn broken(&self) -> Option<String> {{\n{broken}    }}\n\n    \
         #[allow(unused_variables)]\n    \
         fn rules_at(&self, old: Option<&Self>, ctx: &Self::Context, at: &hit_runtime::Place<'_>, report: &mut hit_runtime::Report) {{\n{rules}    }}\n}}\n"
    );
    Some((text, functions))
}
