/**
 * Shared words of all rooms: who acts ({@link org.casebook.kernel.Actor}), where ({@link
 * org.casebook.kernel.Scope}), what happened ({@link org.casebook.kernel.Fact}), why not ({@link
 * org.casebook.kernel.Refusal}), and the lock on every door ({@link org.casebook.kernel.Allowed}).
 *
 * <p>Requirements: 21 CFR 11.10(d), (e), (g); ICH E6(R3) 4.2.2, 4.3.8.
 */
package org.casebook.kernel;
