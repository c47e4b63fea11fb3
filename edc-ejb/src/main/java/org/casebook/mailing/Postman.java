package org.casebook.mailing;

import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Comes by every three seconds and takes the letters that wait. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Postman {

    @Inject
    private Delivery delivery;

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    @Lock(LockType.WRITE)
    void round() {
        delivery.due().stream().filter(delivery::claim).forEach(delivery::deliver);
    }
}
