package org.casebook.kernel;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Arrays;

/** Judges permission, study and site before a boundary method runs, and tells of each denied try. */
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

    private static Scope placeOf(InvocationContext call) {
        Object[] parameters = call.getParameters();
        if (parameters == null) {
            // Payara's answer for a method without parameters
            return null;
        }
        return Arrays.stream(parameters)
                .filter(Scope.class::isInstance)
                .map(Scope.class::cast)
                .findFirst()
                .orElse(null);
    }
}
