package org.casebook.subject;

import org.casebook.kernel.Scope;

/**
 * The forms say otherwise than before who the participant is: date of birth, sex, what else tells a person. No fact of the
 * trail, which has the values' own entries.
 */
public record TraitsChanged(Scope scope, String subject) {}
