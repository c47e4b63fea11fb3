package org.casebook.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.casebook.odm.OdmElement;

/**
 * How participants are allocated to arms: by lists in stratified permuted blocks, or by minimisation.
 *
 * @param bySite whether each site is a stratum of its own
 * @param strata further strata, each a choice item collected before randomisation
 * @param ratio how often each arm stands in the smallest block, in the arms' order
 * @param blockSizes the block sizes drawn from at random; each a multiple of the sum of the ratio; none where
 *     participants are minimised
 * @param slotsPerStratum how many slots a list holds for each stratum; 0 where participants are minimised
 * @param eventOid the event at which participants are randomised; null: any time once eligible
 * @param minimisation how imbalance is weighed; null where lists are used
 * @param unblindingOid the event after which a participant's planned unblinding takes place; null: there is none
 */
public record RandomizationDefinition(
        boolean bySite,
        List<Stratum> strata,
        List<ArmShare> ratio,
        List<Integer> blockSizes,
        int slotsPerStratum,
        String eventOid,
        MinimisationPlan minimisation,
        String unblindingOid) {

    public RandomizationDefinition {
        strata = List.copyOf(strata);
        ratio = List.copyOf(ratio);
        blockSizes = List.copyOf(blockSizes);
    }

    /** By lists. */
    public RandomizationDefinition(
            boolean bySite, List<Stratum> strata, List<ArmShare> ratio, List<Integer> blockSizes, int slotsPerStratum) {
        this(bySite, strata, ratio, blockSizes, slotsPerStratum, null, null, null);
    }

    public boolean minimises() {
        return minimisation != null;
    }

    /** The choice items whose codes decide about the allocation, in the file's order: strata or factors. */
    public List<Stratum> items() {
        return minimises()
                ? minimisation.factors().stream()
                        .filter(factor -> !factor.isSite())
                        .map(Factor::item)
                        .toList()
                : strata;
    }

    /** A choice item whose code splits the lists. */
    public record Stratum(String formOid, String itemOid) {

        /** Names the item in records of randomisation; OIDs hold no slash. */
        public String name() {
            return formOid + "/" + itemOid;
        }
    }

    /**
     * Minimisation after Pocock and Simon (Biometrics 1975; 31: 103-115).
     *
     * @param imbalance how unequal counts of a factor's level are measured
     * @param probability of the arm that is preferred; above what chance gives it, at most 1
     * @param factors at least one
     */
    public record MinimisationPlan(Imbalance imbalance, BigDecimal probability, List<Factor> factors) {

        public MinimisationPlan {
            factors = List.copyOf(factors);
        }

        static MinimisationPlan read(OdmElement element) {
            return new MinimisationPlan(
                    Imbalance.valueOf(element.get("Imbalance").toUpperCase(Locale.ROOT)),
                    new BigDecimal(element.get("Probability")),
                    element.children("cb:Factor").stream().map(Factor::read).toList());
        }
    }

    /** How unequal the arms are in one level of a factor. */
    public enum Imbalance {
        /** The largest count less the smallest. */
        RANGE,
        /** The sample variance of the counts. */
        VARIANCE
    }

    /**
     * What is balanced.
     *
     * @param item a choice item; null: the site
     * @param weight above 0
     */
    public record Factor(Stratum item, BigDecimal weight) {

        /** What the site is called in records of randomisation. */
        public static final String SITE = "site";

        private static Factor read(OdmElement element) {
            Stratum item = element.isYes("Site")
                    ? null
                    : new Stratum(
                            element.find("ItemGroupOID").orElse(""),
                            element.find("ItemOID").orElse(""));
            return new Factor(item, new BigDecimal(element.get("Weight")));
        }

        public boolean isSite() {
            return item == null;
        }

        public String name() {
            return isSite() ? SITE : item.name();
        }
    }

    /** The share of one arm, at least 1. */
    public record ArmShare(String armOid, int share) {}
}
