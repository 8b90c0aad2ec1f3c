//! URLs, IP addresses and networks, as Kubernetes reads them.

mod cidr;
mod ip;
mod url;
mod url_escape;

pub use cidr::Cidr;
pub use ip::parse_ip;
pub use url::Url;
