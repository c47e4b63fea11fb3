-- The data: one document per form of a participant at a visit, or per row of a log.
create sequence edc.case_form_seq increment by 50 start with 50;

create table edc.case_form (
    id           bigint primary key,
    study        text        not null,
    site         text        not null,
    subject_key  text        not null,
    event_oid    text,
    form_oid     text        not null,
    row_no       integer,
    version_id   bigint      not null,
    state        text        not null check (state in ('STARTED', 'COMPLETE', 'NOT_DONE', 'VOID')),
    locked       boolean     not null default false,
    revision     bigint      not null check (revision > 0),
    document     jsonb       not null,
    completed_at timestamptz,
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    constraint case_form_seat check ((event_oid is null) = (row_no is not null))
);

comment on table edc.case_form is
    'One form of one participant at one event, or one row of a log (row_no). revision grows by one with each change; '
    'document = {"items":{"<OID>":{"t":typed,"v":value,"u":unit,"b":left blank,"ok":readable,"r":item revision,'
    '"c":[standing checks],"h":hidden}}}. completed_at: first or latest completion; from then on changes need a reason.';

create unique index case_form_of_event on edc.case_form (study, subject_key, event_oid, form_oid)
    where event_oid is not null and state <> 'VOID';
create unique index case_form_of_log on edc.case_form (study, subject_key, form_oid, row_no)
    where row_no is not null;
create index case_form_subject on edc.case_form (study, site, subject_key);

create table edc.entry_request (
    form_id     bigint      not null references edc.case_form (id),
    request_key text        not null,
    answer      text        not null,
    at          timestamptz not null,
    primary key (form_id, request_key)
);

comment on table edc.entry_request is
    'Entries answered before, so that a repeated request gets the same answer and changes nothing.';
