package org.casebook.study;

import java.util.List;
import org.casebook.odm.Fault;
import org.casebook.odm.Remark;

/**
 * What would come of loading a file; nothing is kept.
 *
 * @param study key of the study it would be a version of; null when the file is too faulty to say
 * @param version OID of the version; null likewise
 * @param loadable whether it would be taken
 * @param faults everything for which it would be refused, by line
 * @param remarks what was stripped, repaired or kept as text, by line
 * @param contents what it holds; null when the file is too faulty to say
 * @param difference from the newest version of the study; null when there is none, or the file is too faulty
 */
public record DryRun(
        String study,
        String version,
        boolean loadable,
        List<Fault> faults,
        List<Remark> remarks,
        Contents contents,
        VersionDifference difference) {

    public DryRun {
        faults = List.copyOf(faults);
        remarks = List.copyOf(remarks);
    }

    /**
     * How much of each there is.
     *
     * @param items item definitions on forms; one that stands on several forms counts once
     */
    public record Contents(
            int events,
            int forms,
            int items,
            int codeLists,
            int checks,
            int conditions,
            int methods,
            int criteria,
            List<String> languages) {

        public Contents {
            languages = List.copyOf(languages);
        }
    }
}
