-- Which version is in force at a site from which date; written once, so that the past can be read off.
create sequence edc.site_version_seq increment by 50 start with 50;

create table edc.site_version (
    id         bigint primary key,
    study      text        not null,
    site       text        not null,
    version_id bigint      not null,
    from_date  date        not null,
    decided_at timestamptz not null,
    foreign key (study, site) references edc.site (study, number) deferrable initially deferred,
    foreign key (study, version_id) references edc.study_version (study, id) deferrable initially deferred
);

comment on table edc.site_version is
    'Decisions: from from_date, a date in the site''s time zone, new participants of the site take this version. A later decision (greater id) replaces what was decided before for its date and the dates after it.';

create index site_version_site on edc.site_version (study, site, id);

create function edc.site_version_is_released() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    if not exists (select 1 from edc.study_version where id = new.version_id and status = 'RELEASED') then
        raise exception 'study version % is not released and cannot be in force at site %', new.version_id, new.site
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;

create constraint trigger site_version_is_released after insert on edc.site_version
    deferrable initially deferred for each row execute function edc.site_version_is_released();

insert into edc.site_version (id, study, site, version_id, from_date, decided_at)
select nextval('edc.site_version_seq'), s.study, s.number, s.version_id,
       (v.released_at at time zone s.time_zone)::date, v.released_at
  from edc.site s join edc.study_version v on v.id = s.version_id and v.study = s.study and v.status = 'RELEASED';

alter table edc.site drop column version_id;
comment on table edc.site is 'Sites by study; time_zone is an IANA name. Which version is in force: edc.site_version.';
