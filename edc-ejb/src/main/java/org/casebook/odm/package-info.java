/**
 * ODM: the file format. Reads CDISC ODM 2.0 study files in Casebook's profile as elements that know their line, and lists
 * every fault with element, OID and line. Knows the format, not what a study is.
 *
 * <p>Our own attributes and elements stand in the namespace {@value org.casebook.odm.OdmFile#OWN} and are held against our
 * schema, {@code casebook-odm.xsd}. CDISC's schemas are not shipped.
 *
 * <p>Words: element, fault, profile.
 */
package org.casebook.odm;
