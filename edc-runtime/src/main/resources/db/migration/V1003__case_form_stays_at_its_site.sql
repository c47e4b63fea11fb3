-- A form stays at its site too: whoever moves a participant will need a way of its own, with its own entries.
create or replace function edc.case_form_is_audited() returns trigger
    language plpgsql
    set search_path = pg_catalog
as
$$
declare
    last_revision bigint := 0;
    told          bigint;
begin
    if tg_op = 'DELETE' then
        raise exception 'Case form % was deleted. Case forms are made void, with a reason, and never deleted.', old.id
            using errcode = 'integrity_constraint_violation';
    end if;
    if tg_op = 'UPDATE' then
        last_revision := old.revision;
        -- what identifies the form never changes
        if (new.id, new.study, new.site, new.subject_key, new.event_oid, new.form_oid, new.row_no, new.created_at)
            is distinct from (old.id, old.study, old.site, old.subject_key, old.event_oid, old.form_oid, old.row_no, old.created_at)
        then
            raise exception 'Case form % was moved. Make it void and enter it where it belongs.', old.id
                using errcode = 'integrity_constraint_violation';
        end if;
    end if;
    if new.revision <= last_revision then
        raise exception 'Case form % was changed and stayed at revision %. Each change moves the revision by one.',
            new.id, new.revision using errcode = 'integrity_constraint_violation';
    end if;
    -- entries of this very transaction: one written earlier cannot vouch for a later change
    select count(distinct a.form_revision) into told
    from edc.audit_entry a
    where a.form_id = new.id
      and a.form_revision > last_revision
      and a.form_revision <= new.revision
      and a.xid = pg_current_xact_id();
    if told <> new.revision - last_revision then
        raise exception 'Case form % went from revision % to % with % of them in the audit trail.',
            new.id, last_revision, new.revision, told
            using errcode = 'integrity_constraint_violation',
                  hint = 'Change case forms through the capture room, which tells each change.';
    end if;
    return null;
end
$$;
