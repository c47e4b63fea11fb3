package org.casebook.study;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A study that was loaded at least once; what it plans lies in its versions. */
@Entity
@Table(name = "study")
public class Study {

    @Id
    private String oid;

    private String name;

    protected Study() {}

    Study(String oid, String name) {
        this.oid = oid;
        this.name = name;
    }

    String oid() {
        return oid;
    }

    String name() {
        return name;
    }
}
