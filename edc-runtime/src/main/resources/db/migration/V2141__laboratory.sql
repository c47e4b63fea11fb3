-- Laboratories and their reference ranges. What is normal for a sample is never told by two rows.
create sequence edc.laboratory_seq increment by 50 start with 50;
create sequence edc.laboratory_range_seq increment by 50 start with 50;

create table edc.laboratory (
    id       bigint primary key,
    study    text        not null,
    site     text,
    code     text        not null check (code ~ '^[A-Za-z0-9._-]{1,20}$'),
    name     text        not null check (length(name) between 1 and 200),
    added_at timestamptz not null,
    constraint laboratory_in_study unique (study, id),
    foreign key (study, site) references edc.site (study, number) deferrable initially deferred
);

create unique index laboratory_code on edc.laboratory (study, lower(code));

comment on table edc.laboratory is 'Laboratories of a study; site: the only one that it serves, else all. Never removed.';

create table edc.laboratory_range (
    id            bigint primary key,
    study         text    not null,
    laboratory_id bigint  not null,
    analyte       text    not null,
    unit          text,
    low           numeric,
    high          numeric,
    sex           text,
    age_from      integer check (age_from >= 0),
    age_to        integer check (age_to > coalesce(age_from, 0)),
    age_unit      text    not null check (age_unit in ('YEARS', 'MONTHS')),
    valid_from    date    not null,
    valid_to      date,
    version       integer not null check (version > 0),
    check (low is not null or high is not null),
    check (high is null or low is null or low <= high),
    check (valid_to is null or valid_from <= valid_to),
    foreign key (study, laboratory_id) references edc.laboratory (study, id),
    -- texts stand in ranges of one number each, since GiST knows no equality of texts without an extension
    constraint laboratory_ranges_do_not_overlap exclude using gist (
        int8range(laboratory_id, laboratory_id, '[]') with &&,
        int8range(hashtextextended(analyte, 0), hashtextextended(analyte, 0), '[]') with &&,
        int8range(hashtextextended(lower(sex), 0), hashtextextended(lower(sex), 0), '[]') with &&,
        int4range(coalesce(age_from, 0) * case age_unit when 'YEARS' then 12 else 1 end,
                  age_to * case age_unit when 'YEARS' then 12 else 1 end, '[)') with &&,
        daterange(valid_from, valid_to, '[]') with &&)
);

comment on table edc.laboratory_range is
    'Reference ranges: low and high included, age_from included and age_to not, valid_from and valid_to included; sex null: both; '
    'version grows with each change, which the audit trail tells.';

create index laboratory_range_study on edc.laboratory_range (study, analyte);
