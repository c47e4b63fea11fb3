package org.casebook.kernel;

/** The actor's grants do not hold the permission at that place. */
public class NotAllowed extends Refusal {

    private static final long serialVersionUID = 1L;

    public NotAllowed(Permission permission, Scope scope) {
        super(Kind.NOT_ALLOWED, sentence(permission, scope));
    }

    private static Sentence sentence(Permission permission, Scope scope) {
        Sentence what = Sentence.of("kernel", "may." + permission);
        return scope == null
                ? Sentence.of("kernel", "notAllowed", what)
                : Sentence.of("kernel", "notAllowedFor", what, scope.toString());
    }
}
