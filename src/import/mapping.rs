//! Which column means what: guessed, corrected, remembered.

use gyakusan_engine::json::{Value, Writer};
use gyakusan_engine::plan::{Id, Plan};

use super::day::{DayError, DayOrder, read_day};
use super::guess::{self, Names};
use super::meaning::Meaning;
use super::plain::name_key;
use super::score;

/// The version of what is remembered.
const MEMORY_VERSION: f64 = 1.0;

/// What a table's rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Counts of a month and channel.
    Months,
    /// Prospects.
    Prospects,
}

/// How well a column's meaning is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Neither heading nor values say anything.
    Unknown,
    /// Only its values, or only its heading, say so.
    Guess,
    /// Its heading says so, and its values fit.
    Likely,
    /// It was so in an earlier file.
    Remembered,
    /// Somebody said so.
    Chosen,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// Its meaning.
    pub meaning: Meaning,
    /// How well that is known.
    pub confidence: Confidence,
}

/// What the columns and names of a table mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// What its rows are.
    pub shape: Shape,
    /// Its columns in their order.
    pub columns: Vec<Column>,
    /// Which number comes first in days with the year at their end; `None` where that has to be asked.
    pub day_order: Option<DayOrder>,
    /// Names of channels beside the plan's own: as in the table, and what they are in the plan.
    pub channels: Vec<(String, Id)>,
    /// The channel of every row that names none.
    pub one_channel: Option<Id>,
}

impl Mapping {
    /// Guesses what columns mean from their headings, some rows, and what is remembered.
    ///
    /// ```
    /// use gyakusan::import::{Mapping, Memory, Shape};
    /// use gyakusan_engine::plan::Plan;
    ///
    /// let plan = Plan::from_json(include_str!("../../engine/plans/default.json"))?;
    /// let headings = ["リードID", "メール", "流入元", "獲得日", "商談化日", "受注日", "受注金額"].map(str::to_owned);
    /// let mapping = Mapping::guess(&headings, &[], &plan, &Memory::default());
    /// assert_eq!(mapping.shape, Shape::Prospects);
    /// let keys: Vec<_> = mapping.columns.iter().map(|column| column.meaning.key()).collect();
    /// assert_eq!(keys, ["id", "email", "channel", "entered:lead", "entered:opportunity", "entered:won", "amount"]);
    /// # Ok::<(), gyakusan_engine::plan::PlanErrors>(())
    /// ```
    pub fn guess(headings: &[String], rows: &[Vec<String>], plan: &Plan, memory: &Memory) -> Self {
        let names = Names::new(plan, &memory.channels);
        let shape = guess::shape(headings, rows, &names);
        Self::of_shape(shape, headings, rows, plan, memory)
    }

    /// The same where it is known what the rows are.
    pub fn of_shape(
        shape: Shape,
        headings: &[String],
        rows: &[Vec<String>],
        plan: &Plan,
        memory: &Memory,
    ) -> Self {
        let names = Names::new(plan, &memory.channels);
        let mut columns: Vec<Column> = Vec::new();
        for (place, heading) in headings.iter().enumerate() {
            let values: Vec<_> = rows
                .iter()
                .filter_map(|row| row.get(place))
                .map(String::as_str)
                .filter(|value| !value.trim().is_empty())
                .collect();
            let is_condition = shape == Shape::Prospects
                && score::condition_of(heading, &memory.conditions).is_some()
                && guess::can_score(&values, &names);
            let (meaning, confidence) = match memory.meaning(heading, plan) {
                Some(meaning) => (meaning, Confidence::Remembered),
                None if is_condition => (Meaning::Score, Confidence::Likely),
                None => guess::meaning(heading, &values, shape, &names),
            };
            columns.push(Column { heading: heading.clone(), meaning, confidence });
        }
        settle(&mut columns);
        let only = (plan.channels.len() == 1).then(|| plan.channels[0].id.clone());
        let mut mapping = Self {
            shape,
            columns,
            day_order: memory.day_order,
            channels: memory.channels.clone(),
            one_channel: only,
        };
        if mapping.day_order.is_none() {
            mapping.day_order = mapping.order_of(rows);
        }
        mapping
    }

    /// Says what a column means; another that meant the same is ignored from now on.
    pub fn choose(&mut self, place: usize, meaning: Meaning) {
        if place >= self.columns.len() {
            return;
        }
        for column in &mut self.columns {
            if column.meaning == meaning && !meaning.is_shared() {
                column.meaning = Meaning::Ignored;
                column.confidence = Confidence::Unknown;
            }
        }
        self.columns[place].meaning = meaning;
        self.columns[place].confidence = Confidence::Chosen;
    }

    /// The place of the column with a meaning.
    pub fn place(&self, meaning: &Meaning) -> Option<usize> {
        self.columns.iter().position(|column| column.meaning == *meaning)
    }

    /// A day of the rows that may be one of two, while nothing says which number comes first.
    pub fn ambiguous_day<'a>(&self, rows: &'a [Vec<String>]) -> Option<&'a str> {
        let is_day = |column: &Column| matches!(column.meaning, Meaning::Entered(_) | Meaning::LostOn);
        let places: Vec<_> = (0..self.columns.len()).filter(|place| is_day(&self.columns[*place])).collect();
        let is_open = |text: &&String| read_day(text, self.day_order) == Err(DayError::Ambiguous);
        let cells = rows.iter().flat_map(|row| places.iter().filter_map(|place| row.get(*place)));
        cells.into_iter().find(is_open).map(String::as_str)
    }

    /// The order of days' numbers where some of the rows' days have only one reading, and all of those agree.
    fn order_of(&self, rows: &[Vec<String>]) -> Option<DayOrder> {
        let mut fits = [false; 2];
        let orders = [DayOrder::MonthFirst, DayOrder::DayFirst];
        let is_day = |column: &Column| matches!(column.meaning, Meaning::Entered(_) | Meaning::LostOn);
        for (place, _) in self.columns.iter().enumerate().filter(|(_, column)| is_day(column)) {
            for value in rows.iter().filter_map(|row| row.get(place)) {
                let readings = orders.map(|order| read_day(value, Some(order)));
                for (fits, other) in fits.iter_mut().zip([readings[1], readings[0]]) {
                    *fits |= other == Err(DayError::NoDay) && read_day(value, None).is_ok();
                }
            }
        }
        match fits {
            [true, false] => Some(orders[0]),
            [false, true] => Some(orders[1]),
            _ => None,
        }
    }
}

/// Leaves each meaning to the column that is surest of it, the first of equals.
fn settle(columns: &mut [Column]) {
    for place in 0..columns.len() {
        let Column { meaning, confidence, .. } = columns[place].clone();
        let is_better = |(other, column): (usize, &Column)| {
            column.meaning == meaning
                && (column.confidence > confidence || (column.confidence == confidence && other < place))
        };
        if !meaning.is_shared() && columns.iter().enumerate().any(is_better) {
            columns[place].meaning = Meaning::Ignored;
            columns[place].confidence = Confidence::Unknown;
        }
    }
}

/// What earlier files taught: headings and names of channels with their meanings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Memory {
    meanings: Vec<(String, Meaning)>,
    channels: Vec<(String, Id)>,
    day_order: Option<DayOrder>,
    /// What points are given for. That stands in the document, so it is not written here.
    conditions: Vec<String>,
}

impl Memory {
    /// Looks for columns of these conditions too, which points are given for.
    pub fn look_for(&mut self, conditions: Vec<String>) {
        self.conditions = conditions;
    }

    /// The conditions that points are given for.
    pub fn conditions(&self) -> &[String] {
        &self.conditions
    }

    /// Remembers the columns of a mapping that somebody agreed to.
    pub fn learn(&mut self, mapping: &Mapping) {
        for column in &mapping.columns {
            put(&mut self.meanings, name_key(&column.heading), column.meaning.clone());
        }
        for (name, channel) in &mapping.channels {
            put(&mut self.channels, name_key(name), channel.clone());
        }
        self.day_order = mapping.day_order.or(self.day_order);
    }

    /// Writes it as JSON.
    pub fn to_json(&self) -> String {
        let mut writer = Writer::default();
        let w = &mut writer;
        w.open_object();
        w.key("version").number(MEMORY_VERSION);
        if let Some(order) = self.day_order {
            w.key("month_first").boolean(order == DayOrder::MonthFirst);
        }
        // Lists of pairs, since an object holds no more than a thousand fields.
        w.key("columns").open_list();
        for (heading, meaning) in &self.meanings {
            pair(w, heading, &meaning.key());
        }
        w.close_list();
        w.key("channels").open_list();
        for (name, channel) in &self.channels {
            pair(w, name, channel.as_str());
        }
        w.close_list();
        w.close_object();
        writer.finish()
    }

    /// Reads what [`Memory::to_json`] wrote; `None` for anything else. Forgetting costs a guess, no data.
    ///
    /// ```
    /// use gyakusan::import::Memory;
    /// let text = r#"{"version":1,"month_first":true,"columns":[["獲得日","entered:lead"]],"channels":[["google","search"]]}"#;
    /// assert_eq!(Memory::from_json(text).map(|memory| memory.to_json()).as_deref(), Some(text));
    /// assert_eq!(Memory::from_json("{}"), None);
    /// ```
    pub fn from_json(text: &str) -> Option<Self> {
        let value = Value::parse(text).ok()?;
        if value.get("version") != Some(&Value::Number(MEMORY_VERSION)) {
            return None;
        }
        let day_order = match value.get("month_first") {
            Some(Value::Bool(true)) => Some(DayOrder::MonthFirst),
            Some(Value::Bool(false)) => Some(DayOrder::DayFirst),
            _ => None,
        };
        let mut memory = Self { day_order, ..Self::default() };
        for (key, text) in pairs(&value, "columns")? {
            memory.meanings.push((key.to_owned(), Meaning::from_key(text)?));
        }
        for (name, channel) in pairs(&value, "channels")? {
            memory.channels.push((name.to_owned(), Id::new(channel)?));
        }
        Some(memory)
    }

    fn meaning(&self, heading: &str, plan: &Plan) -> Option<Meaning> {
        let key = name_key(heading);
        let (_, meaning) = self.meanings.iter().find(|(known, _)| *known == key)?;
        let is_known = |stage: &Id| plan.stage_index(stage).is_some();
        meaning.stage().is_none_or(is_known).then(|| meaning.clone())
    }
}

fn put<T>(list: &mut Vec<(String, T)>, key: String, value: T) {
    match list.iter_mut().find(|(known, _)| *known == key) {
        Some((_, old)) => *old = value,
        None => list.push((key, value)),
    }
}

fn pair(w: &mut Writer, first: &str, second: &str) {
    w.open_list();
    w.text(first);
    w.text(second);
    w.close_list();
}

fn pairs<'a>(value: &'a Value, key: &str) -> Option<Vec<(&'a str, &'a str)>> {
    let Some(Value::List(items)) = value.get(key) else { return None };
    let texts = |item: &'a Value| match item {
        Value::List(pair) => match &pair[..] {
            [first, second] => Some((first.as_text()?, second.as_text()?)),
            _ => None,
        },
        _ => None,
    };
    items.iter().map(texts).collect()
}
