-- A letter is noted as handed over before it is, so that one whose answer nobody lived to note goes once more at most.
alter table edc.letter add column unanswered int not null default 0 check (unanswered between 0 and 2);
comment on column edc.letter.unanswered is
    'How often it was handed to the mail server without an answer being noted: at 2 it is not handed over again, since it may have come twice.';
