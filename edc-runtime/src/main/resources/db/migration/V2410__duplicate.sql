-- Participants that look like one person.
create table edc.person_mark (
    study       text not null,
    site        text not null,
    subject_key text not null,
    mark        text,
    primary key (study, subject_key)
);
comment on table edc.person_mark is
    'What tells a person, of each participant, as a keyed mark (HMAC-SHA256) by a key that is not in the database: it can be compared and not read. Null while something is missing.';
create index person_mark_alike on edc.person_mark (study, mark) where mark is not null;

create sequence edc.duplicate_seq;
create table edc.duplicate (
    id          bigint      primary key,
    study       text        not null,
    site        text        not null,
    subject_key text        not null,
    other_site  text        not null,
    other_key   text        not null,
    state       text        not null check (state in ('SUSPECTED', 'DIFFERENT', 'SAME', 'TAKEN_BACK')),
    noticed_at  timestamptz not null,
    decided_by  text,
    decided_at  timestamptz,
    reason      text        check (length(reason) between 1 and 2000),
    revision    bigint      not null,
    check (subject_key <> other_key),
    check ((decided_at is null) = (decided_by is null) and (decided_at is null) = (reason is null)),
    check (state not in ('DIFFERENT', 'SAME') or decided_at is not null),
    constraint duplicate_other_at_its_site foreign key (study, other_site, other_key)
        references edc.subject (study, site, subject_key) on update cascade deferrable initially deferred
);
comment on table edc.duplicate is
    'Two participants of a study whose marks were the same, and what people decided about them. None is removed.';
create unique index duplicate_pair on edc.duplicate (study, least(subject_key, other_key), greatest(subject_key, other_key));
create index duplicate_site on edc.duplicate (study, site);
create index duplicate_other_site on edc.duplicate (study, other_site);
