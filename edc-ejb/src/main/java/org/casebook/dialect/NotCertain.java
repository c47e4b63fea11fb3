package org.casebook.dialect;

/** A formula of another system whose meaning is not certain enough to act on; it is kept as text. */
final class NotCertain extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param why what is not certain
     */
    NotCertain(String why) {
        super(why, null, false, false);
    }
}
