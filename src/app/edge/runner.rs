//! The runner: keeps the simulation of the current plan going, on workers where there are any.
//!
//! A newer plan replaces the job; tasks of the older one that are still out come back to nobody. A worker that is lost
//! or falls silent is replaced and its task handed out again. Where no worker starts, the page's own thread runs the same tasks in slices.
//! While scenarios are compared, whoever has nothing to do for the plan runs them, one after the other.

use std::cell::RefCell;
use std::mem;
use std::ops::Range;
use std::rc::Rc;

use gyakusan_engine::sim::Trials;
use leptos::prelude::*;

use super::after;
use super::lane::{Lane, News};
use super::later;
use super::slices::Slices;
use crate::session::{Job, Reply, Session, Task};

/// More workers than this bring little: the first answer comes from four chunks.
const MAX_LANES: usize = 8;
/// A page whose workers are lost this often in one run does without.
const MAX_LOSSES: u32 = 20;
/// Workers are looked after this often: one that was ended from outside, or traps while it loads, says nothing.
const LOOK_MS: i32 = 2000;
/// A page whose workers are not ready by then begins without.
const PATIENCE_MS: i32 = 3000;

/// Keeps the simulation of the session's plan going; a handle that can be copied.
#[derive(Debug, Clone, Copy)]
pub struct Runner {
    state: StoredValue<Rc<RefCell<State>>, LocalStorage>,
    session: RwSignal<Session>,
}

/// What is to be simulated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Asked {
    /// Names the plan.
    pub revision: u64,
    /// Whether the user stopped it.
    pub is_stopped: bool,
    /// Names the scenarios while they are compared with it.
    pub scenarios: Option<u64>,
}

#[derive(Debug, Default)]
struct State {
    asked: Asked,
    job: Option<Job>,
    /// The scenario that is run beside the plan.
    scenario: Option<Job>,
    lanes: Vec<Option<Lane>>,
    /// Places of workers that start once the first one has answered: a page that starts has the other core for itself.
    not_yet_started: Range<usize>,
    slices: Option<Slices>,
    losses: u32,
    /// Whether a worker was ever ready: they start here, and one that is lost is soon replaced.
    do_workers_start: bool,
    /// Whether the later part of the program is there, which answers questions.
    has_later: bool,
}

impl Runner {
    /// Starts the first worker, and the others once it has answered.
    pub fn start(session: RwSignal<Session>) -> Self {
        let runner = Self { state: StoredValue::new_local(Rc::default()), session };
        let cores = web_sys::window().map_or(1.0, |window| window.navigator().hardware_concurrency());
        let count = (cores as usize).clamp(1, MAX_LANES);
        let first = runner.lane(0);
        let has_lanes = first.is_some();
        runner.with(|state| {
            state.lanes.resize_with(count, || None);
            state.lanes[0] = first;
            state.not_yet_started = 1..count;
        });
        if has_lanes {
            after(PATIENCE_MS, move || runner.begin_without_workers());
            after(LOOK_MS, move || runner.look_after());
        } else {
            runner.begin_without_workers();
        }
        runner
    }

    /// Runs the simulation of the session's plan, from the start where the plan is another than the last one; stops it with
    /// what it has, or goes on with it.
    pub fn follow(self, asked: Asked) {
        self.with(|state| {
            state.asked = asked;
            if state.job.as_ref().is_none_or(|job| job.revision() != asked.revision) {
                state.job = Some(self.session.with_untracked(Session::job));
            }
            let revision = state.scenario.as_ref().map(Job::revision);
            if revision
                .is_some_and(|revision| self.session.with_untracked(|all| !all.compares_with(revision)))
            {
                state.scenario = None;
            }
            let has_later = state.has_later;
            state.job.iter_mut().for_each(|job| job.set_questions(has_later));
            state.job.iter_mut().chain(&mut state.scenario).for_each(|job| job.set_stopped(asked.is_stopped));
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
        let (slice_is_due, scenario_is_due) = self.with(|state| {
            while let Some(place) =
                state.lanes.iter().position(|lane| lane.as_ref().is_some_and(Lane::is_idle))
            {
                let Some(task) = state.next_task() else { return (false, state.scenario_is_due()) };
                let State { job, scenario, lanes, .. } = state;
                let of_task = job.iter().chain(&*scenario).find(|job| job.revision() == task.revision);
                if let (Some(job), Some(lane)) = (of_task, &mut lanes[place]) {
                    lane.give(task, job.trials());
                }
            }
            if !state.slices.as_ref().is_some_and(Slices::is_idle) {
                return (false, false);
            }
            let Some(task) = state.next_task() else { return (false, state.scenario_is_due()) };
            state.slices.iter_mut().for_each(|slices| slices.give(task.clone()));
            (true, false)
        });
        if slice_is_due {
            self.slice_soon();
        }
        if scenario_is_due && let Some(job) = later::scenario(self.session) {
            self.with(|state| state.scenario = Some(job));
            self.pump();
        }
    }

    fn hear(self, place: usize, news: News) {
        match news {
            News::Ready => {
                self.with(|state| {
                    let has_later = state.has_later;
                    state.do_workers_start = true;
                    state.lanes[place].iter_mut().for_each(|lane| {
                        lane.is_ready = true;
                        if has_later {
                            lane.bring_later();
                        }
                    });
                });
            }
            News::Done(revision, reply) => {
                let next = self.with(|state| {
                    state.lanes[place].iter_mut().for_each(|lane| lane.task = None);
                    mem::take(&mut state.not_yet_started)
                });
                for place in next {
                    let lane = self.lane(place);
                    self.with(|state| state.lanes[place] = lane);
                }
                self.take(revision, reply);
            }
            News::Lost => self.replace(place),
        }
        self.pump();
    }

    /// Takes in a reply; one about an older plan is dropped.
    fn take(self, revision: u64, reply: Reply) {
        let taken = self.with(|state| {
            let job = state.job_of(revision)?;
            let news = job.take(reply);
            let (done, is_done) = (job.trials_done(), job.is_done());
            if is_done {
                state.losses = 0;
            }
            Some((done, news))
        });
        if let Some((done, news)) = taken {
            self.session.maybe_update(|session| session.receive(revision, done, news));
        }
    }

    /// Replaces workers that have been silent for too long, and looks again later. Patience grows with every loss, so that a
    /// slow machine comes to its end.
    fn look_after(self) {
        let silent: Vec<_> = self.with(|state| {
            let losses = state.losses;
            let lanes = state.lanes.iter_mut().enumerate();
            let of_silent = |(place, lane): (usize, &mut Option<Lane>)| {
                lane.as_mut().is_some_and(|lane| lane.is_silent(losses)).then_some(place)
            };
            lanes.filter_map(of_silent).collect()
        });
        for place in silent {
            self.hear(place, News::Lost);
        }
        after(LOOK_MS, move || self.look_after());
    }

    /// Starts a new worker in the place of a lost one and takes its task back.
    fn replace(self, place: usize) {
        let losses = self.with(|state| {
            let lost = state.lanes[place].take().and_then(|lane| lane.task.clone());
            if let Some(task) = lost
                && let Some(job) = state.job_of(task.revision)
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

    /// Lets the page's own thread do the work, unless there are workers that start.
    fn begin_without_workers(self) {
        let begins = self.with(|state| {
            let has_workers = state.do_workers_start && state.lanes.iter().any(Option::is_some);
            let begins = !has_workers && state.slices.is_none();
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
                let State { job, scenario, slices: Some(slices), .. } = state else { return None };
                let revision = slices.revision();
                let of_task = job.iter().chain(&*scenario).find(|job| Some(job.revision()) == revision);
                // A task of an older plan ends without its trials, and comes back to nobody.
                let none = Trials::default();
                slices.slice(of_task.map_or(&none, Job::trials))
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

impl State {
    /// The next task: the plan's before a scenario's.
    fn next_task(&mut self) -> Option<Task> {
        let task = self.job.as_mut()?.next_task();
        task.or_else(|| self.scenario.as_mut().filter(|_| self.asked.scenarios.is_some())?.next_task())
    }

    /// The job that works on the plan with this name.
    fn job_of(&mut self, revision: u64) -> Option<&mut Job> {
        self.job.iter_mut().chain(&mut self.scenario).find(|job| job.revision() == revision)
    }

    /// Whether another scenario can be run.
    fn scenario_is_due(&self) -> bool {
        let Asked { is_stopped, scenarios, .. } = self.asked;
        let is_free = self.scenario.as_ref().is_none_or(Job::is_done);
        self.has_later && scenarios.is_some() && !is_stopped && is_free
    }
}
