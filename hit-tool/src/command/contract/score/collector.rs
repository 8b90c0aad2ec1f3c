//! The reference collector in this process, with a fault in it.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use hit_contract::score::{Misbehave, Reference};
use hit_contract::{Replying, Request, Transport, router};
use hit_server::catalogue::{Catalogue, read};
use hit_server::{Collector, Settings};
use serde_json::{Value, json};
use tempfile::TempDir;

use super::hooks::Faulty;

/// What the collector knows: two users, and videos of some lengths.
const CATALOGUE: &str = r#"{
    "userInterfaces": [{ "id": 0, "clientId": "press-portal", "name": "Press portal" }],
    "users": [{ "id": "1" }, { "id": "2" }],
    "medias": [{ "id": "9120", "durationInSeconds": 60 }, { "id": "9121", "durationInSeconds": 12.5 }]
}"#;

/// Starts collectors, each with a store of its own.
pub struct Collectors {
    folder: TempDir,
    count: AtomicUsize,
}

impl Collectors {
    /// Stores go to a folder that is gone in the end.
    pub fn new() -> std::io::Result<Self> {
        Ok(Self {
            folder: tempfile::tempdir()?,
            count: AtomicUsize::new(0),
        })
    }
}

/// A collector, kept while it is asked.
struct Kept {
    inner: Arc<dyn Transport>,
    _collector: Collector,
    _folder: TempDir,
}

impl Transport for Kept {
    fn send<'t>(&'t self, request: &'t Request) -> Replying<'t> {
        self.inner.send(request)
    }

    fn base(&self) -> &str {
        self.inner.base()
    }
}

impl Reference for Collectors {
    fn start(&self, fault: Arc<dyn Misbehave>) -> Result<Arc<dyn Transport>, String> {
        let number = self.count.fetch_add(1, Ordering::Relaxed);
        let folder = tempfile::Builder::new()
            .prefix(&format!("{number}-"))
            .tempdir_in(self.folder.path())
            .map_err(|error| error.to_string())?;
        let settings = Settings::new(folder.path().join("hits.sqlite"));
        let catalogue: Catalogue = read(CATALOGUE.as_bytes())?;
        let collector = Collector::start_with_hooks(settings, catalogue, Arc::new(Faulty(fault)));
        let collector = collector.map_err(|error| error.to_string())?;
        Ok(Arc::new(Kept {
            inner: Arc::new(router(collector.router())),
            _collector: collector,
            _folder: folder,
        }))
    }

    fn schemas(&self) -> BTreeMap<String, Value> {
        let types = hit_model::SCHEMAS.iter().filter(|(name, _)| *name != "HIT");
        let parsed = types.filter_map(|(name, text)| {
            Some(((*name).to_owned(), serde_json::from_str(text).ok()?))
        });
        parsed.collect()
    }

    fn known(&self) -> Value {
        json!({ "knownUsers": ["1", "2"], "mediaLengths": { "9120": 60.0, "9121": 12.5 } })
    }
}
