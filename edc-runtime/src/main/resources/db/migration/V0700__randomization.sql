-- Allocation lists. The application reaches them by the functions below and by nothing else; what it gets is sealed with
-- a key that this database does not hold.
create schema if not exists allocation;
revoke all on schema allocation from public;

create table allocation.list (
    id          uuid primary key,
    seq         bigint generated always as identity,
    study       text        not null,
    site        text        not null,
    slots       int         not null check (slots > 0),
    sha256      text        not null,
    prepared_at timestamptz not null,
    prepared_by text        not null
);

comment on table allocation.list is
    'One allocation list of one stratum; site is empty where sites are no strata. sha256 covers position, number and sealed treatment of each slot.';

create index list_stratum on allocation.list (study, site, seq);

create table allocation.slot (
    list_id      uuid not null references allocation.list (id),
    position     int  not null,
    study        text not null,
    number       text not null,
    sealed       text not null,
    subject_key  text,
    allocated_at timestamptz,
    primary key (list_id, position),
    unique (study, number),
    unique (study, subject_key),
    check ((subject_key is null) = (allocated_at is null))
);

comment on table allocation.slot is
    'One place of a list; sealed is AES-256-GCM of the arm, bound to study, list and position. Taken in order, never twice.';

create function allocation.keep(
    p_list uuid, p_study text, p_site text, p_sha256 text, p_at timestamptz, p_by text, p_numbers text, p_sealed text)
    returns int language plpgsql security definer set search_path = allocation, pg_temp as $$
declare
    v_slots int := array_length(string_to_array(p_numbers, ','), 1);
begin
    if v_slots is distinct from array_length(string_to_array(p_sealed, ','), 1) then
        raise exception 'a list needs as many numbers as sealed treatments';
    end if;
    insert into list (id, study, site, slots, sha256, prepared_at, prepared_by)
    values (p_list, p_study, p_site, v_slots, p_sha256, p_at, p_by);
    insert into slot (list_id, position, study, number, sealed)
    select p_list, n.ord, p_study, n.value, s.value
      from unnest(string_to_array(p_numbers, ',')) with ordinality as n (value, ord)
      join unnest(string_to_array(p_sealed, ',')) with ordinality as s (value, ord) on s.ord = n.ord;
    return v_slots;
end $$;

comment on function allocation.keep is 'Stores a prepared list; slots cannot be changed afterwards.';

create function allocation.take(p_study text, p_site text, p_subject text, p_at timestamptz)
    returns table (list_id uuid, slot int, number text, sealed text)
    language plpgsql security definer set search_path = allocation, pg_temp as $$
begin
    -- one taker at a time in a stratum, so that slots go in order and none goes twice
    perform l.id from list l where l.study = p_study and l.site = p_site order by l.seq for update;
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
                where l.study = p_study and l.site = p_site and f.subject_key is null
                order by l.seq, f.position limit 1)
        returning t.list_id, t.position, t.number, t.sealed;
end $$;

comment on function allocation.take is
    'Gives the next free slot of a stratum to a participant, or the one it has; no row when the lists are exhausted.';

create function allocation.find(p_study text, p_subject text)
    returns table (list_id uuid, slot int, number text, sealed text)
    language sql stable security definer set search_path = allocation, pg_temp as $$
    select t.list_id, t.position, t.number, t.sealed from slot t
     where t.study = p_study and t.subject_key = p_subject
$$;

comment on function allocation.find is 'The slot that a participant has, its treatment sealed.';

create function allocation.free(p_study text, p_site text)
    returns int language sql stable security definer set search_path = allocation, pg_temp as $$
    select count(*)::int from slot s join list l on l.id = s.list_id
     where l.study = p_study and l.site = p_site and s.subject_key is null
$$;

comment on function allocation.free is 'How many slots of a stratum are left.';

create function allocation.numbers(p_study text)
    returns setof text language sql stable security definer set search_path = allocation, pg_temp as $$
    select number from slot where study = p_study
$$;

comment on function allocation.numbers is 'Every randomisation number of a study, given or not, so that none is drawn twice.';

create function allocation.lists(p_study text, p_site text)
    returns table (id uuid, site text, slots int, used int, sha256 text, prepared_at text, prepared_by text, intact boolean)
    language sql stable security definer set search_path = allocation, pg_temp as $$
    select l.id, l.site, l.slots, count(s.subject_key)::int, l.sha256,
           to_char(l.prepared_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), l.prepared_by,
           encode(sha256(convert_to(
               string_agg(s.position || '|' || s.number || '|' || s.sealed, E'\n' order by s.position), 'UTF8')), 'hex')
               = l.sha256
      from list l join slot s on s.list_id = l.id
     where l.study = p_study and (p_site = '' or l.site = p_site)
     group by l.id
     order by l.seq
$$;

comment on function allocation.lists is 'Lists with their use, and whether each still has the hash recorded at its making.';

revoke all on all tables in schema allocation from public;
revoke all on all functions in schema allocation from public;
grant usage on schema allocation to edc_app;
grant execute on all functions in schema allocation to edc_app;
