//! The runner: keeps the simulation of the current plan going, on workers where there are any.
//!
//! A newer plan replaces the job; tasks of the older one that are still out come back to nobody. A worker that is lost
//! is replaced and its task handed out again. Where no worker starts, the page's own thread runs the same tasks in slices.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

use super::after;
use super::lane::{Lane, News};
use super::slices::Slices;
use crate::session::{Job, Reply, Session};

/// More workers than this bring little: the first answer comes from four chunks.
const MAX_LANES: usize = 8;
/// A page whose workers are lost this often does without.
const MAX_LOSSES: u32 = 20;
/// A page whose workers are not ready by then begins without.
const PATIENCE_MS: i32 = 3000;

/// Keeps the simulation of the session's plan going; a handle that can be copied.
#[derive(Debug, Clone, Copy)]
pub struct Runner {
    state: StoredValue<Rc<RefCell<State>>, LocalStorage>,
    session: RwSignal<Session>,
}

#[derive(Debug, Default)]
struct State {
    job: Option<Job>,
    lanes: Vec<Option<Lane>>,
    slices: Option<Slices>,
    losses: u32,
    /// Whether the later part of the program is there, which answers questions.
    has_later: bool,
}

impl Runner {
    /// Starts the workers.
    pub fn start(session: RwSignal<Session>) -> Self {
        let runner = Self { state: StoredValue::new_local(Rc::default()), session };
        let cores = web_sys::window().map_or(1.0, |window| window.navigator().hardware_concurrency());
        let count = (cores as usize).clamp(1, MAX_LANES);
        let lanes: Vec<_> = (0..count).map(|place| runner.lane(place)).collect();
        let has_lanes = lanes.iter().any(Option::is_some);
        runner.with(|state| state.lanes = lanes);
        if has_lanes {
            after(PATIENCE_MS, move || runner.begin_without_workers());
        } else {
            runner.begin_without_workers();
        }
        runner
    }

    /// Runs the simulation of the session's plan, from the start where the plan is another than the last one; stops it with
    /// what it has, or goes on with it.
    pub fn follow(self, revision: u64, is_stopped: bool) {
        self.with(|state| {
            if state.job.as_ref().is_none_or(|job| job.revision() != revision) {
                state.job = Some(self.session.with_untracked(Session::job));
            }
            let has_later = state.has_later;
            state.job.iter_mut().for_each(|job| {
                job.set_stopped(is_stopped);
                job.set_questions(has_later);
            });
        });
        self.pump();
    }

    /// Says that the later part of the program is there; questions are answered from then on.
    pub fn take_later(self) {
        self.with(|state| {
            state.has_later = true;
            state.job.iter_mut().for_each(|job| job.set_questions(true));
            // The others are brought it when they are ready.
            state.lanes.iter().flatten().filter(|lane| lane.is_ready).for_each(Lane::bring_later);
        });
        self.pump();
    }

    fn lane(self, place: usize) -> Option<Lane> {
        Lane::start(move |news| self.hear(place, news))
    }

    /// Hands tasks to whoever waits for one.
    fn pump(self) {
        let slice_is_due = self.with(|state| {
            let State { job: Some(job), lanes, slices, .. } = state else { return false };
            for lane in lanes.iter_mut().flatten().filter(|lane| lane.is_idle()) {
                let Some(task) = job.next_task() else { break };
                lane.give(task, job.trials());
            }
            match slices {
                Some(slices) if slices.is_idle() => match job.next_task() {
                    Some(task) => {
                        slices.give(task);
                        true
                    }
                    None => false,
                },
                _ => false,
            }
        });
        if slice_is_due {
            self.slice_soon();
        }
    }

    fn hear(self, place: usize, news: News) {
        match news {
            News::Ready => {
                self.with(|state| {
                    let has_later = state.has_later;
                    state.lanes[place].iter_mut().for_each(|lane| {
                        lane.is_ready = true;
                        if has_later {
                            lane.bring_later();
                        }
                    });
                });
            }
            News::Done(revision, reply) => {
                self.with(|state| state.lanes[place].iter_mut().for_each(|lane| lane.task = None));
                self.take(revision, reply);
            }
            News::Lost => self.replace(place),
        }
        self.pump();
    }

    /// Takes in a reply; one about an older plan is dropped.
    fn take(self, revision: u64, reply: Reply) {
        let taken = self.with(|state| {
            let job = state.job.as_mut().filter(|job| job.revision() == revision)?;
            let news = job.take(reply);
            Some((job.trials_done(), news))
        });
        if let Some((done, news)) = taken {
            self.session.maybe_update(|session| session.receive(revision, done, news));
        }
    }

    /// Starts a new worker in the place of a lost one and takes its task back.
    fn replace(self, place: usize) {
        let losses = self.with(|state| {
            let lost = state.lanes[place].take().and_then(|lane| lane.task.clone());
            if let (Some(task), Some(job)) = (lost, &mut state.job)
                && task.revision == job.revision()
            {
                job.take_back(task.work);
            }
            state.losses += 1;
            state.losses
        });
        if losses <= MAX_LOSSES {
            let lane = self.lane(place);
            self.with(|state| state.lanes[place] = lane);
        }
        if self.with(|state| state.lanes.iter().all(Option::is_none)) {
            self.begin_without_workers();
        }
    }

    /// Lets the page's own thread do the work, unless a worker is ready.
    fn begin_without_workers(self) {
        let begins = self.with(|state| {
            let ready = state.lanes.iter().flatten().any(|lane| lane.is_ready);
            let begins = !ready && state.slices.is_none();
            if begins {
                // Workers that come late would find their tasks taken.
                state.lanes.iter_mut().for_each(|lane| *lane = None);
                state.slices = Some(Slices::default());
            }
            begins
        });
        if begins {
            self.session.update(|session| session.set_workers(false));
            self.pump();
        }
    }

    fn slice_soon(self) {
        after(0, move || {
            let reply = self.with(|state| {
                let State { job: Some(job), slices: Some(slices), .. } = state else { return None };
                slices.slice(job.trials())
            });
            if let Some((revision, reply)) = reply {
                self.take(revision, reply);
            }
            let under_way = self.with(|state| state.slices.as_ref().is_some_and(|slices| !slices.is_idle()));
            if under_way {
                self.slice_soon();
            } else {
                self.pump();
            }
        });
    }

    fn with<T>(self, action: impl FnOnce(&mut State) -> T) -> T {
        let state = self.state.with_value(Rc::clone);
        let mut state = state.borrow_mut();
        action(&mut state)
    }
}
