-- Rows may belong to a visit too: a group that repeats inside a form is a form of its own with rows at that visit.
alter table edc.case_form drop constraint case_form_seat;
alter table edc.case_form add constraint case_form_seat check (event_oid is not null or row_no is not null);

drop index edc.case_form_of_event;
create unique index case_form_of_event on edc.case_form (study, subject_key, event_oid, form_oid)
    where event_oid is not null and row_no is null and state <> 'VOID';
drop index edc.case_form_of_log;
create unique index case_form_of_log on edc.case_form (study, subject_key, form_oid, row_no)
    where event_oid is null;
create unique index case_form_row_of_event on edc.case_form (study, subject_key, event_oid, form_oid, row_no)
    where event_oid is not null and row_no is not null;

comment on column edc.case_form.row_no is
    'Number of the row, from 1: in the participant''s log (event_oid null) or among the rows of the form at that event. '
    'Null: the one form at its event.';
