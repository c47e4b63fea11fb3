-- Deviations from the protocol.
create sequence edc.deviation_seq increment by 50 start with 50;
create table edc.deviation (
    id           bigint      primary key,
    study        text        not null,
    site         text        not null,
    subject_key  text,
    kind         text,
    about        text,
    category     text        not null,
    event_oid    text,
    form_oid     text,
    on_date      date,
    from_date    date,
    until_date   date,
    description  text,
    weight       text,
    state        text        not null,
    recorded_by  text,
    recorded_at  timestamptz not null,
    ended_by     text,
    ended_at     timestamptz,
    ended_reason text,
    revision     bigint      not null,
    check ((kind is null) = (about is null)),
    check (kind is null or subject_key is not null),
    check ((kind is null) = (description is not null)),
    check ((kind is null) = (recorded_by is not null)),
    check ((state = 'STANDS') = (ended_at is null)),
    check ((state = 'VOID') = (ended_reason is not null))
);
comment on table edc.deviation is
    'Deviations from the protocol: noticed by the system (kind) or recorded by people. None is removed: each stands, is taken back, or is void with a reason.';
comment on column edc.deviation.about is 'What a noticed deviation is about: with its kind it is the participant''s only one.';
create unique index deviation_noticed on edc.deviation (study, subject_key, kind, about) where kind is not null;
create index deviation_site on edc.deviation (study, site);
