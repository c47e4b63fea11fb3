package org.casebook.study;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.casebook.kernel.StudyKey;

/** A study that was loaded at least once, of the kind it was first loaded as; what it plans lies in its versions. */
@Entity
@Table(name = "study")
public class Study {

    /** The key by which every other record names it. */
    @Id
    private String oid;

    @Column(name = "author_oid")
    private String authorOid;

    @Enumerated(EnumType.STRING)
    private StudyKey.Kind kind;

    private String copy;
    private String name;

    protected Study() {}

    Study(StudyKey key, String name) {
        this.oid = key.toString();
        this.authorOid = key.oid();
        this.kind = key.kind();
        this.copy = key.copy();
        this.name = name;
    }

    String oid() {
        return oid;
    }

    StudyKey key() {
        return new StudyKey(authorOid, kind, copy);
    }

    String name() {
        return name;
    }
}
