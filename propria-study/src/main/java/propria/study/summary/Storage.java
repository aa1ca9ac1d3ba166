package propria.study.summary;

/// Where the values of many subjects are kept: in memory, or on disk when there are too many. A column is one observable of
/// one arm at one time.
public interface Storage {

    /// Reads columns of every subject, a group of subjects after the other, in the order of draws and subjects. What is read
    /// does not depend on how many subjects a group has.
    ///
    /// @param columns which, in the order in which the visitor gets them
    void scan(int[] columns, Visitor visitor);

    /// One value; not a number where the subject could not be simulated.
    double value(int draw, int subject, int column);

    /// Is given a group of subjects of one draw.
    @FunctionalInterface
    interface Visitor {

        /// @param first the number of the first subject of the group
        /// @param values by column as asked for, then by subject; valid during the call only
        void group(int draw, int first, double[][] values);
    }
}
