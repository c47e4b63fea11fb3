-- Queries: open questions on data, each with its messages.
create sequence edc.query_seq increment by 50 start with 50;

create table edc.query (
    id          bigint primary key,
    study       text not null,
    site        text not null,
    subject_key text not null,
    form_id     bigint not null,
    event_oid   text,
    form_oid    text not null,
    item_oid    text,
    check_oid   text,
    state       text not null check (state in ('OPEN', 'ANSWERED', 'CLOSED')),
    text        text not null,
    opened_by   text not null,
    opened_name text not null,
    opened_at   timestamptz not null,
    changed_at  timestamptz not null,
    version     integer not null
);
comment on table edc.query is
    'Open questions on data. item_oid null: about the form as a whole; check_oid null: raised by a person.';
create index query_place on edc.query (study, site, state);
create index query_subject on edc.query (study, subject_key);
create index query_form on edc.query (form_id);
-- a system query is never open twice for the same check at the same place; a log row is a form of its own
create unique index query_once on edc.query (form_id, coalesce(item_oid, ''), check_oid)
    where check_oid is not null and state <> 'CLOSED';

create table edc.query_message (
    query_id  bigint not null references edc.query (id),
    n         integer not null,
    act       text not null check (act in ('RAISED', 'ANSWERED', 'CLOSED', 'REOPENED')),
    text      text not null,
    person    text not null,
    full_name text not null,
    role      text not null,
    at        timestamptz not null,
    primary key (query_id, n)
);
comment on table edc.query_message is 'What was said on a query, by whom and when; never changed.';
