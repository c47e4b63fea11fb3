package org.casebook.report;

import java.time.LocalDate;

/**
 * One thing to do, with what a page needs to lead there.
 *
 * @param site site number; null when it concerns the study
 * @param subject screening number; null when no participant is concerned
 * @param event OID of the visit; null when none is concerned, or its name alone is known
 * @param visit name of the visit; null when none is concerned
 * @param form name of the form; null when none is concerned
 * @param formId the form to open; null when it is not started or none is concerned
 * @param item item OID to look at; null when none is concerned
 * @param note a few words more, in the person's or the rule's words; null where none
 * @param from first day of the window, or the day since when it waits; null when not known
 * @param until last day of the window; null when there is none
 * @param count how many things of this sort it stands for, at least 1
 */
public record WorkItem(
        String site,
        String subject,
        String event,
        String visit,
        String form,
        Long formId,
        String item,
        String note,
        LocalDate from,
        LocalDate until,
        int count) {

    static WorkItem ofSubject(String site, String subject) {
        return new WorkItem(site, subject, null, null, null, null, null, null, null, null, 1);
    }

    static WorkItem ofSite(String site, String note) {
        return new WorkItem(site, null, null, null, null, null, null, note, null, null, 1);
    }

    WorkItem atVisit(String name) {
        return new WorkItem(site, subject, event, name, form, formId, item, note, from, until, count);
    }

    WorkItem atVisit(String oid, String name) {
        return new WorkItem(site, subject, oid, name, form, formId, item, note, from, until, count);
    }

    WorkItem onForm(String name, Long id) {
        return new WorkItem(site, subject, event, visit, name, id, item, note, from, until, count);
    }

    WorkItem onItem(String oid, String words) {
        return new WorkItem(site, subject, event, visit, form, formId, oid, words, from, until, count);
    }

    WorkItem within(LocalDate first, LocalDate last) {
        return new WorkItem(site, subject, event, visit, form, formId, item, note, first, last, count);
    }

    WorkItem times(int number) {
        return new WorkItem(site, subject, event, visit, form, formId, item, note, from, until, number);
    }

    WorkItem saying(String words) {
        return new WorkItem(site, subject, event, visit, form, formId, item, words, from, until, count);
    }
}
