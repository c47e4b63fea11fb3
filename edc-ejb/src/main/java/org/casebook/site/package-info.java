/**
 * Where: the sites of a study, whether they take participants, their time zone, and the study version in force.
 *
 * <p>Words: site, site number, activation, hold, version in force.
 */
package org.casebook.site;
