/**
 * ODM: the file format. Reads CDISC ODM files as elements that know their line, holds them against Casebook's profile
 * of ODM 2.0, and lists every fault with element, OID and line. A file that is hostile or larger than a study can be is refused
 * before it costs anything. Knows the format, not what a study is.
 *
 * <p>Our own attributes and elements stand in the namespace {@value org.casebook.odm.OdmFile#OWN} and are held against our
 * schema, {@code casebook-odm.xsd}. CDISC's schemas are not shipped.
 *
 * <p>Words: element, fault, remark, profile.
 */
package org.casebook.odm;
