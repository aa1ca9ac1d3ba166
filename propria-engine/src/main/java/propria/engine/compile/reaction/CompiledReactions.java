package propria.engine.compile.reaction;

import java.util.BitSet;
import java.util.List;
import propria.engine.compile.bytecode.Kernel;
import propria.engine.system.ReactionSystem;

/// The functions of compiled reactions.
///
/// @param all computes every propensity
/// @param updates computes the dependents of each reaction
record CompiledReactions(List<String> ids, List<StateChange> changes, List<StateChange> needs,
        List<int[]> argumentLists,
        List<int[]> dependentLists, BitSet watching, int[] drifting, int[] clockRoots, Kernel all, Kernel[] updates,
        int scratchSize)
        implements
            ReactionSystem {

    @Override
    public int reactionCount() {
        return ids.size();
    }

    @Override
    public String id(int reaction) {
        return ids.get(reaction);
    }

    @Override
    public StateChange change(int reaction) {
        return changes.get(reaction);
    }

    @Override
    public StateChange reactants(int reaction) {
        return needs.get(reaction);
    }

    @Override
    public int[] arguments(int reaction) {
        return argumentLists.get(reaction).clone();
    }

    @Override
    public int[] dependents(int reaction) {
        return dependentLists.get(reaction).clone();
    }

    @Override
    public void propensities(double t, double[] y, double[] p, double[] scratch, double[] propensities) {
        all.run(t, y, p, scratch, propensities);
    }

    @Override
    public void update(int reaction, double t, double[] y, double[] p, double[] scratch, double[] propensities) {
        updates[reaction].run(t, y, p, scratch, propensities);
    }

    @Override
    public boolean watched(int reaction) {
        return watching.get(reaction);
    }
}
