package org.casebook.kernel;

import java.util.Locale;

/** The actor's grants do not hold the permission at that place. */
public class NotAllowed extends Refusal {

    private static final long serialVersionUID = 1L;

    public NotAllowed(Permission permission, Scope scope) {
        super(Kind.NOT_ALLOWED, sentence(permission, scope));
    }

    private static String sentence(Permission permission, Scope scope) {
        String what = permission.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String where = scope == null ? "" : " for " + scope;
        return "Your roles do not include “" + what + "”" + where + ". Ask an administrator if you need it.";
    }
}
