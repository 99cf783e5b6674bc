//! Tasks and replies as they cross between the page and its workers: arrays of numbers, texts and number arrays.

use gyakusan_engine::sim::{CHUNK_TRIALS, Chunk, Trials};
use js_sys::{Array, Float64Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::session::{AnswerParts, Question, Reply, Summary, Task, Work};

/// Tells chunks, a summary and the answers to questions apart; a question is its place among all, after this.
const CHUNKS: f64 = 0.0;
const SUMMARY: f64 = 1.0;
const QUESTION: f64 = 2.0;

/// `[revision, plan, CHUNKS, first, end]`, or `[revision, plan, SUMMARY or a question, goals, multipliers]`.
pub(super) fn write_task(task: &Task, trials: &Trials) -> Array {
    let message = Array::of2(&JsValue::from(task.revision as f64), &JsValue::from(&*task.plan));
    let kind = match &task.work {
        Work::Chunks(range) => {
            push(&message, CHUNKS, [range.start.into(), range.end.into()]);
            return message;
        }
        Work::Summary => SUMMARY,
        Work::Answer(question) => kind_of(*question),
    };
    let at_hand = |all| numbers(if task.work.rests_on_trials() { all } else { &[] });
    push(&message, kind, [at_hand(&trials.goals), at_hand(&trials.multipliers)]);
    message
}

/// A task, and the trials that it rests on.
pub(super) fn read_task(message: &Array) -> Option<(Task, Trials)> {
    let number = |place: u32| message.get(place).as_f64();
    let mut trials = Trials::default();
    let work = if number(2)? == CHUNKS {
        Work::Chunks(number(3)? as u32..number(4)? as u32)
    } else {
        (trials.goals, trials.multipliers) = (read_numbers(message, 3)?, read_numbers(message, 4)?);
        question_of(number(2)?).map_or(Work::Summary, Work::Answer)
    };
    let task = Task { revision: number(0)? as u64, plan: message.get(1).as_string()?.into(), work };
    Some((task, trials))
}

/// `[revision, CHUNKS, first, goals, multipliers]` `[revision, SUMMARY, summary]` or `[revision, a question,
/// numbers, names]`.
pub(super) fn write_reply(revision: u64, reply: &Reply) -> Array {
    let message = Array::of1(&JsValue::from(revision as f64));
    match reply {
        Reply::Chunks(chunks) => {
            let first = chunks.first().map_or(0, |chunk| chunk.index);
            let goals: Vec<f64> = chunks.iter().flat_map(|chunk| &chunk.goals).copied().collect();
            let multipliers: Vec<f64> = chunks.iter().flat_map(|chunk| &chunk.multipliers).copied().collect();
            push(&message, CHUNKS, [first.into(), numbers(&goals), numbers(&multipliers)]);
        }
        Reply::Summary(summary) => push(&message, SUMMARY, [numbers(&summary.to_numbers())]),
        Reply::Answer(question, parts) => {
            push(&message, kind_of(*question), [numbers(&parts.numbers), parts.names.as_str().into()]);
        }
    }
    message
}

/// A reply with the revision of its plan; `None` for anything else.
pub(super) fn read_reply(message: &Array) -> Option<(u64, Reply)> {
    let number = |place: u32| message.get(place).as_f64();
    let reply = if number(1)? == CHUNKS {
        let (goals, multipliers) = (read_numbers(message, 3)?, read_numbers(message, 4)?);
        Reply::Chunks(chunks(number(2)? as u32, &goals, &multipliers))
    } else if let Some(question) = question_of(number(1)?) {
        let parts = AnswerParts { names: message.get(3).as_string()?, numbers: read_numbers(message, 2)? };
        Reply::Answer(question, parts)
    } else {
        Reply::Summary(Box::new(Summary::from_numbers(&read_numbers(message, 2)?)?))
    };
    Some((number(0)? as u64, reply))
}

/// Cuts the outcomes of chunks that follow each other; only the last one may be short. Plans with recurring deals have no
/// multipliers.
fn chunks(first: u32, goals: &[f64], multipliers: &[f64]) -> Vec<Chunk> {
    let length = CHUNK_TRIALS as usize;
    let mut multipliers = multipliers.chunks(length);
    let chunk = |(index, goals): (u32, &[f64])| Chunk {
        index,
        goals: goals.to_vec(),
        multipliers: multipliers.next().unwrap_or_default().to_vec(),
        ..Chunk::default()
    };
    (first..).zip(goals.chunks(length)).map(chunk).collect()
}

fn kind_of(question: Question) -> f64 {
    QUESTION + Question::ALL.iter().position(|each| *each == question).unwrap_or(0) as f64
}

fn question_of(kind: f64) -> Option<Question> {
    if kind < QUESTION { None } else { Question::ALL.get((kind - QUESTION) as usize).copied() }
}

fn push<const N: usize>(message: &Array, kind: f64, parts: [JsValue; N]) {
    message.push(&kind.into());
    for part in parts {
        message.push(&part);
    }
}

fn numbers(numbers: &[f64]) -> JsValue {
    Float64Array::from(numbers).into()
}

fn read_numbers(message: &Array, place: u32) -> Option<Vec<f64>> {
    Some(message.get(place).dyn_into::<Float64Array>().ok()?.to_vec())
}
