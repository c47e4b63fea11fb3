-- Lists by strata, drawn from a seed that is sealed with them, prepared by one person and sealed by another; minimisation.
alter table allocation.list
    add column stratum      text not null default '',
    add column origin       text not null default 'DRAWN' check (origin in ('DRAWN', 'UPLOADED', 'MINIMISED')),
    add column version_id   bigint,
    add column asked        int,
    add column seed         text,
    add column preparer     text not null default '',
    add column decided_at   timestamptz,
    add column decided_by   text,
    add column decider      text,
    add column withdrawn    boolean not null default false,
    drop constraint list_slots_check,
    add constraint list_slots_check check (slots > 0 or origin = 'MINIMISED'),
    add constraint list_two_people check (withdrawn or decider is null or decider = '' or decider <> preparer),
    add constraint list_decided check ((decided_at is null) = (decided_by is null));

-- what was in use before stays in use: one person prepared and sealed it, and it says so
update allocation.list set decided_at = prepared_at, decided_by = prepared_by, decider = '';

comment on column allocation.list.stratum is 'Code of each stratum item, ITEM=CODE parted by semicolons; empty where there is none.';
comment on column allocation.list.seed is 'What the list was drawn from, sealed as a treatment is; null for lists from elsewhere.';
comment on column allocation.list.decided_at is 'When the second person sealed the list, or withdrew it; nothing is taken from it before.';

alter table allocation.slot
    add column levels     text,
    add column draw       text,
    add column version_id bigint;

comment on column allocation.slot.levels is 'With minimisation, the participant''s level of each factor as it was then.';
comment on column allocation.slot.draw is 'With minimisation, the draw that decided, sealed as a treatment is.';

create index list_place on allocation.list (study, site, stratum, seq);

drop function allocation.keep(uuid, text, text, text, timestamptz, text, text, text);
drop function allocation.take(text, text, text, timestamptz);
drop function allocation.free(text, text);
drop function allocation.lists(text, text);

create function allocation.prepare(p_head jsonb, p_numbers text, p_sealed text)
    returns int language plpgsql security definer set search_path = allocation, pg_temp as $$
declare
    v_list  uuid := (p_head ->> 'id')::uuid;
    v_slots int := coalesce(array_length(string_to_array(nullif(p_numbers, ''), ','), 1), 0);
begin
    if v_slots is distinct from coalesce(array_length(string_to_array(nullif(p_sealed, ''), ','), 1), 0) then
        raise exception 'a list needs as many numbers as sealed treatments';
    end if;
    insert into list (id, study, site, stratum, slots, sha256, prepared_at, prepared_by, preparer, origin, version_id, asked, seed)
    values (v_list, p_head ->> 'study', p_head ->> 'site', p_head ->> 'stratum', v_slots, p_head ->> 'sha256',
            (p_head ->> 'at')::timestamptz, p_head ->> 'by', p_head ->> 'byId', p_head ->> 'origin',
            (p_head ->> 'version')::bigint, (p_head ->> 'asked')::int, p_head ->> 'seed');
    insert into slot (list_id, position, study, number, sealed)
    select v_list, n.ord, p_head ->> 'study', n.value, s.value
      from unnest(string_to_array(nullif(p_numbers, ''), ',')) with ordinality as n (value, ord)
      join unnest(string_to_array(nullif(p_sealed, ''), ',')) with ordinality as s (value, ord) on s.ord = n.ord;
    return v_slots;
end $$;

comment on function allocation.prepare is 'Stores a prepared list; nothing is taken from it until a second person sealed it, and its slots never change.';

create function allocation.hash(p_list uuid)
    returns text language sql stable security definer set search_path = allocation, pg_temp as $$
    select encode(sha256(convert_to(coalesce(
               string_agg(s.position || '|' || s.number || '|' || s.sealed, E'\n' order by s.position), ''), 'UTF8')), 'hex')
      from slot s where s.list_id = p_list
$$;

comment on function allocation.hash is 'The hash of a list as it stands.';

create function allocation.decide(
    p_study text, p_list uuid, p_sha256 text, p_at timestamptz, p_by text, p_decider text, p_withdrawn boolean)
    returns boolean language plpgsql security definer set search_path = allocation, pg_temp as $$
begin
    update list l set decided_at = p_at, decided_by = p_by, decider = p_decider, withdrawn = p_withdrawn
     where l.id = p_list and l.study = p_study and l.decided_at is null and l.sha256 = p_sha256
       and (p_withdrawn or (l.preparer <> p_decider and (l.origin = 'MINIMISED' or hash(l.id) = l.sha256)));
    return found;
end $$;

comment on function allocation.decide is
    'Seals a prepared list, or withdraws it; once, by its hash, and sealing only by somebody who did not prepare it.';

create function allocation.take(p_study text, p_site text, p_stratum text, p_subject text, p_at timestamptz)
    returns table (list_id uuid, slot int, number text, sealed text)
    language plpgsql security definer set search_path = allocation, pg_temp as $$
begin
    -- one taker at a time in a stratum, so that slots go in order and none goes twice
    perform l.id from list l
      where l.study = p_study and l.site = p_site and l.stratum = p_stratum order by l.seq for update;
    return query
        select t.list_id, t.position, t.number, t.sealed from slot t
         where t.study = p_study and t.subject_key = p_subject;
    if found then
        return;
    end if;
    return query
        update slot t set subject_key = p_subject, allocated_at = p_at
         where (t.list_id, t.position) = (
               select f.list_id, f.position from slot f join list l on l.id = f.list_id
                where l.study = p_study and l.site = p_site and l.stratum = p_stratum and f.subject_key is null
                  and l.decided_at is not null and not l.withdrawn and l.origin <> 'MINIMISED'
                order by l.seq, f.position limit 1)
        returning t.list_id, t.position, t.number, t.sealed;
end $$;

comment on function allocation.take is
    'Gives the next free slot of a stratum to a participant, or the one it has; no row when the lists are exhausted.';

create function allocation.free(p_study text, p_site text, p_stratum text)
    returns int language sql stable security definer set search_path = allocation, pg_temp as $$
    select count(*)::int from slot s join list l on l.id = s.list_id
     where l.study = p_study and l.site = p_site and l.stratum = p_stratum and s.subject_key is null
       and l.decided_at is not null and not l.withdrawn
$$;

comment on function allocation.free is 'How many slots of a stratum are left in sealed lists.';

create function allocation.minimising(p_study text)
    returns uuid language plpgsql security definer set search_path = allocation, pg_temp as $$
declare
    v_list uuid;
begin
    -- one at a time in a study, since each allocation looks at all before it
    select l.id into v_list from list l
     where l.study = p_study and l.origin = 'MINIMISED' and l.decided_at is not null and not l.withdrawn
     order by l.seq limit 1 for update;
    return v_list;
end $$;

comment on function allocation.minimising is 'The list that minimised allocations are appended to, locked; null while none is sealed.';

create function allocation.taken(p_study text)
    returns table (list_id uuid, slot int, number text, sealed text, subject text, site text, stratum text, origin text,
                   levels text, draw text, version_id bigint, allocated_at text)
    language sql stable security definer set search_path = allocation, pg_temp as $$
    select s.list_id, s.position, s.number, s.sealed, s.subject_key, l.site, l.stratum, l.origin, s.levels, s.draw,
           coalesce(s.version_id, l.version_id), to_char(s.allocated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
      from slot s join list l on l.id = s.list_id
     where l.study = p_study and s.subject_key is not null
     order by l.seq, s.position
$$;

comment on function allocation.taken is 'The slots of a study that have been given, treatments sealed, in the order of their lists.';

create function allocation.append(p_list uuid, p_number text, p_sealed text, p_more jsonb)
    returns int language plpgsql security definer set search_path = allocation, pg_temp as $$
declare
    v_study    text;
    v_position int := (p_more ->> 'position')::int;
begin
    select l.study into strict v_study from list l
     where l.id = p_list and l.origin = 'MINIMISED' and l.decided_at is not null and not l.withdrawn for update;
    if v_position <> (select count(*) + 1 from slot s where s.list_id = p_list) then
        raise exception 'somebody else was allocated in between';
    end if;
    insert into slot (list_id, position, study, number, sealed, subject_key, allocated_at, levels, draw, version_id)
    values (p_list, v_position, v_study, p_number, p_sealed, p_more ->> 'subject', (p_more ->> 'at')::timestamptz,
            p_more ->> 'levels', p_more ->> 'draw', (p_more ->> 'version')::bigint);
    update list l set slots = v_position where l.id = p_list;
    return v_position;
end $$;

comment on function allocation.append is 'Appends a minimised allocation; refused unless it is the next.';

create function allocation.slots(p_study text, p_list uuid)
    returns table (list_id uuid, slot int, number text, sealed text)
    language sql stable security definer set search_path = allocation, pg_temp as $$
    select s.list_id, s.position, s.number, s.sealed from slot s where s.study = p_study and s.list_id = p_list order by s.position
$$;

comment on function allocation.slots is 'The slots of a list, treatments sealed, for the review by the second person.';

create function allocation.lists(p_study text, p_site text)
    returns table (id uuid, site text, stratum text, origin text, slots int, used int, sha256 text, prepared_at text,
                   prepared_by text, preparer text, decided_at text, decided_by text, withdrawn boolean, intact boolean,
                   version_id bigint, asked int, seed text)
    language sql stable security definer set search_path = allocation, pg_temp as $$
    select l.id, l.site, l.stratum, l.origin, l.slots, count(s.subject_key)::int, l.sha256,
           to_char(l.prepared_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), l.prepared_by, l.preparer,
           to_char(l.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), l.decided_by, l.withdrawn,
           l.origin = 'MINIMISED' or hash(l.id) = l.sha256, l.version_id, l.asked, l.seed
      from list l left join slot s on s.list_id = l.id
     where l.study = p_study and (p_site = '' or l.site = p_site)
     group by l.id
     order by l.seq
$$;

comment on function allocation.lists is 'Lists with their use and state, and whether each still has the hash recorded at its making.';

revoke all on all functions in schema allocation from public;
grant execute on all functions in schema allocation to edc_app;
