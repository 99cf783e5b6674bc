//! Documents at random, with any of what the format has.

use gyakusan::document::{Document, Workbook};
use gyakusan_engine::plan::{
    CoefficientOfVariation, Currency, Id, Money, Month, Name, Owner, PlanDocument, SolveFor, Weight,
};

use crate::generated::{self, Random};

/// A document with any of what the format has: plans at random, and names, numbers and notes at random in them.
pub(crate) fn document(random: &mut Random) -> Document {
    let plan = generated::plan(random);
    let widened = plan.edit(|document| widen(random, document)).unwrap_or(plan);
    let mut workbook = Workbook::default();
    for (owner, _) in Owner::ALL {
        workbook.set_people(owner, random.happens(0.3).then(|| random.below(10_001) as u16));
    }
    workbook.last_year_revenue = random.happens(0.3).then(|| money(random));
    Document { plan: widened, workbook }
}

/// Amounts of every size and every number of digits.
pub(crate) fn money(random: &mut Random) -> Money {
    let any = f64::from_bits(random.bits() >> 1);
    let sum = random.between(0.0, 1e15);
    let value = random.pick(&[0.0, 1.0, 12e6, 1e15, 5e-324, any, sum, 0.1 + 0.2]);
    Money::new(value).unwrap_or(Money::ZERO)
}

fn widen(random: &mut Random, document: &mut PlanDocument) {
    document.name = name(random);
    document.currency = Currency::new(random.pick(&["JPY", "USD", "XTS"])).expect("a currency");
    document.period.start =
        Month::new(2000 + random.below(200) as u16, 1 + random.below(12) as u8).expect("a month");
    document.goal.target = money(random);
    document.deal.value.mean = money(random);
    document.deal.value.spread =
        CoefficientOfVariation::new(f64::from_bits(random.bits() >> 1)).unwrap_or(document.deal.value.spread);
    if random.happens(0.3) {
        document.seasonality = [Weight::ONE; 12];
    }
    for stage in &mut document.stages {
        stage.name = name(random);
        stage.owner = random.pick(&Owner::ALL).0;
    }
    document.solve_for = match random.below(5) {
        0 => SolveFor::Nothing,
        1 => SolveFor::DealValue,
        2 => SolveFor::Rate(document.stages[1].id.clone()),
        3 => SolveFor::Delay(document.stages[1].id.clone()),
        _ => SolveFor::Volume,
    };
    for channel in &mut document.channels {
        channel.name = name(random);
        channel.id = Id::new(&format!("a{}", random.bits())).expect("an id");
    }
    for expansion in document.customers.iter_mut().flat_map(|customers| &mut customers.expansions) {
        expansion.name = name(random);
        expansion.value = money(random);
    }
}

fn name(random: &mut Random) -> Name {
    let usual =
        ["リード", "", "Search ads", "問合せ", "\u{0}\"\\\u{1F600}é", "検索広告（指名・一般）", "stage_1"];
    let mut text = random.pick(&usual).to_owned();
    if random.happens(0.2) {
        let any = |random: &mut Random| char::from_u32(random.below(0x11_0000) as u32).unwrap_or('逆');
        text = (0..random.below(121)).map(|_| any(random)).collect();
    }
    Name::new(&text).expect("a name")
}
