package org.casebook.codebreak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** To whom a study writes when a code is broken. */
@Entity
@Table(schema = "edc", name = "code_break_notice_list")
class NoticeList {

    @Id
    private String study;

    private String addresses;

    @Column(name = "changed_at")
    private Instant changedAt;

    protected NoticeList() {}

    NoticeList(String study) {
        this.study = study;
        this.addresses = "";
    }

    List<String> addresses() {
        return Stream.of(addresses.split("\n")).filter(line -> !line.isEmpty()).toList();
    }

    void replace(List<String> by, Instant at) {
        addresses = String.join("\n", by);
        changedAt = at;
    }
}
