-- Letters by e-mail: written in the transaction that wants them sent, delivered afterwards.
create sequence edc.letter_seq increment by 50 start with 50;

create table edc.letter (
    id          bigint primary key,
    study       text        not null,
    about       text        not null,
    recipient   text        not null check (length(recipient) between 3 and 200),
    subject     text        not null,
    body        text        not null,
    written_at  timestamptz not null,
    next_try_at timestamptz not null,
    tries       integer     not null check (tries >= 0),
    last_fault  text,
    sent_at     timestamptz
);

comment on table edc.letter is
    'One letter to one recipient. It tells no treatment. sent_at: when the mail server took it; until then it is tried again from '
    'next_try_at on, and last_fault says why the last try failed.';

create index letter_due on edc.letter (next_try_at) where sent_at is null;
create index letter_about on edc.letter (study, about);
