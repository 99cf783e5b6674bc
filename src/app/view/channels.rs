//! The channel table: where the first stage comes from, and whether that is enough.

use leptos::prelude::*;

use crate::app::part::{
    FieldLook, Shown, department, field_box, field_error, field_input, icon, live, sentence, text,
};
use crate::session::panel::{ChannelPanel, ChannelsPanel};
use crate::session::{Edit, Field, Session};
use crate::text::number::Written;

/// The channel table.
pub(super) fn view(session: RwSignal<Session>, shown: Shown, class: &'static str) -> AnyView {
    let count = Memo::new(move |_| shown.with(|shown| shown.channels.rows.len()));
    let rows = move || (0..count.get()).map(|place| row(session, shown, place)).collect_view().into_any();
    view! {
        <section class=class data-owner="marketing" aria-labelledby="channels-name">
            <div class="node-head">
                <h2 class="node-name" id="channels-name">
                    {text(shown, |shown| shown.words.channels.title.to_owned())}
                </h2>
                {live(move || shown.with(|shown| department(&shown.channels.department)))}
            </div>
            <table class="channel-table">
                {head(shown)}
                <tbody>{live(rows)}</tbody>
                {live(move || shown.with(|shown| totals(&shown.channels, shown.words.channels.total)))}
            </table>
            {live(move || shown.with(|shown| balance(&shown.channels)).into_any())}
            <div class="channels-foot">
                {add_button(session, shown)}
                <span class="channels-typical">{text(shown, |shown| shown.channels.typical.clone())}</span>
            </div>
        </section>
    }
    .into_any()
}

fn head(shown: Shown) -> AnyView {
    live(move || {
        let words = shown.with(|shown| &shown.words.channels);
        view! {
            <thead>
                <tr>
                    <th scope="col">{words.name}</th>
                    <th scope="col">{words.budget}</th>
                    <th scope="col">{words.cost}</th>
                    <th scope="col">{words.entries}</th>
                    <th><span class="visually-hidden">{words.actions}</span></th>
                </tr>
            </thead>
        }
        .into_any()
    })
}

fn row(session: RwSignal<Session>, shown: Shown, place: usize) -> AnyView {
    let error_id = format!("channel-{place}-error");
    // A row that is about to go draws nothing more.
    let on_row = move |draw: fn(&ChannelPanel, RwSignal<Session>, usize) -> AnyView| {
        live(move || {
            shown.with(|shown| shown.channels.rows.get(place).map(|row| draw(row, session, place))).into_any()
        })
    };
    let is_bought =
        shown.with_untracked(|shown| shown.channels.rows.get(place).is_some_and(|row| row.cost.is_some()));
    let cell =
        |field: Field| is_bought.then(|| field_box(session, field, FieldLook::Cell, None, error_id.clone()));
    view! {
        <tr>
            <th scope="row">
                {field_input(session, Field::ChannelName(place), "cell-input cell-name", None, error_id.clone())}
            </th>
            <td>{cell(Field::ChannelBudget(place))}</td>
            <td>{cell(Field::ChannelCost(place))}</td>
            <td>{on_row(|row, _, _| view! { <b>{row.entries.clone()}</b> }.into_any())}</td>
            <td>{on_row(remove_button)}</td>
        </tr>
        {on_row(error_row)}
    }
    .into_any()
}

fn error_row(row: &ChannelPanel, _: RwSignal<Session>, place: usize) -> AnyView {
    let error = field_error(row.error.as_ref(), &format!("channel-{place}-error"));
    error
        .map(|error| view! { <tr class="channel-error"><td colspan="5">{error}</td></tr> }.into_any())
        .into_any()
}

fn remove_button(row: &ChannelPanel, session: RwSignal<Session>, place: usize) -> AnyView {
    let remove = move |_| session.update(|session| session.edit(Edit::RemoveChannel(place)));
    let button = |label| {
        view! {
            <button class="channel-remove" type="button" aria-label=label on:click=remove>{icon("icon-close")}</button>
        }
        .into_any()
    };
    row.remove.clone().map(button).into_any()
}

fn totals(table: &ChannelsPanel, total: &'static str) -> AnyView {
    view! {
        <tfoot>
            <tr>
                <th scope="row">{total}</th>
                <td>{amount(&table.budget)}</td>
                <td>{amount(&table.cost)}</td>
                <td><b>{table.entries.clone()}</b></td>
                <td></td>
            </tr>
        </tfoot>
    }
    .into_any()
}

fn amount(written: &Written) -> AnyView {
    view! { {written.number.clone()}<span class="cell-unit">{written.unit.clone()}</span> }.into_any()
}

fn balance(table: &ChannelsPanel) -> Option<AnyView> {
    let (words, is_enough) = table.balance.as_ref()?;
    let class = if *is_enough { "balance balance-enough" } else { "balance balance-short" };
    let symbol = if *is_enough { "icon-check" } else { "icon-warning" };
    Some(view! { <p class=class>{icon(symbol)}<span>{sentence(words)}</span></p> }.into_any())
}

fn add_button(session: RwSignal<Session>, shown: Shown) -> AnyView {
    live(move || {
        let (can_add, name) = shown.with(|shown| (shown.channels.can_add, shown.words.channels.add));
        let add = move |_| session.update(|session| session.edit(Edit::AddChannel));
        let button = || {
            view! { <button class="link-button" type="button" on:click=add>{icon("icon-plus")}{name}</button> }
                .into_any()
        };
        can_add.then(button).into_any()
    })
}
