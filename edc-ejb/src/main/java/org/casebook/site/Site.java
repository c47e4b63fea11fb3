package org.casebook.site;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.ZoneId;

/** A site of a study. */
@Entity
@Table(name = "site")
public class Site {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "site")
    @SequenceGenerator(name = "site", sequenceName = "site_seq", allocationSize = 50)
    private Long id;

    private String study;
    private String number;
    private String name;

    @Enumerated(EnumType.STRING)
    private SiteStatus status;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "version_id")
    private Long versionId;

    protected Site() {}

    SiteView view() {
        return new SiteView(study, number, name, status, ZoneId.of(timeZone), versionId);
    }
}
