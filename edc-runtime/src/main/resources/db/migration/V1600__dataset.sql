-- Datasets that were released, kept so that downloading again gives the same bytes.
create sequence edc.dataset_release_seq;

create table edc.dataset_release (
    id            bigint primary key,
    study         text        not null,
    number        integer     not null,
    file_name     text        not null,
    sha256        text        not null,
    size          bigint      not null,
    version_oid   text        not null,
    locked_at     timestamptz not null,
    released_at   timestamptz not null,
    released_by   text        not null,
    released_name text        not null,
    unique (study, number)
);
comment on table edc.dataset_release is
    'One row for each released dataset: sha256 and size of the zip, the lock it was cut under, who released it. Written once.';

create table edc.dataset_piece (
    release_id bigint  not null references edc.dataset_release (id),
    n          integer not null,
    bytes      bytea   not null,
    primary key (release_id, n)
);
comment on table edc.dataset_piece is 'The zip of a release in pieces of 1 MiB, from 1. Written once.';

-- already compressed
alter table edc.dataset_piece alter column bytes set storage external;
