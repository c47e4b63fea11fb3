package org.casebook.allotment;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact number, in lowest terms.
 *
 * @param over always above 0
 */
record Fraction(BigInteger top, BigInteger over) implements Comparable<Fraction> {

    static final Fraction ZERO = of(0);
    static final Fraction ONE = of(1);

    Fraction {
        if (over.signum() == 0) {
            throw new ArithmeticException("nothing is divided by 0");
        }
        BigInteger common = top.gcd(over).multiply(BigInteger.valueOf(over.signum()));
        top = top.divide(common);
        over = over.divide(common);
    }

    static Fraction of(long whole) {
        return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    static Fraction of(BigDecimal decimal) {
        int digits = Math.max(decimal.scale(), 0);
        return new Fraction(decimal.movePointRight(digits).toBigIntegerExact(), BigInteger.TEN.pow(digits));
    }

    Fraction plus(Fraction other) {
        return new Fraction(top.multiply(other.over).add(other.top.multiply(over)), over.multiply(other.over));
    }

    Fraction minus(Fraction other) {
        return plus(new Fraction(other.top.negate(), other.over));
    }

    Fraction times(Fraction other) {
        return new Fraction(top.multiply(other.top), over.multiply(other.over));
    }

    Fraction by(Fraction other) {
        return new Fraction(top.multiply(other.over), over.multiply(other.top));
    }

    @Override
    public int compareTo(Fraction other) {
        return top.multiply(other.over).compareTo(other.top.multiply(over));
    }

    /** For people: at most six digits behind the point. */
    @Override
    public String toString() {
        return new BigDecimal(top)
                .divide(new BigDecimal(over), 6, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
