-- What a study's newest transactions are: asked each time something worked out before is given again (Tide).
create index audit_entry_tide on edc.audit_entry (study, xid);
