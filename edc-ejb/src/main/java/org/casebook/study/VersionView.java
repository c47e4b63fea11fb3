package org.casebook.study;

import java.time.Instant;
import org.casebook.study.StudyVersion.Status;

/**
 * One version of a study, without its content.
 *
 * @param id database id, by which sites and forms refer to it
 * @param study key of the study
 * @param oid the author's OID of the version
 * @param sha256 of the file as it was loaded, 64 hexadecimal digits
 * @param releasedAt null until released
 */
public record VersionView(
        long id,
        String study,
        String oid,
        String name,
        Status status,
        String sha256,
        Instant loadedAt,
        Instant releasedAt) {

    public boolean released() {
        return status == Status.RELEASED;
    }
}
