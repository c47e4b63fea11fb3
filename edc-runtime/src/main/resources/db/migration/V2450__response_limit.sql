-- Limits of a response that studies use in place of their file's; the newest one of a rule holds, one without amount ends it.
create sequence edc.response_limit_seq increment by 50 start with 50;

create table edc.response_limit (
    id       bigint primary key,
    study    text        not null,
    response text        not null,
    item     text        not null,
    kind     text        not null check (kind in ('CHANGED', 'PERCENT', 'AT_LEAST', 'AT_MOST')),
    amount   numeric,
    source   text check (length(source) <= 500),
    reason   text        not null check (length(reason) between 1 and 500),
    set_by   text        not null,
    set_at   timestamptz not null,
    check (amount is null or length(source) > 0)
);

create index response_limit_study on edc.response_limit (study, set_at);

comment on table edc.response_limit is
    'From which amount a result counts as a response, set by the study with source and reason; rows are never changed.';
