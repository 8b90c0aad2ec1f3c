//! Taking the ports.

use std::io;
use std::net::SocketAddr;

use tokio::net::TcpListener;

use crate::settings::Settings;

/// The ports, taken.
#[derive(Debug)]
pub struct Bound {
    /// For the public service.
    pub public: TcpListener,
    /// For the admin service.
    pub admin: Option<TcpListener>,
}

impl Bound {
    /// Where the public service listens: the port that was given where port 0 was asked for.
    ///
    /// # Errors
    /// Those of the system.
    pub fn public_address(&self) -> io::Result<SocketAddr> {
        self.public.local_addr()
    }

    /// Where the admin service listens.
    ///
    /// # Errors
    /// Those of the system.
    pub fn admin_address(&self) -> io::Result<Option<SocketAddr>> {
        self.admin.as_ref().map(TcpListener::local_addr).transpose()
    }
}

/// Takes the ports of the settings.
///
/// # Errors
/// A port that is taken, with its address.
pub async fn bind(settings: &Settings) -> io::Result<Bound> {
    let public = listen(settings.listen).await?;
    let admin = match settings.admin {
        Some(address) => Some(listen(address).await?),
        None => None,
    };
    Ok(Bound { public, admin })
}

async fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let told = |error: io::Error| {
        io::Error::new(error.kind(), format!("cannot listen on {address}: {error}"))
    };
    TcpListener::bind(address).await.map_err(told)
}
