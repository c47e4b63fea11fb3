-- When treatment was first given, as the forms say: who takes part is on treatment from then on.
alter table edc.subject add column treated_on date;
comment on column edc.subject.treated_on is
    'First of the dates that windows count from and that forms of treatment tell; null while none does. Pushed down from the forms.';
