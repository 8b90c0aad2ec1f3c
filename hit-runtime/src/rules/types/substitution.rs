//! What is known about type parameters.

use crate::rules::types::ty::Type;

/// What each type parameter stands for, so far.
///
/// Trying an overload must leave no traces if it does not fit: changes since
/// a [`Mark`] can be taken back, at the cost of the changes alone.
#[derive(Clone, Debug, Default)]
pub struct Substitution {
    known: Vec<Option<Type>>,
    changes: Vec<(u32, Option<Type>)>,
}

/// A state to come back to.
#[derive(Clone, Copy, Debug)]
pub struct Mark(usize);

impl Substitution {
    /// A type parameter that nothing is known about.
    pub fn fresh(&mut self) -> Type {
        self.known.push(None);
        Type::Var(u32::try_from(self.known.len()).unwrap_or(u32::MAX) - 1)
    }

    /// The state now.
    pub fn mark(&self) -> Mark {
        Mark(self.changes.len())
    }

    /// Takes back what was noted since a state.
    pub fn rollback(&mut self, mark: Mark) {
        while self.changes.len() > mark.0 {
            if let Some((var, before)) = self.changes.pop()
                && let Some(place) = self.known.get_mut(var as usize)
            {
                *place = before;
            }
        }
    }

    /// What is known about a parameter.
    pub fn get(&self, var: u32) -> Option<&Type> {
        self.known.get(var as usize).and_then(Option::as_ref)
    }

    /// Notes what a parameter stands for, unless the type contains the parameter.
    pub fn set(&mut self, var: u32, ty: Type) -> bool {
        let free = !self.mentions(&ty, var);
        if free && let Some(place) = self.known.get_mut(var as usize) {
            self.changes.push((var, place.replace(ty)));
        }
        free
    }

    fn mentions(&self, ty: &Type, var: u32) -> bool {
        match ty {
            Type::Var(other) if *other == var => true,
            Type::Var(other) => self
                .get(*other)
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
                .get(*var)
                .map_or_else(|| ty.clone(), |known| self.apply(known)),
            other => other.map_parameters(&mut |parameter| self.apply(parameter)),
        }
    }

    /// As [`Self::apply`], with what is still unknown as `dyn`.
    pub fn settle(&self, ty: &Type) -> Type {
        match ty {
            Type::Var(var) => self.get(*var).map_or(Type::Dyn, |known| self.settle(known)),
            other => other.map_parameters(&mut |parameter| self.settle(parameter)),
        }
    }
}
