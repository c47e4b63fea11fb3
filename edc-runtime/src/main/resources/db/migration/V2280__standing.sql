-- How participations go and end: each step, kept for good, and what of it the participant's row says.
alter table edc.subject drop constraint subject_status_check;
alter table edc.subject add constraint subject_status_check check (status in (
    'SCREENING', 'SCREEN_FAILED', 'ENROLLED', 'RANDOMIZED', 'ON_TREATMENT', 'TREATMENT_STOPPED', 'WITHDRAWN', 'LOST',
    'COMPLETED', 'DIED'));
alter table edc.subject add column withdrawn_from text check (withdrawn_from in ('TREATMENT', 'FOLLOW_UP', 'DATA'));
alter table edc.subject add column treatment_stopped_on date;
comment on column edc.subject.withdrawn_from is
    'From what the participant withdrew, each including those before it; DATA: the data must not be used.';

create sequence edc.standing_step_seq increment by 50 start with 50;

create table edc.standing_step (
    id             bigint      primary key,
    study          text        not null,
    site           text        not null,
    subject_key    text        not null,
    status         text        not null,
    on_date        date        not null,
    reason         text        not null,
    withdrawn_from text        check (withdrawn_from in ('TREATMENT', 'FOLLOW_UP', 'DATA')),
    criteria       text        not null default '',
    person         text        not null,
    at             timestamptz not null,
    back_at        timestamptz,
    back_person    text,
    back_reason    text,
    foreign key (study, subject_key) references edc.subject (study, subject_key),
    check ((back_at is null) = (back_reason is null))
);
comment on table edc.standing_step is
    'Steps of participations as people decided them. One that was taken back stays, with who, when and why.';
create index standing_step_subject on edc.standing_step (study, subject_key, at);

-- Ends that were recorded before steps were kept; who recorded them is in the trail.
insert into edc.standing_step (id, study, site, subject_key, status, on_date, reason, withdrawn_from, person, at)
select nextval('edc.standing_step_seq'), study, site, subject_key, status, ended_on, ended_reason,
       case when status = 'WITHDRAWN' then 'FOLLOW_UP' end, '', now()
  from edc.subject where ended_on is not null;
update edc.subject set withdrawn_from = 'FOLLOW_UP' where status = 'WITHDRAWN';
