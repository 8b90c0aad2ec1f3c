//! Room on the disk.

use std::path::Path;

/// Free bytes on the disk that holds the store, where the system tells.
pub fn free_bytes(store: &Path) -> Option<u64> {
    let folder = store.parent().filter(|path| !path.as_os_str().is_empty());
    fs4::available_space(folder.unwrap_or(Path::new("."))).ok()
}
