/**
 * Monitoring: source data verification. A monitor ticks an item when it agrees with its source; when the item changes, it
 * loses its tick, and only that item does.
 *
 * <p>Words: verification (SDV), required item (the study file marks it critical), tick. ICH E6(R3) 3.11.4.5.
 */
package org.casebook.monitoring;
