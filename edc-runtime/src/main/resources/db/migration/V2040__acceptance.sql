-- Runs of test participants, and the record by which a version was released.
create sequence edc.acceptance_run_seq increment by 50 start with 50;

create table edc.acceptance_run (
    id          bigint primary key,
    study       text        not null references edc.study (oid),
    version_id  bigint      not null references edc.study_version (id),
    version_oid text        not null,
    file_sha256 text        not null,
    software    text        not null,
    result      jsonb       not null,
    passed      boolean     not null,
    ran_at      timestamptz not null,
    ran_by      text        not null,
    ran_name    text        not null,
    signer      text,
    signer_name text,
    username    text,
    meaning     text,
    signed_at   timestamptz,
    sha256      text,
    record      bytea,
    revision    integer     not null,
    check (num_nulls(signer, signer_name, username, meaning, signed_at, sha256) in (0, 6)),
    -- nothing red is ever signed or released
    check (passed or signer is null and record is null)
);
comment on table edc.acceptance_run is
    'Runs of the test participants of study versions. record: the PDF kept at release, once. sha256: of the signed content (RFC 8785).';
create index acceptance_run_version on edc.acceptance_run (version_id);
create unique index acceptance_run_released on edc.acceptance_run (version_id) where record is not null;

-- What a run came to never changes; a signature and a record are added once.
create function edc.acceptance_run_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'acceptance run % stays: runs are never removed', old.id using errcode = 'restrict_violation';
    end if;
    if (new.id, new.study, new.version_id, new.version_oid, new.file_sha256, new.software, new.result, new.passed,
            new.ran_at, new.ran_by, new.ran_name)
            is distinct from (old.id, old.study, old.version_id, old.version_oid, old.file_sha256, old.software,
            old.result, old.passed, old.ran_at, old.ran_by, old.ran_name)
            or old.record is not null
            or old.signed_at is not null and (new.signer, new.signer_name, new.username, new.meaning, new.signed_at, new.sha256)
               is distinct from (old.signer, old.signer_name, old.username, old.meaning, old.signed_at, old.sha256) then
        raise exception 'acceptance run % stays as it is', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end
$$;

create trigger acceptance_run_stays before update or delete on edc.acceptance_run
    for each row execute function edc.acceptance_run_stays();
