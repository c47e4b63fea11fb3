-- Windows judged by the hour: captured times of day 0 and of visits, and the times of deviations that are judged by them.
alter table edc.visit_anchor add column anchor_time time;

comment on table edc.visit_anchor is
    'Captured dates that windows count from (day 0), for example the date of injection, and times of day by which windows in hours are judged; at the site.';

alter table edc.deviation
    add column on_time    time,
    add column from_time  time,
    add column until_time time;

comment on column edc.deviation.on_time is
    'Time at the site of on_date, with those of from_date and until_date; null where the deviation is judged by day.';
