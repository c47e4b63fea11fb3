-- Participants, their gate before randomisation, and the screening number counter of each site.
create schema if not exists edc;

create sequence edc.subject_seq increment by 50 start with 50;

create table edc.subject (
    id                    bigint primary key,
    study                 text        not null,
    site                  text        not null,
    subject_key           text        not null,
    status                text        not null
        check (status in ('SCREENING', 'SCREEN_FAILED', 'RANDOMIZED', 'WITHDRAWN', 'COMPLETED')),
    version_id            bigint      not null,
    added_at              timestamptz not null,
    consent_date          date,
    criteria              jsonb       not null default '[]',
    eligibility_signer    text,
    eligibility_signed_at timestamptz,
    eligibility_broken_at timestamptz,
    eligibility_broken_by text,
    randomization_number  text,
    randomized_at         timestamptz,
    ended_on              date,
    ended_reason          text,
    locked                boolean     not null default false,
    revision              bigint      not null,
    unique (study, subject_key),
    unique (study, randomization_number),
    check ((randomization_number is null) = (randomized_at is null))
);

comment on table edc.subject is
    'Participants by study and site. criteria holds each eligibility criterion with its verdict as last judged; the arm is never here.';

create index subject_site on edc.subject (study, site, status);

create table edc.subject_counter (
    study text not null,
    site  text not null,
    last  int  not null,
    primary key (study, site)
);

comment on table edc.subject_counter is
    'Last screening number given at a site; its row is locked while a number is given, so that numbers have no gaps.';

create table edc.enrolment_closed (
    study  text primary key,
    reason text not null
);

comment on table edc.enrolment_closed is 'Studies to which nobody can be added, with the sentence shown to whoever tries.';
