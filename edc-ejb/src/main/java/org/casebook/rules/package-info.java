/**
 * Rules: reading typed text as values, and evaluating expressions over them: visibility, edit checks, derivations,
 * eligibility, scores. Pure Java: knows names, types and values handed to it, never a study, a person or the database.
 * Unknown is a third answer everywhere: what is missing makes a check silent, not wrong.
 *
 * <p>Words: value, data type, expression, unknown, check, derivation, visibility.
 */
package org.casebook.rules;
