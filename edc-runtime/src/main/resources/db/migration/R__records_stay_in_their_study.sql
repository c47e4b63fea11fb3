-- No row goes from one study to another, in any table, later ones included. Runs after every migration:
-- ${flyway:timestamp}
do $$
declare
    t text;
begin
    for t in
        select c.relname from pg_class c
          join pg_attribute a on a.attrelid = c.oid and a.attname = 'study' and not a.attisdropped
         where c.relnamespace = 'edc'::regnamespace and c.relkind = 'r'
           and not exists (select 1 from pg_trigger g where g.tgrelid = c.oid and g.tgname = 'stays_in_its_study')
    loop
        execute format('create trigger stays_in_its_study before update on edc.%I'
            ' for each row execute function edc.stays_in_its_study()', t);
    end loop;
end
$$;
