package org.casebook.schedule;

/** What is recorded about a visit. */
enum VisitStatus {
    PLANNED,
    DONE,
    NOT_DONE
}
