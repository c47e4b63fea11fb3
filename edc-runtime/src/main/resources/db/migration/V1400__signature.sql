-- Electronic signatures (21 CFR 11.50, 11.70) and the lock of the study.
create sequence edc.signing_request_seq increment by 50 start with 50;
create sequence edc.signature_seq increment by 50 start with 50;

create table edc.signing_request (
    id           bigint primary key,
    study        text not null,
    site         text,
    meaning      text not null,
    signer       text not null,
    signer_name  text not null,
    requested_at timestamptz not null,
    state        text not null check (state in ('PENDING', 'SIGNED')),
    version      integer not null
);
comment on table edc.signing_request is
    'What a person is about to sign, stored before he is sent to Keycloak; compared with what he comes back to.';

create table edc.signing_request_form (
    request_id  bigint not null references edc.signing_request (id),
    n           integer not null,
    form_id     bigint not null,
    revision    bigint not null,
    sha256      text not null,
    primary key (request_id, n)
);
comment on table edc.signing_request_form is
    'One form of a signing request: its revision and the SHA-256 of its canonical content (RFC 8785), hexadecimal.';

create table edc.signature (
    id            bigint primary key,
    study         text not null,
    site          text not null,
    subject_key   text not null,
    form_id       bigint not null,
    form_revision bigint not null,
    version_id    bigint not null,
    sha256        text not null,
    meaning       text not null,
    signer        text not null,
    signer_name   text not null,
    username      text not null,
    signed_at     timestamptz not null,
    request_id    bigint not null references edc.signing_request (id),
    broken_at     timestamptz,
    broken_by     text,
    version       integer not null
);
comment on table edc.signature is
    'Signature of a form as it stood at form_revision. broken_at, broken_by: when and by which changes it stopped holding.';
create unique index signature_once on edc.signature (form_id) where broken_at is null;
create index signature_subject on edc.signature (study, subject_key);
create index signature_form on edc.signature (form_id);

create table edc.study_lock (
    study       text primary key,
    locked_by   text not null,
    locked_name text not null,
    locked_at   timestamptz not null,
    reason      text not null
);
comment on table edc.study_lock is 'Studies that are locked: no data may change. Unlocking takes the row away; the audit trail keeps both.';
