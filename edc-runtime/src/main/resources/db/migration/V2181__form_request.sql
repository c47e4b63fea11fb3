-- Requests to complete a form or to add a row, so that the same one sent again does nothing a second time.
create table edc.form_request (
    study       text        not null,
    request_key text        not null,
    person      text        not null,
    act         text        not null,
    form_id     bigint      not null references edc.case_form (id),
    at          timestamptz not null,
    primary key (study, request_key)
);
comment on table edc.form_request is
    'Which form a request key was about, what was asked (COMPLETE and the form, ROW and where) and by whom.';
