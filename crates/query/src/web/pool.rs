//! The threads that answer: as many questions at once as the machine can bear, and a line before them.
//!
//! In: work that blocks. Out: its answer, or why there is none. A question whose asker has gone leaves
//! the line. Deliberately absent: what is asked, and how a refusal looks (`problem`).

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::timeout;

/// Questions that are answered at the same time; more wait. Each holds a core while it lasts.
pub(super) const MAX_AT_ONCE: usize = 16;

/// Questions that wait or are answered; more are sent away. No source.
const MAX_WAITING: usize = 512;

/// How long an asker waits for an answer, the line included. Nobody waits longer; no source.
pub(super) const MAX_TIME: Duration = Duration::from_secs(10);

/// The threads and the line before them.
#[derive(Debug)]
pub(super) struct Pool {
    line: Semaphore,
    threads: Arc<Semaphore>,
    time: Duration,
}

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoAnswer {
    /// Occurs when too many wait already.
    Busy,
    /// Occurs when the time is over.
    TooSlow,
    /// Occurs when the work panicked.
    Broken,
}

impl Pool {
    /// Threads for questions that may each take so long.
    pub(super) fn new(time: Duration) -> Pool {
        Pool {
            line: Semaphore::new(MAX_WAITING),
            threads: Arc::new(Semaphore::new(MAX_AT_ONCE)),
            time,
        }
    }

    /// Does work that blocks on a thread of its own.
    ///
    /// # Errors
    /// When too many wait, the time is over, or the work panics. Work that runs when its time is over
    /// runs on, and holds its thread until it ends.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, NoAnswer> {
        let _place = self.line.try_acquire().map_err(|_| NoAnswer::Busy)?;
        let done = async {
            let thread = Arc::clone(&self.threads).acquire_owned().await;
            let thread = thread.map_err(|_| NoAnswer::Broken)?;
            let work = move || {
                let answer = work();
                drop(thread);
                answer
            };
            spawn_blocking(work).await.map_err(|_| NoAnswer::Broken)
        };
        timeout(self.time, done).await.map_err(|_| NoAnswer::TooSlow)?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_question_has_its_time_and_a_panic_takes_nobody_along() {
        let pool = Pool::new(Duration::from_millis(50));
        assert_eq!(pool.run(|| 7).await, Ok(7));
        let slow = pool.run(|| std::thread::sleep(Duration::from_millis(200))).await;
        assert_eq!(slow, Err(NoAnswer::TooSlow));
        let pool = Pool::new(Duration::from_secs(60));
        let broken: Result<(), NoAnswer> = pool.run(|| panic!("as a test must")).await;
        assert_eq!(broken, Err(NoAnswer::Broken));
        for _ in 0..2 * MAX_AT_ONCE {
            assert_eq!(pool.run(|| 7).await, Ok(7));
        }
    }

    #[tokio::test]
    async fn a_line_has_an_end() {
        let pool = Pool { line: Semaphore::new(1), ..Pool::new(Duration::from_secs(9)) };
        let first = pool.run(|| std::thread::sleep(Duration::from_millis(100)));
        let second = async {
            tokio::time::sleep(Duration::from_millis(20)).await;
            pool.run(|| ()).await
        };
        assert_eq!(tokio::join!(first, second), (Ok(()), Err(NoAnswer::Busy)));
    }
}
