-- The audit trail: append only for the application (R__grants.sql), one row per changed thing.
create schema if not exists edc;

create sequence edc.audit_entry_seq increment by 50 start with 50;

create table edc.audit_entry (
    id            bigint primary key,
    at            timestamptz not null,
    written_at    timestamptz not null default clock_timestamp(),
    xid           xid8        not null default pg_current_xact_id(),
    study         text,
    site          text,
    subject_key   text,
    form_id       bigint,
    form_revision bigint,
    event_oid     text,
    form_oid      text,
    item_oid      text,
    action        text        not null,
    old_value     text,
    new_value     text,
    reason        text,
    actor_id      text        not null,
    username      text        not null,
    full_name     text,
    roles         text,
    organisation  text,
    origin        text        not null,
    request       text
);

comment on table edc.audit_entry is
    'Who changed what, when and why; append only (21 CFR 11.10(e)). at is the time of the act, written_at the database''s own clock.';

create index audit_entry_form on edc.audit_entry (form_id, form_revision);
create index audit_entry_subject on edc.audit_entry (study, site, subject_key, id);
