//! The channel table: where the first stage comes from, and whether that is enough.

use gyakusan_engine::plan::Owner;
use leptos::prelude::*;

use crate::app::part::{DepartmentLabel, FieldError, FieldInput, Icon, SentenceText};
use crate::session::panel::{ChannelPanel, ChannelsPanel, Department, FieldPanel};
use crate::session::{Edit, Session};
use crate::text::number::Written;

/// The channel table.
#[component]
pub(super) fn Channels(session: RwSignal<Session>, class: &'static str) -> impl IntoView {
    let table = Memo::new(move |_| session.with(Session::channels));
    let words = move || session.with(|session| &session.language.words().channels);
    let department = Signal::derive(move || Department {
        owners: vec![Owner::Marketing],
        name: session.with(|session| session.language.words().tree.departments[0]),
    });
    let add = move |_| session.update(|session| session.edit(Edit::AddChannel));
    view! {
        <section class=class data-owner="marketing" aria-labelledby="channels-name">
            <div class="node-head">
                <h2 class="node-name" id="channels-name">{move || words().title}</h2>
                <DepartmentLabel department/>
            </div>
            <table class="channel-table">
                <thead>
                    <tr>
                        <th scope="col">{move || words().name}</th>
                        <th scope="col">{move || words().budget}</th>
                        <th scope="col">{move || words().cost}</th>
                        <th scope="col">{move || words().entries}</th>
                        <th><span class="visually-hidden">{move || words().actions}</span></th>
                    </tr>
                </thead>
                <Rows session table/>
                <Totals session table/>
            </table>
            <Balance table/>
            <div class="channels-foot">
                {move || table.with(|table| table.can_add).then(|| view! {
                    <button class="link-button" type="button" on:click=add>
                        <Icon symbol="icon-plus"/>
                        {move || words().add}
                    </button>
                })}
                <span class="channels-typical">{move || table.with(|table| table.typical.clone())}</span>
            </div>
        </section>
    }
}

#[component]
fn Rows(session: RwSignal<Session>, table: Memo<ChannelsPanel>) -> impl IntoView {
    let count = Memo::new(move |_| table.with(|table| table.rows.len()));
    let row = move |place: usize| {
        let panel = Memo::new(move |last: Option<&ChannelPanel>| {
            // A row that is about to go keeps what it last showed.
            let panel = table.with(|table| table.rows.get(place).cloned());
            panel.or_else(|| last.cloned()).unwrap_or_else(|| unreachable!("a row is made for a panel"))
        });
        view! { <Row session panel place/> }
    };
    view! { <tbody>{move || (0..count.get()).map(row).collect_view()}</tbody> }
}

#[component]
fn Row(session: RwSignal<Session>, panel: Memo<ChannelPanel>, place: usize) -> impl IntoView {
    let error = Signal::derive(move || panel.with(|panel| panel.error.clone()));
    let error_id = format!("channel-{place}-error");
    let name = Memo::new(move |_| panel.with(|panel| panel.name.clone()));
    let cell = {
        let error_id = error_id.clone();
        move |field: fn(&ChannelPanel) -> Option<FieldPanel>| {
            let shown = Memo::new(move |_| panel.with(field));
            let error_id = error_id.clone();
            move || {
                let error_id = error_id.clone();
                shown.with(Option::is_some).then(|| view! { <Cell session field=shown error_id/> })
            }
        }
    };
    let budget = cell(|panel| panel.budget.clone());
    let cost = cell(|panel| panel.cost.clone());
    let remove = move || {
        panel.with(|panel| panel.remove.clone()).map(|label| {
            let remove = move |_| session.update(|session| session.edit(Edit::RemoveChannel(place)));
            view! {
                <button class="channel-remove" type="button" aria-label=label on:click=remove>
                    <Icon symbol="icon-close"/>
                </button>
            }
        })
    };
    view! {
        <tr>
            <th scope="row">
                <FieldInput
                    session
                    panel=name
                    class="cell-input cell-name"
                    error_id=error_id.clone()
                    is_number=false
                />
            </th>
            <td>{budget}</td>
            <td>{cost}</td>
            <td><b>{move || panel.with(|panel| panel.entries.clone())}</b></td>
            <td>{remove}</td>
        </tr>
        {move || error.with(Option::is_some).then(|| {
            let id = error_id.clone();
            view! { <tr class="channel-error"><td colspan="5"><FieldError error id/></td></tr> }
        })}
    }
}

#[component]
fn Cell(session: RwSignal<Session>, field: Memo<Option<FieldPanel>>, error_id: String) -> impl IntoView {
    let panel = Memo::new(move |last: Option<&FieldPanel>| {
        // A cell that is about to go keeps what it last showed.
        let panel = field.get();
        panel.or_else(|| last.cloned()).unwrap_or_else(|| unreachable!("a cell is made for a field"))
    });
    let is_bad = move || panel.with(|panel| panel.error.is_some());
    view! {
        <label class="cell" class:cell-bad=is_bad>
            <FieldInput session panel class="cell-input" error_id/>
            <span class="cell-unit">{move || panel.with(|panel| panel.unit.clone())}</span>
        </label>
    }
}

#[component]
fn Totals(session: RwSignal<Session>, table: Memo<ChannelsPanel>) -> impl IntoView {
    let total = move || session.with(|session| session.language.words().channels.total);
    let amount = |written: Written| view! { {written.number}<span class="cell-unit">{written.unit}</span> };
    view! {
        <tfoot>
            <tr>
                <th scope="row">{total}</th>
                <td>{move || amount(table.with(|table| table.budget.clone()))}</td>
                <td>{move || amount(table.with(|table| table.cost.clone()))}</td>
                <td><b>{move || table.with(|table| table.entries.clone())}</b></td>
                <td></td>
            </tr>
        </tfoot>
    }
}

#[component]
fn Balance(table: Memo<ChannelsPanel>) -> impl IntoView {
    move || {
        table.with(|table| table.balance.clone()).map(|(sentence, is_enough)| {
            let class = if is_enough { "balance balance-enough" } else { "balance balance-short" };
            let symbol = if is_enough { "icon-check" } else { "icon-warning" };
            view! {
                <p class=class>
                    <Icon symbol/>
                    <span><SentenceText sentence=Signal::stored(sentence)/></span>
                </p>
            }
        })
    }
}
