package org.casebook.concealment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Seals what the trail keeps of lists and allocations. An entry tells neither arm, list nor position; its length is that of any
 * other of its kind.
 */
@ApplicationScoped
public class TrailSeal {

    /** With what sealed text begins in the trail. */
    public static final String MARK = "sealed:";

    private static final int ALLOCATION = 512;
    /** The longest list from elsewhere that is usual fits in; a longer one takes a multiple of it. */
    private static final int LIST = 4096;

    private final TreatmentCipher cipher;

    /** For the container, which calls the other one for the bean itself. */
    protected TrailSeal() {
        this((TreatmentCipher) null);
    }

    @Inject
    TrailSeal(AllocationKey key) {
        this(key.cipher());
    }

    /**
     * @param cipher with the key
     */
    public TrailSeal(TreatmentCipher cipher) {
        this.cipher = cipher;
    }

    public String seal(String study, String subject, AllocationRecord allocation) {
        return MARK + cipher.sealWhole(allocation.text(), ALLOCATION, "trail|" + study + "|" + subject);
    }

    /**
     * @throws AllocationDamaged when it is not of this participant, was changed, or sealed with another key
     */
    public AllocationRecord allocation(String study, String subject, String sealed) {
        return AllocationRecord.parse(opened(sealed, "trail|" + study + "|" + subject));
    }

    public String seal(String study, ListRecord list) {
        return MARK + cipher.sealWhole(list.text(), LIST, "trail-list|" + study + "|" + list.id());
    }

    /**
     * @throws AllocationDamaged when it is not of this list, was changed, or sealed with another key
     */
    public ListRecord list(String study, UUID list, String sealed) {
        return ListRecord.parse(opened(sealed, "trail-list|" + study + "|" + list));
    }

    /** The arm that a record tells, bound to its list and position. */
    public String arm(String study, AllocationRecord allocation) {
        return cipher.open(allocation.sealed(), new SlotPlace(study, allocation.list(), allocation.position()));
    }

    /** The draw of a minimised allocation. */
    public String draw(String study, AllocationRecord allocation) {
        return cipher.open(allocation.draw(), SlotPlace.draw(study, allocation.list(), allocation.position()));
    }

    /** The seed that a list was drawn from. */
    public String seed(String study, ListRecord list) {
        return cipher.open(list.seed(), SlotPlace.seed(study, list.id()));
    }

    private String opened(String sealed, String place) {
        return cipher.openWhole(sealed.substring(MARK.length()), place);
    }
}
