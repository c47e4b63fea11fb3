-- Planned unblinding of participants. The treatment is not here: it stays sealed in the allocation schema.
create sequence edc.planned_unblinding_seq increment by 50 start with 50;

create table edc.planned_unblinding (
    id                bigint primary key,
    study             text        not null,
    subject_key       text        not null,
    number            text        not null,
    event_oid         text        not null,
    reason            text        check (length(reason) between 1 and 2000),
    unblinded_by      text        not null,
    unblinded_by_name text        not null,
    unblinded_at      timestamptz not null,
    unique (study, subject_key)
);

comment on table edc.planned_unblinding is
    'That a participant''s treatment was made known to its own site as planned, when and by whom. Rows are never changed: what '
    'somebody knows cannot be taken back.';
