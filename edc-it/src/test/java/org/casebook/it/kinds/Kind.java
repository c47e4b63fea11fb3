package org.casebook.it.kinds;

/** The kinds of items on the form of the study file, each by its OID there. */
enum Kind {
    TEXT("TXT"),
    LONG_TEXT("LONG"),
    INTEGER("INT"),
    DECIMAL("DEC"),
    DATE("DAT"),
    PARTIAL_DATE("PDAT"),
    TIME("TIM"),
    DATETIME("DTM"),
    YES_NO("YN"),
    RADIO("ONE"),
    LIST("LIST"),
    SEARCH("SEARCH"),
    MANY("MANY"),
    SCALE("VAS"),
    UNIT("WGT"),
    HIDDEN("HID");

    private final String oid;

    Kind(String oid) {
        this.oid = oid;
    }

    String oid() {
        return oid;
    }
}
