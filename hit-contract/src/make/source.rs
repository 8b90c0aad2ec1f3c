//! What cases are made from.

use serde_json::Value;

use crate::schema::{Proof, Proven, Schema};

/// An endpoint as far as its cases are concerned.
pub struct Source<'s> {
    /// Its place in the service.
    pub endpoint: usize,
    /// What its bodies have to be.
    pub schema: &'s Schema,
    /// What else the same method and path takes: a body that one of them
    /// accepts is accepted.
    pub others: Vec<&'s Schema>,
    /// Headers of every request.
    pub headers: Vec<(String, String)>,
    /// Values from outside that are known, as rules call them.
    pub known: &'s Value,
    /// The seed of the run.
    pub seed: u64,
}

impl Source<'_> {
    /// Judges a body that is sent with these headers besides those of every request.
    pub fn judge(&self, body: &[u8], headers: &[(String, String)]) -> Proof {
        let all: Vec<(String, String)> = self.headers.iter().chain(headers).cloned().collect();
        let context = self.schema.context(self.known, &all);
        let mut proof = self.schema.judge(body, context.as_ref());
        proof.certificate.seed = self.seed;
        let refused = matches!(proof.proven, Proven::OneFault(_) | Proven::Faults(_));
        if refused && !self.others.is_empty() {
            let value = serde_json::from_slice(body).unwrap_or(Value::Null);
            if !self.others.iter().all(|other| other.refuses(&value)) {
                let why = "another schema of the same path may accept it";
                proof.proven = Proven::Ambiguous(why.to_owned());
            }
        }
        proof
    }

    /// How many things are wrong with a body; `None` where that is not proven.
    pub fn faults(&self, body: &str) -> Option<usize> {
        match self.judge(body.as_bytes(), &[]).proven {
            Proven::Valid => Some(0),
            Proven::OneFault(_) => Some(1),
            Proven::Faults(count) => Some(count),
            Proven::NotJson | Proven::Ambiguous(_) => None,
        }
    }

    /// The names of all members that the other schemas have at their roots.
    pub fn foreign(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for other in &self.others {
            let own = other.own();
            let want = super::want::Want::of(
                &own.compiled().program,
                &[own.root()],
                &super::want::Choices::new(),
            );
            names.extend(want.members.into_iter().map(|(name, _)| name));
        }
        names.sort();
        names.dedup();
        names
    }
}
