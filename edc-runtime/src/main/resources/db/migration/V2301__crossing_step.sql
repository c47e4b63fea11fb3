-- The way of participants to a later period: preparation, refusal, refusal taken back.
create sequence edc.crossing_step_seq increment by 50 start with 50;

create table edc.crossing_step (
    id               bigint primary key,
    study            text        not null,
    subject_key      text        not null,
    event_oid        text        not null,
    kind             text        not null check (kind in ('PREPARED', 'REFUSED', 'RESUMED')),
    said             text        not null check (length(said) between 1 and 2000),
    recorded_by      text        not null,
    recorded_by_name text        not null,
    recorded_at      timestamptz not null
);

comment on table edc.crossing_step is
    'What was recorded about the way of a participant to a later period. That there is a row tells the arm: only who may know '
    'it sees any. Rows are never changed.';

create index crossing_step_of_subject on edc.crossing_step (study, subject_key);
