/**
 * Transfers of participants between sites of one study: the new site has all, the old one reads what it recorded itself until then
 * and changes nothing.
 *
 * <p>Words: move, past. Requirements: product feature 23; ICH E6(R3) 2.12.8, 4.2.2; 21 CFR 11.10(e).
 */
package org.casebook.moving;
