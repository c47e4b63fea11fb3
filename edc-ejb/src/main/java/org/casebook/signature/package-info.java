/**
 * Signature: signing forms by authenticating again, and locking participants and the study. A signature is bound to what
 * was shown by the SHA-256 of its canonical content; any later change breaks it and is named.
 *
 * <p>Words: signature, signing request, meaning, broken, lock, blocker. 21 CFR 11.50, 11.70, 11.200; ICH E6(R3) 4.2.6.
 */
package org.casebook.signature;
