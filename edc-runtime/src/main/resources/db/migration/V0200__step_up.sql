-- Passwords asked for again, and the last one that was used.
create table edc.step_up (
    state      text        primary key,
    person     text        not null,
    study      text        not null,
    site       text,
    nonce      text        not null,
    verifier   text        not null,
    asked_at   timestamptz not null,
    purpose    text        not null,
    payload    text        not null
);

comment on table edc.step_up is
    'Who is at the password page now, and for what; a row is taken away by the way back, so it is used once.';

create index step_up_asked on edc.step_up (asked_at);

create table edc.step_up_used (
    person           text        primary key,
    authenticated_at timestamptz not null
);

comment on table edc.step_up_used is
    'When each person last typed a password that was used for a signature or the like; only a later one counts.';
