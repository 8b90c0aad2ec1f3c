//! Whether hits can be taken.

use std::sync::atomic::{AtomicU8, Ordering};

/// Why no hit can be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Trouble {
    /// Less is free on the disk than has to be.
    LowSpace = 1,
    /// The disk, or what the store may take of it, is full.
    Full = 2,
    /// The store cannot be written for another reason.
    Broken = 3,
    /// The collector is stopping.
    Stopping = 4,
}

impl Trouble {
    /// In words, for clients.
    pub fn words(self) -> &'static str {
        match self {
            Self::LowSpace => "the disk of the store is nearly full",
            Self::Full => "there is no room left for the store",
            Self::Broken => "the store cannot be written",
            Self::Stopping => "the service is stopping",
        }
    }
}

/// Whether hits can be taken; shared by all that ask and tell.
#[derive(Debug, Default)]
pub struct Health {
    store: AtomicU8,
    stopping: AtomicU8,
}

impl Health {
    /// What keeps hits from being taken.
    pub fn trouble(&self) -> Option<Trouble> {
        if self.stopping.load(Ordering::Acquire) != 0 {
            return Some(Trouble::Stopping);
        }
        let store = self.store.load(Ordering::Acquire);
        [Trouble::LowSpace, Trouble::Full, Trouble::Broken]
            .into_iter()
            .find(|trouble| *trouble as u8 == store)
    }

    /// How the store is.
    pub fn set_store(&self, trouble: Option<Trouble>) {
        let code = trouble.map_or(0, |trouble| trouble as u8);
        self.store.store(code, Ordering::Release);
    }

    /// From now on nothing is taken.
    pub fn stop(&self) {
        self.stopping.store(1, Ordering::Release);
    }
}
