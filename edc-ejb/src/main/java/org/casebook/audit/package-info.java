/**
 * Who changed what, when and why: append only, by one writer that listens to facts. Nobody calls a log
 * method.
 *
 * <p>Words: AuditEntry, AuditTrail, Incident. Requirements: 21 CFR 11.10(e); EMA 2023 6.2.1; ICH E6(R3)
 * 4.2.2; product features 44, 45.
 */
package org.casebook.audit;
