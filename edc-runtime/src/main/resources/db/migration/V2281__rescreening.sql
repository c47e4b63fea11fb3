-- Whoever failed screening and is screened again has a new number; this leads from the later one to the earlier.
create table edc.rescreening (
    study       text not null,
    site        text not null,
    subject_key text not null,
    earlier_key text not null,
    primary key (study, subject_key),
    unique (study, earlier_key),
    foreign key (study, subject_key) references edc.subject (study, subject_key),
    foreign key (study, earlier_key) references edc.subject (study, subject_key)
);
comment on table edc.rescreening is 'Later and earlier screening number of the same person, at one site. Never changed.';
