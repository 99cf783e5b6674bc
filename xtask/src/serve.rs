//! `cargo xtask serve`: the page on this machine, rebuilt when a file changes.

use crate::{
    error::Error,
    process,
    toolbox::{Profile, Toolbox},
};
use std::{
    io::ErrorKind,
    net::{Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener},
};

/// The port where none is asked for.
const USUAL_PORT: u16 = 8080;

/// Where the served page is built, apart from dist/, so that what is tested or deployed meanwhile stays itself.
const SERVED: &str = "target/served";

/// Builds the page and serves it until it is stopped.
///
/// The development profile is what starts fastest after a change: a few seconds, where the release profile
/// optimises everything anew. The engine is optimised in both.
pub(crate) fn serve(port: Option<u16>, profile: Profile) -> Result<(), Error> {
    let tools = Toolbox::for_page(profile)?;
    let port = free_port(port, is_free)?;
    println!(
        "Building the page (minutes the first time, then only what changed) and serving it on \
         http://localhost:{port}/ until Ctrl-C"
    );
    process::run(tools.trunk("serve", profile).args(["--port", &port.to_string(), "--dist", SERVED]))
}

/// The port asked for, or the usual one or the next free one after it.
fn free_port(asked: Option<u16>, is_free: impl Fn(u16) -> bool) -> Result<u16, Error> {
    let wanted = asked.unwrap_or(USUAL_PORT);
    if is_free(wanted) {
        return Ok(wanted);
    }
    let next = (wanted..=u16::MAX).skip(1).take(100).find(|&port| is_free(port));
    match (asked, next) {
        (None, Some(next)) => {
            println!("Port {wanted} is taken by another program; using {next}");
            Ok(next)
        }
        (_, next) => Err(Error::Missing {
            what: format!("port {wanted} is taken by another program"),
            way_out: format!("run `cargo xtask serve --port {}`", next.unwrap_or(USUAL_PORT)),
        }),
    }
}

/// Whether trunk could listen on a port, on both of the machine's own addresses.
fn is_free(port: u16) -> bool {
    let can_listen = |address: SocketAddr| match TcpListener::bind(address) {
        Ok(_) => true,
        Err(error) => error.kind() == ErrorKind::AddrNotAvailable || error.kind() == ErrorKind::Unsupported,
    };
    can_listen((Ipv4Addr::LOCALHOST, port).into()) && can_listen((Ipv6Addr::LOCALHOST, port).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_port_moves_on_when_it_is_taken() {
        assert_eq!(free_port(None, |_| true).ok(), Some(8080));
        assert_eq!(free_port(None, |port| port >= 8083).ok(), Some(8083));
    }

    #[test]
    fn a_port_that_was_asked_for_is_kept_or_refused_with_the_next_one() {
        assert_eq!(free_port(Some(9000), |_| true).ok(), Some(9000));
        let refusal = free_port(Some(9000), |port| port > 9001).expect_err("the port is taken").to_string();
        assert!(refusal.contains("port 9000 is taken") && refusal.contains("--port 9002"), "{refusal}");
        assert!(free_port(Some(u16::MAX), |_| false).is_err());
    }

    #[test]
    fn a_listened_port_is_not_free() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("the system has a free port");
        let port = listener.local_addr().expect("a listener has an address").port();
        assert!(!is_free(port));
    }
}
