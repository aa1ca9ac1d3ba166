package propria.trial.patient;

import propria.engine.random.Streams;

/// Donors and lots as components of the variance of a product's potency: normal on the log scale, the same for all patients
/// who receive the lot.
///
/// @param donors how many donors there are; patients take turns
/// @param lotsPerDonor how many lots of each
/// @param donorSpread the standard deviation of log potency between donors
/// @param lotSpread the standard deviation of log potency between lots of one donor
public record Donors(int donors, int lotsPerDonor, double donorSpread, double lotSpread) {

    /// One lot of the usual potency.
    public static final Donors NONE = new Donors(1, 1, 0, 0);

    public Donors {
        if (donors < 1 || lotsPerDonor < 1 || !(donorSpread >= 0) || !(lotSpread >= 0)) {
            throw new IllegalArgumentException("a donor, a lot, and spreads of zero or more are needed");
        }
    }

    /// Which donor a patient receives, from 0.
    public int donor(int patient) {
        return patient % donors;
    }

    /// Which lot of the donor a patient receives, from 0.
    public int lot(int patient) {
        return patient / donors % lotsPerDonor;
    }

    /// The potency of what a patient receives, as a multiple of the usual; its median over donors and lots is 1.
    ///
    /// @param draw which belief about the world; donors are drawn anew in each
    public double potency(Streams streams, int draw, int patient) {
        double donor = donorSpread * streams.normal(draw, donor(patient), "donor potency", 0);
        double lot = lotSpread * streams.normal(draw, donor(patient), "lot potency", lot(patient));
        return StrictMath.exp(donor + lot);
    }
}
