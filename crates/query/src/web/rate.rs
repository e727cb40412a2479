//! How many requests one client may make: so many a second, and a burst at once.
//!
//! In: who asks, and when. Out: whether it may, or how long to wait. Each client has a time at which
//! it has nothing to its debit again (the generic cell rate algorithm of ATM); of a network of IPv6 all
//! are one client, since one household has 2⁶⁴ addresses. Deliberately absent: the clock, and HTTP.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How many seconds' worth of requests may come at once: a page and what belongs to it. No source.
const BURST_SECONDS: u32 = 3;

/// Clients that are kept in mind; when there are more, those with nothing to their debit are forgotten.
const MAX_CLIENTS: usize = 16_384;

/// The rate, and what each client has to its debit.
#[derive(Debug)]
pub(super) struct Rate {
    each: Duration,
    burst: Duration,
    clients: Mutex<HashMap<IpAddr, Instant>>,
}

impl Rate {
    /// So many requests a second from one client; `None` for 0, which is no limit.
    pub(super) fn new(per_second: u32) -> Option<Rate> {
        let each = Duration::from_secs(1).checked_div(per_second)?;
        let clients = Mutex::new(HashMap::new());
        Some(Rate { each, burst: Duration::from_secs(1) * BURST_SECONDS, clients })
    }

    /// Takes down a request.
    ///
    /// # Errors
    /// With how long to wait, when the client has asked too much.
    pub(super) fn ask(&self, client: IpAddr, now: Instant) -> Result<(), Duration> {
        let mut clients = self.clients.lock().unwrap_or_else(PoisonError::into_inner);
        let client = household(client);
        if clients.len() >= MAX_CLIENTS && !clients.contains_key(&client) {
            clients.retain(|_, free| *free > now);
            // All of them busy at once is no household but an attack: begin anew.
            if clients.len() >= MAX_CLIENTS {
                clients.clear();
            }
        }
        let free = clients.get(&client).copied().unwrap_or(now).max(now);
        let debit = free.duration_since(now) + self.each;
        if debit > self.burst {
            return Err(debit - self.burst);
        }
        clients.insert(client, free + self.each);
        Ok(())
    }
}

/// The network of an address of IPv6; an address of IPv4 as it is.
fn household(client: IpAddr) -> IpAddr {
    match client.to_canonical() {
        IpAddr::V6(address) => {
            let network = u128::from(address) & (u128::MAX << 64);
            IpAddr::V6(Ipv6Addr::from(network))
        }
        address => address,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_and_then_so_many_a_second() {
        let rate = Rate::new(10).unwrap();
        let (client, now) = (IpAddr::from([192, 0, 2, 1]), Instant::now());
        let at = |ms| now + Duration::from_millis(ms);
        let n_at_once = (0..100).filter(|_| rate.ask(client, now).is_ok()).count();
        assert_eq!(n_at_once, 30);
        assert_eq!(rate.ask(client, now), Err(Duration::from_millis(100)));
        assert_eq!(rate.ask(client, at(100)), Ok(()));
        assert!(rate.ask(client, at(100)).is_err());
        assert_eq!(rate.ask(IpAddr::from([192, 0, 2, 2]), now), Ok(()));
        assert!(Rate::new(0).is_none());
    }

    #[test]
    fn a_network_is_one_client_and_not_everybody_is_kept_in_mind() {
        let rate = Rate::new(1).unwrap();
        let now = Instant::now();
        let of = |network: u16, host: u16| IpAddr::from([0x2001, 0xdb8, 0, network, 0, 0, 0, host]);
        let n = (0..100).filter(|host| rate.ask(of(0, *host), now).is_ok()).count();
        assert_eq!(n, 3);
        assert_eq!(rate.ask(of(1, 0), now), Ok(()));
        for client in 0..(MAX_CLIENTS as u32 * 2) {
            assert_eq!(rate.ask(IpAddr::from(client.to_be_bytes()), now), Ok(()));
        }
        assert!(rate.clients.lock().unwrap().len() <= MAX_CLIENTS);
    }
}
