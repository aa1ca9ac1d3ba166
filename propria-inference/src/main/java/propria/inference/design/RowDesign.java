package propria.inference.design;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import propria.inference.table.EvidenceRow;
import propria.inference.vocabulary.OutcomeTerm;

/// What a row says in the terms of the model.
///
/// @param group what its arm is
/// @param contrasts the arm and what it is compared with; several where the table leaves the design open, each as likely
///        as the others
/// @param lost whether the authors have taken away what they hold that the product works by, or gave an inert control
/// @param againstProduct whether the comparator is another product, not an untreated arm
/// @param assumed what the table does not say, and what was taken instead: `dose`, `route`, `day of dosing`, `day of reading`,
///        `size of group`
public record RowDesign(EvidenceRow row, OutcomeTerm outcome, Group group, List<Contrast> contrasts, boolean lost,
        boolean againstProduct, Map<String, String> assumed) {

    public RowDesign {
        contrasts = List.copyOf(contrasts);
        assumed = Collections.unmodifiableMap(new LinkedHashMap<>(assumed));
    }

    /// Whether such a result is more likely to be reported when it shows a benefit. An arm that was given nothing, an inert
    /// control, or a product without what it is held to work by is reported whatever it shows: that it does nothing is
    /// what its authors look for.
    public boolean isSelected() {
        return group == Group.TREATED && !lost;
    }

    /// What an arm is.
    public enum Group {
        /// Not made ill.
        HEALTHY,
        /// Made ill and not treated.
        ILL,
        /// Made ill and treated.
        TREATED
    }

    /// An arm at a day and its comparator.
    ///
    /// @param day when the arm is read [d]
    /// @param comparatorDay when the comparator is read [d]
    /// @param traits of the treatment of the arm
    /// @param others of the treatment of the comparator
    public record Contrast(ArmDesign arm, ArmDesign comparator, double day, double comparatorDay, Traits traits,
            Traits others) {

        /// Of arms whose treatments have no traits.
        public Contrast(ArmDesign arm, ArmDesign comparator, double day, double comparatorDay) {
            this(arm, comparator, day, comparatorDay, Traits.NONE, Traits.NONE);
        }

        /// Whether two treatments of the same disease are compared, each of which has an improvement of its own; that of an
        /// inert one is none.
        public boolean isBetweenTreatments() {
            return comparator.dosing().isPresent() && !comparator.equals(arm)
                    && comparator.exposures().equals(arm.exposures()) && day == comparatorDay;
        }
    }
}
