//! A path ↔ the key under which the list of files and the index have it.
//!
//! Two paths never share a key: bytes that are no UTF-8, and `%` itself, are written as `%` with two
//! hexadecimal digits. Deliberately absent: the name that people see, which may be lossy.

use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The key of a path.
pub(crate) fn key(path: &Path) -> String {
    let mut key = String::new();
    for chunk in path.as_os_str().as_encoded_bytes().utf8_chunks() {
        key.push_str(&chunk.valid().replace('%', "%25"));
        for byte in chunk.invalid() {
            // Writing to a string does not fail.
            let _ = write!(key, "%{byte:02X}");
        }
    }
    key
}

/// The path of a key.
pub(crate) fn path(key: &str) -> PathBuf {
    let mut bytes = Vec::with_capacity(key.len());
    let mut rest = key;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        let byte = after.get(..2).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match (byte, after.get(2..)) {
            (Some(byte), Some(after)) => {
                bytes.push(byte);
                rest = after;
            }
            _ => {
                bytes.push(b'%');
                rest = after;
            }
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    of_bytes(bytes)
}

#[cfg(unix)]
fn of_bytes(bytes: Vec<u8>) -> PathBuf {
    use std::os::unix::ffi::OsStringExt;
    std::ffi::OsString::from_vec(bytes).into()
}

#[cfg(not(unix))]
fn of_bytes(bytes: Vec<u8>) -> PathBuf {
    String::from_utf8_lossy(&bytes).into_owned().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_lead_back_to_their_path() {
        for (name, expected) in [
            ("/arkiv/møde 1.txt", "/arkiv/møde 1.txt"),
            ("/arkiv/100%.txt", "/arkiv/100%25.txt"),
            ("/arkiv/%C3.txt", "/arkiv/%25C3.txt"),
        ] {
            assert_eq!(key(Path::new(name)), expected);
            assert_eq!(path(expected), Path::new(name));
        }
    }

    #[test]
    #[cfg(unix)]
    fn names_that_are_no_utf8_have_keys_of_their_own() {
        let (one, other) = (of_bytes(b"m\xF8de.txt".to_vec()), of_bytes(b"m\xE6de.txt".to_vec()));
        assert_eq!(key(&one), "m%F8de.txt");
        assert_ne!(key(&one), key(&other));
        assert_eq!(path(&key(&one)), one);
    }
}
