//! Tests of the contract tester.

mod corpus;
mod mock;
mod schemas;
mod service;
