package propria.trial.analysis.missing;

/// What is believed of readings that were not seen. J. R. Carpenter, J. H. Roger, M. G. Kenward, J Biopharm Stat 23 (2013),
/// 1352-1371.
public enum ImputationMethod {
    /// As in those of the same arm with the same past: missing at random.
    MAR,
    /// From the event on, the mean is that of the comparator: jump to reference.
    J2R,
    /// From the event on, the mean changes as that of the comparator does: copy increments in reference.
    CIR,
    /// As in the comparator throughout: copy reference.
    CR
}
