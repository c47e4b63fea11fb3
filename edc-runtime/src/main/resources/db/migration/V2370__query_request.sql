-- Requests to raise or answer a query, so that the same one sent again says nothing a second time.
create table edc.query_request (
    study       text        not null,
    request_key text        not null,
    person      text        not null,
    act         text        not null,
    query_id    bigint,
    at          timestamptz not null,
    primary key (study, request_key)
);
comment on table edc.query_request is
    'Which query a request key was about, what was asked (RAISE and form and item, ANSWER and the query) and by whom. query_id is null only within the transaction that does it.';
