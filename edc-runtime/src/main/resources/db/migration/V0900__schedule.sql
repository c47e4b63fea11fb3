-- Visits as recorded, and captured dates that windows count from. Windows are computed, never stored.
create schema if not exists edc;

create sequence edc.visit_seq increment by 50 start with 50;

create table edc.visit (
    id          bigint primary key,
    study       text   not null,
    site        text   not null,
    subject_key text   not null,
    event_oid   text   not null,
    status      text   not null check (status in ('PLANNED', 'DONE', 'NOT_DONE')),
    visit_date  date,
    reason      text,
    revision    bigint not null,
    unique (study, subject_key, event_oid),
    foreign key (study, subject_key) references edc.subject (study, subject_key),
    check ((status = 'DONE') = (visit_date is not null))
);

comment on table edc.visit is
    'What is recorded about an event of a participant; visit_date is the date at the site. No row: nothing recorded yet.';

create index visit_site on edc.visit (study, site);

create sequence edc.visit_anchor_seq increment by 50 start with 50;

create table edc.visit_anchor (
    id          bigint primary key,
    study       text not null,
    site        text not null,
    subject_key text not null,
    event_oid   text not null,
    form_oid    text not null,
    item_oid    text not null,
    anchor_date date,
    unique (study, subject_key, event_oid, form_oid, item_oid),
    foreign key (study, subject_key) references edc.subject (study, subject_key)
);

comment on table edc.visit_anchor is 'Captured dates that windows count from (day 0), for example the date of injection.';

create index visit_anchor_site on edc.visit_anchor (study, site);
