-- What splits the allocation lists, or is balanced by minimisation, as the participant's forms say it now.
create table edc.subject_stratum (
    subject_id bigint not null references edc.subject (id),
    item       text   not null,
    code       text   not null,
    primary key (subject_id, item)
);

comment on table edc.subject_stratum is
    'The code of each stratum item, pushed down from the forms; what counted when a participant was randomised stays with the allocation.';
