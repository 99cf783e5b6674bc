//! A program that is asked by lines and answers by lines, and ends with the conversation.

use crate::error::Error;
use std::{
    io::{BufRead, BufReader, Write},
    path::PathBuf,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

/// The program, running.
#[derive(Debug)]
pub(crate) struct Lines {
    program: PathBuf,
    child: Child,
    /// Gone once the conversation is over.
    questions: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Lines {
    /// Starts a program.
    pub(crate) fn start(command: &mut Command) -> Result<Self, Error> {
        let program = PathBuf::from(command.get_program());
        let starting = || Error::io("starting", &program);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(starting())?;
        let (questions, answers) = (child.stdin.take(), child.stdout.take());
        let answers = answers.ok_or_else(|| starting()(std::io::ErrorKind::BrokenPipe.into()))?;
        Ok(Self { program, child, questions, answers: BufReader::new(answers) })
    }

    /// The number of its process.
    pub(crate) fn process(&self) -> u32 {
        self.child.id()
    }

    /// Asks one line and waits for the answer; empty where the program has ended.
    pub(crate) fn ask(&mut self, line: &str) -> Result<String, Error> {
        let mut answer = String::new();
        let asked = self.questions.as_mut().map_or(Ok(()), |questions| writeln!(questions, "{line}"));
        asked.map_err(Error::io("asking", &self.program))?;
        self.answers.read_line(&mut answer).map_err(Error::io("listening to", &self.program))?;
        Ok(answer)
    }
}

impl Drop for Lines {
    fn drop(&mut self) {
        // Without more questions the program ends by itself.
        self.questions = None;
        let _ = self.child.wait();
    }
}
