-- Emergency code breaks. The treatment is not here: it stays sealed in the allocation schema.
create sequence edc.code_break_seq increment by 50 start with 50;

create table edc.code_break (
    id             bigint primary key,
    study          text        not null,
    site           text        not null,
    subject_key    text        not null,
    number         text        not null,
    adverse_event  boolean     not null,
    reason         text        not null check (length(reason) between 1 and 2000),
    broken_by      text        not null,
    broken_by_name text        not null,
    broken_at      timestamptz not null
);

comment on table edc.code_break is
    'Who learned the treatment of which participant in an emergency, when and why. The reason was given before anything was shown. '
    'Rows are never changed.';

create index code_break_of_study on edc.code_break (study, broken_at desc);

create table edc.code_break_notice_list (
    study      text primary key,
    addresses  text        not null,
    changed_at timestamptz not null
);

comment on table edc.code_break_notice_list is
    'To whom a study writes when a code is broken: e-mail addresses, one in each line. Changes are entries of the trail.';
