//! What is known about type parameters.

use std::collections::BTreeMap;

use crate::types::ty::Type;

/// What each type parameter stands for, so far.
#[derive(Clone, Debug, Default)]
pub struct Substitution {
    known: BTreeMap<u32, Type>,
    next: u32,
}

impl Substitution {
    /// A type parameter that nothing is known about.
    pub fn fresh(&mut self) -> Type {
        self.next += 1;
        Type::Var(self.next)
    }

    /// What is known about a parameter.
    pub fn get(&self, var: u32) -> Option<&Type> {
        self.known.get(&var)
    }

    /// Notes what a parameter stands for, unless the type contains the parameter.
    pub fn set(&mut self, var: u32, ty: Type) -> bool {
        let free = !self.mentions(&ty, var);
        if free {
            self.known.insert(var, ty);
        }
        free
    }

    fn mentions(&self, ty: &Type, var: u32) -> bool {
        match ty {
            Type::Var(other) if *other == var => true,
            Type::Var(other) => self
                .known
                .get(other)
                .is_some_and(|known| self.mentions(known, var)),
            other => other
                .parameters()
                .into_iter()
                .any(|parameter| self.mentions(parameter, var)),
        }
    }

    /// The type with everything that is known put in.
    pub fn apply(&self, ty: &Type) -> Type {
        match ty {
            Type::Var(var) => self
                .known
                .get(var)
                .map_or_else(|| ty.clone(), |known| self.apply(known)),
            other => other.map_parameters(&mut |parameter| self.apply(parameter)),
        }
    }

    /// As [`Self::apply`], with what is still unknown as `dyn`.
    pub fn settle(&self, ty: &Type) -> Type {
        match ty {
            Type::Var(var) => self
                .known
                .get(var)
                .map_or(Type::Dyn, |known| self.settle(known)),
            other => other.map_parameters(&mut |parameter| self.settle(parameter)),
        }
    }
}
