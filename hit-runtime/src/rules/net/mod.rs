//! URLs, IP addresses and networks, as Kubernetes reads them.

mod cidr;
mod ip;
mod url;
mod url_escape;

pub use cidr::Cidr;
pub use ip::{is_global_unicast, is_link_local_unicast, parse_ip};
pub use url::Url;
