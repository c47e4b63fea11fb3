/** Durability and speed, run by {@code ./edc bench}; the figures go to {@code target/figures.json}. */
package org.casebook.it.bench;
