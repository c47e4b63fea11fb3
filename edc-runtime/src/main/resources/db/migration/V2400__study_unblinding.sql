-- Unblinding of whole studies. No treatment is here: they stay sealed in the allocation schema.
create table edc.study_unblinding (
    study             text        primary key,
    reason            text        not null check (length(reason) between 1 and 2000),
    unblinded_by      text        not null,
    unblinded_by_name text        not null,
    unblinded_at      timestamptz not null
);

comment on table edc.study_unblinding is
    'That the treatments of a study were made known to those who work with its data, when, by whom and why. Rows are never changed: '
    'what somebody knows cannot be taken back.';
