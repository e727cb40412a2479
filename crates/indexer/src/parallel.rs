//! Work on a list with all processors, results in the order of the list.
//!
//! Deliberately absent: what the work is.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::thread;

/// Results that may wait for an earlier one, for each worker; keeps memory in bounds.
const AHEAD: usize = 16;

/// Calls `work` on every element, on as many threads as there are processors, and `take` with each
/// result in order, on the calling thread.
///
/// # Errors
/// The first that `take` returns; nothing is taken after it.
pub(crate) fn in_order<T: Sync, R: Send, E>(
    list: &[T],
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(usize, &T, R) -> Result<(), E>,
) -> Result<(), E> {
    let n_workers = thread::available_parallelism().map_or(1, |n| n.get()).min(list.len());
    let next = AtomicUsize::new(0);
    let stopped = AtomicBool::new(false);
    thread::scope(|scope| {
        let (send, receive) = sync_channel(n_workers * AHEAD);
        for _ in 0..n_workers {
            let send = send.clone();
            let (next, stopped, work) = (&next, &stopped, &work);
            scope.spawn(move || {
                while !stopped.load(Ordering::Relaxed) {
                    let nth = next.fetch_add(1, Ordering::Relaxed);
                    let Some(element) = list.get(nth) else { break };
                    if send.send((nth, work(element))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(send);
        let mut waiting: BTreeMap<usize, R> = BTreeMap::new();
        let mut due = 0;
        // Leaving this loop drops the receiver: workers that still send are told to stop.
        for (nth, result) in receive {
            waiting.insert(nth, result);
            while let Some(result) = waiting.remove(&due) {
                let Some(element) = list.get(due) else { break };
                if let Err(error) = take(due, element, result) {
                    stopped.store(true, Ordering::Relaxed);
                    return Err(error);
                }
                due += 1;
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_list() {
        let list: Vec<u64> = (0..200).collect();
        let mut taken = Vec::new();
        in_order(
            &list,
            |n| n * 2,
            |nth, n, doubled| {
                assert_eq!((nth as u64, n * 2), (*n, doubled));
                taken.push(doubled);
                Ok::<_, ()>(())
            },
        )
        .unwrap();
        assert_eq!(taken.len(), list.len());
    }

    #[test]
    fn it_stops_when_told() {
        let list: Vec<u64> = (0..10_000).collect();
        let mut n_taken = 0;
        let told = in_order(
            &list,
            |n| *n,
            |_, _, _| {
                n_taken += 1;
                if n_taken < 3 { Ok(()) } else { Err("enough") }
            },
        );
        assert_eq!((n_taken, told), (3, Err("enough")));
        assert_eq!(in_order(&[] as &[u64], |n| *n, |_, _, _| Err("never")), Ok(()));
    }
}
