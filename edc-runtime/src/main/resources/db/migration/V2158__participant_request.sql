-- Requests to add a participant, so that the same one sent again adds nobody a second time.
create table edc.participant_request (
    study       text        not null,
    request_key text        not null,
    person      text        not null,
    site        text        not null,
    subject_key text,
    at          timestamptz not null,
    primary key (study, request_key)
);
comment on table edc.participant_request is
    'Which participant a request key added, for whom and where. subject_key is null only within the transaction that adds.';
