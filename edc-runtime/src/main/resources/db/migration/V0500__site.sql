-- Sites of studies.
create schema if not exists edc;

create sequence edc.site_seq increment by 50 start with 50;

create table edc.site (
    id         bigint primary key,
    study      text not null,
    number     text not null,
    name       text not null,
    status     text not null check (status in ('PLANNED', 'ACTIVE', 'ON_HOLD', 'CLOSED')),
    time_zone  text not null,
    version_id bigint,
    unique (study, number)
);

comment on table edc.site is 'Sites by study; time_zone is an IANA name, version_id the study version in force.';
