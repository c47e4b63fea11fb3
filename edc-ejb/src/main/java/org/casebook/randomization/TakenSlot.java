package org.casebook.randomization;

import java.time.Instant;
import org.casebook.allotment.Levels;

/**
 * A slot that went to a participant, its treatment sealed.
 *
 * @param site of the list; empty where sites are no strata
 * @param codes of the stratum items of the list
 * @param levels with minimisation, the level of each factor as it was then
 * @param draw with minimisation, the sealed draw; else null
 * @param version database id of the study version by which it was allocated, or the list drawn
 */
record TakenSlot(
        Slot slot,
        String subject,
        String site,
        Levels codes,
        PreparedList.Origin origin,
        Levels levels,
        String draw,
        Long version,
        Instant at) {}
