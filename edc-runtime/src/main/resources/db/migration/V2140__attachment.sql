-- Files that belong to items. The bytes lie in the folder of attachments, under their SHA-256; a row is never changed.
create sequence edc.attachment_seq increment by 50 start with 50;

create table edc.attachment (
    id          bigint primary key,
    study       text        not null,
    site        text        not null,
    subject_key text        not null,
    form_id     bigint      not null,
    form_oid    text        not null,
    item_oid    text        not null,
    request_key text        not null,
    file_name   text        not null check (length(file_name) between 1 and 200),
    kind        text        not null,
    size_bytes  bigint      not null check (size_bytes > 0),
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    stored_at   timestamptz not null,
    stored_by   text        not null,
    stored_name text        not null,
    constraint attachment_once unique (form_id, request_key),
    foreign key (study, form_id) references edc.case_form (study, id) deferrable initially deferred
);

comment on table edc.attachment is
    'One file at one item of a case form: what it is called, what it is by its content, its size and hash, who attached it. The '
    'item holds name and id ("report.pdf #17"); files that were replaced or taken away keep their rows.';

create index attachment_of_item on edc.attachment (form_id, item_oid, id desc);
