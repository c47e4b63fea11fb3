/**
 * What everybody wants to see at a glance: the matrix of participants and visits, one participant's casebook, the
 * worklist of each role, recruitment. Reads only; plain SQL where the volume asks for it.
 *
 * <p>Words: matrix, casebook, worklist, recruitment. Requirements: product features 26, 28, 35, 38, 42.
 */
package org.casebook.report;
