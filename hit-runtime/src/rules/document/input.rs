//! What a rule reads.

/// A chain of members below `self`; `None` stands for every element.
pub type Chain = Vec<Option<String>>;

/// A value that a rule looks at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Input {
    /// Where it is.
    pub chain: Chain,
    /// Whether the rule looks at all of it, or goes through its elements and
    /// looks at parts of them, which are inputs of their own.
    pub whole: bool,
}

impl Input {
    /// Whether a fault at a place of the document, as tokens below `self`, is one of this value.
    pub fn is_at_fault(&self, place: &[String]) -> bool {
        let far_enough = match self.whole {
            true => self.chain.len() <= place.len(),
            false => self.chain.len() == place.len(),
        };
        let mut steps = self.chain.iter().zip(place);
        far_enough && steps.all(|(step, token)| step.as_ref().is_none_or(|name| name == token))
    }
}
