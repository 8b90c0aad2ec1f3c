//! Rules: read, checked, run, lowered.
#![recursion_limit = "512"]

mod cel_core;
mod corpus;
mod crds;
mod derived;
mod entries;
mod hostile;
mod instances;
mod kubernetes_unit;
mod lowering;
mod messages;
mod mutants;
mod schema;
mod support;
