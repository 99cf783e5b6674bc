//! What is missing before files can be read.

use gyakusan_engine::plan::Plan;

use crate::import::{Mapping, Meaning, Preview, Shape};
use crate::session::import::Importing;
use crate::text::{Language, filled, stage_names};

/// What is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::session::import) enum Lack {
    Channel,
    Entry,
    Month,
    Count,
    Key(usize),
    DayOrder(usize, String),
    OtherShape(usize),
}

impl Importing {
    /// What is missing before the files can be read.
    pub(in crate::session::import) fn lacks(&self, plan: &Plan) -> Vec<Lack> {
        let mut lacks = Vec::new();
        let files: Vec<(usize, &Preview)> = self
            .files
            .iter()
            .enumerate()
            .filter(|(_, file)| file.is_usable())
            .filter_map(|(place, file)| Some((place, file.preview.as_ref()?)))
            .collect();
        let Some((_, first)) = files.first() else { return lacks };
        let shape = first.mapping.shape;
        let any = |is: &dyn Fn(&Mapping) -> bool| files.iter().any(|(_, preview)| is(&preview.mapping));
        let has = |meaning: &Meaning| any(&|mapping| mapping.place(meaning).is_some());
        if !has(&Meaning::Channel) && !any(&|mapping| mapping.one_channel.is_some()) {
            lacks.push(Lack::Channel);
        }
        let is_count = |mapping: &Mapping| {
            mapping.columns.iter().any(|column| matches!(column.meaning, Meaning::Count(_)))
        };
        match shape {
            Shape::Prospects => {
                let mut entries =
                    plan.channels.iter().map(|channel| Meaning::Entered(channel.enters.clone()));
                if !entries.any(|entry| has(&entry)) {
                    lacks.push(Lack::Entry);
                }
            }
            Shape::Months => {
                if !has(&Meaning::Month) {
                    lacks.push(Lack::Month);
                }
                if !any(&is_count) {
                    lacks.push(Lack::Count);
                }
            }
        }
        for (place, preview) in &files {
            let mapping = &preview.mapping;
            if mapping.shape != shape {
                lacks.push(Lack::OtherShape(*place));
                continue;
            }
            let keys = [Meaning::Id, Meaning::Email, Meaning::Company];
            let is_alone = keys.iter().all(|key| mapping.place(key).is_none());
            if shape == Shape::Prospects && files.len() > 1 && is_alone {
                lacks.push(Lack::Key(*place));
            }
            if let Some(day) = &self.files[*place].open_day {
                lacks.push(Lack::DayOrder(*place, day.clone()));
            }
        }
        lacks
    }

    pub(super) fn lack_sentence(&self, lack: &Lack, plan: &Plan, language: Language) -> String {
        let words = language.words().importing();
        let name = |place: &usize| self.files.get(*place).map_or("", |file| file.name.as_str());
        match lack {
            Lack::Channel => words.lacks[0].to_owned(),
            Lack::Entry => {
                let mut names: Vec<String> = Vec::new();
                for stage in &plan.stages {
                    let stage_name = stage_names(stage, language).stage;
                    if plan.channels.iter().any(|channel| channel.enters == stage.id) {
                        names.push(stage_name);
                    }
                }
                filled(words.lacks[1], &[&names.join(language.words().imports().comma)])
            }
            Lack::Month => filled(words.lacks[2], &[&plan.period.start.to_string()]),
            Lack::Count => words.lacks[3].to_owned(),
            Lack::Key(place) => filled(words.lacks[4], &[name(place)]),
            Lack::DayOrder(place, day) => filled(words.lacks[5], &[name(place), day]),
            Lack::OtherShape(place) => {
                let shape = self.files[*place].preview.as_ref().map(|preview| preview.mapping.shape);
                let shapes = language.words().imports().shapes;
                filled(words.lacks[6], &[name(place), shapes[usize::from(shape == Some(Shape::Prospects))]])
            }
        }
    }
}
