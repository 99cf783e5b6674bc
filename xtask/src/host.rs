//! A static host for the built page, as one on the web is: files compressed, those with a digest in their name kept by browsers.

use crate::{build, error::Error, sizes};
use std::{
    collections::BTreeMap,
    fs,
    io::{self, BufRead, BufReader, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::Path,
    sync::Arc,
};

/// Files by their address, as they are sent.
type Files = BTreeMap<String, Vec<u8>>;

/// A running host; it serves until this program ends.
#[derive(Debug)]
pub(crate) struct Host {
    /// Where the page is, with a slash at its end.
    pub(crate) address: String,
}

impl Host {
    /// Compresses dist/ and serves it on a port of this machine that is free.
    pub(crate) fn start() -> Result<Self, Error> {
        let dist = build::dist();
        let mut files = Files::new();
        for path in sizes::files(&dist)? {
            let content = fs::read(&path).map_err(Error::io("reading", &path))?;
            let content = sizes::brotlied(&content).map_err(Error::io("compressing", &path))?;
            let name = path.strip_prefix(&dist).unwrap_or(&path).display().to_string();
            files.insert(format!("/{}", name.replace('\\', "/")), content);
        }
        let listening = || Error::io("listening on", "a free port");
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(listening())?;
        let address = listener.local_addr().map_err(listening())?;
        let files = Arc::new(files);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let files = Arc::clone(&files);
                // A browser that hangs up early is no fault of the host.
                std::thread::spawn(move || serve(stream, &files).ok());
            }
        });
        Ok(Self { address: format!("http://{address}/") })
    }
}

/// Answers the one request of a connection.
fn serve(mut stream: TcpStream, files: &Files) -> io::Result<()> {
    let mut lines = BufReader::new(&stream).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let asked = request.split(' ').nth(1).unwrap_or_default();
    let path = asked.split('?').next().unwrap_or_default();
    let path = if path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let Some(content) = files.get(&path) else {
        return stream.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    };
    let (kind, keeping, length) = (kind_of(&path), keeping_of(&path), content.len());
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Encoding: br\r\nContent-Length: {length}\r\n\
         Cache-Control: {keeping}\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(content)
}

fn kind_of(path: &str) -> &'static str {
    match Path::new(path).extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// A file with a digest in its name never changes.
fn keeping_of(path: &str) -> &'static str {
    let is_digest = |word: &str| word.len() == 16 && word.bytes().all(|letter| letter.is_ascii_hexdigit());
    if path.split(['-', '.', '_']).any(is_digest) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn files_come_compressed_and_those_with_a_digest_are_kept() {
        assert_eq!(keeping_of("/style-3557a468343ab60a.css"), "public, max-age=31536000, immutable");
        assert_eq!(keeping_of("/gyakusan-3ea98acb0e6bba13_bg.wasm"), "public, max-age=31536000, immutable");
        assert_eq!(keeping_of("/embed.js"), "no-cache");
        assert_eq!(kind_of("/a.b.wasm"), "application/wasm");
    }

    #[test]
    fn a_file_is_sent_and_a_missing_one_is_not() {
        let answer = |request: &str| {
            let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
            let mut client = TcpStream::connect(listener.local_addr().expect("an address")).expect("a host");
            client.write_all(request.as_bytes()).expect("a request");
            let files = Files::from([("/index.html".to_owned(), b"page".to_vec())]);
            serve(listener.accept().expect("a client").0, &files).expect("an answer");
            let mut answer = String::new();
            client.read_to_string(&mut answer).expect("a text");
            answer
        };
        let found = answer("GET /?embed=1 HTTP/1.1\r\nHost: here\r\n\r\n");
        assert!(found.starts_with("HTTP/1.1 200") && found.ends_with("\r\n\r\npage"), "{found}");
        assert!(answer("GET /../secret HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 404"));
    }
}
