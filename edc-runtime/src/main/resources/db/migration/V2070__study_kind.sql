-- Test, training and production studies are apart: the kind is part of the key that every row carries, never changes, and
-- no row leaves its study.
alter table edc.study
    add column author_oid text,
    add column kind       text not null default 'PRODUCTION' check (kind in ('PRODUCTION', 'TEST', 'TRAINING')),
    add column copy       text check (copy ~ '^[A-Za-z0-9]{1,20}$');
update edc.study set author_oid = oid;
alter table edc.study
    alter column author_oid set not null,
    alter column kind drop default,
    add constraint study_author_oid check (author_oid !~ '[~/]'),
    add constraint study_key check (oid = case kind
        when 'PRODUCTION' then author_oid
        else author_oid || '~' || lower(kind) || coalesce('-' || copy, '') end),
    add constraint study_one_production check (kind <> 'PRODUCTION' or copy is null);

comment on table edc.study is
    'Studies that were loaded. oid is the key that every other table names it by: author_oid, the OID in its files, with the kind behind it unless it is the production study.';

create function edc.study_stays() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'study % stays: studies are never removed', old.oid
            using errcode = 'integrity_constraint_violation';
    end if;
    if (new.oid, new.author_oid, new.kind, new.copy) is distinct from (old.oid, old.author_oid, old.kind, old.copy) then
        raise exception 'study % stays of its kind: load the file as a study of the other kind', old.oid
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;

create trigger study_stays before update or delete on edc.study
    for each row execute function edc.study_stays();

create function edc.stays_in_its_study() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
    if new.study is distinct from old.study then
        raise exception 'a row of % stays in study %: nothing goes from one study to another', tg_table_name, old.study
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end
$$;

comment on function edc.stays_in_its_study() is
    'On every table with a column study (R__records_stay_in_their_study.sql), so that test data never become production data.';

-- Whatever hangs on something of a study is of that very study. Checked at commit: rows of one transaction come in any order.
alter table edc.study_version add constraint study_version_in_study unique (study, id);
alter table edc.subject add constraint subject_of_version
    foreign key (study, version_id) references edc.study_version (study, id) deferrable initially deferred;
alter table edc.case_form
    add constraint case_form_in_study unique (study, id),
    add constraint case_form_of_version
        foreign key (study, version_id) references edc.study_version (study, id) deferrable initially deferred,
    add constraint case_form_of_subject
        foreign key (study, subject_key) references edc.subject (study, subject_key) deferrable initially deferred;
alter table edc.query add constraint query_of_form
    foreign key (study, form_id) references edc.case_form (study, id) deferrable initially deferred;
alter table edc.verification add constraint verification_of_form
    foreign key (study, form_id) references edc.case_form (study, id) deferrable initially deferred;
alter table edc.signature add constraint signature_of_form
    foreign key (study, form_id) references edc.case_form (study, id) deferrable initially deferred;
alter table edc.dataset_release add constraint dataset_release_of_study
    foreign key (study) references edc.study (oid) deferrable initially deferred;
