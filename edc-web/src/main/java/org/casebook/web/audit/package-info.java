/** The audit trail as a listing. */
package org.casebook.web.audit;
