//! The state of a lowering.

use crate::facts::Path;
use crate::rust::code::{Code, Lowered, NotLowered, Shape, Spot};
use crate::rust::naming::Naming;
use crate::typed::Typed;
use crate::types::Type;

/// The state of a lowering. The files beside this one add its methods.
pub struct Lowerer<'n> {
    /// The code generator's answers.
    pub naming: &'n dyn Naming,
    /// The variables of the macros around.
    pub locals: Vec<Code>,
    /// Optional members that were found present, each with the name of its value.
    pub guards: Vec<(Path, Code)>,
    /// How many names were made.
    pub made: usize,
    /// Whether something is counted that loops in loops do: by a variable `steps`.
    pub nested: bool,
}

impl Lowerer<'_> {
    /// A function of the support module.
    pub fn support(&self, function: &str) -> String {
        format!("{}::{function}", self.naming.support())
    }

    /// The elements of a loop: bounded where the loop stands in another one, or else a small
    /// document keeps a rule busy for hours.
    pub fn bounded(&mut self, iter: String) -> String {
        if self.locals.is_empty() {
            return iter;
        }
        self.nested = true;
        format!("{iter}.take_while(|_| steps.take())")
    }

    /// A text that is looked at as a whole: counted in a loop, for the same reason.
    pub fn whole(&mut self, text: Code) -> Code {
        if self.locals.is_empty() {
            return text;
        }
        self.nested = true;
        Code::tight(
            format!("steps.text({})", text.text),
            Shape::Scalar,
            text.fallible,
        )
    }

    /// A Rust name for a name of the rule. Numbered, so that nothing is shadowed.
    pub fn fresh(&mut self, name: &str) -> String {
        self.made += 1;
        let plain: String = name
            .chars()
            .filter(|c| c.is_ascii_alphanumeric() || *c == '_')
            .collect();
        format!(
            "{}_{}",
            plain.to_ascii_lowercase().trim_matches('_'),
            self.made
        )
        .trim_start_matches('_')
        .to_string()
    }

    /// The scalar that an expression is.
    pub fn scalar(&mut self, typed: &Typed) -> Lowered {
        let code = self.expression(typed)?;
        self.read(typed, code)
    }

    /// The scalar that a piece is.
    pub fn read(&self, typed: &Typed, code: Code) -> Lowered {
        match code.shape {
            Shape::Scalar => Ok(code),
            Shape::Text => Ok(Code::tight(
                format!("{}.as_str()", code.operand()),
                Shape::Scalar,
                code.fallible,
            )),
            Shape::Option | Shape::OptionScalar => {
                Err(NotLowered::at(typed, "an optional as a value"))
            }
            Shape::Place | Shape::Ref => {
                let read = self.naming.read(&typed.ty, &code.reference(), code.spot);
                let read = read.ok_or_else(|| {
                    NotLowered::at(typed, format!("reading a value of type {}", typed.ty))
                })?;
                Ok(Code::tight(
                    read.text,
                    Shape::Scalar,
                    code.fallible || read.fallible,
                ))
            }
        }
    }

    /// The scalar that an expression is, if it can leave the block or closure
    /// it is made in: text must not borrow from a value made there.
    pub fn lasting(&mut self, typed: &Typed) -> Lowered {
        let code = self.scalar(typed)?;
        let made = [".as_str()", "::url(", ".concat()"]
            .iter()
            .any(|piece| code.text.contains(piece));
        if made && typed.ty.widened() == Type::String {
            return Err(NotLowered::at(
                typed,
                "a text that is made where it cannot stay",
            ));
        }
        Ok(code)
    }

    /// What is known of the elements of a list or a map.
    pub fn element_of(&self, typed: &Typed, spot: Spot) -> Result<Spot, NotLowered> {
        let element = self.naming.element(spot);
        element.ok_or_else(|| NotLowered::at(typed, format!("the elements of a {}", typed.ty)))
    }

    /// The place or reference that an expression is.
    pub fn place(&mut self, typed: &Typed) -> Lowered {
        let code = self.expression(typed)?;
        match code.shape {
            Shape::Place | Shape::Ref => match self.naming.inside(code.spot) {
                ("", _) => Ok(code),
                (suffix, spot) => {
                    let text = format!("{}{suffix}", code.operand());
                    Ok(Code::tight(text, Shape::Place, code.fallible).known_as(spot))
                }
            },
            _ => Err(NotLowered::at(
                typed,
                format!("a value of type {} that is no place", typed.ty),
            )),
        }
    }
}
