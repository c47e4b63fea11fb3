-- Files of clinical data that were looked at, and perhaps taken, in copies of studies; what their participants and rows are
-- called here.
create sequence edc.import_run_seq increment by 50 start with 50;

create table edc.import_run (
    id        bigint primary key,
    study     text        not null,
    site      text,
    file_name text        not null,
    sha256    text        not null,
    content   bytea       not null,
    state     text        not null check (state in ('LOOKED_AT', 'TAKEN')),
    outcome   text        not null,
    looked_at timestamptz not null,
    looked_by text        not null,
    taken_at  timestamptz,
    taken_by  text,
    reason    text,
    revision  bigint      not null,
    check ((state = 'TAKEN') = (taken_at is not null)),
    -- participants' data come from their sites alone
    constraint import_into_copies_only check (study like '%~%')
);

comment on table edc.import_run is
    'Files of clinical data in test and training studies: content as it came, outcome in JSON (findings, counts), whether it was taken. Never removed.';

create index import_run_study on edc.import_run (study, id desc);

create table edc.imported_subject (
    study       text not null,
    source_key  text not null,
    subject_key text not null,
    primary key (study, source_key),
    foreign key (study, subject_key) references edc.subject (study, subject_key) deferrable initially deferred
);

comment on table edc.imported_subject is 'What participants of files are called here, so that the same file finds them again.';

create table edc.imported_row (
    study       text   not null,
    subject_key text   not null,
    event_oid   text   not null,
    form_oid    text   not null,
    source_key  text   not null,
    form_id     bigint not null,
    primary key (study, subject_key, event_oid, form_oid, source_key),
    foreign key (study, form_id) references edc.case_form (study, id) deferrable initially deferred
);

comment on table edc.imported_row is 'Which row a repeat key of a file became, so that the same file finds it again; event_oid is empty for logs of no visit.';
