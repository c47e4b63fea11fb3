-- Participants who changed their site. All that is theirs goes along: each table's place follows the participant's, by
-- R__records_stay_with_their_participant.sql, and the participant's place changes by a move alone.
create sequence edc.subject_move_seq increment by 50 start with 50;

create table edc.subject_move (
    id          bigint      primary key,
    study       text        not null,
    subject_key text        not null,
    from_site   text        not null,
    to_site     text        not null,
    on_date     date        not null,
    reason      text        not null check (length(reason) between 1 and 2000),
    version_id  bigint      not null,
    person      text        not null,
    at          timestamptz not null,
    xid         xid8        not null default pg_current_xact_id(),
    unique (study, subject_key, xid),
    check (from_site <> to_site),
    foreign key (study, subject_key) references edc.subject (study, subject_key),
    foreign key (study, from_site) references edc.site (study, number),
    foreign key (study, to_site) references edc.site (study, number)
);
comment on table edc.subject_move is
    'Who went from which site to which, on which date at the new site and why; version_id: by which version he was documented then. Never changed.';
create index subject_move_from on edc.subject_move (study, from_site);
create index subject_move_to on edc.subject_move (study, to_site);

-- in which transaction is the database's to say
create function edc.subject_move_stamp() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    new.xid := pg_current_xact_id();
    return new;
end
$$;
create trigger subject_move_stamp before insert on edc.subject_move
    for each row execute function edc.subject_move_stamp();

create function edc.subject_move_is_done_and_told() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    if not exists (select 1 from edc.subject s
                    where s.study = new.study and s.subject_key = new.subject_key and s.site = new.to_site) then
        raise exception 'Participant % was said to move to site % and did not.', new.subject_key, new.to_site
            using errcode = 'integrity_constraint_violation';
    end if;
    if (select count(*) from edc.audit_entry a
         where a.study = new.study and a.subject_key = new.subject_key and a.xid = new.xid
           and (a.action, a.site) in (('subject-left', new.from_site), ('subject-arrived', new.to_site))) <> 2 then
        raise exception 'The move of participant % is not in the audit trail of both sites.', new.subject_key
            using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end
$$;
create constraint trigger subject_move_is_done_and_told after insert on edc.subject_move
    deferrable initially deferred for each row execute function edc.subject_move_is_done_and_told();

create function edc.subject_stays_at_its_site() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    if not exists (select 1 from edc.subject_move m
                    where m.study = old.study and m.subject_key = old.subject_key and m.from_site = old.site
                      and m.to_site = new.site and m.xid = pg_current_xact_id()) then
        raise exception 'Participant % stays at site %: only a recorded transfer leads to another.', old.subject_key, old.site
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;
create trigger subject_stays_at_its_site before update on edc.subject
    for each row when (old.site is distinct from new.site) execute function edc.subject_stays_at_its_site();

-- what hangs on a participant's place refers to it
alter table edc.subject add constraint subject_at_its_site unique (study, site, subject_key);

-- Where it was signed is part of what was signed (21 CFR 11.70).
alter table edc.signature add column signed_site text;
update edc.signature set signed_site = site;
comment on column edc.signature.signed_site is 'The participant''s site when it was signed; site is where he is now.';

-- A consent text is a site's; who consented to it may go elsewhere.
alter table edc.consent_given add column text_site text;
update edc.consent_given set text_site = site;
alter table edc.consent_given drop constraint consent_given_study_site_label_fkey;
alter table edc.consent_given add constraint consent_given_to_text
    foreign key (study, text_site, label) references edc.consent_text (study, site, label);
comment on column edc.consent_given.text_site is 'The site whose text it was; site is where the participant is now.';

create function edc.signed_here() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    new.signed_site := new.site;
    return new;
end
$$;
create trigger signed_here before insert on edc.signature for each row execute function edc.signed_here();

create function edc.text_of_here() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    new.text_site := new.site;
    return new;
end
$$;
create trigger text_of_here before insert on edc.consent_given for each row execute function edc.text_of_here();

-- A form follows its participant, as it is; any other change goes on needing its entries, and no other moves it.
create or replace function edc.case_form_is_audited() returns trigger
    language plpgsql
    set search_path = pg_catalog
as
$$
declare
    last_revision bigint := 0;
    told          bigint;
    there         edc.case_form;
begin
    if tg_op = 'DELETE' then
        raise exception 'Case form % was deleted. Case forms are made void, with a reason, and never deleted.', old.id
            using errcode = 'integrity_constraint_violation';
    end if;
    if tg_op = 'UPDATE' then
        last_revision := old.revision;
        if new.site is distinct from old.site then
            there := new;
            there.site := old.site;
            if there is not distinct from old and exists (
                    select 1 from edc.subject_move m
                     where m.study = old.study and m.subject_key = old.subject_key and m.from_site = old.site
                       and m.to_site = new.site and m.xid = pg_current_xact_id()) then
                return null;
            end if;
        end if;
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
