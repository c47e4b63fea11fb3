package org.casebook.kernel;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Arrays;

/**
 * Judges permission, study and site before a boundary method runs, and tells of each denied try. Text that cannot be stored is
 * refused here once for all doors.
 */
@Interceptor
@Allowed(Permission.USE)
@Priority(Interceptor.Priority.APPLICATION)
public class Doorkeeper {

    @Inject
    private CurrentActor currentActor;

    @Inject
    private Event<Denied> denied;

    @AroundInvoke
    Object judge(InvocationContext call) throws Exception {
        if (call.getMethod().getParameterCount() > 0) {
            Words.requireStorable(Arrays.asList(call.getParameters()));
        }
        Permission permission = call.getMethod().getAnnotation(Allowed.class).value();
        Scope scope = placeOf(call);
        Actor actor = currentActor.get();
        boolean open = scope == null ? actor.mayAnywhere(permission) : actor.may(permission, scope);
        if (!open) {
            String room = call.getMethod().getDeclaringClass().getSimpleName();
            denied.fire(
                    new Denied(scope, permission, room + "." + call.getMethod().getName()));
            throw new NotAllowed(permission, scope);
        }
        return call.proceed();
    }

    /** A door that needs a place is not opened without one: it would count as no place at all. */
    private static Scope placeOf(InvocationContext call) {
        Class<?>[] types = call.getMethod().getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            if (types[i] == Scope.class) {
                Scope place = (Scope) call.getParameters()[i];
                if (place == null) {
                    throw new Invalid(Sentence.of("kernel", "noStudy"));
                }
                return place;
            }
        }
        return null;
    }
}
