-- When and in which transaction an entry was written is the database's to say, whatever the writer sends.
create function edc.audit_entry_stamp() returns trigger
    language plpgsql
    set search_path = pg_catalog
as
$$
begin
    new.written_at := clock_timestamp();
    new.xid := pg_current_xact_id();
    return new;
end
$$;

create trigger audit_entry_stamp
    before insert on edc.audit_entry
    for each row execute function edc.audit_entry_stamp();
