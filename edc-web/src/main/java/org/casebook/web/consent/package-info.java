/** Consent texts of sites, the consents of a participant, and the note on forms while one is due again. */
package org.casebook.web.consent;
