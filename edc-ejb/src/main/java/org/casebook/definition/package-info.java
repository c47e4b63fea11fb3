/**
 * Definition: what is planned. Reads a study file (CDISC ODM in Casebook's profile) as the records that all later rooms read:
 * events, forms, items, code lists, checks, conditions, methods, criteria, arms; and compiles their expressions. Pure Java:
 * immutable, without a database, a person or a participant.
 *
 * <p>Words: definition, epoch, arm, event (visit or log), form, section, item, code list, check, condition, method, criterion.
 * OIDs are the author's and never change.
 */
package org.casebook.definition;
