package org.casebook.definition;

import java.util.List;
import org.casebook.definition.StudyDefinition.RecruitmentPlan;

/**
 * How participants are allocated to arms: stratified permuted blocks.
 *
 * @param bySite whether each site is a stratum of its own
 * @param strata further strata, each a choice item collected before randomisation
 * @param ratio how often each arm stands in the smallest block, in the arms' order
 * @param blockSizes the block sizes drawn from at random; each a multiple of the sum of the ratio
 * @param slotsPerStratum how many slots a list holds for each stratum
 * @param eventOid the event at which participants are randomised; null: any time once eligible
 * @param recruitment how many participants are to be randomised, and when; null when the file does not say
 */
public record RandomizationDefinition(
        boolean bySite,
        List<Stratum> strata,
        List<ArmShare> ratio,
        List<Integer> blockSizes,
        int slotsPerStratum,
        String eventOid,
        RecruitmentPlan recruitment) {

    public RandomizationDefinition {
        strata = List.copyOf(strata);
        ratio = List.copyOf(ratio);
        blockSizes = List.copyOf(blockSizes);
    }

    /** A choice item whose code splits the lists. */
    public record Stratum(String formOid, String itemOid) {}

    /** The share of one arm, at least 1. */
    public record ArmShare(String armOid, int share) {}
}
