package org.casebook.kernel;

import static org.casebook.kernel.Role.ADMINISTRATOR;
import static org.casebook.kernel.Role.BUILDER;
import static org.casebook.kernel.Role.COORDINATOR;
import static org.casebook.kernel.Role.DATA_MANAGER;
import static org.casebook.kernel.Role.INSPECTOR;
import static org.casebook.kernel.Role.INVESTIGATOR;
import static org.casebook.kernel.Role.MONITOR;
import static org.casebook.kernel.Role.PHARMACIST;
import static org.casebook.kernel.Role.SPONSOR;
import static org.casebook.kernel.Role.STATISTICIAN;

import java.util.Set;

/**
 * What one may do, and as whom. Held against the hand-written docs/permissions.csv by a test.
 *
 * <p>Monitor, sponsor, data manager and inspector never change clinical data (ICH E6(R3) 3.16.1(i), ISO
 * 14155 7.8.3(f)). Whoever sees the allocation enters no data.
 */
public enum Permission {
    /** Use the product at all: own studies, own name, the home page. */
    USE(Role.values()),
    VIEW_STUDY(Role.values()),
    VIEW_SUBJECTS(COORDINATOR, INVESTIGATOR, MONITOR, DATA_MANAGER, SPONSOR, PHARMACIST, INSPECTOR),
    VIEW_DATA(COORDINATOR, INVESTIGATOR, MONITOR, DATA_MANAGER, SPONSOR, INSPECTOR),
    VIEW_AUDIT(COORDINATOR, INVESTIGATOR, MONITOR, DATA_MANAGER, SPONSOR, INSPECTOR),
    ENROL(COORDINATOR, INVESTIGATOR),
    /** Decide whether two participants are one person; who sees both. */
    DECIDE_DUPLICATE(COORDINATOR, INVESTIGATOR, DATA_MANAGER),
    /** Transfer a participant to another site of the study; of all sites, since it concerns two. */
    MOVE_SUBJECT(DATA_MANAGER),
    ENTER_DATA(COORDINATOR, INVESTIGATOR),
    SIGN(INVESTIGATOR),
    RANDOMIZE(INVESTIGATOR),
    /** See which allocation lists there are and how far they are used; no treatment. */
    MANAGE_ALLOCATION(STATISTICIAN, PHARMACIST),
    /** Never with SEAL_ALLOCATION: a list takes two people. */
    PREPARE_ALLOCATION(STATISTICIAN),
    SEAL_ALLOCATION(PHARMACIST),
    /** See how balanced the arms are, and work past allocations out again. */
    VIEW_BALANCE(STATISTICIAN),
    VIEW_ALLOCATION(PHARMACIST),
    /** See what tells the treatment of participants whose planned unblinding has taken place: never before it. */
    VIEW_UNBLINDED(COORDINATOR, INVESTIGATOR, PHARMACIST),
    /** Make a participant's treatment known to its own site, when the study plans it. */
    UNBLIND(INVESTIGATOR),
    /** Make the treatments of the whole study known, once its data are locked. Never with LOCK: that takes two people. */
    UNBLIND_STUDY(SPONSOR),
    /** See what tells the treatment, of everybody, once the study was unblinded: never before. */
    VIEW_TREATMENTS(COORDINATOR, INVESTIGATOR, MONITOR, DATA_MANAGER, SPONSOR, PHARMACIST, INSPECTOR, STATISTICIAN),
    /** Record that the treatment of a later period was prepared. */
    RECORD_PREPARATION(PHARMACIST),
    /** Learn the treatment of one participant in an emergency, with a reason and the password. */
    BREAK_CODE(INVESTIGATOR),
    /** See that codes were broken, by whom and why; never the treatment. */
    VIEW_CODE_BREAKS(COORDINATOR, INVESTIGATOR, MONITOR, DATA_MANAGER, SPONSOR, PHARMACIST, INSPECTOR),
    /** Keep the list of those who are written to when a code is broken. */
    MAINTAIN_NOTICES(DATA_MANAGER),
    RAISE_QUERY(MONITOR, DATA_MANAGER),
    ANSWER_QUERY(COORDINATOR, INVESTIGATOR),
    CLOSE_QUERY(MONITOR, DATA_MANAGER),
    VERIFY(MONITOR),
    /** Record deviations from the protocol, and say how much each matters. */
    RECORD_DEVIATION(COORDINATOR, INVESTIGATOR, MONITOR),
    /** Keep the laboratories' reference ranges, by which values are judged low or high. */
    MAINTAIN_RANGES(DATA_MANAGER),
    /** Set from which amount a result counts, in place of the study file. */
    MAINTAIN_LIMITS(DATA_MANAGER),
    LOCK(DATA_MANAGER),
    DOWNLOAD_DATASET(SPONSOR, DATA_MANAGER),
    VIEW_DATASETS(SPONSOR, DATA_MANAGER, INSPECTOR),
    LOAD_STUDY(BUILDER),
    /** Bring clinical data from files into a test or training study; no role holds it where participants are. */
    IMPORT_DATA(BUILDER),
    VIEW_SITES(ADMINISTRATOR, DATA_MANAGER, MONITOR, SPONSOR, INSPECTOR),
    MANAGE_SITES(ADMINISTRATOR),
    VIEW_ACCOUNTS(ADMINISTRATOR, INSPECTOR),
    MANAGE_ACCOUNTS(ADMINISTRATOR);

    private final Set<Role> roles;

    Permission(Role... roles) {
        this.roles = Set.of(roles);
    }

    public boolean heldBy(Role role) {
        return roles.contains(role);
    }

    /** Whether it is about studies; accounts belong to no study. */
    public boolean isOfStudies() {
        return this != VIEW_ACCOUNTS && this != MANAGE_ACCOUNTS;
    }
}
