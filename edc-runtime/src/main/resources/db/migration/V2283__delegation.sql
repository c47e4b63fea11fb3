-- The delegation log of each site.
create sequence edc.delegation_seq increment by 50 start with 50;
create table edc.delegation (
    id          bigint      primary key,
    study       text        not null,
    site        text        not null,
    username    text        not null,
    name        text        not null,
    duties      text        not null,
    from_date   date        not null,
    until_date  date,
    trained_on  date,
    approved_by text,
    approved_at timestamptz,
    check (until_date is null or until_date >= from_date),
    check ((approved_at is null) = (approved_by is null))
);
comment on table edc.delegation is
    'Who may do what at a site, from when to when, trained on which day and approved by whom. Lines end and are never removed.';
create index delegation_site on edc.delegation (study, site);
