-- Studies and their versions: each version is a file, kept as it came.
create schema if not exists edc;

create table edc.study (
    oid  text primary key,
    name text not null
);

comment on table edc.study is 'Studies that were loaded; oid is the author''s.';

create sequence edc.study_version_seq increment by 50 start with 50;

create table edc.study_version (
    id          bigint primary key,
    study       text        not null references edc.study (oid),
    oid         text        not null,
    name        text        not null,
    status      text        not null check (status in ('LOADED', 'RELEASED')),
    content     bytea       not null,
    sha256      text        not null check (sha256 = encode(sha256(content), 'hex')),
    loaded_at   timestamptz not null,
    released_at timestamptz,
    check ((status = 'RELEASED') = (released_at is not null)),
    unique (study, oid)
);

comment on table edc.study_version is
    'Versions of studies; content is the ODM 2.0 file byte for byte. Only status and released_at ever change, once.';

-- Data were collected by it: a version can be neither changed, taken back nor removed.
create function edc.study_version_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'study version % of % stays: versions are never removed', old.oid, old.study;
    end if;
    if (new.id, new.study, new.oid, new.name, new.content, new.sha256, new.loaded_at)
            is distinct from (old.id, old.study, old.oid, old.name, old.content, old.sha256, old.loaded_at)
            or old.status = 'RELEASED' then
        raise exception 'study version % of % stays as it is: load a new version', old.oid, old.study;
    end if;
    return new;
end
$$;

create trigger study_version_stays before update or delete on edc.study_version
    for each row execute function edc.study_version_stays();
