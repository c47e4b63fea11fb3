-- Source data verification: one row for each tick; a tick that is lost keeps its row.
create sequence edc.verification_seq increment by 50 start with 50;

create table edc.verification (
    id            bigint primary key,
    study         text not null,
    site          text not null,
    subject_key   text not null,
    form_id       bigint not null,
    item_oid      text not null,
    item_revision bigint not null,
    verified_by   text not null,
    verified_name text not null,
    verified_at   timestamptz not null,
    ended_at      timestamptz,
    lost          boolean not null
);
comment on table edc.verification is
    'A monitor compared this item with its source, as it stood at item_revision. ended_at: when the tick stopped holding; lost: because the item changed, not because it was taken back.';
create index verification_subject on edc.verification (study, subject_key);
create unique index verification_once on edc.verification (form_id, item_oid) where ended_at is null;
