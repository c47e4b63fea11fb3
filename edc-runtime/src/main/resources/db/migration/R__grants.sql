-- What the application's role may do. Runs again whenever this file changes, and after every migration:
-- ${flyway:timestamp}
grant usage on schema edc to edc_app;
grant select, insert, update, delete on all tables in schema edc to edc_app;
grant usage, select on all sequences in schema edc to edc_app;
alter default privileges in schema edc grant select, insert, update, delete on tables to edc_app;
alter default privileges in schema edc grant usage, select on sequences to edc_app;

-- Append only, for good: the trail can be neither changed nor shortened by the application.
revoke update, delete, truncate on edc.audit_entry from edc_app;
revoke create on schema edc from edc_app;
revoke create on schema public from public;

-- Records of trial conduct end by a state of theirs, never by going.
revoke delete, truncate on edc.case_form, edc.subject, edc.visit, edc.query, edc.query_message, edc.verification,
    edc.signature, edc.standing_step from edc_app;

revoke update, delete, truncate on edc.rescreening, edc.consent_text, edc.subject_move from edc_app;
revoke delete, truncate on edc.consent_given, edc.delegation, edc.deviation, edc.duplicate, edc.person_mark from edc_app;

-- Which version was in force where and when is never rewritten.
revoke update, delete, truncate on edc.site_version from edc_app;

-- Values were judged by them.
revoke delete, truncate on edc.laboratory, edc.laboratory_range from edc_app;

-- What was attached stays as it was.
revoke update, delete, truncate on edc.attachment from edc_app;

-- Who broke which code when and why stays; letters are sent, not taken back.
revoke update, delete, truncate on edc.code_break from edc_app;
revoke delete, truncate on edc.letter, edc.code_break_notice_list from edc_app;

-- Whose treatment was made known stays so, and what was recorded about the way to a later period.
revoke update, delete, truncate on edc.planned_unblinding, edc.crossing_step, edc.study_unblinding from edc_app;

-- Released datasets are kept as they were.
revoke update, delete, truncate on edc.dataset_release, edc.dataset_piece from edc_app;

-- By which run a version was released stays.
revoke delete, truncate on edc.acceptance_run from edc_app;

-- Which version the schema has is the owner's to say; the application reads it.
revoke insert, update, delete on edc.flyway_schema_history from edc_app;
