//! Every golden, compiled: without a warning.
#![deny(warnings)]

pub mod own;

include!(concat!(env!("OUT_DIR"), "/modules.rs"));
