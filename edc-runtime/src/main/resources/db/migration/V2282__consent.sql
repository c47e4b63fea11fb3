-- Which consent text is in force where and from when, and who consented again.
create sequence edc.consent_text_seq increment by 50 start with 50;
create table edc.consent_text (
    id            bigint      primary key,
    study         text        not null,
    site          text        not null,
    label         text        not null,
    in_force_from date        not null,
    again         boolean     not null,
    person        text        not null,
    at            timestamptz not null,
    unique (study, site, label),
    unique (study, site, in_force_from)
);
comment on table edc.consent_text is
    'Versions of the consent text by site; again: whoever consented to an earlier one is asked again. Never changed.';

create sequence edc.consent_given_seq increment by 50 start with 50;
create table edc.consent_given (
    id          bigint      primary key,
    study       text        not null,
    site        text        not null,
    subject_key text        not null,
    label       text        not null,
    on_date     date        not null,
    before      text        not null,
    person      text        not null,
    at          timestamptz not null,
    back_at     timestamptz,
    back_reason text,
    foreign key (study, subject_key) references edc.subject (study, subject_key),
    foreign key (study, site, label) references edc.consent_text (study, site, label),
    check ((back_at is null) = (back_reason is null))
);
comment on table edc.consent_given is
    'Consents to later texts; the first one is the consent form''s. One that was taken back stays, with the reason.';
create index consent_given_subject on edc.consent_given (study, subject_key);
