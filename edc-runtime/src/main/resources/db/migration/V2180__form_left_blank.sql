-- Why a form was left blank as a whole; its words are the reason in the trail.
alter table edc.case_form add column left_blank text
    check (left_blank in ('NOT_DONE', 'UNKNOWN', 'NOT_APPLICABLE', 'REFUSED'));

comment on column edc.case_form.left_blank is
    'Why the form was declared not done; null for all others, and for those of before this was asked.';
