-- A request key serves one entry of one person: what came with it is told by its hash.
alter table edc.entry_request add column entry_sha256 text not null default '';
alter table edc.entry_request alter column entry_sha256 drop default;

comment on column edc.entry_request.entry_sha256 is
    'SHA-256 of item, text, unit, left-blank reason, item revision, reason and person of the entry first sent under this key.';
