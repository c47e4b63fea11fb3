/**
 * Study: what was planned. A study is a file (CDISC ODM 2.0 in Casebook's profile); loading it makes a version, releasing
 * a version makes it unchangeable. The definition records here are what all later rooms read: events, forms, items, code
 * lists, checks, conditions, methods, criteria, arms.
 *
 * <p>Words: study, version, epoch, arm, event (visit or log), form, section, item, code list, check, condition, method,
 * criterion. OIDs are the author's and never change.
 */
package org.casebook.study;
