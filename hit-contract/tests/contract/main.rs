//! Tests of the contract tester.

mod composed;
mod corpus;
mod mock;
mod schemas;
mod service;
