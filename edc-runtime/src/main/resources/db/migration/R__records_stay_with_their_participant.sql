-- Whatever is of a participant stands at the participant's site, in any table, later ones included: it follows him when he
-- moves, and goes nowhere else. The trail stays where it was written. Runs after every migration:
-- ${flyway:timestamp}
do $$
declare
    t text;
begin
    for t in
        select c.relname from pg_class c
         where c.relnamespace = 'edc'::regnamespace and c.relkind = 'r'
           and (select count(*) from pg_attribute a
                 where a.attrelid = c.oid and not a.attisdropped and a.attname in ('study', 'site', 'subject_key')) = 3
           -- an entry tells where something was done, a request where it was sent
           and c.relname not in ('subject', 'audit_entry', 'participant_request')
           and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.conname = c.relname || '_at_its_site')
    loop
        execute format('alter table edc.%I add constraint %I foreign key (study, site, subject_key)'
            ' references edc.subject (study, site, subject_key) on update cascade deferrable initially deferred',
            t, t || '_at_its_site');
    end loop;
end
$$;
