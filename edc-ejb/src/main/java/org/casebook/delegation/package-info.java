/**
 * Who may do what at a site by the word of its principal investigator: tasks, from when to when, trained on which day,
 * approved by whom. Where a site keeps its log here, a person signs and randomises only while delegated and trained.
 *
 * <p>A site keeps its log here from the day on which its principal investigator is appointed; before, its log is on paper and
 * grants alone decide.
 *
 * <p>Words: delegation, duty, principal investigator. Requirements: product feature 50; 21 CFR 11.10(g), (i), (j); ICH E6(R3)
 * 2.3.3.
 */
package org.casebook.delegation;
