//! What the collector wants to know of a hit, whatever its type.

use hit_model::Hit;

/// When it happened, as the hit says it.
pub fn date(hit: &Hit) -> &str {
    match hit {
        Hit::Connection(hit) => &hit.date,
        Hit::Download(hit) => &hit.date,
        Hit::Play(hit) => &hit.date,
        Hit::Search(hit) => &hit.date,
        Hit::Upload(hit) => &hit.date,
        Hit::View(hit) => &hit.date,
    }
}

/// The media whose use a hit records: those of a download, each once.
pub fn used(hit: &Hit) -> Vec<String> {
    let Hit::Download(hit) = hit else {
        return Vec::new();
    };
    let mut medias = hit.medias.clone();
    medias.sort_unstable();
    medias.dedup();
    medias
}
