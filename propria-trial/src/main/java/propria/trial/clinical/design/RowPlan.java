package propria.trial.clinical.design;

import propria.trial.clinical.table.ClinicalRow;
import propria.trial.clinical.vocabulary.EndpointTerm.Kind;

/// What a row asks for.
///
/// @param trial how the trial was done
/// @param arm what the arm got
/// @param outcome what was measured
public record RowPlan(ClinicalRow row, TrialPlan trial, ArmPlan arm, OutcomePlan outcome) {

    /// What an arm is for.
    public enum Role {
        /// It got what is on trial.
        ACTIVE,
        /// It got placebo, or what all arms got.
        CONTROL,
        /// It was operated on instead.
        SURGERY,
        /// Two arms compared.
        CONTRAST
    }

    /// How a trial was done.
    ///
    /// @param cluster what trials of the same patients have in common
    /// @param group whose baselines apply
    /// @param offset a deviation of the indication; empty for none
    /// @param agent what is on trial; empty where no arm got anything
    /// @param prepared whether fistulas were prepared by surgery in every arm
    /// @param open whether patients or assessors knew
    /// @param single whether there is no control arm
    /// @param small the standard error of a log odds ratio at one half, at most 1
    /// @param trials how many trials the row sums up; 1 for a trial
    public record TrialPlan(String cluster, String group, String offset, String agent, boolean prepared, boolean open,
            boolean single, double small, double trials) {
    }

    /// What an arm got.
    ///
    /// @param dose the natural logarithm of all cells given, over 120 million; 0 where it is not stated
    /// @param autologous whether the cells were the patient's
    public record ArmPlan(Role role, double dose, boolean autologous) {

        /// Whether it got what is on trial.
        public boolean isActive() {
            return role == Role.ACTIVE;
        }
    }

    /// What was measured.
    ///
    /// @param endpointClass of the share, or the number
    /// @param family whose baseline a share has
    /// @param inverse whether the share is of failures
    /// @param imaging whether a closure was confirmed by imaging
    /// @param completers whether only those count who stayed or did well
    /// @param lesions whether openings count and not patients
    /// @param week when [weeks]
    /// @param n how many count
    /// @param control how many count in the other arm of a contrast
    /// @param stated whether the table says how many
    public record OutcomePlan(String endpointClass, String family, Kind kind, boolean inverse, boolean imaging,
            boolean completers, boolean lesions, double week, int n, int control, boolean stated) {
    }

    /// The same with another role.
    public RowPlan as(Role role) {
        return new RowPlan(row, trial, new ArmPlan(role, arm.dose(), arm.autologous()), outcome);
    }
}
